// Teams: one's own, all of them for super admins; a dialog with a team's members.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Group, Table, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { useSession } from "../../api/session";
import {
  createTeam,
  deleteTeam,
  getTeam,
  listTeams,
  putTeamMember,
  removeTeamMember,
} from "../../client/sdk.gen";
import type { TeamSummary, TeamView } from "../../client/types.gen";
import { HolderPicker, recipient } from "../../parts/holder-picker";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable } from "../../parts/table";
import { Dialog } from "./user-dialogs";

export function Component() {
  const { person } = useSession();
  const rules = person?.role === "super_admin";
  const [making, setMaking] = useState(false);
  const [open, setOpen] = useState<TeamSummary | null>(null);
  const teams = useInfiniteQuery({
    queryKey: keys.teams,
    queryFn: async ({ pageParam, signal }) =>
      (await listTeams({ query: { cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = teams.data?.pages.flatMap((page) => page.items) ?? [];
  const make = rules ? <Button onClick={() => setMaking(true)}><Trans>New team</Trans></Button> : undefined;
  return (
    <Page
      title={t`Teams`}
      lead={t`Members see what their team has, and what is shared with it.`}
      actions={make}
    >
      {teams.isPending && <Loading />}
      {teams.isError && <Failed error={teams.error} retry={() => void teams.refetch()} />}
      {teams.isSuccess && items.length === 0 && (
        <Empty title={t`No team yet`} action={make}>
          {rules
            ? t`Make a team and add its members: papers and interviews can be theirs together.`
            : t`You are in no team. A super admin makes teams and adds people.`}
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label={t`Teams`} heads={[t`Team`, t`Members`, ""]}>
            {items.map((team) => (
              <Table.Tr key={team.id}>
                <Table.Td>{team.name}</Table.Td>
                <Table.Td>{team.members}</Table.Td>
                <Table.Td>
                  <Group justify="flex-end">
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => setOpen(team)}
                      aria-label={t`Members of ${team.name}`}
                    >
                      <Trans>Members</Trans>
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <More
            there={teams.hasNextPage}
            busy={teams.isFetchingNextPage}
            onMore={() => void teams.fetchNextPage()}
          />
        </>
      )}
      <NewTeam opened={making} onClose={() => setMaking(false)} />
      <Members team={open} rules={rules} onClose={() => setOpen(null)} />
    </Page>
  );
}

function NewTeam({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: async () => createTeam({ body: { name }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.teams });
      close();
    },
  });

  function close() {
    setName("");
    make.reset();
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    make.mutate();
  }

  return (
    <Dialog opened={opened} onClose={close} title={t`New team`} error={make.error}>
      <form onSubmit={submit} noValidate>
        <TextInput
          label={t`Name`}
          required
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group gap="sm" justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={make.isPending} disabled={name.trim() === ""}>
            <Trans>Make the team</Trans>
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

interface MembersProps {
  team: TeamSummary | null;
  rules: boolean;
  onClose: () => void;
}

function Members({ team, rules, onClose }: MembersProps) {
  const queries = useQueryClient();
  const id = team?.id ?? "";
  const [added, setAdded] = useState<string | null>(null);
  const [removing, setRemoving] = useState(false);
  const found = useQuery({
    queryKey: keys.team(id),
    enabled: team !== null,
    queryFn: async ({ signal }) => (await getTeam({ path: { id }, signal, throwOnError: true })).data,
  });
  const again = () => queries.invalidateQueries({ queryKey: keys.teams });
  const put = useMutation({
    mutationFn: async ({ user, lead }: { user: string; lead: boolean }) =>
      putTeamMember({ path: { id, user }, body: { lead }, throwOnError: true }),
    onSuccess: async () => {
      setAdded(null);
      await again();
    },
  });
  const take = useMutation({
    mutationFn: async (user: string) =>
      removeTeamMember({ path: { id, user }, throwOnError: true }),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: async () => deleteTeam({ path: { id }, throwOnError: true }),
    onSuccess: async () => {
      close();
      await again();
    },
  });

  function close() {
    setAdded(null);
    setRemoving(false);
    put.reset();
    take.reset();
    remove.reset();
    onClose();
  }

  return (
    <Dialog
      opened={team !== null}
      onClose={close}
      title={team?.name ?? ""}
      error={put.error ?? take.error ?? remove.error}
    >
      {found.isPending && <Loading rows={3} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && (
        <>
          <Text c="dimmed" size="sm">
            {t`The team has ${found.data.papers} papers and ${found.data.interviews} interviews.`}
          </Text>
          <People
            team={found.data}
            rules={rules}
            onLead={(user, lead) => put.mutate({ user, lead })}
            onRemove={(user) => take.mutate(user)}
          />
          {found.data.lead && (
            <Group align="flex-end" gap="sm" wrap="nowrap" grow preventGrowOverflow={false}>
              <HolderPicker
                label={t`Add a colleague`}
                teams={false}
                value={added}
                onChange={setAdded}
                except={found.data.people.map((one) => `user:${one.id}`)}
              />
              <Button
                maw={100}
                disabled={added === null}
                loading={put.isPending}
                onClick={() =>
                  added !== null &&
                  put.mutate({ user: recipient(added).user_id ?? "", lead: false })
                }
              >
                <Trans>Add</Trans>
              </Button>
            </Group>
          )}
          {rules && (
            <Group justify="flex-end">
              {removing && <Text size="sm"><Trans>The team goes; nobody's account does.</Trans></Text>}
              <Button
                variant="default"
                loading={remove.isPending}
                onClick={() => (removing ? remove.mutate() : setRemoving(true))}
              >
                {removing ? t`Yes, remove the team` : t`Remove the team…`}
              </Button>
            </Group>
          )}
        </>
      )}
    </Dialog>
  );
}

interface PeopleProps {
  team: TeamView;
  rules: boolean;
  onLead: (user: string, lead: boolean) => void;
  onRemove: (user: string) => void;
}

function People({ team, rules, onLead, onRemove }: PeopleProps) {
  const { person } = useSession();
  if (team.people.length === 0) return <Text><Trans>Nobody is in this team yet.</Trans></Text>;
  return (
    <Table aria-label={t`Members`}>
      <Table.Tbody>
        {team.people.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>{one.name}</Table.Td>
            <Table.Td>
              {one.lead && (
                <Badge color="slate" variant="light">
                  <Trans>Lead</Trans>
                </Badge>
              )}
            </Table.Td>
            <Table.Td>
              <Group gap="xs" justify="flex-end" wrap="nowrap">
                {rules && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => onLead(one.id, !one.lead)}
                    aria-label={
                      one.lead ? t`${one.name} leads no longer` : t`${one.name} leads the team`
                    }
                  >
                    {one.lead ? t`Leads no longer` : t`Make lead`}
                  </Button>
                )}
                {(rules || (team.lead && !one.lead) || one.id === person?.id) && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => onRemove(one.id)}
                    aria-label={t`Take ${one.name} out`}
                  >
                    {one.id === person?.id ? t`Leave` : t`Take out`}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

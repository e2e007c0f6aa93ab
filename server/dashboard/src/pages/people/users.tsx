// All accounts, for super admins: inviting, changing, putting out, handing over.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Button, Group, Menu, Table, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/queries";
import { handOverEverything, listUsers } from "../../client/sdk.gen";
import type { UserView } from "../../client/types.gen";
import { HandOver } from "../../parts/hand-over";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { ROLES, scopesInWords } from "./scopes";
import { EditUser, InviteUser, LinkFor, Remove } from "./user-dialogs";

type Deed = "edit" | "link" | "give" | "remove";

export function Component() {
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<{ user: UserView; deed: Deed } | null>(null);
  const users = useInfiniteQuery({
    queryKey: keys.users,
    queryFn: async ({ pageParam, signal }) =>
      (await listUsers({ query: { cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = users.data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => setChosen(null);
  const of = (deed: Deed) => (chosen?.deed === deed ? chosen.user : null);
  return (
    <Page
      title={t`Users`}
      lead={t`Who signs in here. Candidates need no account: their link is enough.`}
      actions={<Button onClick={() => setInviting(true)}><Trans>Invite a colleague</Trans></Button>}
    >
      {users.isPending && <Loading />}
      {users.isError && <Failed error={users.error} retry={() => void users.refetch()} />}
      {users.isSuccess && items.length === 0 && (
        <Empty title={t`Nobody yet`}><Trans>Invite a colleague: they set their own password.</Trans></Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label={t`Users`} heads={[t`Name`, t`Role`, t`May do`, t`State`, ""]}>
            {items.map((user) => (
              <Table.Tr key={user.id}>
                <Table.Td>
                  <TwoLines first={user.name} second={user.email} />
                </Table.Td>
                <Table.Td>{ROLES[user.role]}</Table.Td>
                <Table.Td>
                  <Text size="sm">{scopesInWords(user.scopes)}</Text>
                </Table.Td>
                <Table.Td>
                  <State user={user} />
                </Table.Td>
                <Table.Td>
                  <Deeds user={user} onChoose={(deed) => setChosen({ user, deed })} />
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <More
            there={users.hasNextPage}
            busy={users.isFetchingNextPage}
            onMore={() => void users.fetchNextPage()}
          />
        </>
      )}
      <InviteUser opened={inviting} onClose={() => setInviting(false)} />
      <EditUser key={of("edit")?.id ?? "none"} user={of("edit")} onClose={close} />
      <LinkFor user={of("link")} onClose={close} />
      <Remove user={of("remove")} onClose={close} />
      <HandOver
        opened={of("give") !== null}
        onClose={close}
        title={t`Hand over everything of ${of("give")?.name ?? ""}`}
        what={t`All papers and interviews that are theirs go to somebody else. What a team has stays with the team.`}
        except={[`user:${of("give")?.id ?? ""}`]}
        give={async (body) =>
          (
            await handOverEverything({
              path: { id: of("give")?.id ?? "" },
              body,
              throwOnError: true,
            })
          ).data
        }
      />
    </Page>
  );
}

function State({ user }: { user: UserView }) {
  if (!user.active) {
    return (
      <Badge color="slate" variant="light">
        <Trans>Out of service</Trans>
      </Badge>
    );
  }
  return (
    <Badge color={user.password_set ? "moss" : "slate"} variant="light">
      {user.password_set ? t`Active` : t`Invited`}
    </Badge>
  );
}

function Deeds({ user, onChoose }: { user: UserView; onChoose: (deed: Deed) => void }) {
  return (
    <Group justify="flex-end">
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" size="compact-sm" aria-label={t`Change ${user.name}`}>
            <Trans>Change</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onChoose("edit")}><Trans>Edit</Trans></Menu.Item>
          {user.active && (
            <Menu.Item onClick={() => onChoose("link")}><Trans>New link to set the password</Trans></Menu.Item>
          )}
          <Menu.Item onClick={() => onChoose("give")}><Trans>Hand over everything</Trans></Menu.Item>
          <Menu.Item onClick={() => onChoose("remove")}>
            {user.active ? t`Put out of service` : t`Put back in service`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

// API tokens: one's own to make and revoke, and everybody's for super admins.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Badge, Button, Group, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { keys } from "../../api/queries";
import { useSession } from "../../api/session";
import {
  createApiToken,
  listApiTokens,
  listMyApiTokens,
  revokeApiToken,
  revokeMyApiToken,
} from "../../client/sdk.gen";
import type { ApiTokenView, Scope } from "../../client/types.gen";
import { CopyField } from "../../parts/copy";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { moment, ownZone } from "../../words/time";
import { ScopeBoxes } from "./scope-boxes";
import { scopesInWords } from "./scopes";
import { Dialog } from "./user-dialogs";

const HEADS = [t`Token`, t`May do`, t`Last used`, t`Runs out`, ""];

export function Component() {
  const { person } = useSession();
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiTokenView | null>(null);
  const mine = useQuery({
    queryKey: keys.tokens,
    queryFn: async ({ signal }) => (await listMyApiTokens({ signal, throwOnError: true })).data.items,
  });
  const make = <Button onClick={() => setMaking(true)}><Trans>New token</Trans></Button>;
  return (
    <Page
      title={t`API tokens`}
      lead={t`For scripts of yours. A token never may more than you, and ends with your account.`}
      actions={make}
    >
      {mine.isPending && <Loading rows={2} />}
      {mine.isError && <Failed error={mine.error} retry={() => void mine.refetch()} />}
      {mine.isSuccess && mine.data.length === 0 && (
        <Empty title={t`No token yet`} action={make}>
          <Trans>A script sends it as a bearer token instead of signing in.</Trans>
        </Empty>
      )}
      {mine.isSuccess && mine.data.length > 0 && (
        <ListTable label={t`Your tokens`} heads={HEADS}>
          {mine.data.map((token) => (
            <Row key={token.id} token={token} second={`${token.prefix}…`} onEnd={setEnding} />
          ))}
        </ListTable>
      )}
      {person?.role === "super_admin" && <Everybodys onEnd={setEnding} />}
      <NewToken opened={making} onClose={() => setMaking(false)} />
      <End
        token={ending}
        own={mine.data?.some((token) => token.id === ending?.id) ?? false}
        onClose={() => setEnding(null)}
      />
    </Page>
  );
}

function Everybodys({ onEnd }: { onEnd: (token: ApiTokenView) => void }) {
  const all = useInfiniteQuery({
    queryKey: keys.allTokens,
    queryFn: async ({ pageParam, signal }) =>
      (await listApiTokens({ query: { cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = all.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack mt="xl">
      <Panel title={t`Everybody's tokens`} note={t`Those revoked and run out too.`} flush>
        {all.isPending && <Loading rows={2} />}
        {all.isError && <Failed error={all.error} retry={() => void all.refetch()} />}
        {all.isSuccess && items.length === 0 && <Text p="md"><Trans>Nobody has made one.</Trans></Text>}
        {items.length > 0 && (
          <ListTable label={t`Everybody's tokens`} heads={HEADS}>
            {items.map((token) => (
              <Row
                key={token.id}
                token={token}
                second={`${token.owner_name}, ${token.prefix}…`}
                onEnd={onEnd}
              />
            ))}
          </ListTable>
        )}
        <More
          there={all.hasNextPage}
          busy={all.isFetchingNextPage}
          onMore={() => void all.fetchNextPage()}
        />
      </Panel>
    </Stack>
  );
}

interface RowProps {
  token: ApiTokenView;
  second: string;
  onEnd: (token: ApiTokenView) => void;
}

function Row({ token, second, onEnd }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <TwoLines first={token.name} second={second} />
      </Table.Td>
      <Table.Td>{scopesInWords(token.scopes)}</Table.Td>
      <Table.Td>{token.used_at === null ? t`Never` : moment(token.used_at, ownZone())}</Table.Td>
      <Table.Td>{moment(token.expires_at, ownZone())}</Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          {token.revoked_at === null ? (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => onEnd(token)}
              aria-label={t`Revoke ${token.name}`}
            >
              <Trans>Revoke</Trans>
            </Button>
          ) : (
            <Badge color="slate" variant="light">
              <Trans>Revoked</Trans>
            </Badge>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function NewToken({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const { person } = useSession();
  const [name, setName] = useState("");
  const [days, setDays] = useState("90");
  const [scopes, setScopes] = useState<Scope[]>([]);
  const make = useMutation({
    mutationFn: async () =>
      (await createApiToken({ body: { name, scopes, days: Number(days) }, throwOnError: true }))
        .data,
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.tokens }),
  });

  function close() {
    setName("");
    setScopes([]);
    make.reset();
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    make.mutate();
  }

  return (
    <Dialog opened={opened} onClose={close} title={t`New token`} error={make.error}>
      {make.data !== undefined ? (
        <Alert color="moss" title={make.data.name}>
          <Stack gap="sm">
            <Text size="sm"><Trans>Copy it now: it is shown only this once.</Trans></Text>
            <CopyField label={t`Token`} value={make.data.token} />
          </Stack>
        </Alert>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <TextInput
              label={t`What it is for`}
              required
              data-autofocus
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <ScopeBoxes
              label={t`May do`}
              value={scopes}
              onChange={setScopes}
              offered={person?.scopes ?? []}
            />
            <Select
              label={t`Runs out after`}
              allowDeselect={false}
              data={[
                { value: "30", label: t`30 days` },
                { value: "90", label: t`90 days` },
                { value: "365", label: t`a year` },
              ]}
              value={days}
              onChange={(value) => value !== null && setDays(value)}
            />
            <Group gap="sm" justify="flex-end">
              <Button variant="default" onClick={close}>
                <Trans>Cancel</Trans>
              </Button>
              <Button
                type="submit"
                loading={make.isPending}
                disabled={name.trim() === "" || scopes.length === 0}
              >
                <Trans>Make the token</Trans>
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

interface EndProps {
  token: ApiTokenView | null;
  own: boolean;
  onClose: () => void;
}

function End({ token, own, onClose }: EndProps) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: async (id: string) =>
      own
        ? revokeMyApiToken({ path: { id }, throwOnError: true })
        : revokeApiToken({ path: { id }, throwOnError: true }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.tokens });
      close();
    },
  });

  function close() {
    end.reset();
    onClose();
  }

  return (
    <Dialog
      opened={token !== null}
      onClose={close}
      title={t`Revoke ${token?.name ?? ""}?`}
      error={end.error}
    >
      <Text><Trans>Scripts that use it are refused from now on. It cannot be brought back.</Trans></Text>
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={close}>
          <Trans>Keep it</Trans>
        </Button>
        <Button
          color="ember"
          loading={end.isPending}
          onClick={() => token !== null && end.mutate(token.id)}
        >
          <Trans>Revoke</Trans>
        </Button>
      </Group>
    </Dialog>
  );
}

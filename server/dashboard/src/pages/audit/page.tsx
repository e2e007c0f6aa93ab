// Who did or looked at what, newest first, for super admins. One rule: it is only read here, and the
// server writes down that it was.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Code, Group, Select, Table, Text, TextInput } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { keys } from "../../api/queries";
import { useSession } from "../../api/session";
import { listAudit, listUsers } from "../../client/sdk.gen";
import type { AuditEntry } from "../../client/types.gen";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { detailWords, idIn, isAction, subjectOf, whoWords } from "../../words/audit";
import { instantOf, moment, ownZone } from "../../words/time";
import { Lost } from "../lost";

const FIELDS = ["person", "action", "interview", "from", "until"] as const;
type Wanted = Record<(typeof FIELDS)[number], string>;

export function Component() {
  const { person } = useSession();
  return person?.role === "super_admin" ? <AuditPage /> : <Lost />;
}

function AuditPage() {
  // In the address, so that the way back from an interview leads to the same list.
  const [asked, setAsked] = useSearchParams();
  const wanted = Object.fromEntries(FIELDS.map((name) => [name, asked.get(name) ?? ""])) as Wanted;
  const narrowed = FIELDS.some((name) => wanted[name] !== "");
  const names = useNames();
  const entries = useInfiniteQuery({
    queryKey: [...keys.audit, wanted],
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listAudit({
          query: { ...queryOf(wanted), cursor: pageParam },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (next: Partial<Wanted>) =>
    setAsked(
      Object.entries(next).filter(([, value]) => value !== ""),
      { replace: true },
    );
  return (
    <Page
      title={t`Audit log`}
      lead={t`Who did or looked at what, newest first. It holds ids and names of fields, no names of candidates and no answers. Reading it is an entry too.`}
    >
      <Filters key={asked.toString()} wanted={wanted} names={names} onShow={show} />
      {entries.isPending && <Loading />}
      {entries.isError && <Failed error={entries.error} retry={() => void entries.refetch()} />}
      {entries.isSuccess && items.length === 0 && (
        <Empty
          title={narrowed ? t`Nothing found` : t`No entry yet`}
          action={
            narrowed && (
              <Button variant="default" onClick={() => show({})}>
                <Trans>Show all entries</Trans>
              </Button>
            )
          }
        >
          {narrowed
            ? t`No entry fits all of these. Leave one out, or look at other days.`
            : t`What people do from now on is written down here.`}
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label={t`Audit log`} heads={[t`When`, t`Who`, t`What`, t`About`, t`Details`]}>
            {items.map((entry) => (
              <Entry key={entry.id} entry={entry} names={names} />
            ))}
          </ListTable>
          <More
            there={entries.hasNextPage}
            busy={entries.isFetchingNextPage}
            onMore={() => void entries.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}

function Entry({ entry, names }: { entry: AuditEntry; names: ReadonlyMap<string, string> }) {
  const { kind, id } = subjectOf(entry.subject);
  return (
    <Table.Tr>
      <Table.Td>{moment(entry.at, ownZone())}</Table.Td>
      <Table.Td>
        <Text size="sm">{whoWords(entry.actor, names)}</Text>
      </Table.Td>
      <Table.Td>
        <Code>{entry.action}</Code>
      </Table.Td>
      <Table.Td>
        {kind === "Interview" && id !== null ? (
          <TwoLines
            first={
              <Anchor component={Link} to={`/interviews/${id}`}>
                {kind}
              </Anchor>
            }
            second={id.slice(0, 8)}
          />
        ) : (
          <TwoLines first={kind} second={id?.slice(0, 8) ?? ""} />
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {detailWords(entry.detail) || "–"}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

interface FiltersProps {
  wanted: Wanted;
  names: ReadonlyMap<string, string>;
  onShow: (wanted: Partial<Wanted>) => void;
}

function Filters({ wanted, names, onShow }: FiltersProps) {
  const [draft, setDraft] = useState(wanted);
  const set = (part: Partial<Wanted>) => setDraft({ ...draft, ...part });
  const action = draft.action.trim();
  const interview = idIn(draft.interview);
  const faults = {
    action: action !== "" && !isAction(action) ? t`Such as result.overridden` : undefined,
    interview:
      draft.interview.trim() !== "" && interview === null
        ? t`Paste the address of its page`
        : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (faults.action === undefined && faults.interview === undefined) {
      onShow({ ...draft, action, interview: interview ?? "" });
    }
  };
  return (
    <form onSubmit={submit}>
      <Group gap="sm" mb="md" align="start">
        <Select
          label={t`Who`}
          placeholder={t`Anybody`}
          clearable
          clearButtonProps={{ "aria-label": t`Anybody` }}
          searchable
          w={160}
          data={[...names].map(([value, label]) => ({ value, label }))}
          value={draft.person === "" ? null : draft.person}
          onChange={(person) => set({ person: person ?? "" })}
        />
        <TextInput
          label={t`What`}
          placeholder={t`Any action`}
          w={160}
          maxLength={60}
          error={faults.action}
          value={draft.action}
          onChange={(event) => set({ action: event.currentTarget.value })}
        />
        <TextInput
          label={t`Interview`}
          placeholder={t`Id or address`}
          w={160}
          maxLength={300}
          error={faults.interview}
          value={draft.interview}
          onChange={(event) => set({ interview: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t`From`}
          w={140}
          value={draft.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t`Until`}
          w={140}
          value={draft.until}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
        <Button type="submit" mt={25}>
          <Trans>Show</Trans>
        </Button>
      </Group>
    </form>
  );
}

/** The filters as the API asks for them. */
function queryOf({ person, action, interview, from, until }: Wanted) {
  return {
    person: person || undefined,
    action: action || undefined,
    interview: interview || undefined,
    since: from === "" ? undefined : instantOf(`${from}T00:00`, ownZone()),
    until: until === "" ? undefined : instantOf(`${dayAfter(until)}T00:00`, ownZone()),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** Names of accounts by id, the first 200: others are shown by their id. */
function useNames(): ReadonlyMap<string, string> {
  const users = useQuery({
    queryKey: [...keys.users, "names"],
    queryFn: async ({ signal }) =>
      (await listUsers({ query: { limit: 200 }, signal, throwOnError: true })).data,
  });
  return new Map(users.data?.items.map(({ id, name, email }) => [id, name || email]));
}

// One person's data: found, copied, erased; and what was destroyed so far. One rule: erasing asks
// twice, and the second time for the address itself.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, Button, Checkbox, Group, Modal, Stack, Table, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { download } from "../../api/download";
import { keys } from "../../api/queries";
import { explain, Refusal } from "../../api/refusal";
import { useSession } from "../../api/session";
import { erasePerson, findPerson, getRetention, listDeletions } from "../../client/sdk.gen";
import type { KeptPerson } from "../../client/types.gen";
import { StatusBadge } from "../../parts/badges";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Panel } from "../../parts/panel";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { tellDone, tellFailed } from "../../parts/tell";
import { days, whatWords } from "../../words/privacy";
import { moment, ownZone } from "../../words/time";
import { ADDRESS } from "../interviews/address";

export function Component() {
  const { person } = useSession();
  const chief = person?.role === "super_admin";
  return (
    <Page title={t`Privacy`} lead={t`What is kept of people, for how long, and how it ends.`}>
      <Stack gap="lg">
        {chief ? (
          <Find />
        ) : (
          <Alert color="slate" title={t`For super admins`}>
            <Trans>A person’s data across interviews is exported and erased by a super admin.</Trans>
          </Alert>
        )}
        <KeptFor />
        {chief && <Receipts />}
      </Stack>
    </Page>
  );
}

function Find() {
  const [address, setAddress] = useState("");
  const find = useMutation({
    mutationFn: async (email: string) =>
      (await findPerson({ body: { email }, throwOnError: true })).data,
  });
  const refused = find.error === null ? null : explain(find.error);
  const nothing = find.error instanceof Refusal && find.error.status === 404;

  function submit(event: FormEvent) {
    event.preventDefault();
    find.mutate(address.trim());
  }

  return (
    <Panel title={t`One person`} note={t`By the address that the invitations went to.`}>
      <Stack gap="lg">
        <form onSubmit={submit} noValidate>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t`E-mail`}
              type="email"
              w={340}
              maxLength={320}
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
            <Button type="submit" loading={find.isPending} disabled={!ADDRESS.test(address.trim())}>
              <Trans>Find</Trans>
            </Button>
          </Group>
        </form>
        {refused !== null && (
          <Alert color={nothing ? "slate" : "ember"} role="alert" title={nothing ? t`Nothing is kept under this address` : refused.title}>
            {nothing ? t`What was erased is in the list below.` : refused.detail}
          </Alert>
        )}
        {find.isSuccess && <Found found={find.data} onGone={() => find.reset()} />}
      </Stack>
    </Panel>
  );
}

function Found({ found, onGone }: { found: KeptPerson; onGone: () => void }) {
  const [erasing, setErasing] = useState(false);
  const copy = useMutation({
    mutationFn: () => download("/api/admin/privacy/export", "person.zip", { email: found.email }),
    onError: tellFailed,
  });
  const obstacles = found.interviews.filter(({ obstacle }) => obstacle !== "");
  return (
    <Stack gap="md">
      <ListTable label={t`Interviews of ${found.email}`} heads={[t`Interview`, t`Status`, t`Made`, t`In the way of erasing`]}>
        {found.interviews.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Anchor component={Link} to={`/interviews/${one.id}`}>
                {one.title}
              </Anchor>
            </Table.Td>
            <Table.Td>
              <StatusBadge status={one.status} />
            </Table.Td>
            <Table.Td>{moment(one.created_at, ownZone())}</Table.Td>
            <Table.Td>{one.obstacle === "" ? t`Nothing` : one.obstacle}</Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      <Group gap="sm">
        <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
          <Trans>Export everything</Trans>
        </Button>
        <Button
          color="ember"
          variant="outline"
          disabled={obstacles.length > 0}
          onClick={() => setErasing(true)}
        >
          <Trans>Erase this person…</Trans>
        </Button>
      </Group>
      <Modal
        opened={erasing}
        onClose={() => setErasing(false)}
        title={t`Erase this person`}
        size="lg"
        centered
        closeButtonProps={{ "aria-label": t`Close` }}
      >
        <Erase
          found={found}
          onClose={() => setErasing(false)}
          onDone={() => {
            setErasing(false);
            onGone();
          }}
        />
      </Modal>
    </Stack>
  );
}

interface EraseProps {
  found: KeptPerson;
  onClose: () => void;
  onDone: () => void;
}

function Erase({ found, onClose, onDone }: EraseProps) {
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const [again, setAgain] = useState("");
  const erase = useMutation({
    mutationFn: async () =>
      (await erasePerson({ body: { email: found.email, again: again.trim() }, throwOnError: true }))
        .data,
    onSuccess: async ({ deletions }) => {
      await queries.invalidateQueries();
      const count = plural(deletions.length, { one: "# interview is", other: "# interviews are" });
      tellDone(t`${count} unreadable now; the receipts follow in the list.`);
      onDone();
    },
    onError: tellFailed,
  });
  const count = plural(found.interviews.length, { one: "# interview", other: "# interviews" });

  function submit(event: FormEvent) {
    event.preventDefault();
    erase.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>
          <Trans>The keys of {count} are destroyed, with all answers, recordings, pictures, scores and the
          name. Nobody can undo it. What stays is the signed chain, which still verifies and says
          that it was erased, and a receipt for each interview.</Trans>
        </Text>
        <Checkbox
          label={t`I know that this cannot be undone`}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <TextInput
          label={t`Type the address once more: ${found.email}`}
          autoComplete="off"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Do not erase</Trans>
          </Button>
          <Button
            type="submit"
            color="ember"
            loading={erase.isPending}
            disabled={!sure || again.trim().toLowerCase() !== found.email}
          >
            <Trans>Erase</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function KeptFor() {
  const kept = useQuery({
    queryKey: [...keys.privacy, "retention"],
    queryFn: async ({ signal }) => (await getRetention({ signal, throwOnError: true })).data,
  });
  return (
    <Panel
      title={t`How long things are kept`}
      note={t`Most days after an interview’s end. An interview’s own policy can only make it shorter.`}
    >
      {kept.isPending && <Loading rows={2} />}
      {kept.isError && <Failed error={kept.error} retry={() => void kept.refetch()} />}
      {kept.isSuccess && (
        <Stack gap="sm">
          <Table layout="fixed" maw={520} aria-label={t`Retention`}>
            <Table.Tbody>
              {(["templates", "audio", "evidence", "record", "results"] as const).map((what) => (
                <Table.Tr key={what}>
                  <Table.Th scope="row" fw={400}>
                    {whatWords(what)}
                  </Table.Th>
                  <Table.Td>{days(kept.data[what])}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text size="sm" c="dimmed">
            {kept.data.backup_words}
          </Text>
        </Stack>
      )}
    </Panel>
  );
}

function Receipts() {
  const found = useInfiniteQuery({
    queryKey: [...keys.privacy, "deletions"],
    queryFn: async ({ pageParam, signal }) =>
      (await listDeletions({ query: { cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((one) => one.done_at === null)) === true
        ? 3000
        : false,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t`What was destroyed`} note={t`Each with a receipt that the server signed.`} flush>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && (
        <Empty title={t`Nothing yet`}><Trans>Retention, withdrawals and erasures are listed here.</Trans></Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label={t`Destroyed`} heads={[t`What`, t`Rule`, t`When`, t`Receipt`]}>
            {items.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <TwoLines
                    first={whatWords(one.what)}
                    second={t`Interview ${one.session_id.slice(0, 8)}`}
                  />
                </Table.Td>
                <Table.Td>{one.rule}</Table.Td>
                <Table.Td>{moment(one.done_at ?? one.asked_at, ownZone())}</Table.Td>
                <Table.Td>
                  {one.done_at === null ? (
                    t`Being removed`
                  ) : (
                    <Anchor href={`/api/admin/privacy/deletions/${one.id}/receipt.json`} download>
                      <Trans>Download</Trans>
                    </Anchor>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <More
            there={found.hasNextPage}
            busy={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
    </Panel>
  );
}

// All interviews, newest first.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Checkbox, Group, Table } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { download } from "../../api/download";
import { keys } from "../../api/queries";
import { listInterviews } from "../../client/sdk.gen";
import type { InterviewSummary } from "../../client/types.gen";
import { MailMark, NoShow, StatusBadge } from "../../parts/badges";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { tellFailed } from "../../parts/tell";
import { notBegun } from "../../words/status";
import { BulkBar } from "./bulk-bar";
import { EVERYTHING, fileOf, Filters, queryOf } from "./filters";
import { UploadDialog } from "./upload";
import { BothWindows } from "./windows";

/** Most interviews that one request changes. */
const AT_ONCE = 200;

export function Component() {
  const [typed, setTyped] = useState(EVERYTHING);
  const [wanted] = useDebouncedValue(typed, 250);
  const [chosen, setChosen] = useState<readonly InterviewSummary[]>([]);
  const [uploading, setUploading] = useState(false);
  const interviews = useInfiniteQuery({
    queryKey: [...keys.interviews, "list", wanted],
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listInterviews({
          query: { cursor: pageParam, ...queryOf(wanted) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = interviews.data?.pages.flatMap((page) => page.items) ?? [];
  const all = JSON.stringify(wanted) === JSON.stringify(EVERYTHING);
  const picked = new Set(chosen.map(({ id }) => id));
  const toggle = (interview: InterviewSummary) =>
    setChosen(
      picked.has(interview.id)
        ? chosen.filter(({ id }) => id !== interview.id)
        : [...chosen, interview].slice(0, AT_ONCE),
    );
  const file = () => void download(fileOf(wanted), "interviews.csv").catch(tellFailed);
  const create = (
    <Button component={Link} to="/interviews/new">
      <Trans>Invite a candidate</Trans>
    </Button>
  );
  return (
    <Page
      title={t`Interviews`}
      lead={t`Everyone who was invited, newest first.`}
      actions={
        <>
          <Button component={Link} to="/interviews/calendar" variant="default">
            <Trans>Calendar</Trans>
          </Button>
          <Button component={Link} to="/interviews/checks" variant="default">
            <Trans>Computer checks</Trans>
          </Button>
          <Button variant="default" onClick={file}>
            <Trans>Download as CSV</Trans>
          </Button>
          <Button variant="default" onClick={() => setUploading(true)}>
            <Trans>Upload a list</Trans>
          </Button>
          {create}
        </>
      }
    >
      <Filters
        wanted={typed}
        counts={interviews.data?.pages[0]?.counts ?? {}}
        onChange={(filters) => {
          setTyped(filters);
          // What is no longer to be seen must not be changed with the rest.
          setChosen([]);
        }}
      />
      {interviews.isPending && <Loading />}
      {interviews.isError && (
        <Failed error={interviews.error} retry={() => void interviews.refetch()} />
      )}
      {interviews.isSuccess && items.length === 0 && !all && (
        <Empty title={t`Nothing found`}><Trans>No interview fits these filters.</Trans></Empty>
      )}
      {interviews.isSuccess && items.length === 0 && all && (
        <Empty title={t`No interview yet`} action={create}>
          <Trans>Invite a candidate: choose a paper and a time, and send them the link.</Trans>
        </Empty>
      )}
      {chosen.length > 0 && <BulkBar chosen={chosen} onDone={() => setChosen([])} />}
      {items.length > 0 && (
        <>
          <ListTable label={t`Interviews`} heads={[t`Choose`, t`Candidate`, t`Paper`, t`Status`, t`Mail`, t`Window`]}>
            {items.map((interview) => (
              <Table.Tr key={interview.id}>
                <Table.Td>
                  <Checkbox
                    aria-label={t`Choose ${interview.candidate_name}`}
                    checked={picked.has(interview.id)}
                    onChange={() => toggle(interview)}
                  />
                </Table.Td>
                <Table.Td>
                  <TwoLines
                    first={
                      <Anchor component={Link} to={`/interviews/${interview.id}`}>
                        {interview.candidate_name}
                      </Anchor>
                    }
                    second={interview.candidate_email}
                  />
                </Table.Td>
                <Table.Td>{interview.title}</Table.Td>
                <Table.Td>
                  <Group gap={6}>
                    <StatusBadge status={interview.status} />
                    {interview.no_show && <NoShow />}
                  </Group>
                </Table.Td>
                <Table.Td>
                  <MailMark state={interview.mail_state} open={notBegun(interview.status)} />
                </Table.Td>
                <Table.Td>
                  <BothWindows {...interview} />
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <More
            there={interviews.hasNextPage}
            busy={interviews.isFetchingNextPage}
            onMore={() => void interviews.fetchNextPage()}
          />
        </>
      )}
      <UploadDialog opened={uploading} onClose={() => setUploading(false)} />
    </Page>
  );
}

// All interviews, newest first.
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
      Invite a candidate
    </Button>
  );
  return (
    <Page
      title="Interviews"
      lead="Everyone who was invited, newest first."
      actions={
        <>
          <Button component={Link} to="/interviews/calendar" variant="default">
            Calendar
          </Button>
          <Button component={Link} to="/interviews/checks" variant="default">
            Computer checks
          </Button>
          <Button variant="default" onClick={file}>
            Download as CSV
          </Button>
          <Button variant="default" onClick={() => setUploading(true)}>
            Upload a list
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
        <Empty title="Nothing found">No interview fits these filters.</Empty>
      )}
      {interviews.isSuccess && items.length === 0 && all && (
        <Empty title="No interview yet" action={create}>
          Invite a candidate: choose a paper and a time, and send them the link.
        </Empty>
      )}
      {chosen.length > 0 && <BulkBar chosen={chosen} onDone={() => setChosen([])} />}
      {items.length > 0 && (
        <>
          <ListTable label="Interviews" heads={["Choose", "Candidate", "Paper", "Status", "Mail", "Window"]}>
            {items.map((interview) => (
              <Table.Tr key={interview.id}>
                <Table.Td>
                  <Checkbox
                    aria-label={`Choose ${interview.candidate_name}`}
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

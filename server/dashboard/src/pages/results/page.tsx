// Handed-in interviews with their scores, newest first.
import { Anchor, Button, Stack, Table, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { download } from "../../api/download";
import { keys } from "../../api/queries";
import { listResults } from "../../client/sdk.gen";
import { SeverityMark, StatusBadge } from "../../parts/badges";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { tellFailed } from "../../parts/tell";
import { pointsWords, totalWords } from "../../words/status";
import { moment, ownZone } from "../../words/time";
import classes from "./page.module.css";

export function Component() {
  const results = useInfiniteQuery({
    queryKey: keys.results,
    queryFn: async ({ pageParam, signal }) =>
      (await listResults({ query: { cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  // Not a plain link: the server asks once more who is here before it hands out a whole list.
  const file = useMutation({
    mutationFn: () => download("/api/admin/results.csv", "results.csv"),
    onError: tellFailed,
  });
  const items = results.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Results"
      lead="Scores by machine are provisional until a person has looked."
      actions={
        items.length > 0 && (
          <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
            Download as CSV
          </Button>
        )
      }
    >
      {results.isPending && <Loading />}
      {results.isError && <Failed error={results.error} retry={() => void results.refetch()} />}
      {results.isSuccess && items.length === 0 && (
        <Empty title="No result yet">
          Results appear here when a candidate has handed in an interview.
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label="Results" heads={["Candidate", "Score", "Signals", "Status", "Handed in"]}>
            {items.map((result) => (
              <Table.Tr key={result.id}>
                <Table.Td>
                  <TwoLines
                    first={
                      <Anchor component={Link} to={`/interviews/${result.id}`}>
                        {result.candidate_name}
                      </Anchor>
                    }
                    second={result.title}
                  />
                </Table.Td>
                <Table.Td>
                  <TwoLines
                    first={
                      result.withheld
                        ? "Kept from a second reader"
                        : result.points === null
                        ? result.state === "open"
                          ? "–"
                          : "For a person"
                        : `${pointsWords(result.points)} of ${result.max_marks}`
                    }
                    second={totalWords(result.state)}
                  />
                </Table.Td>
                <Table.Td>
                  <SignalCount high={result.high} medium={result.medium} />
                </Table.Td>
                <Table.Td>
                  <StatusBadge status={result.status} />
                </Table.Td>
                <Table.Td>
                  {result.finished_at === null ? "–" : moment(result.finished_at, ownZone())}
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <More
            there={results.hasNextPage}
            busy={results.isFetchingNextPage}
            onMore={() => void results.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}

function SignalCount({ high, medium }: { high: number; medium: number }) {
  if (high + medium === 0) return <Text size="sm">None to look at first</Text>;
  return (
    <Stack gap={4}>
      {high > 0 && (
        <span className={classes.count}>
          <SeverityMark severity="high" /> {high} high
        </span>
      )}
      {medium > 0 && (
        <span className={classes.count}>
          <SeverityMark severity="medium" /> {medium} medium
        </span>
      )}
    </Stack>
  );
}

// All question papers.
import { Anchor, Button, Table } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { keys } from "../../api/queries";
import { listPapers } from "../../client/sdk.gen";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { length, moment, ownZone } from "../../words/time";

export function Component() {
  const papers = useInfiniteQuery({
    queryKey: keys.papers,
    queryFn: async ({ pageParam, signal }) =>
      (await listPapers({ query: { cursor: pageParam }, signal, throwOnError: true })).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = papers.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button component={Link} to="/papers/new">
      New paper
    </Button>
  );
  return (
    <Page
      title="Papers"
      lead="Sets of questions. An interview keeps the version it was made from."
      actions={create}
    >
      {papers.isPending && <Loading />}
      {papers.isError && <Failed error={papers.error} retry={() => void papers.refetch()} />}
      {papers.isSuccess && items.length === 0 && (
        <Empty title="No paper yet" action={create}>
          A paper holds the questions of an interview: spoken, written, or code.
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label="Papers" heads={["Paper", "Questions", "Marks", "Time", "Changed"]}>
            {items.map((paper) => (
              <Table.Tr key={paper.id}>
                <Table.Td>
                  <TwoLines
                    first={
                      <Anchor component={Link} to={`/papers/${paper.id}`}>
                        {paper.title}
                      </Anchor>
                    }
                    second={paper.description || "No description"}
                  />
                </Table.Td>
                <Table.Td>{paper.question_count}</Table.Td>
                <Table.Td>{paper.marks}</Table.Td>
                <Table.Td>{length(paper.duration_s)}</Table.Td>
                <Table.Td>{moment(paper.updated_at, ownZone())}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <More
            there={papers.hasNextPage}
            busy={papers.isFetchingNextPage}
            onMore={() => void papers.fetchNextPage()}
          />
        </>
      )}
    </Page>
  );
}

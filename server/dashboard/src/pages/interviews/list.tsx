// All interviews, newest first.
import { Anchor, Button, Group, Table, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { keys } from "../../api/queries";
import { listInterviews } from "../../client/sdk.gen";
import { MailMark, NoShow, StatusBadge } from "../../parts/badges";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { notBegun } from "../../words/status";
import { BothWindows } from "./windows";

export function Component() {
  const [wanted, setWanted] = useState("");
  const [search] = useDebouncedValue(wanted.trim(), 250);
  const interviews = useInfiniteQuery({
    queryKey: [...keys.interviews, "list", search],
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listInterviews({
          query: { cursor: pageParam, q: search === "" ? undefined : search },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = interviews.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button component={Link} to="/interviews/new">
      Invite a candidate
    </Button>
  );
  return (
    <Page title="Interviews" lead="Everyone who was invited, newest first." actions={create}>
      <TextInput
        type="search"
        aria-label="Search interviews"
        placeholder="Search name, e-mail or paper"
        maw={340}
        mb="md"
        maxLength={100}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {interviews.isPending && <Loading />}
      {interviews.isError && (
        <Failed error={interviews.error} retry={() => void interviews.refetch()} />
      )}
      {interviews.isSuccess && items.length === 0 && search !== "" && (
        <Empty title="Nothing found">No interview has “{search}” in it.</Empty>
      )}
      {interviews.isSuccess && items.length === 0 && search === "" && (
        <Empty title="No interview yet" action={create}>
          Invite a candidate: choose a paper and a time, and send them the link.
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label="Interviews" heads={["Candidate", "Paper", "Status", "Mail", "Window"]}>
            {items.map((interview) => (
              <Table.Tr key={interview.id}>
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
    </Page>
  );
}

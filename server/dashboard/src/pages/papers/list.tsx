// All question papers.
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Badge, Button, Group, Switch, Table, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { keys } from "../../api/queries";
import { listPapers } from "../../client/sdk.gen";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { tellDone } from "../../parts/tell";
import { length, moment, ownZone } from "../../words/time";
import { ImportDialog } from "./import-dialog";

export function Component() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const [archived, setArchived] = useState(false);
  const [wanted, setWanted] = useState("");
  const [search] = useDebouncedValue(wanted.trim(), 250);
  const papers = useInfiniteQuery({
    queryKey: [...keys.papers, "list", search, archived],
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listPapers({
          query: { cursor: pageParam, q: search === "" ? undefined : search, archived },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const items = papers.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Group gap="sm">
      <Button variant="default" onClick={() => setImporting(true)}>
        <Trans>From a file</Trans>
      </Button>
      <Button component={Link} to="/papers/new">
        <Trans>New paper</Trans>
      </Button>
    </Group>
  );
  return (
    <Page
      title={t`Papers`}
      lead={t`Sets of questions. An interview keeps the version it was made from.`}
      actions={create}
    >
      <Group gap="lg" mb="md">
        <TextInput
          type="search"
          aria-label={t`Search papers`}
          placeholder={t`Search title or description`}
          w={340}
          maw="100%"
          maxLength={100}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Switch
          label={t`Also those put away`}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
      </Group>
      {papers.isPending && <Loading />}
      {papers.isError && <Failed error={papers.error} retry={() => void papers.refetch()} />}
      {papers.isSuccess && items.length === 0 && search !== "" && (
        <Empty title={t`Nothing found`}><Trans>No paper has “{search}” in it.</Trans></Empty>
      )}
      {papers.isSuccess && items.length === 0 && search === "" && (
        <Empty title={t`No paper yet`} action={create}>
          <Trans>A paper holds the questions of an interview: spoken, written, or code.</Trans>
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label={t`Papers`} heads={[t`Paper`, t`Questions`, t`Marks`, t`Time`, t`Changed`]}>
            {items.map((paper) => (
              <Table.Tr key={paper.id}>
                <Table.Td>
                  <TwoLines
                    first={
                      <Group gap={8}>
                        <Anchor component={Link} to={`/papers/${paper.id}`}>
                          {paper.title}
                        </Anchor>
                        {paper.archived && <Badge color="slate"><Trans>Put away</Trans></Badge>}
                      </Group>
                    }
                    second={paper.description || t`No description`}
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
      <ImportDialog
        opened={importing}
        onClose={() => setImporting(false)}
        onDone={async ({ added, paper_id }) => {
          await queries.invalidateQueries({ queryKey: keys.papers });
          await navigate(`/papers/${paper_id ?? ""}`);
          tellDone(plural(added, { one: "The paper has # question.", other: "The paper has # questions." }));
        }}
      />
    </Page>
  );
}

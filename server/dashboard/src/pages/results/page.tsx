// Started interviews with their scores, as one wants to see them. What is shown stands in the
// address; an empty one opens the person's own default view.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Stack, Table, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { download } from "../../api/download";
import { keys } from "../../api/queries";
import { listResults, listSavedViews } from "../../client/sdk.gen";
import type { ResultSummary } from "../../client/types.gen";
import { SeverityMark, StatusBadge } from "../../parts/badges";
import { More } from "../../parts/more";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { ListTable, TwoLines } from "../../parts/table";
import { tellFailed } from "../../parts/tell";
import { pointsWords, totalWords } from "../../words/status";
import { moment, ownZone } from "../../words/time";
import { Filters } from "./filters";
import {
  addressOf,
  type Column,
  COLUMNS,
  EVERYTHING,
  fileOf,
  type Look,
  lookOf,
  queryOf,
  same,
  wholeLook,
} from "./look";
import classes from "./page.module.css";
import { Views } from "./views";

export function Component() {
  const [address, setAddress] = useSearchParams();
  const views = useQuery({
    queryKey: keys.savedViews,
    queryFn: async ({ signal }) => (await listSavedViews({ signal, throwOnError: true })).data,
  });
  const saved = views.data?.items ?? [];
  const asked = lookOf(address);
  const byItself = asked === null ? saved.find((view) => view.is_default) ?? null : null;
  const look = asked ?? (byItself === null ? EVERYTHING : wholeLook(byItself.look));
  const open = byItself ?? saved.find((view) => view.id === address.get("view")) ?? null;
  const [wanted] = useDebouncedValue(look, 250);
  const results = useInfiniteQuery({
    queryKey: [...keys.results, "list", queryOf(wanted, ownZone())],
    // Not before it is known which view opens by itself: the list would change under the eyes.
    enabled: asked !== null || !views.isPending,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listResults({
          query: { cursor: pageParam, ...queryOf(wanted, ownZone()) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  // Not a plain link: the server asks once more who is here before it hands out a whole list.
  const file = useMutation({
    mutationFn: () => download(fileOf(look, ownZone()), "results.csv"),
    onError: tellFailed,
  });
  const items = results.data?.pages.flatMap((page) => page.items) ?? [];
  const all = same({ ...wanted, order: "newest", columns: EVERYTHING.columns }, EVERYTHING);
  const set = (changed: Look, view: string | null) =>
    setAddress(addressOf(changed, view), { replace: true });
  return (
    <Page
      title={t`Results`}
      lead={t`Scores by machine are provisional until a person has looked.`}
      actions={
        <>
          <Button component={Link} to="/compare" variant="default">
            <Trans>Compare</Trans>
          </Button>
          <Button component={Link} to="/results/charts" variant="default">
            <Trans>Charts</Trans>
          </Button>
          {items.length > 0 && (
            <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
              <Trans>Download as CSV</Trans>
            </Button>
          )}
        </>
      }
    >
      <Filters
        look={look}
        onChange={(changed) => set(changed, open?.id ?? null)}
        views={
          <Views
            views={saved}
            open={open}
            look={look}
            onOpen={(view) =>
              view === null ? set(EVERYTHING, null) : set(wholeLook(view.look), view.id)
            }
          />
        }
      />
      {results.isPending && <Loading />}
      {results.isError && <Failed error={results.error} retry={() => void results.refetch()} />}
      {results.isSuccess && items.length === 0 && !all && (
        <Empty title={t`Nothing found`}><Trans>No result fits these filters.</Trans></Empty>
      )}
      {results.isSuccess && items.length === 0 && all && (
        <Empty title={t`No result yet`}>
          <Trans>Results appear here when a candidate has handed in an interview.</Trans>
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <ListTable label={t`Results`} heads={[t`Candidate`, ...look.columns.map(labelOf)]}>
            {items.map((result) => (
              <Table.Tr key={result.id}>
                <Table.Td>
                  <TwoLines
                    first={
                      <Anchor component={Link} to={`/interviews/${result.id}`}>
                        {result.candidate_name}
                      </Anchor>
                    }
                    second={look.columns.includes("paper") ? result.candidate_email : result.title}
                  />
                </Table.Td>
                {look.columns.map((column) => (
                  <Table.Td key={column}>{CELLS[column](result)}</Table.Td>
                ))}
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

const CELLS: Record<Column, (result: ResultSummary) => ReactNode> = {
  paper: ({ title }) => title,
  score: (result) => (
    <TwoLines first={scoreWords(result)} second={totalWords(result.state)} />
  ),
  signals: ({ high, medium }) => <SignalCount high={high} medium={medium} />,
  status: ({ status }) => <StatusBadge status={status} />,
  started: ({ started_at }) => when(started_at),
  finished: ({ finished_at }) => when(finished_at),
  shortlist: ({ shortlisted }) => (shortlisted ? t`On it` : "–"),
};

function labelOf(column: Column): string {
  return COLUMNS.find(({ key }) => key === column)?.label ?? column;
}

function scoreWords({ withheld, points, state, max_marks }: ResultSummary): string {
  if (withheld) return t`Kept from a second reader`;
  if (points !== null) return t`${pointsWords(points)} of ${max_marks}`;
  return state === "open" ? "–" : t`For a person`;
}

function when(instant: string | null): string {
  return instant === null ? "–" : moment(instant, ownZone());
}

function SignalCount({ high, medium }: { high: number; medium: number }) {
  if (high + medium === 0) return <Text size="sm"><Trans>None to look at first</Trans></Text>;
  return (
    <Stack gap={4}>
      {high > 0 && (
        <span className={classes.count}>
          <SeverityMark severity="high" /><Trans> {high} high</Trans>
        </span>
      )}
      {medium > 0 && (
        <span className={classes.count}>
          <SeverityMark severity="medium" /><Trans> {medium} medium</Trans>
        </span>
      )}
    </Stack>
  );
}

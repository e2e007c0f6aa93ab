// Sums over the interviews that one sees, drawn: scores, times, signals, and what kept detectors
// from seeing. The charting library comes with this page and with no other.
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import "@mantine/charts/styles.css";

import { BarChart } from "@mantine/charts";
import { Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { keys } from "../../api/queries";
import { getCharts, listComparablePapers } from "../../client/sdk.gen";
import type { ChartsView } from "../../client/types.gen";
import { Back } from "../../parts/back";
import { Page } from "../../parts/page";
import { Empty, Failed, Loading } from "../../parts/states";
import { shortSignalWords, signalWords } from "../../words/signals";
import { ownZone } from "../../words/time";
import { addressOf, EVERYTHING, type Look, lookOf, queryOf } from "../results/look";
import { Figure } from "./figure";
import {
  bandWords,
  interviewsWords,
  leftOutWords,
  minutes,
  MOST_KINDS,
  scoreFigures,
  signalFigures,
  timeFigures,
  troubleFigures,
} from "./figures";
import classes from "./page.module.css";

/** Still, because they are read and not watched; and no stop for the keyboard that says nothing. */
const STILL = {
  barProps: { isAnimationActive: false },
  barChartProps: { accessibilityLayer: false },
  legendProps: { itemSorter: null },
};

export function Component() {
  const [address, setAddress] = useSearchParams();
  const look = lookOf(address) ?? EVERYTHING;
  const papers = useQuery({
    queryKey: [...keys.compare, "papers"],
    queryFn: async ({ signal }) => (await listComparablePapers({ signal, throwOnError: true })).data,
  });
  const charts = useQuery({
    queryKey: [...keys.results, "charts", queryOf(look, ownZone())],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await getCharts({ query: queryOf(look, ownZone()), signal, throwOnError: true })).data,
  });
  const set = (change: Partial<Look>) =>
    setAddress(addressOf({ ...look, ...change }, null), { replace: true });
  return (
    <Page
      title={t`Charts`}
      above={<Back to="/results"><Trans>Results</Trans></Back>}
      lead={
        charts.data === undefined
          ? t`Sums over the interviews that you see.`
          : t`Sums over ${interviewsWords(charts.data.interviews)}. They describe a paper and the machinery, no candidate.`
      }
    >
      <Group gap="sm" mb="md" align="end">
        <Select
          label={t`Paper`}
          placeholder={t`All papers`}
          clearable
          clearButtonProps={{ "aria-label": t`All papers` }}
          searchable
          w={320}
          data={(papers.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          value={look.paper_id}
          onChange={(paper_id) => set({ paper_id })}
        />
        <TextInput
          type="date"
          label={t`Handed in from`}
          w={160}
          value={look.from_day ?? ""}
          onChange={(event) => set({ from_day: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={t`Handed in until`}
          w={160}
          value={look.until_day ?? ""}
          onChange={(event) => set({ until_day: event.currentTarget.value || null })}
        />
      </Group>
      {charts.isPending && <Loading rows={3} height={220} />}
      {charts.isError && <Failed error={charts.error} retry={() => void charts.refetch()} />}
      {charts.isSuccess && charts.data.interviews === 0 && (
        <Empty title={t`Nothing to draw`}><Trans>No started interview fits this choice.</Trans></Empty>
      )}
      {charts.isSuccess && charts.data.interviews > 0 && (
        <Drawn sums={charts.data} paper={look.paper_id !== null} />
      )}
    </Page>
  );
}

function Drawn({ sums, paper }: { sums: ChartsView; paper: boolean }) {
  const scored = sums.scores.bands.some((band) => band.final + band.provisional > 0);
  const kinds = sums.signals.slice(0, MOST_KINDS);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Figure
          title={t`Spread of scores`}
          note={leftOutWords(sums) || t`Totals by their share of the marks.`}
          empty={t`No interview has points yet.`}
          figures={scored ? scoreFigures(sums) : { heads: [], rows: [] }}
        >
          <BarChart
            h={260}
            className={classes.bars}
            data={sums.scores.bands.map((band) => ({
              band: bandWords(band),
              final: band.final,
              provisional: band.provisional,
            }))}
            dataKey="band"
            type="stacked"
            withLegend
            series={[
              { name: "final", label: t`Decided by a person`, color: "tide.7" },
              { name: "provisional", label: t`Provisional`, color: "tide.3" },
            ]}
            yAxisProps={{ allowDecimals: false, width: 32 }}
            xAxisProps={{ interval: 1 }}
            {...STILL}
          />
        </Figure>
        <Figure
          title={t`Time per question`}
          note={paper ? t`Minutes that half and three quarters of the candidates took at most.` : undefined}
          empty={
            paper
              ? t`No time was noted on this paper yet.`
              : t`Choose a paper: times of different questions cannot be put together.`
          }
          figures={timeFigures(sums)}
        >
          <BarChart
            h={260}
            className={classes.bars}
            data={sums.questions.map((one, index) => ({
              question: `${index + 1}`,
              median: minutes(one.median_ms),
              most: minutes(one.three_quarters_ms),
            }))}
            dataKey="question"
            withLegend
            xAxisLabel={t`Question`}
            yAxisLabel={t`Minutes`}
            maxBarWidth={34}
            series={[
              { name: "median", label: t`Half took at most`, color: "tide.7" },
              { name: "most", label: t`Three quarters took at most`, color: "amber.4" },
            ]}
            yAxisProps={{ width: 56 }}
            {...STILL}
          />
        </Figure>
      </SimpleGrid>
      <Figure
        title={t`Signals by kind`}
        note={
          sums.signals.length > MOST_KINDS
            ? t`The ${MOST_KINDS} most frequent kinds; the table has all ${sums.signals.length}.`
            : t`How often each kind opened. A signal is something to look at and proves nothing.`
        }
        empty={t`No signal opened in these interviews.`}
        figures={signalFigures(sums)}
      >
        <BarChart
          h={60 + kinds.length * 30}
          className={classes.bars}
          data={kinds.map((one) => ({ ...one, kind: shortSignalWords(one.signal) }))}
          dataKey="kind"
          type="stacked"
          orientation="vertical"
          withLegend
          maxBarWidth={18}
          series={[
            { name: "high", label: t`High`, color: "var(--severity-high)" },
            { name: "medium", label: t`Medium`, color: "var(--severity-medium)" },
            { name: "low", label: t`Low`, color: "var(--severity-low)" },
            { name: "info", label: t`Note`, color: "var(--severity-info)" },
          ]}
          yAxisProps={{ width: 190, interval: 0 }}
          xAxisProps={{ allowDecimals: false }}
          {...STILL}
        />
      </Figure>
      <Figure
        title={t`Health of the detectors`}
        note={t`In how many interviews of a hundred something kept them from seeing.`}
        empty={t`Nothing kept a detector from seeing.`}
        figures={troubleFigures(sums)}
      >
        <BarChart
          h={40 + sums.troubles.length * 34}
          className={classes.bars}
          data={sums.troubles.map((one) => ({
            what: signalWords(one.what),
            share: Math.round((100 * one.interviews) / sums.interviews),
          }))}
          dataKey="what"
          orientation="vertical"
          maxBarWidth={18}
          series={[{ name: "share", label: t`Interviews of a hundred`, color: "amber.6" }]}
          yAxisProps={{ width: 240, interval: 0 }}
          xAxisProps={{ domain: [0, 100] }}
          {...STILL}
        />
      </Figure>
      <Text size="sm" c="dimmed">
        <Trans>Nothing here says why: a question that takes long may be hard, unclear or well answered.</Trans>
      </Text>
    </Stack>
  );
}

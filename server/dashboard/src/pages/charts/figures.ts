// What the charts draw, from the server's sums. One rule: every chart and its table are made from
// the same rows, so that whoever cannot see the bars reads the same.
import { plural, t } from "@lingui/core/macro";
import type { ChartsView } from "../../client/types.gen";
import { signalWords } from "../../words/signals";
import { clock } from "../../words/time";
import { listed } from "../../words/numbers";

/** A chart's rows: the first column names them, the others are counts or lengths. */
export interface Figures {
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** Kinds of signals that fit into a chart; the table has all of them. */
export const MOST_KINDS = 12;

export function scoreFigures({ scores }: ChartsView): Figures {
  return {
    heads: [t`Share of the marks`, t`Decided by a person`, t`Provisional`],
    rows: scores.bands.map((band) => [bandWords(band), band.final, band.provisional]),
  };
}

export function timeFigures({ questions }: ChartsView): Figures {
  return {
    heads: [t`Question`, t`Answers`, t`Quarter took at most`, t`Half took at most`, t`Three quarters took at most`, t`Allowed`],
    rows: questions.map((one, index) => [
      `${index + 1}. ${one.prompt}`,
      one.count,
      clock(one.quarter_ms),
      clock(one.median_ms),
      clock(one.three_quarters_ms),
      clock(one.limit_s * 1000),
    ]),
  };
}

export function signalFigures({ signals }: ChartsView): Figures {
  return {
    heads: [t`Signal`, t`High`, t`Medium`, t`Low`, t`Note`, t`Interviews`],
    rows: signals.map((one) => [
      signalWords(one.signal),
      one.high,
      one.medium,
      one.low,
      one.info,
      one.interviews,
    ]),
  };
}

export function troubleFigures({ troubles, interviews }: ChartsView): Figures {
  return {
    heads: [t`What kept detectors from seeing`, t`Interviews`, t`Of a hundred`, t`How often in all`],
    rows: troubles.map((one) => [
      signalWords(one.what),
      one.interviews,
      interviews === 0 ? 0 : Math.round((100 * one.interviews) / interviews),
      one.count,
    ]),
  };
}

/** Minutes with one decimal, as the axis of times shows them. */
export function minutes(ms: number): number {
  return Math.round(ms / 6000) / 10;
}

export function bandWords({ from_percent, until_percent }: { from_percent: number; until_percent: number }): string {
  return `${from_percent}–${until_percent} %`;
}

/** What is not among the bars, in a sentence; empty where everything is. */
export function leftOutWords({ scores }: ChartsView): string {
  const parts = [
    scores.without > 0 && t`${interviewsWords(scores.without)} without points yet`,
    scores.withheld > 0 && t`${interviewsWords(scores.withheld)} kept from you as a second reader`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : t`Not among the bars: ${listed(parts)}.`;
}

export function interviewsWords(count: number): string {
  return plural(count, { one: "# interview", other: "# interviews" });
}

// What the charts draw, from the server's sums. One rule: every chart and its table are made from
// the same rows, so that whoever cannot see the bars reads the same.
import type { ChartsView } from "../../client/types.gen";
import { signalWords } from "../../words/signals";
import { clock } from "../../words/time";

/** A chart's rows: the first column names them, the others are counts or lengths. */
export interface Figures {
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** Kinds of signals that fit into a chart; the table has all of them. */
export const MOST_KINDS = 12;

export function scoreFigures({ scores }: ChartsView): Figures {
  return {
    heads: ["Share of the marks", "Decided by a person", "Provisional"],
    rows: scores.bands.map((band) => [bandWords(band), band.final, band.provisional]),
  };
}

export function timeFigures({ questions }: ChartsView): Figures {
  return {
    heads: ["Question", "Answers", "Quarter took at most", "Half took at most", "Three quarters took at most", "Allowed"],
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
    heads: ["Signal", "High", "Medium", "Low", "Note", "Interviews"],
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
    heads: ["What kept detectors from seeing", "Interviews", "Of a hundred", "How often in all"],
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
    scores.without > 0 && `${interviewsWords(scores.without)} without points yet`,
    scores.withheld > 0 && `${interviewsWords(scores.withheld)} kept from you as a second reader`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `Not among the bars: ${parts.join(", ")}.`;
}

export function interviewsWords(count: number): string {
  return count === 1 ? "1 interview" : `${count} interviews`;
}

import { describe, expect, it } from "vitest";
import type { ChartsView } from "../../client/types.gen";
import { leftOutWords, minutes, scoreFigures, signalFigures, timeFigures, troubleFigures } from "./figures";

const SUMS: ChartsView = {
  interviews: 8,
  scores: {
    bands: [
      { from_percent: 0, until_percent: 10, final: 1, provisional: 2 },
      { from_percent: 10, until_percent: 20, final: 0, provisional: 0 },
    ],
    without: 1,
    withheld: 2,
  },
  questions: [
    { source: "a", prompt: "Why?", count: 3, quarter_ms: 60_000, median_ms: 90_000, three_quarters_ms: 125_000, limit_s: 300 },
  ],
  signals: [{ signal: "phone", high: 2, medium: 0, low: 1, info: 0, interviews: 2 }],
  troubles: [{ what: "rate_low", count: 9, interviews: 2 }],
};

describe("the tables beside the charts", () => {
  it("have a row for every bar, empty ones too", () => {
    expect(scoreFigures(SUMS).rows).toEqual([["0–10 %", 1, 2], ["10–20 %", 0, 0]]);
    expect(signalFigures(SUMS).rows).toEqual([["A phone may be in the picture", 2, 0, 1, 0, 2]]);
    expect(timeFigures(SUMS).rows).toEqual([["1. Why?", 3, "1:00", "1:30", "2:05", "5:00"]]);
  });

  it("have as many columns as heads", () => {
    for (const make of [scoreFigures, timeFigures, signalFigures, troubleFigures]) {
      const { heads, rows } = make(SUMS);
      expect(rows.every((row) => row.length === heads.length)).toBe(true);
    }
  });

  it("say of how many interviews in a hundred a trouble is, also of none", () => {
    expect(troubleFigures(SUMS).rows).toEqual([["Too few pictures", 2, 25, 9]]);
    expect(troubleFigures({ ...SUMS, interviews: 0 }).rows[0]?.[2]).toBe(0);
  });

  it("say what is not among the bars", () => {
    expect(leftOutWords(SUMS)).toBe(
      "Not among the bars: 1 interview without points yet, 2 interviews kept from you as a second reader.",
    );
    expect(leftOutWords({ ...SUMS, scores: { bands: [], without: 0, withheld: 0 } })).toBe("");
  });

  it("shows times in minutes with one decimal", () => {
    expect(minutes(90_000)).toBe(1.5);
    expect(minutes(125_000)).toBe(2.1);
  });
});

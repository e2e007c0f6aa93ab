import { describe, expect, it } from "vitest";
import type { GateView, GraderTrialView } from "../../client/types.gen";
import { band, figure, gateWords, shiftWords, signed, signedPercent, trialWords } from "./words";

describe("figures of agreement", () => {
  it("stand beside their interval, and unknown ones say so", () => {
    expect(figure({ value: 0.568, low: 0.477, high: 0.663 })).toBe("0.57 (0.48 to 0.66)");
    expect(figure({ value: 0.5, low: null, high: null })).toBe("0.50");
    expect(figure({ value: null, low: null, high: null })).toBe("unknown");
  });

  it("say in which direction a grader errs", () => {
    const about = { low: 0, high: 0.2, n: 7 };
    expect(band({ ...about, bias: 0.12 })).toBe("12 % too much (7)");
    expect(band({ ...about, bias: -0.3 })).toBe("30 % too little (7)");
    expect(band({ ...about, bias: 0.001 })).toBe("as people (7)");
    expect(band({ ...about, bias: null })).toBe("no answer");
  });
});

describe("answers that say the same", () => {
  it("tell a difference with its sign, and none without", () => {
    expect([0.12, -0.3, 0.001, -0.004].map(signedPercent)).toEqual(["+12 %", "−30 %", "0 %", "0 %"]);
    expect(shiftWords("names")).toBe("Another name");
  });
});

describe("the gate", () => {
  const gate: GateView = {
    standing: "not_calibrated",
    model: "judge:8b",
    version: "p1s1",
    samples: 3,
    scoring: "judge:8b",
    scoring_samples: 3,
    waiting: 0,
    sets: [],
    trials: [],
  };

  it("says first where nothing stands behind scores", () => {
    expect(gateWords(gate).title).toBe("Not calibrated");
    expect(gateWords({ ...gate, standing: "off", model: "" }).tone).toBe("slate");
  });

  it("says who scores instead, and what waits", () => {
    const refused = { ...gate, standing: "not_admitted" as const, scoring: "", waiting: 3 };
    expect(gateWords(refused).words).toBe(
      "People read its answers until it was measured on the set in use and is not worse than before. 3 answers wait for it.",
    );
    expect(gateWords({ ...refused, scoring: "old:7b", waiting: 0 }).words).toContain(
      "old:7b, the last one admitted, scores in its place",
    );
  });

  it("says with how many judgements an admitted model goes on where another number is set", () => {
    const other = gateWords({ ...gate, standing: "not_admitted", samples: 1, scoring_samples: 3 });
    expect(other.title).toBe("judge:8b is not admitted with 1 judgement");
    expect(other.words).toContain("It scores with 3 judgements of an answer, as it was measured");
  });

  it("names what a model was compared with, and who let it through", () => {
    const trial: GraderTrialView = {
      id: "0".repeat(32),
      set_name: "Spring",
      model: "judge:8b",
      version: "p1s1",
      samples: 3,
      state: "measured",
      done: 60,
      of: 60,
      may_score: false,
      words: "The mean error grows by 0.100 of the marks.",
      answered: [],
    alike: [],
      compared_with: "baseline",
      compared: 58,
      to_people: 2,
      figures: null,
      error_change: null,
      pearson_change: null,
      let_by: "",
      let_reason: "",
      made_at: "2026-11-30T04:00:00Z",
      settled_at: null,
    };
    expect(trialWords(trial)).toEqual({
      label: "Refused",
      tone: "ember",
      words:
        "The mean error grows by 0.100 of the marks. 58 answers, beside the word baseline. It left 2 to people.",
    });
    const let_by = trialWords({ ...trial, may_score: true, let_by: "Rosa", let_reason: "A test." });
    expect([let_by.label, let_by.words.endsWith("Rosa: A test.")]).toEqual(["Let through", true]);
    expect(trialWords({ ...trial, state: "running", done: 4 }).words).toBe("4 of 60 answers");
  });

  it("shows a change with its sign", () => {
    expect(signed({ value: -0.1, low: -0.2, high: 0.05 })).toBe("−0.100 (−0.200 to +0.050)");
  });
});

import { describe, expect, it } from "vitest";
import type { CheckView } from "../../client/types.gen";
import { blocking, pending, progress, standing } from "./tested";

function check(change: Partial<CheckView> = {}): CheckView {
  return {
    question: "1",
    position: 1,
    state: "untested",
    may_be_asked: false,
    words: "",
    steps_done: 0,
    steps: 0,
    failed: [],
    tried: 0,
    noticed: 0,
    survivors: [],
    asked_by: "Ada",
    asked_at: null,
    settled_at: null,
    ...change,
  };
}

describe("tests of a coding question's tests", () => {
  it("tells how far one is", () => {
    expect(standing(check({ state: "running" }))).toBe("The reference runs through its tests");
    const half = check({ state: "running", steps: 40, steps_done: 20 });
    expect(standing(half)).toBe("20 of 40 faults tried");
    expect(progress(half)).toBe(55);
    expect([pending(half), pending(check()), pending(check({ state: "waiting" }))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("names who answers for an untested question, and why", () => {
    expect(standing(check({ state: "waived", words: "Read by two of us." }))).toBe(
      "Asked untested, on the word of Ada: Read by two of us.",
    );
  });

  it("says which questions stand in the way", () => {
    expect(blocking([check({ may_be_asked: true })])).toBe("");
    expect(blocking([check({ position: 4 })])).toBe("Question 4 has");
    expect(blocking([1, 2, 5].map((position) => check({ position })))).toBe(
      "Questions 1, 2 and 5 have",
    );
  });
});

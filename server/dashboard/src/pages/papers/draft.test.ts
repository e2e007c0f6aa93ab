import { describe, expect, it } from "vitest";
import { blank, faults, toBody } from "./draft";

const TEST = {
  name: "a",
  way: "call" as const,
  given: "",
  expected: "3",
  weight: 1,
  visible: false,
  seconds: 5,
};

describe("a question while it is written", () => {
  it("cannot be saved without a question, marks and time", () => {
    expect(faults(blank("spoken"))).toEqual({ prompt: "Write the question." });
    const odd = { ...blank("written"), prompt: "Why?", marks: 2.5, minutes: Number.NaN };
    expect(Object.keys(faults(odd))).toEqual(["marks", "minutes"]);
  });

  it("sends nothing of another kind", () => {
    const draft = { ...blank("coding"), prompt: " Sort. ", starter: "x = 1" };
    expect(toBody(draft)).toMatchObject({ prompt: "Sort.", language: "python", starter: "x = 1" });
    expect(toBody({ ...draft, kind: "spoken" })).toMatchObject({ language: null, starter: "" });
  });

  it("wants criteria and tests that can be told apart and run", () => {
    const draft = { ...blank("coding"), prompt: "Sort." };
    const criterion = { name: "Depth", weight: 1, levels: ["none", "", "all"] };
    const test = { ...TEST, given: "f(1)" };
    expect(faults({ ...draft, rubric: [criterion], tests: [test] })).toEqual({});
    const open = { ...criterion, levels: ["none", ""] };
    expect(faults({ ...draft, rubric: [open] }).rubric).toContain("“Depth”");
    expect(faults({ ...draft, rubric: [criterion, { ...criterion, name: "depth " }] }).rubric).toContain("same");
    expect(faults({ ...draft, tests: [TEST] }).tests).toContain("call");
    expect(faults({ ...draft, kind: "written", tests: [TEST] })).toEqual({});
  });

  it("sends a test as what it calls or what it types in", () => {
    const typed = { ...TEST, name: "b", way: "stdin" as const, given: "1\n", seconds: 0.5 };
    const body = toBody({ ...blank("coding"), prompt: "Sort.", tests: [{ ...TEST, given: "f(1)" }, typed] });
    expect(body.tests).toMatchObject([
      { name: "a", call: "f(1)", stdin: "", time_limit_ms: 5000 },
      { name: "b", call: "", stdin: "1\n", time_limit_ms: 500 },
    ]);
    expect(toBody({ ...blank("spoken"), prompt: "?", tests: [TEST] }).tests).toEqual([]);
  });

  it("keeps how a test compares, which is not edited here", () => {
    const checking = { checker: "float" as const, tolerance: 0.01, checker_code: "" };
    const body = toBody({ ...blank("coding"), prompt: "Sort.", tests: [{ ...TEST, given: "f(1)", checking }] });
    expect(body.tests).toMatchObject([{ checker: "float", tolerance: 0.01 }]);
  });

  it("leaves out empty key points and counts time in seconds", () => {
    const draft = { ...blank("written"), minutes: 2.5, points: [
      { text: " a ", weight: 2 },
      { text: " ", weight: 1 },
    ] };
    expect(toBody(draft)).toMatchObject({
      time_limit_s: 150,
      key_points: [{ text: "a", weight: 2 }],
    });
  });
});

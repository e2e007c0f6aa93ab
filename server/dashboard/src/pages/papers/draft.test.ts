import { describe, expect, it } from "vitest";
import { blank, faults, toBody } from "./draft";

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

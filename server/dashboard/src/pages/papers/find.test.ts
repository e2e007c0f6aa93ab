import { describe, expect, it } from "vitest";
import type { QuestionView } from "../../client/types.gen";
import { found, NO_FILTER, topics } from "./find";

const make = (prompt: string, topic: string, kind: QuestionView["kind"]) =>
  ({ prompt, topic, kind, difficulty: "easy" }) as QuestionView;
const LIST = [
  make("Why caches?", "Systems", "spoken"),
  make("Sort a list.", "Basics", "coding"),
  make("Sort out a row.", "", "written"),
];

describe("finding questions", () => {
  it("shows all without a filter", () => {
    expect(found(LIST, NO_FILTER)).toEqual(LIST);
  });

  it("wants every word, in the question or its topic", () => {
    expect(found(LIST, { ...NO_FILTER, text: " SORT basics" })).toEqual([LIST[1]]);
  });

  it("joins the filters", () => {
    expect(found(LIST, { ...NO_FILTER, text: "sort", kind: "written" })).toEqual([LIST[2]]);
    expect(found(LIST, { ...NO_FILTER, topic: "Systems", difficulty: "hard" })).toEqual([]);
  });

  it("names every topic once", () => {
    expect(topics([...LIST, LIST[0] as QuestionView])).toEqual(["Basics", "Systems"]);
  });
});

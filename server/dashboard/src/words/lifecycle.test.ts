import { expect, it } from "vitest";
import { causeWords, movedWords } from "./lifecycle";

it("names the rule of a step, and one it does not know by its own name", () => {
  expect(causeWords("outage")).toBe("time lost to an outage was given back");
  expect(causeWords("moon_phase")).toBe("moon phase");
});

it("says by how much a deadline moved, and nothing where it did not", () => {
  expect(movedWords(300)).toBe("5 min more");
  expect(movedWords(-45)).toBe("45 s less");
  expect([movedWords(null), movedWords(0)]).toEqual(["", ""]);
});

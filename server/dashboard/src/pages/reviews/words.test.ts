import { describe, expect, it } from "vitest";
import type { ReviewItem, SecondReadingItem } from "../../client/types.gen";
import { graderWords, proposed, standingWords } from "./words";

const reading: SecondReadingItem = {
  id: "1",
  interview: null,
  title: "Backend",
  question: "2",
  position: 1,
  kind: "written",
  prompt: "Why?",
  max_marks: 10,
  asked_at: "2026-11-29T12:00:00Z",
  standing: "waiting",
  may_read: true,
  first: null,
  second: null,
  second_reason: "",
};

describe("the words of reviews", () => {
  it("says what is proposed, and that nothing is", () => {
    const item = { points: 7.5, max_marks: 10 } as ReviewItem;
    expect(proposed(item)).toBe("7.5 of 10 proposed");
    expect(proposed({ ...item, points: null })).toBe("Nothing is proposed");
    expect([graderWords("judge"), graderWords("other")]).toEqual(["Language model", "other"]);
  });

  it("names no points before the second reader has read", () => {
    expect(standingWords(reading)).not.toMatch(/\d/);
    expect(standingWords({ ...reading, may_read: false })).toContain("does not know");
  });

  it("shows both afterwards, and who decides", () => {
    const read = { ...reading, first: 3, second: 8 };
    expect(standingWords({ ...read, standing: "differs" })).toBe(
      "The readings differ: 3 and 8 of 10. A person decides",
    );
    expect(standingWords({ ...read, standing: "agrees", second: 4 })).toBe(
      "The readings agree: 3 and 4 of 10",
    );
  });
});

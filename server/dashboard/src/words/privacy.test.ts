import { describe, expect, it } from "vitest";
import { days, levelsUpTo, whatWords } from "./privacy";

describe("privacy in words", () => {
  it("offers no more than the policy allows", () => {
    expect(levelsUpTo("none")).toEqual([]);
    expect(levelsUpTo("comments")).toEqual(["status", "comments"]);
    expect(levelsUpTo("scores")).toHaveLength(3);
  });

  it("counts days as people do, and shows what it does not know", () => {
    expect([days(1), days(90)]).toEqual(["1 day", "90 days"]);
    expect(whatWords("new_thing")).toBe("New thing");
  });
});

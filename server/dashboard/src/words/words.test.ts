import { describe, expect, it } from "vitest";
import { severityOf, severityRank, shortSignalWords, signalWords } from "./signals";
import { isOver, notBegun, plain, pointsWords, statusWords, stepWords, totalWords } from "./status";

describe("words for what the server says", () => {
  it("shows what it does not know by its own name", () => {
    expect(statusWords("on_the_moon").label).toBe("On the moon");
    expect(stepWords("on_the_moon")).toBe("On the moon");
    expect(signalWords("third.hand")).toBe("Third hand");
    expect(shortSignalWords("third.hand")).toBe("Third hand");
    expect([signalWords("phone"), shortSignalWords("phone")]).toEqual([
      "A phone may be in the picture",
      "Phone?",
    ]);
    expect(totalWords("odd_state")).toBe("odd state");
    expect(plain("")).toBe("Unknown");
  });

  it("knows which interviews have not begun and which are over", () => {
    expect([notBegun("invited"), notBegun("interview_active"), notBegun("expired")]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isOver("completed"), isOver("paused")]).toEqual([true, false]);
  });

  it("never makes an unknown severity a severe one", () => {
    expect(severityOf("catastrophic")).toBe("info");
    expect(severityOf(null)).toBe("info");
    expect(severityRank("high")).toBeGreaterThan(severityRank("medium"));
  });

  it("never calls a machine's sum final", () => {
    for (const state of ["needs_person", "provisional"]) {
      expect(totalWords(state)).toContain("provisional");
    }
    expect(pointsWords(3.3333)).toBe("3.33");
    expect(pointsWords(8)).toBe("8");
  });
});

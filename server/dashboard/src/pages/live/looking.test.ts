import { describe, expect, it } from "vitest";
import type { LookView } from "../../client/types.gen";
import { found, goesOn, type Happening, type Stage, STARTING, stageWords, step } from "./looking";

const through = (...happenings: Happening[]): Stage => happenings.reduce(step, STARTING);
const ASKED: Happening = { kind: "asked", look: "a" };
const look: LookView = {
  id: "a",
  session: "s",
  phase: "asked",
  why: null,
  answer: "",
  opened_at: "2026-11-22T12:00:00Z",
  until_at: "2026-11-22T12:15:00Z",
};

describe("a look", () => {
  it("goes from the wish to the picture", () => {
    expect(through(ASKED)).toEqual({ kind: "asking", look: "a" });
    expect(through(ASKED, { kind: "answered" })).toEqual({ kind: "connecting", look: "a" });
    const live = through(ASKED, { kind: "answered" }, { kind: "connected" });
    expect(live).toEqual({ kind: "live", look: "a" });
    expect(step(live, { kind: "answered" })).toEqual(live);
    expect(goesOn(live)).toBe(true);
  });

  it("says whether a way was never found or broke", () => {
    expect(through(ASKED, { kind: "broken" })).toEqual({ kind: "over", why: "no_way" });
    const live = through(ASKED, { kind: "answered" }, { kind: "connected" });
    expect(step(live, { kind: "broken" })).toEqual({ kind: "over", why: "lost" });
  });

  it("stays over until somebody looks again", () => {
    const over = through(ASKED, { kind: "ended", why: "paused" });
    for (const late of [ASKED, { kind: "connected" }, { kind: "broken" }] as Happening[]) {
      expect(step(over, late)).toEqual(over);
    }
    expect(goesOn(over)).toBe(false);
    expect(step(over, { kind: "again" })).toEqual(STARTING);
    const refused = through({ kind: "refused", error: new Error("no") });
    expect(refused.kind).toBe("failed");
    expect(step(refused, { kind: "ended", why: "time" })).toEqual(refused);
  });

  it("is found among one’s own by its id alone", () => {
    expect(found([look], through(ASKED))).toBe(look);
    expect(found([look], STARTING)).toBeUndefined();
    expect(found([{ ...look, id: "b" }], through(ASKED))).toBeUndefined();
  });

  it("says what is waited for", () => {
    expect(stageWords(STARTING, "Ada")).toBe("Asking Ada’s app for the picture…");
    expect(stageWords(through(ASKED, { kind: "answered" }), "Ada")).toContain("networks");
    expect(stageWords(through(ASKED, { kind: "ended", why: "time" }), "Ada")).toBe("");
  });

  it("does not begin by a connection alone", () => {
    expect(step(STARTING, { kind: "connected" })).toEqual(STARTING);
    expect(step(STARTING, { kind: "answered" })).toEqual(STARTING);
  });
});

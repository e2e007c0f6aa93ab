import { describe, expect, it } from "vitest";
import { KEPT_DAYS } from "../../client/limits.gen";
import { daysFault, policyOf, UNTOUCHED } from "./terms";

const PAPERS = { retention_days: 30, objects: true, sensitivity: { gaze_beyond_deg: 4 } };

describe("terms of one interview", () => {
  it("are the paper's while nothing was touched, or was set to what it was", () => {
    expect(policyOf(PAPERS, UNTOUCHED)).toBeUndefined();
    const same = { agreed: {}, watched: { objects: true }, levels: { gaze_beyond_deg: 4, speech_after_s: "" as const } };
    expect(policyOf(PAPERS, same)).toBeUndefined();
  });

  it("keep what the paper says beside what was changed", () => {
    const changed = { agreed: {}, watched: { voices: false }, levels: { speech_after_s: 5 } };
    expect(policyOf(PAPERS, changed)).toEqual({
      retention_days: 30,
      objects: true,
      voices: false,
      sensitivity: { gaze_beyond_deg: 4, speech_after_s: 5 },
    });
  });

  it("say how the questions are gone through only where that differs", () => {
    const terms = { ...UNTOUCHED, navigation: "in_order" as const };
    expect(policyOf(PAPERS, terms)).toBeUndefined();
    const free = policyOf(PAPERS, { ...UNTOUCHED, navigation: "free" });
    expect(free).toMatchObject({ retention_days: 30, navigation: "free" });
  });

  it("say what is held and what may be pasted only where that differs", () => {
    const usual = { ...UNTOUCHED, lockdown: "standard" as const, paste: "flag" as const };
    expect(policyOf(PAPERS, usual)).toBeUndefined();
    expect(policyOf(PAPERS, { ...usual, lockdown: "off" })).toMatchObject({
      ...{ lockdown: "off", paste_from_outside: "flag", objects: true },
    });
    const strict = { ...PAPERS, paste_from_outside: "block" as const };
    expect(policyOf(strict, { ...UNTOUCHED, paste: "allow" })).toMatchObject({
      paste_from_outside: "allow",
    });
  });

  it("say what covers the questions only where that differs", () => {
    const displays = { ...PAPERS, blocks: ["displays" as const] };
    expect(policyOf(PAPERS, { ...UNTOUCHED, blocks: [] })).toBeUndefined();
    expect(policyOf(displays, { ...UNTOUCHED, blocks: ["displays"] })).toBeUndefined();
    expect(policyOf(displays, { ...UNTOUCHED, blocks: ["remote"] })?.blocks).toEqual(["remote"]);
    expect(policyOf(displays, { ...UNTOUCHED, blocks: [] })?.blocks).toEqual([]);
  });

  it("say for how long things are kept only where that differs", () => {
    for (const keptDays of [undefined, "" as const, 30])
      expect(policyOf(PAPERS, { ...UNTOUCHED, keptDays })).toBeUndefined();
    expect(policyOf({}, { ...UNTOUCHED, keptDays: KEPT_DAYS.usual })).toBeUndefined();
    const shorter = policyOf(PAPERS, { ...UNTOUCHED, keptDays: 7 });
    expect(shorter).toMatchObject({ retention_days: 7, objects: true });
  });

  it("take whole days within the server's range, and say so for others", () => {
    for (const days of [undefined, "" as const, 1, 90, 3650]) expect(daysFault(days)).toBeUndefined();
    for (const days of [0, -1, 3651, 1.5])
      expect(daysFault(days)).toBe("Write a whole number of days from 1 to 3650.");
  });
});

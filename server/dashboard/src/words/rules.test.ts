import { describe, expect, it } from "vitest";
import { LEVELS } from "../client/limits.gen";
import { agreedLines, changedLines, levels } from "./rules";

describe("an interview's terms in words", () => {
  it("gives every level of the server's schema a name, a unit and its range", () => {
    const shown = levels();
    expect(shown.map(({ name }) => name).sort()).toEqual(Object.keys(LEVELS).sort());
    const beyond = shown.find(({ name }) => name === "gaze_beyond_deg");
    expect(beyond).toMatchObject({ unit: "°", usual: 3, least: 0, most: 30 });
    for (const { usual, least, most } of shown) {
      expect(least).toBeLessThanOrEqual(usual);
      expect(usual).toBeLessThanOrEqual(most);
    }
  });

  it("says what was agreed, a new kind of agreement by its own name", () => {
    const agreed = { extra_time_percent: 25, tics: true, no_selfie: false, standing_desk: true };
    expect(agreedLines(agreed)).toEqual(["25 % extra time", "Tics", "Standing desk"]);
    expect(agreedLines({})).toEqual([]);
  });

  it("says only where the rules differ from the product's", () => {
    expect(changedLines({})).toEqual([]);
    expect(
      changedLines({
        objects: false,
        light_challenge: true,
        sensitivity: { gaze_beyond_deg: 5, face_absent_after_s: 2 },
        retention_days: 30,
        lockdown: "off",
        paste_from_outside: "block",
        blocks: ["displays", "remote"],
      }),
    ).toEqual([
      "Computer: hold nothing",
      "Pasted text: keep it out",
      "Covers the questions: another or a mirrored display, remote control",
      "Look for objects: off",
      "Light challenge: on",
      "Eyes beyond the screen, by 5° (default 3°)",
      "Erased after 30 days (default 90 days)",
    ]);
  });
});

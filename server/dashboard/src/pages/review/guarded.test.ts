import { describe, expect, it } from "vitest";
import type { RecordEvent } from "./episodes";
import { guarded } from "./guarded";

const row = (seq: number, kind: string, detail: unknown): RecordEvent =>
  ({ seq, kind, signal: "", severity: "info", at_ms: seq * 1000, detail }) as RecordEvent;

describe("notes of the lockdown", () => {
  it("says how many measures hold, and why the others do not", () => {
    const measures = [
      { name: "keys", held: true, reason: "" },
      { name: "server_keys", held: false, reason: "Under Wayland no program can." },
    ];
    const [note] = guarded([row(1, "lockdown", { what: "entered", measures })]);
    expect(note).toMatchObject({
      what: "lockdown_entered",
      at: 1000,
      words: "1 of 2 measures hold; Under Wayland no program can.",
    });
  });

  it("says what holds after a change", () => {
    const measures = [{ name: "keys", held: false, reason: "Another program has it." }];
    const [note] = guarded([row(1, "lockdown", { what: "changed", measures })]);
    expect(note).toMatchObject({
      what: "lockdown_changed",
      words: "0 of 1 measures hold; Another program has it.",
    });
  });

  it("tells of keys and of a focus that went and came back", () => {
    const notes = guarded([
      row(2, "focus", { what: "lost", gap_ms: null }),
      row(3, "focus", { what: "back", gap_ms: 140 }),
      row(4, "keys.held", { keys: "Alt+Tab", times: 3 }),
      row(5, "keys.held", { keys: "Super", times: 1 }),
      row(6, "lockdown", { what: "left", measures: [] }),
      row(7, "system", { what: "slept" }),
    ]);
    expect(notes.map((one) => [one.what, one.words, one.gap])).toEqual([
      ["focus_lost", "", null],
      ["focus_back", "", 140],
      ["keys_held", "Alt+Tab, 3 times", null],
      ["keys_held", "Super", null],
      ["lockdown_left", "", null],
    ]);
  });

  it("takes rows of another version as they come", () => {
    expect(guarded([row(1, "lockdown", { what: "entered" })])[0]?.words).toBe("");
    expect(guarded([row(1, "keys.held", null)])[0]?.words).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import type { InstructionView } from "../client/types.gen";
import { actionWords, doneWords, fate, isGrave } from "./actions";

const NOW = Date.parse("2026-11-22T12:00:00Z");

function given(change: Partial<InstructionView> = {}): InstructionView {
  return {
    number: 1,
    action: "message",
    reason: "guidance",
    reason_words: "",
    text: "",
    seconds: 0,
    given_at: "2026-11-22T11:59:00Z",
    given_by: "user:1",
    applied_at: null,
    read_at: null,
    ...change,
  };
}

describe("the words of actions", () => {
  it("tells pending, shown and read apart", () => {
    expect(fate(given(), NOW)).toBe("not applied yet");
    expect(fate(given({ applied_at: "2026-11-22T11:59:30Z" }), NOW)).toBe("shown 30 s ago");
    expect(fate(given({ action: "lock", applied_at: "2026-11-22T11:59:30Z" }), NOW)).toBe(
      "applied 30 s ago",
    );
    expect(
      fate(given({ applied_at: "2026-11-22T11:59:30Z", read_at: "2026-11-22T11:59:50Z" }), NOW),
    ).toBe("read 10 s ago");
  });

  it("says how much time was given", () => {
    expect(doneWords(given({ action: "extend", seconds: 300 }))).toBe("More time (5 min)");
    expect(doneWords(given({ action: "pause" }))).toBe("Paused");
  });

  it("asks before what ends an interview, and says that it can be undone", () => {
    expect(isGrave("terminate")).toBe(true);
    expect(actionWords("terminate").lead).toContain("re-open");
  });
});

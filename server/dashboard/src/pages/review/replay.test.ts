import { describe, expect, it } from "vitest";
import { type Edit, type History, LONGEST_PAUSE, Replay } from "./replay";

function edit(at_ms: number, position: number, inserted: string, more: Partial<Edit> = {}): Edit {
  return { life: 1, at_ms, position, removed: "", inserted, origin: "typed", ...more };
}

function history(steps: Edit[], anchors: History["anchors"] = [{ step: 0, text: "" }]): History {
  return { question: "q", steps, anchors, gaps: 0, text: "", pastes: [], runs: [] };
}

function text(replay: Replay, count: number): string {
  return replay
    .at(count)
    .map((piece) => piece.text)
    .join("");
}

describe("a replay", () => {
  it("shows the text after each step", () => {
    const replay = new Replay(
      history([edit(0, 0, "An idex"), edit(900, 4, "n"), edit(2000, 0, "", { removed: "An " })]),
    );
    expect([0, 1, 2, 3].map((count) => text(replay, count))).toEqual([
      "",
      "An idex",
      "An index",
      "index",
    ]);
  });

  it("counts characters and not their halves", () => {
    const replay = new Replay(
      history([edit(0, 3, "x"), edit(1, 0, "", { removed: "🙂" })], [{ step: 0, text: "🙂שé" }]),
    );
    expect(text(replay, 1)).toBe("🙂שéx");
    expect(text(replay, 2)).toBe("שéx");
  });

  it("keeps what was pasted marked, also when it is typed into", () => {
    const replay = new Replay(
      history([
        edit(0, 0, "mine "),
        edit(5, 5, "theirs", { origin: "pasted" }),
        edit(9, 7, "-", { origin: "typed" }),
      ]),
    );
    expect(replay.at(3)).toEqual([
      { text: "mine ", pasted: false, fresh: false },
      { text: "th", pasted: true, fresh: false },
      { text: "-", pasted: false, fresh: true },
      { text: "eirs", pasted: true, fresh: false },
    ]);
    expect(replay.pastes()).toEqual([2]);
  });

  it("begins anew where the record does, and goes on from a revision after a gap", () => {
    const replay = new Replay(
      history(
        [edit(0, 1, "a"), edit(5, 1, "b", { life: 2 }), edit(9, 5, "!")],
        [
          { step: 0, text: "#" },
          { step: 1, text: "#" },
          { step: 2, text: "other" },
        ],
      ),
    );
    expect(text(replay, 1)).toBe("#");
    expect(text(replay, 3)).toBe("other!");
  });

  it("reaches any step of a long history from a text that is kept", () => {
    const steps = Array.from({ length: 650 }, (_, index) => edit(index * 10, index, "x"));
    const replay = new Replay(history(steps));
    for (const count of [0, 199, 200, 201, 400, 649, 650]) {
      expect(text(replay, count)).toBe("x".repeat(count));
    }
  });

  it("plays a long pause as a short one", () => {
    const replay = new Replay(history([edit(0, 0, "a"), edit(600_000, 1, "b"), edit(600_500, 2, "c")]));
    expect([0, 1, 2, 3].map((count) => replay.pause(count))).toEqual([0, LONGEST_PAUSE, 500, 0]);
    expect(replay.time(2)).toBe(600_000);
  });
});

import { describe, expect, it } from "vitest";
import { axisEnd, episodes, lanes, looks, notes, type RecordEvent, said, tickStep } from "./episodes";

function opened(seq: number, signal: string, onset: number, severity = "medium"): RecordEvent {
  return { seq, kind: "signal.opened", signal, severity, onset_ms: onset, at_ms: onset + 2000 };
}

function closed(seq: number, signal: string, onset: number, ended: number): RecordEvent {
  return {
    seq,
    kind: "signal.closed",
    signal,
    severity: "info",
    onset_ms: onset,
    ended_ms: ended,
    at_ms: ended + 500,
    detail: { reason: "ended" },
  };
}

describe("looks at the candidate's computer", () => {
  it("come in order, with what they found, and what is not understood is unknown", () => {
    const probe = (seq: number, detail: unknown): RecordEvent => ({
      seq,
      kind: "probe",
      signal: "",
      severity: "info",
      at_ms: seq * 1000,
      detail,
    });
    const found = looks([
      opened(1, "face_absent", 0),
      probe(2, { probe: "processes", outcome: "violation", evidence: ["Zoom (by its name)", 3] }),
      probe(3, { probe: "disk", outcome: "ok", evidence: [] }),
      probe(4, { probe: "newer", outcome: "certain" }),
      probe(5, null),
    ]);
    expect(found.map(({ probe: name, outcome, at, evidence }) => [name, outcome, at, evidence])).toEqual([
      ["processes", "violation", 2000, ["Zoom (by its name)"]],
      ["disk", "ok", 3000, []],
      ["newer", "unknown", 4000, []],
      ["", "unknown", 5000, []],
    ]);
  });
});

describe("episodes of a record", () => {
  it("pairs an opening with its closing by signal and onset", () => {
    const found = episodes([
      opened(1, "face_absent", 12_000, "high"),
      opened(2, "head_turned", 12_000),
      closed(3, "face_absent", 12_000, 16_000),
    ]);
    expect(found.map(({ signal, start, end }) => [signal, start, end])).toEqual([
      ["face_absent", 12_000, 16_000],
      ["head_turned", 12_000, null],
    ]);
  });

  it("shows a closing whose opening is missing", () => {
    expect(episodes([closed(9, "gaze_away", 5000, 8000)])[0]).toMatchObject({
      start: 5000,
      end: 8000,
      closing: "ended",
    });
  });

  it("keeps signals and severities it does not know", () => {
    const found = episodes([opened(1, "third_hand", 0, "purple")]);
    expect(found[0]).toMatchObject({ signal: "third_hand", severity: "info" });
  });

  it("says the measure with its value", () => {
    const event = opened(1, "head_turned", 0);
    event.detail = { measure: "yaw_deg", value_milli: 31_240, evidence_withheld: "budget" };
    expect(episodes([event])[0]).toMatchObject({ measure: "yaw 31.2°", withheld: "budget" });
  });

  it("orders lanes by severity, then by time", () => {
    const found = episodes([
      opened(1, "gaze_away", 1000, "low"),
      opened(2, "second_face", 9000, "high"),
      opened(3, "gaze_away", 20_000, "low"),
    ]);
    expect(lanes(found).map((lane) => [lane.signal, lane.episodes.length])).toEqual([
      ["second_face", 1],
      ["gaze_away", 2],
    ]);
  });

  it("has an axis that holds everything, in a handful of ticks", () => {
    const found = episodes([opened(1, "x", 70_000)]);
    expect(axisEnd(found, [], 0)).toBe(70_000);
    expect(axisEnd([], [], 0)).toBe(60_000);
    for (const end of [60_000, 180_000, 3_600_000, 14_400_000, 86_400_000]) {
      expect(end / tickStep(end)).toBeLessThanOrEqual(10);
      expect(end / tickStep(end)).toBeGreaterThanOrEqual(2);
    }
  });

  it("puts what the candidate said at the moment that it is about", () => {
    const event = (seq: number, kind: string, more: Partial<RecordEvent>): RecordEvent => ({
      seq,
      kind,
      signal: "",
      severity: "info",
      ...more,
    });
    const found = said([
      event(7, "candidate.asked", { at_ms: 9000, detail: { what: "break", text: "" } }),
      event(8, "candidate.explained", {
        ...{ signal: "speech", onset_ms: 2000, ended_ms: 4000, at_ms: 9500 },
        detail: { text: "The doorbell rang." },
      }),
    ]);
    expect(found).toEqual([
      { key: "8", what: "explained", at: 2000, until: 4000, signal: "speech", words: "The doorbell rang." },
      { key: "7", what: "break", at: 9000, until: null, signal: "", words: "" },
    ]);
  });

  it("reads notes about the machinery", () => {
    const note: RecordEvent = {
      seq: 4,
      kind: "system",
      signal: "",
      severity: "info",
      at_ms: 3000,
      detail: { what: "proctor_lost", detail: "restarted", gap_ms: 900 },
    };
    expect(notes([note])[0]).toMatchObject({ what: "proctor_lost", at: 3000, gap: 900 });
  });
});

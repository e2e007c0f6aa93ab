import { describe, expect, it } from "vitest";
import type { RecordEvent } from "./episodes";
import { type Seen, sightOf, statedError } from "./sight";

const NOTHING = { events: [], templates: [], policy: {}, accommodations: {} };

function event(kind: string, detail: object, at = 0): RecordEvent {
  return { seq: at, kind, signal: "", severity: "info", at_ms: at, detail };
}

function system(what: string, at: number, more: object = {}): RecordEvent {
  return event("system", { what, ...more }, at);
}

function line(facts: readonly Seen[], name: string): Seen | undefined {
  return facts.find((fact) => fact.name === name);
}

const CALIBRATED = {
  ...event("calibrated", { outcome: "calibrated", error_mdeg: 1840, error_um: 19_300, model: "g/1" }),
  words: "Calibrated on 9 points.",
};

describe("how well could be seen", () => {
  it("states the gaze's error as measured", () => {
    expect(line(sightOf({ ...NOTHING, events: [CALIBRATED] }), "Gaze")).toEqual({
      name: "Gaze",
      state: "good",
      value: "Error 1.8°, 1.9 cm",
      words: ["Calibrated on 9 points.", "Model: g/1."],
    });
    expect(statedError([CALIBRATED])).toEqual({ gaze_away: "gaze error 1.8° on average" });
  });

  it("takes the last of several calibrations, and never a missing number for zero", () => {
    const poor = { ...event("calibrated", { outcome: "poor", error_mdeg: 9000 }), words: "Too far." };
    const facts = sightOf({ ...NOTHING, events: [CALIBRATED, poor] });
    expect(line(facts, "Gaze")).toMatchObject({ state: "limited", value: "Not calibrated", words: ["Too far."] });
    const unknown = event("calibrated", { outcome: "calibrated", error_mdeg: null });
    expect(line(sightOf({ ...NOTHING, events: [unknown] }), "Gaze")?.value).toBe("Error not known");
    expect(statedError([unknown])).toEqual({ gaze_away: "gaze error not known" });
    expect(statedError([])).toEqual({ gaze_away: "gaze not calibrated" });
  });

  it("says why something was not looked at", () => {
    const agreed = { ...NOTHING, accommodations: { nystagmus: true, no_selfie: true, no_voice_sample: true } };
    for (const name of ["Gaze", "Face compared", "Voice compared"]) {
      expect(line(sightOf(agreed), name)?.state).toBe("off");
    }
    const policy = { identity: false, voices: false, calibrate_gaze: false };
    expect(line(sightOf({ ...NOTHING, policy }), "Face compared")?.words).toEqual([
      "This interview does not ask for it.",
    ]);
    expect(line(sightOf({ ...NOTHING, policy }), "Gaze")?.state).toBe("limited");
  });

  it("names the model that compares faces and voices", () => {
    const templates = [{ what: "face", model: "arcface/1 abababab" }];
    const facts = sightOf({ ...NOTHING, templates });
    expect(line(facts, "Face compared")?.words).toEqual(["Model: arcface/1 abababab."]);
    expect(line(facts, "Voice compared")?.state).toBe("limited");
  });

  it("shows a light challenge only where one was asked for or made", () => {
    expect(line(sightOf(NOTHING), "Light challenge")).toBeUndefined();
    const asked = { ...NOTHING, policy: { light_challenge: true } };
    expect(line(sightOf(asked), "Light challenge")?.value).toBe("Not made");
    const unsure = { ...NOTHING, events: [event("challenged", { outcome: "unknown" })] };
    expect(line(sightOf(unsure), "Light challenge")).toMatchObject({
      state: "limited",
      value: "Could not be told",
    });
    const other = { ...NOTHING, events: [event("challenged", { outcome: "brand new" })] };
    expect(line(sightOf(other), "Light challenge")?.value).toBe("Could not be told");
  });

  it("lists detectors that were off once each, with their sentence", () => {
    const events = [
      system("model_missing", 0, { detail: "No voice model." }),
      system("model_missing", 9000, { detail: "No voice model." }),
      system("detector_off", 61_000, { detail: "objects failed again and again and is off." }),
    ];
    expect(line(sightOf({ ...NOTHING, events }), "Detectors")).toMatchObject({
      state: "off",
      value: "2 were off",
      words: ["No voice model.", "1:01 · objects failed again and again and is off."],
    });
  });

  it("adds up low rates and gaps, and knows an open end", () => {
    const low = [system("rate_low", 10_000, { detail: "Objects every 4 s." }), system("rate_back", 22_000)];
    expect(line(sightOf({ ...NOTHING, events: low }), "Rate")).toMatchObject({
      value: "Low for 12 s",
      words: ["Objects every 4 s.", "From 0:10 to 0:22."],
    });
    const open = sightOf({ ...NOTHING, events: [system("rate_low", 10_000)] });
    expect(line(open, "Rate")?.value).toBe("Low, not back");
    const signal = {
      ...event("signal.opened", {}, 20_000),
      signal: "rate_low",
      onset_ms: 20_000,
      ended_ms: 25_000,
    };
    expect(line(sightOf({ ...NOTHING, events: [...low, signal] }), "Rate")).toMatchObject({
      value: "Low for 15 s",
      words: ["Objects every 4 s.", "From 0:10 to 0:25."],
    });
    const gaps = [system("proctor_back", 1000, { gap_ms: 1400 }), system("camera_back", 2000, { gap_ms: 600 })];
    expect(line(sightOf({ ...NOTHING, events: gaps }), "Watching")).toMatchObject({
      value: "2.0 s missing",
    });
  });
});

// Signals in words that describe what was measured. One rule: a signal is something for a person
// to look at; no word here judges the candidate.
import { plain } from "./status";

export type Severity = "info" | "low" | "medium" | "high";

export const SEVERITIES: readonly Severity[] = ["high", "medium", "low", "info"];

const SIGNALS: Record<string, string> = {
  face_absent: "No face in view",
  second_face: "More than one face",
  head_turned: "Head turned",
  gaze_away: "Eyes off the screen",
  camera_covered: "Camera covered",
  camera_frozen: "Picture frozen",
  camera_lost: "Camera lost",
  rate_low: "Too few pictures",
};

const SYSTEM: Record<string, string> = {
  proctor_started: "Watching began",
  proctor_lost: "Watching stopped",
  proctor_back: "Watching resumed",
  camera_changed: "Camera changed",
  camera_back: "Camera back",
  microphone_lost: "Microphone lost",
  microphone_back: "Microphone back",
  microphone_changed: "Microphone changed",
  network_lost: "Connection lost",
  network_back: "Connection back",
  disk_full: "Disk full on the candidate's machine",
  disk_back: "Disk has room again",
  model_missing: "A model was missing",
  detector_off: "A detector was off",
  rate_back: "Enough pictures again",
  clock_moved: "The machine's clock moved",
  app_restarted: "The app was restarted",
};

const SEVERITY_WORDS: Record<Severity, string> = {
  info: "Note",
  low: "Low",
  medium: "Medium",
  high: "High",
};

/** What a signal, or a note about the machinery, is called. */
export function signalWords(name: string): string {
  return SIGNALS[name] ?? SYSTEM[name] ?? plain(name);
}

/** The severity of a value from the wire; what is not known counts as a note. */
export function severityOf(value: string | null | undefined): Severity {
  return SEVERITIES.find((each) => each === value) ?? "info";
}

/** How soon to look, in a word. */
export function severityWords(severity: Severity): string {
  return SEVERITY_WORDS[severity];
}

/** 3 for high to 0 for a note: for ordering. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.length - 1 - SEVERITIES.indexOf(severity);
}

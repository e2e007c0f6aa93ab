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
  camera_looped: "Picture seems to repeat",
  camera_lost: "Camera lost",
  face_unclear: "Face hard to see",
  identity_mismatch: "May be another person than on the selfie",
  identity_unsure: "Could not tell who it is",
  liveness: "May be a picture of a face",
  phone: "A phone may be in the picture",
  book: "A book may be in the picture",
  second_screen: "Another screen may be in the picture",
  speech: "Speech while no spoken question was open",
  second_voice: "Another voice was heard",
  playback: "Speech that sounds like a loudspeaker",
  speaker_mismatch: "May be another voice than in the sample",
  speaker_unsure: "Could not tell whose voice it is",
  rate_low: "Too few pictures",
};

/** Where there is little room; the others fit as they are. */
const SHORT: Record<string, string> = {
  camera_looped: "Picture repeats?",
  identity_mismatch: "Another person?",
  identity_unsure: "Who it is: unsure",
  liveness: "Picture of a face?",
  phone: "Phone?",
  book: "Book?",
  second_screen: "Another screen?",
  speech: "Speech",
  second_voice: "Another voice",
  playback: "Loudspeaker?",
  speaker_mismatch: "Another speaker?",
  speaker_unsure: "Whose voice: unsure",
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
  rate_back: "Full rate again",
  clock_moved: "The machine's clock moved",
  app_restarted: "The app was restarted",
  slept: "The computer slept or stood still",
  sleep_allowed: "Sleep could not be held off on this computer",
  lid_allowed: "A closed lid could put this computer to sleep",
  screen_saver_allowed: "The screen could go dark or be locked",
  notifications_allowed: "Notifications of other programs could not be held off",
  battery_low: "The battery was low",
  battery_back: "The battery was charged again",
  key_in_file: "The signing key is in a file: no key store of the system has it",
  lockdown_entered: "The window is held in front from here on",
  lockdown_changed: "What is held of the computer changed",
  lockdown_left: "The computer is as it was before",
  focus_lost: "Another window had the keyboard",
  focus_back: "The interview had the keyboard again",
  block_began: "The questions were covered because of what was found",
  block_ended: "What covered the questions was put right",
  block_let: "A person let the candidate go on in spite of what was found",
  keys_held: "A key that leads away was pressed and did nothing",
};

const PROBES: Record<string, string> = {
  processes: "Programs",
  windows: "Windows over the app",
  displays: "Displays",
  machine: "Kind of computer",
  remote: "Remote control",
  capture: "Screen recording",
  devices: "Camera and microphone",
  injection: "The app itself",
  typing: "Keyboard",
  clipboard: "Clipboard",
  network: "Way to the network",
  clock: "Clock",
  disk: "Disk",
};

const OUTCOMES = { ok: "nothing noted", violation: "to look at", unknown: "cannot be told" };

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

/** What a look at the candidate's computer is about. */
export function probeWords(name: string): string {
  return PROBES[name] ?? plain(name);
}

/** What such a look answered. */
export function outcomeWords(outcome: keyof typeof OUTCOMES): string {
  return OUTCOMES[outcome];
}

/** The same in a few words, for the axis. */
export function shortSignalWords(name: string): string {
  return SHORT[name] ?? signalWords(name);
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

// Signals in words that describe what was measured. One rule: a signal is something for a person
// to look at; no word here judges the candidate.
import { t } from "@lingui/core/macro";
import { plain } from "./status";

export type Severity = "info" | "low" | "medium" | "high";

export const SEVERITIES: readonly Severity[] = ["high", "medium", "low", "info"];

const SIGNALS: Record<string, string> = {
  face_absent: t`No face in view`,
  second_face: t`More than one face`,
  head_turned: t`Head turned`,
  gaze_away: t`Eyes off the screen`,
  camera_covered: t`Camera covered`,
  camera_frozen: t`Picture frozen`,
  camera_looped: t`Picture seems to repeat`,
  camera_lost: t`Camera lost`,
  face_unclear: t`Face hard to see`,
  identity_mismatch: t`May be another person than on the selfie`,
  identity_unsure: t`Could not tell who it is`,
  liveness: t`May be a picture of a face`,
  phone: t`A phone may be in the picture`,
  book: t`A book may be in the picture`,
  second_screen: t`Another screen may be in the picture`,
  speech: t`Speech while no spoken question was open`,
  second_voice: t`Another voice was heard`,
  playback: t`Speech that sounds like a loudspeaker`,
  speaker_mismatch: t`May be another voice than in the sample`,
  speaker_unsure: t`Could not tell whose voice it is`,
  rate_low: t`Too few pictures`,
};

/** Where there is little room; the others fit as they are. */
const SHORT: Record<string, string> = {
  camera_looped: t`Picture repeats?`,
  identity_mismatch: t`Another person?`,
  identity_unsure: t`Who it is: unsure`,
  liveness: t`Picture of a face?`,
  phone: t`Phone?`,
  book: t`Book?`,
  second_screen: t`Another screen?`,
  speech: t`Speech`,
  second_voice: t`Another voice`,
  playback: t`Loudspeaker?`,
  speaker_mismatch: t`Another speaker?`,
  speaker_unsure: t`Whose voice: unsure`,
};

const SYSTEM: Record<string, string> = {
  proctor_started: t`Watching began`,
  proctor_lost: t`Watching stopped`,
  proctor_back: t`Watching resumed`,
  camera_changed: t`Camera changed`,
  camera_back: t`Camera back`,
  microphone_lost: t`Microphone lost`,
  microphone_back: t`Microphone back`,
  microphone_changed: t`Microphone changed`,
  network_lost: t`Connection lost`,
  network_back: t`Connection back`,
  disk_full: t`Disk full on the candidate's machine`,
  disk_back: t`Disk has room again`,
  model_missing: t`A model was missing`,
  detector_off: t`A detector was off`,
  rate_back: t`Full rate again`,
  clock_moved: t`The machine's clock moved`,
  app_restarted: t`The app was restarted`,
  slept: t`The computer slept or stood still`,
  sleep_allowed: t`Sleep could not be held off on this computer`,
  lid_allowed: t`A closed lid could put this computer to sleep`,
  screen_saver_allowed: t`The screen could go dark or be locked`,
  notifications_allowed: t`Notifications of other programs could not be held off`,
  battery_low: t`The battery was low`,
  battery_back: t`The battery was charged again`,
  key_in_file: t`The signing key is in a file: no key store of the system has it`,
  lockdown_entered: t`The window is held in front from here on`,
  lockdown_changed: t`What is held of the computer changed`,
  lockdown_left: t`The computer is as it was before`,
  focus_lost: t`Another window had the keyboard`,
  focus_back: t`The interview had the keyboard again`,
  block_began: t`The questions were covered because of what was found`,
  block_ended: t`What covered the questions was put right`,
  block_let: t`A person let the candidate go on in spite of what was found`,
  keys_held: t`A key that leads away was pressed and did nothing`,
};

const PROBES: Record<string, string> = {
  processes: t`Programs`,
  windows: t`Windows over the app`,
  displays: t`Displays`,
  machine: t`Kind of computer`,
  remote: t`Remote control`,
  capture: t`Screen recording`,
  devices: t`Camera and microphone`,
  injection: t`The app itself`,
  typing: t`Keyboard`,
  clipboard: t`Clipboard`,
  network: t`Way to the network`,
  clock: t`Clock`,
  disk: t`Disk`,
};

const OUTCOMES = { ok: t`nothing noted`, violation: t`to look at`, unknown: t`cannot be told` };

const SEVERITY_WORDS: Record<Severity, string> = {
  info: t`Note`,
  low: t`Low`,
  medium: t`Medium`,
  high: t`High`,
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

// What one interview watches and what was agreed, in words. One rule: a name that this version
// does not know is shown as it came, and ranges come from the server's own schema.
import { t } from "@lingui/core/macro";
import { KEPT_DAYS, LEVELS } from "../client/limits.gen";
import type { Accommodations, Policy, Sensitivity } from "../client/types.gen";
import { days } from "./privacy";
import { plain } from "./status";
import { inSentence } from "./in-sentence";
import { listed } from "./numbers";

export type Agreement = Exclude<keyof Accommodations, "extra_time_percent">;
export type Level = keyof Sensitivity & keyof typeof LEVELS;
export type Watch = Extract<
  keyof Policy,
  | "selfie"
  | "voice_sample"
  | "calibrate_gaze"
  | "light_challenge"
  | "identity"
  | "objects"
  | "voices"
  | "evidence_images"
  | "biometrics_optional"
  | "thumbnails"
  | "live_camera"
  | "probes"
  | "note_second_display"
  | "note_virtual_machine"
  | "window_titles"
>;

interface Words {
  label: string;
  help: string;
}

export const AGREEMENTS: Record<Agreement, Words> = {
  no_selfie: { label: t`No selfie`, help: t`A person checks the identity instead.` },
  no_voice_sample: {
    label: t`No voice sample`,
    help: t`Voices are not compared with the candidate’s own.`,
  },
  no_biometrics: {
    label: t`No comparison by computer`,
    help: t`Face and voice are not made into numbers; a person checks who it is.`,
  },
  no_calibration: {
    label: t`No gaze calibration`,
    help: t`The gaze is judged with the wider error of the uncalibrated model.`,
  },
  no_light_challenge: {
    label: t`No light challenge`,
    help: t`The light of the screen is never changed: for photosensitivity.`,
  },
  tics: {
    label: t`Tics`,
    help: t`Head and gaze must stand away three times as long; sudden sounds do not count.`,
  },
  nystagmus: {
    label: t`Nystagmus`,
    help: t`The gaze is neither judged nor calibrated; the head still is.`,
  },
  reads_aloud: {
    label: t`Reads or thinks aloud`,
    help: t`The candidate’s own speech is never a signal.`,
  },
  screen_reader: {
    label: t`Screen reader`,
    help: t`Gaze, speech and playback are not judged; its windows are not noted.`,
  },
  head_and_gaze_off: {
    label: t`Head and gaze rules off`,
    help: t`Neither is judged at all: for a magnifier, or where nothing above is enough.`,
  },
  assistive_tools: {
    label: t`Assistive tools`,
    help: t`On-screen keyboard, magnifier, voice control, switch: not noted as windows or typing.`,
  },
  second_person_agreed: {
    label: t`Another person in the room is agreed`,
    help: t`An interpreter or a carer: other faces and voices are no signals.`,
  },
};

export const WATCHED: Record<Watch, Words> = {
  selfie: { label: t`Selfie`, help: t`Taken before the interview, for the checks below and for you.` },
  voice_sample: { label: t`Voice sample`, help: t`A few seconds of speech before the interview.` },
  identity: { label: t`Compare the face`, help: t`With the selfie, every ten seconds.` },
  calibrate_gaze: {
    label: t`Calibrate the gaze`,
    help: t`Under 40 s in the device check; without it the stated error is wider.`,
  },
  objects: { label: t`Look for objects`, help: t`Phones, books and other screens, once a second.` },
  voices: {
    label: t`Listen for voices`,
    help: t`Speech outside spoken questions, other voices and playback.`,
  },
  light_challenge: {
    label: t`Light challenge`,
    help: t`The screen changes its light gently during the selfie. Evidence only.`,
  },
  evidence_images: {
    label: t`Keep pictures`,
    help: t`One cropped picture where a rule asks for evidence.`,
  },
  thumbnails: {
    label: t`Small live pictures`,
    help: t`One newest picture for the live wall; the one before is forgotten.`,
  },
  live_camera: {
    label: t`Live looks`,
    help: t`You may look through the camera. The candidate sees it each time; nothing is kept.`,
  },
  probes: {
    label: t`Look at the computer`,
    help: t`Programs, windows, displays, devices, remote control. Noted for you; it ends nothing.`,
  },
  note_second_display: {
    label: t`Note further displays`,
    help: t`Off where more than one display is allowed.`,
  },
  note_virtual_machine: {
    label: t`Note virtual machines`,
    help: t`Off where the interview is taken on a virtual desktop.`,
  },
  window_titles: {
    label: t`Titles of windows`,
    help: t`Of windows over the app. A title may say what somebody reads; the program is told anyway.`,
  },
  biometrics_optional: {
    label: t`Comparison is the candidate’s choice`,
    help: t`Who says no goes on, and a person checks who it is. Off: ask for it, with a way by you.`,
  },
};

export type Navigation = NonNullable<Policy["navigation"]>;
export type Lockdown = NonNullable<Policy["lockdown"]>;
export type Block = NonNullable<Policy["blocks"]>[number];
export type Paste = NonNullable<Policy["paste_from_outside"]>;

/** What is held on the candidate's computer while the clock runs. */
export const LOCKDOWNS: Record<Lockdown, string> = {
  standard: t`Keep the window in front`,
  off: t`Hold nothing`,
};

/** What becomes of text from other programs. */
export const PASTES: Record<Paste, string> = {
  allow: t`Let it in`,
  flag: t`Let it in and note it`,
  block: t`Keep it out`,
};

export const BLOCKS: Record<Block, string> = {
  processes: t`A denied program runs`,
  displays: t`Another or a mirrored display`,
  remote: t`Remote control`,
  capture: t`The screen is recorded or shared`,
  keys: t`Keys that cannot be held`,
};

export const NAVIGATIONS: Record<Navigation, string> = {
  in_order: t`One after the other`,
  free: t`Freely, until the hand-in`,
};

const LEVEL_WORDS: Record<Level, string> = {
  face_absent_after_s: t`No face, after`,
  face_unclear_after_s: t`Face hard to see, after`,
  second_face_after_s: t`More than one face, after`,
  head_turned_deg: t`Head turned, from`,
  head_turned_after_s: t`Head turned, after`,
  gaze_beyond_deg: t`Eyes beyond the screen, by`,
  gaze_away_after_s: t`Eyes off the screen, after`,
  identity_after_s: t`Who it is, after`,
  liveness_after_s: t`Picture of a face, after`,
  object_after_s: t`Objects, after`,
  speech_after_s: t`Speech, after`,
  second_voice_after_s: t`Another voice, after`,
  camera_covered_after_s: t`Camera covered, after`,
};

export interface LevelWords {
  name: Level;
  label: string;
  /** As it stands behind the number, its space included. */
  unit: string;
  usual: number;
  least: number;
  most: number;
}

/** Every level that the server knows, those with words first. */
export function levels(): LevelWords[] {
  const worded = Object.keys(LEVEL_WORDS) as Level[];
  const rest = (Object.keys(LEVELS) as Level[]).filter((name) => !worded.includes(name));
  return [...worded, ...rest].map((name) => ({
    name,
    label: LEVEL_WORDS[name] ?? plain(name),
    unit: name.endsWith("_deg") ? "°" : " s",
    ...LEVELS[name],
  }));
}

/** What was agreed, one line each. */
export function agreedLines(agreed: Accommodations): string[] {
  const extra = agreed.extra_time_percent ?? 0;
  const named = Object.entries(agreed)
    .filter(([, value]) => value === true)
    .map(([name]) => (name in AGREEMENTS ? AGREEMENTS[name as Agreement].label : plain(name)));
  return extra === 0 ? named : [t`${extra} % extra time`, ...named];
}

/** Where an interview's rules differ from the product's, one line each. */
export function changedLines(policy: Policy): string[] {
  const watched = (Object.keys(WATCHED) as Watch[])
    .filter((name) => (policy[name] ?? USUAL[name]) !== USUAL[name])
    .map((name) => `${WATCHED[name].label}: ${USUAL[name] ? t`off` : t`on`}`);
  const levelled = levels()
    .map(({ name, label, unit, usual: by }) => ({ label, unit, by, set: policy.sensitivity?.[name] ?? by }))
    .filter(({ set, by }) => set !== by)
    .map(({ label, unit, by, set }) => t`${label} ${set}${unit} (default ${by}${unit})`);
  const moved = policy.navigation === "free" ? [t`Questions: ${inSentence(NAVIGATIONS.free)}`] : [];
  if (policy.lockdown === "off") moved.push(t`Computer: ${inSentence(LOCKDOWNS.off)}`);
  const { paste_from_outside: paste = "flag" } = policy;
  if (paste !== "flag") moved.push(t`Pasted text: ${inSentence(PASTES[paste])}`);
  const covering = (policy.blocks ?? []).map((kind) => inSentence(BLOCKS[kind]));
  if (covering.length > 0) moved.push(t`Covers the questions: ${listed(covering)}`);
  const { retention_days: kept = KEPT_DAYS.usual } = policy;
  const erased = kept === KEPT_DAYS.usual ? [] : [t`Erased after ${days(kept)} (default ${days(KEPT_DAYS.usual)})`];
  return [...moved, ...watched, ...levelled, ...erased];
}

const USUAL: Record<Watch, boolean> = {
  selfie: true,
  voice_sample: true,
  calibrate_gaze: true,
  light_challenge: false,
  identity: true,
  objects: true,
  voices: true,
  evidence_images: true,
  biometrics_optional: true,
  thumbnails: false,
  live_camera: false,
  probes: true,
  note_second_display: true,
  note_virtual_machine: true,
  window_titles: false,
};

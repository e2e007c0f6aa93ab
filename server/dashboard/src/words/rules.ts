// What one interview watches and what was agreed, in words. One rule: a name that this version
// does not know is shown as it came, and ranges come from the server's own schema.
import { KEPT_DAYS, LEVELS } from "../client/limits.gen";
import type { Accommodations, Policy, Sensitivity } from "../client/types.gen";
import { days } from "./privacy";
import { plain } from "./status";

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
  no_selfie: { label: "No selfie", help: "A person checks the identity instead." },
  no_voice_sample: {
    label: "No voice sample",
    help: "Voices are not compared with the candidate’s own.",
  },
  no_biometrics: {
    label: "No comparison by computer",
    help: "Face and voice are not made into numbers; a person checks who it is.",
  },
  no_calibration: {
    label: "No gaze calibration",
    help: "The gaze is judged with the wider error of the uncalibrated model.",
  },
  no_light_challenge: {
    label: "No light challenge",
    help: "The light of the screen is never changed: for photosensitivity.",
  },
  tics: {
    label: "Tics",
    help: "Head and gaze must stand away three times as long; sudden sounds do not count.",
  },
  nystagmus: {
    label: "Nystagmus",
    help: "The gaze is neither judged nor calibrated; the head still is.",
  },
  reads_aloud: {
    label: "Reads or thinks aloud",
    help: "The candidate’s own speech is never a signal.",
  },
  screen_reader: {
    label: "Screen reader",
    help: "Gaze, speech and playback are not judged; its windows are not noted.",
  },
  head_and_gaze_off: {
    label: "Head and gaze rules off",
    help: "Neither is judged at all: for a magnifier, or where nothing above is enough.",
  },
  assistive_tools: {
    label: "Assistive tools",
    help: "On-screen keyboard, magnifier, voice control, switch: not noted as windows or typing.",
  },
  second_person_agreed: {
    label: "Another person in the room is agreed",
    help: "An interpreter or a carer: other faces and voices are no signals.",
  },
};

export const WATCHED: Record<Watch, Words> = {
  selfie: { label: "Selfie", help: "Taken before the interview, for the checks below and for you." },
  voice_sample: { label: "Voice sample", help: "A few seconds of speech before the interview." },
  identity: { label: "Compare the face", help: "With the selfie, every ten seconds." },
  calibrate_gaze: {
    label: "Calibrate the gaze",
    help: "Under 40 s in the device check; without it the stated error is wider.",
  },
  objects: { label: "Look for objects", help: "Phones, books and other screens, once a second." },
  voices: {
    label: "Listen for voices",
    help: "Speech outside spoken questions, other voices and playback.",
  },
  light_challenge: {
    label: "Light challenge",
    help: "The screen changes its light gently during the selfie. Evidence only.",
  },
  evidence_images: {
    label: "Keep pictures",
    help: "One cropped picture where a rule asks for evidence.",
  },
  thumbnails: {
    label: "Small live pictures",
    help: "One newest picture for the live wall; the one before is forgotten.",
  },
  live_camera: {
    label: "Live looks",
    help: "You may look through the camera. The candidate sees it each time; nothing is kept.",
  },
  probes: {
    label: "Look at the computer",
    help: "Programs, windows, displays, devices, remote control. Noted for you; it ends nothing.",
  },
  note_second_display: {
    label: "Note further displays",
    help: "Off where more than one display is allowed.",
  },
  note_virtual_machine: {
    label: "Note virtual machines",
    help: "Off where the interview is taken on a virtual desktop.",
  },
  window_titles: {
    label: "Titles of windows",
    help: "Of windows over the app. A title may say what somebody reads; the program is told anyway.",
  },
  biometrics_optional: {
    label: "Comparison is the candidate’s choice",
    help: "Who says no goes on, and a person checks who it is. Off: ask for it, with a way by you.",
  },
};

export type Navigation = NonNullable<Policy["navigation"]>;
export type Lockdown = NonNullable<Policy["lockdown"]>;
export type Block = NonNullable<Policy["blocks"]>[number];
export type Paste = NonNullable<Policy["paste_from_outside"]>;

/** What is held on the candidate's computer while the clock runs. */
export const LOCKDOWNS: Record<Lockdown, string> = {
  standard: "Keep the window in front",
  off: "Hold nothing",
};

/** What becomes of text from other programs. */
export const PASTES: Record<Paste, string> = {
  allow: "Let it in",
  flag: "Let it in and note it",
  block: "Keep it out",
};

export const BLOCKS: Record<Block, string> = {
  processes: "A denied program runs",
  displays: "Another or a mirrored display",
  remote: "Remote control",
  capture: "The screen is recorded or shared",
  keys: "Keys that cannot be held",
};

export const NAVIGATIONS: Record<Navigation, string> = {
  in_order: "One after the other",
  free: "Freely, until the hand-in",
};

const LEVEL_WORDS: Record<Level, string> = {
  face_absent_after_s: "No face, after",
  face_unclear_after_s: "Face hard to see, after",
  second_face_after_s: "More than one face, after",
  head_turned_deg: "Head turned, from",
  head_turned_after_s: "Head turned, after",
  gaze_beyond_deg: "Eyes beyond the screen, by",
  gaze_away_after_s: "Eyes off the screen, after",
  identity_after_s: "Who it is, after",
  liveness_after_s: "Picture of a face, after",
  object_after_s: "Objects, after",
  speech_after_s: "Speech, after",
  second_voice_after_s: "Another voice, after",
  camera_covered_after_s: "Camera covered, after",
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
  return extra === 0 ? named : [`${extra} % extra time`, ...named];
}

/** Where an interview's rules differ from the product's, one line each. */
export function changedLines(policy: Policy): string[] {
  const watched = (Object.keys(WATCHED) as Watch[])
    .filter((name) => (policy[name] ?? USUAL[name]) !== USUAL[name])
    .map((name) => `${WATCHED[name].label}: ${USUAL[name] ? "off" : "on"}`);
  const levelled = levels()
    .map(({ name, label, unit, usual: by }) => ({ label, unit, by, set: policy.sensitivity?.[name] ?? by }))
    .filter(({ set, by }) => set !== by)
    .map(({ label, unit, by, set }) => `${label} ${set}${unit} (default ${by}${unit})`);
  const moved = policy.navigation === "free" ? [`Questions: ${NAVIGATIONS.free.toLowerCase()}`] : [];
  if (policy.lockdown === "off") moved.push(`Computer: ${LOCKDOWNS.off.toLowerCase()}`);
  const { paste_from_outside: paste = "flag" } = policy;
  if (paste !== "flag") moved.push(`Pasted text: ${PASTES[paste].toLowerCase()}`);
  const covering = (policy.blocks ?? []).map((kind) => BLOCKS[kind].toLowerCase());
  if (covering.length > 0) moved.push(`Covers the questions: ${covering.join(", ")}`);
  const { retention_days: kept = KEPT_DAYS.usual } = policy;
  const erased = kept === KEPT_DAYS.usual ? [] : [`Erased after ${days(kept)} (default ${days(KEPT_DAYS.usual)})`];
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

// What a proctor can ask of a running interview, in words. One rule: what the candidate will read
// comes from the server; here is only what the proctor reads.
import type { Action, InstructionView } from "../client/types.gen";
import { ago, length } from "./time";

interface ActionWords {
  /** In a menu. */
  menu: string;
  /** Title of the dialog that asks why. */
  title: string;
  /** What happens, before it does. */
  lead: string;
  /** On the button that does it. */
  confirm: string;
  /** Afterwards, in the list. */
  done: string;
}

const WORDS: Record<Action, ActionWords> = {
  message: {
    menu: "Send a message",
    title: "Send a message",
    lead: "The candidate sees it over the question and confirms to have read it. The clocks stand still for as long as reading it takes.",
    confirm: "Send",
    done: "Message",
  },
  pause: {
    menu: "Pause",
    title: "Pause the interview?",
    lead: "Both clocks stop, the camera goes off, and the candidate may leave the place. The time comes back when you resume.",
    confirm: "Pause",
    done: "Paused",
  },
  resume: {
    menu: "Resume",
    title: "Resume the interview?",
    lead: "The clocks go on and the watch begins again. The whole pause is added to the end.",
    confirm: "Resume",
    done: "Resumed",
  },
  extend: {
    menu: "Give more time",
    title: "Give more time",
    lead: "It is added to the question that is open and to the whole interview.",
    confirm: "Give the time",
    done: "More time",
  },
  lock: {
    menu: "Cover the screen",
    title: "Cover the candidate’s screen?",
    lead: "The question is hidden and nothing can be typed. Answers are kept, the watch goes on, and all the time under the cover is given back.",
    confirm: "Cover",
    done: "Screen covered",
  },
  unlock: {
    menu: "Uncover the screen",
    title: "Uncover the screen?",
    lead: "The question comes back where it was.",
    confirm: "Uncover",
    done: "Screen uncovered",
  },
  recalibrate: {
    menu: "Calibrate the gaze again",
    title: "Ask for a new gaze calibration?",
    lead: "It takes about half a minute and can be skipped. The question’s clock stands still, and one minute is added.",
    confirm: "Ask for it",
    done: "New calibration",
  },
  terminate: {
    menu: "End the interview",
    title: "End this interview?",
    lead: "The candidate can answer nothing more. Everything answered is kept and sent, and the candidate reads why. You can re-open it later with the time that was left.",
    confirm: "End the interview",
    done: "Ended",
  },
  let_on: {
    menu: "Let go on",
    title: "Let the candidate go on?",
    lead: "What was found no longer covers the questions, once: if anything else is found, they are covered again. It is in the log and the record, and the candidate reads it.",
    confirm: "Let go on",
    done: "Let go on",
  },
  reopen: {
    menu: "Re-open",
    title: "Re-open this interview?",
    lead: "It goes on where it stopped, with the time that was left and what you add.",
    confirm: "Re-open",
    done: "Re-opened",
  },
};

/** Those that take something from the candidate at once: asked for in red. */
const GRAVE: ReadonlySet<Action> = new Set<Action>(["terminate"]);

const BLOCKS: Record<string, string> = {
  processes: "a denied program",
  displays: "another or a mirrored display",
  remote: "remote control",
  capture: "screen recording",
  keys: "keys that cannot be held",
};

/** What covers the questions because the policy names it. */
export function blockWords(kind: string): string {
  return BLOCKS[kind] ?? kind;
}

export function actionWords(action: Action): ActionWords {
  return WORDS[action];
}

export function isGrave(action: Action): boolean {
  return GRAVE.has(action);
}

/** What became of an instruction. */
export function fate(given: InstructionView, now: number): string {
  if (given.read_at !== null) return `read ${ago(given.read_at, now)}`;
  if (given.applied_at !== null) {
    return `${needsReading(given.action) ? "shown" : "applied"} ${ago(given.applied_at, now)}`;
  }
  return "not applied yet";
}

/** What was done, in a few words. */
export function doneWords({ action, seconds, text }: InstructionView): string {
  const { done } = WORDS[action];
  if (action === "let_on") return `${done} in spite of ${blockWords(text)}`;
  return seconds > 0 ? `${done} (${length(seconds)})` : done;
}

function needsReading(action: Action): boolean {
  return ["message", "extend", "reopen", "let_on"].includes(action);
}

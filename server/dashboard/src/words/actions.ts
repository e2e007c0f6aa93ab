// What a proctor can ask of a running interview, in words. One rule: what the candidate will read
// comes from the server; here is only what the proctor reads.
import { t } from "@lingui/core/macro";
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
    menu: t`Send a message`,
    title: t`Send a message`,
    lead: t`The candidate sees it over the question and confirms to have read it. The clocks stand still for as long as reading it takes.`,
    confirm: t`Send`,
    done: t`Message`,
  },
  pause: {
    menu: t`Pause`,
    title: t`Pause the interview?`,
    lead: t`Both clocks stop, the camera goes off, and the candidate may leave the place. The time comes back when you resume.`,
    confirm: t`Pause`,
    done: t`Paused`,
  },
  resume: {
    menu: t`Resume`,
    title: t`Resume the interview?`,
    lead: t`The clocks go on and the watch begins again. The whole pause is added to the end.`,
    confirm: t`Resume`,
    done: t`Resumed`,
  },
  extend: {
    menu: t`Give more time`,
    title: t`Give more time`,
    lead: t`It is added to the question that is open and to the whole interview.`,
    confirm: t`Give the time`,
    done: t`More time`,
  },
  lock: {
    menu: t`Cover the screen`,
    title: t`Cover the candidate’s screen?`,
    lead: t`The question is hidden and nothing can be typed. Answers are kept, the watch goes on, and all the time under the cover is given back.`,
    confirm: t`Cover`,
    done: t`Screen covered`,
  },
  unlock: {
    menu: t`Uncover the screen`,
    title: t`Uncover the screen?`,
    lead: t`The question comes back where it was.`,
    confirm: t`Uncover`,
    done: t`Screen uncovered`,
  },
  recalibrate: {
    menu: t`Calibrate the gaze again`,
    title: t`Ask for a new gaze calibration?`,
    lead: t`It takes about half a minute and can be skipped. The question’s clock stands still, and one minute is added.`,
    confirm: t`Ask for it`,
    done: t`New calibration`,
  },
  terminate: {
    menu: t`End the interview`,
    title: t`End this interview?`,
    lead: t`The candidate can answer nothing more. Everything answered is kept and sent, and the candidate reads why. You can re-open it later with the time that was left.`,
    confirm: t`End the interview`,
    done: t`Ended`,
  },
  let_on: {
    menu: t`Let go on`,
    title: t`Let the candidate go on?`,
    lead: t`What was found no longer covers the questions, once: if anything else is found, they are covered again. It is in the log and the record, and the candidate reads it.`,
    confirm: t`Let go on`,
    done: t`Let go on`,
  },
  reopen: {
    menu: t`Re-open`,
    title: t`Re-open this interview?`,
    lead: t`It goes on where it stopped, with the time that was left and what you add.`,
    confirm: t`Re-open`,
    done: t`Re-opened`,
  },
};

/** Those that take something from the candidate at once: asked for in red. */
const GRAVE: ReadonlySet<Action> = new Set<Action>(["terminate"]);

const BLOCKS: Record<string, string> = {
  processes: t`a denied program`,
  displays: t`another or a mirrored display`,
  remote: t`remote control`,
  capture: t`screen recording`,
  keys: t`keys that cannot be held`,
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
  if (given.read_at !== null) return t`read ${ago(given.read_at, now)}`;
  if (given.applied_at !== null) {
    return `${needsReading(given.action) ? t`shown` : t`applied`} ${ago(given.applied_at, now)}`;
  }
  return t`not applied yet`;
}

/** What was done, in a few words. */
export function doneWords({ action, seconds, text }: InstructionView): string {
  const { done } = WORDS[action];
  if (action === "let_on") return t`${done} in spite of ${blockWords(text)}`;
  return seconds > 0 ? `${done} (${length(seconds)})` : done;
}

function needsReading(action: Action): boolean {
  return ["message", "extend", "reopen", "let_on"].includes(action);
}

// Why a grader gave no points, or wants a person to look, where it said so in a sentence of its own.
// One rule: a sentence that is not here, a person's among them, is shown as it was written.
import { t } from "@lingui/core/macro";

const SENTENCES: Record<string, string> = {
  "No answer was given.": t`No answer was given.`,
  "No answer was recorded.": t`No answer was recorded.`,
  "The answer is empty.": t`The answer is empty.`,
  "There is no answer to read.": t`There is no answer to read.`,
  "The question names nothing to look for.": t`The question names nothing to look for.`,
  "It rests on sentences that address the grader: a person has to look.":
    t`It rests on sentences that address the grader: a person has to look.`,
};

export function reasonWords(reason: string): string {
  return Object.hasOwn(SENTENCES, reason) ? (SENTENCES[reason] ?? reason) : reason;
}

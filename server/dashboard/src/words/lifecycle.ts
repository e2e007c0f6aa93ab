// Why an interview's status or deadline changed, in words. One rule: a rule that this version does
// not know is shown by its own name.
import { t } from "@lingui/core/macro";
import { plain } from "./status";
import { length } from "./time";
import { inSentence } from "./in-sentence";

const RULES: Record<string, string> = {
  created: t`by the invitation`,
  claim: t`the app opened the link`,
  new_machine: t`another computer took over`,
  record: t`from the candidate’s record`,
  selfie: t`the selfie arrived`,
  start: t`the candidate pressed Start`,
  start_repeated: t`Start was sent again`,
  outage: t`time lost to an outage was given back`,
  covered: t`time in which a person's word covered the questions was given back`,
  stood_still: t`time in which the app spoke or worked was given back`,
  rescheduled: t`a new time was set`,
  revoked: t`the invite was withdrawn`,
  window_over: t`nobody started in time`,
  deadline: t`the time was over`,
  erased: t`erased on request`,
  finish: t`handed in`,
};

/** Which rule changed it. */
export function causeWords(rule: string): string {
  return RULES[rule] ?? inSentence(plain(rule));
}

/** By how much the deadline moved, `5 min more`; empty where it did not. */
export function movedWords(seconds: number | null): string {
  if (seconds === null || seconds === 0) return "";
  return `${length(Math.abs(seconds))} ${seconds > 0 ? t`more` : t`less`}`;
}

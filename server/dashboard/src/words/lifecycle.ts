// Why an interview's status or deadline changed, in words. One rule: a rule that this version does
// not know is shown by its own name.
import { plain } from "./status";
import { length } from "./time";

const RULES: Record<string, string> = {
  created: "by the invitation",
  claim: "the app opened the link",
  new_machine: "another computer took over",
  record: "from the candidate’s record",
  selfie: "the selfie arrived",
  start: "the candidate pressed Start",
  start_repeated: "Start was sent again",
  outage: "time lost to an outage was given back",
  covered: "time in which a person's word covered the questions was given back",
  stood_still: "time in which the app spoke or worked was given back",
  rescheduled: "a new time was set",
  revoked: "the invite was withdrawn",
  window_over: "nobody started in time",
  deadline: "the time was over",
  erased: "erased on request",
  finish: "handed in",
};

/** Which rule changed it. */
export function causeWords(rule: string): string {
  return RULES[rule] ?? plain(rule).toLowerCase();
}

/** By how much the deadline moved, `5 min more`; empty where it did not. */
export function movedWords(seconds: number | null): string {
  if (seconds === null || seconds === 0) return "";
  return `${length(Math.abs(seconds))} ${seconds > 0 ? "more" : "less"}`;
}

// Whether a coding question may be asked, in words. One rule: what stands in the way is said with
// what to do about it.
import { plural, t } from "@lingui/core/macro";
import type { CheckView } from "../../client/types.gen";

/** Whether its test goes on. */
export function pending(check: CheckView): boolean {
  return check.state === "waiting" || check.state === "running";
}

/** One line beside the question. */
export function standing(check: CheckView): string {
  switch (check.state) {
    case "untested":
      return t`Not tested yet`;
    case "waiting":
      return t`Its test will begin shortly`;
    case "running":
      return check.steps === 0
        ? t`The reference runs through its tests`
        : t`${check.steps_done} of ${check.steps} faults tried`;
    case "good":
      return t`Tested: the reference passes, and its tests notice ${check.noticed} of ${check.tried} faults`;
    case "bad":
      return check.words;
    case "not_run":
      return t`Could not be tested. ${check.words}`;
    case "waived":
      return t`Asked untested, on the word of ${check.asked_by || t`somebody`}: ${check.words}`;
  }
}

/** How far the test is, in percent; a reference that runs counts as a little. */
export function progress(check: CheckView): number {
  if (check.state === "waiting") return 3;
  return check.steps === 0 ? 8 : 10 + (90 * check.steps_done) / check.steps;
}

/** Which questions keep a paper from being used; empty where none does. */
export function blocking(checks: readonly CheckView[]): string {
  const places = checks.filter((check) => !check.may_be_asked).map((check) => check.position);
  if (places.length === 0) return "";
  return plural(places.length, { one: `Question ${places[0]} has`, other: `Questions ${places.slice(0, -1).join(", ")} and ${places[places.length - 1]} have` });
}

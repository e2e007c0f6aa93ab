// The lifecycle in words. One rule: a status that this version does not know is shown by its own
// name, never hidden and never guessed.
import { t } from "@lingui/core/macro";
import { inSentence } from "./in-sentence";
import { upTo } from "./numbers";

export type Tone = "slate" | "tide" | "moss" | "amber" | "ember";

interface StatusWords {
  label: string;
  tone: Tone;
}

const STATUSES: Record<string, StatusWords> = {
  invited: { label: t`Invited`, tone: "slate" },
  link_accessed: { label: t`Link opened`, tone: "slate" },
  authenticated: { label: t`Preparing`, tone: "tide" },
  selfie_uploaded: { label: t`Preparing`, tone: "tide" },
  enrollment: { label: t`Preparing`, tone: "tide" },
  interview_active: { label: t`In progress`, tone: "moss" },
  paused: { label: t`Paused`, tone: "amber" },
  completed: { label: t`Handed in`, tone: "tide" },
  expired: { label: t`Expired`, tone: "slate" },
  cancelled: { label: t`Cancelled`, tone: "slate" },
  terminated: { label: t`Ended early`, tone: "amber" },
};

const STEPS: Record<string, string> = {
  invited: t`Invite created`,
  link_accessed: t`Link opened in the app`,
  authenticated: t`Device check and consent`,
  selfie_uploaded: t`Selfie taken`,
  enrollment: t`Voice sample`,
  interview_active: t`Interview running`,
  paused: t`Paused`,
  completed: t`Handed in`,
  expired: t`Window closed`,
  cancelled: t`Invite withdrawn`,
  terminated: t`Ended early`,
};

const BEFORE = new Set(["invited", "link_accessed", "authenticated", "selfie_uploaded", "enrollment"]);
const OVER = new Set(["completed", "expired", "cancelled", "terminated"]);

/** Label and tone of a status. */
export function statusWords(status: string): StatusWords {
  return STATUSES[status] ?? { label: plain(status), tone: "slate" };
}

/** What a line of the lifecycle timeline says. */
export function stepWords(status: string): string {
  return STEPS[status] ?? plain(status);
}

/** Whether the interview has not begun, so that its invite can still be withdrawn or replaced. */
export function notBegun(status: string): boolean {
  return BEFORE.has(status);
}

/** Whether the interview is over, for whatever reason. */
export function isOver(status: string): boolean {
  return OVER.has(status);
}

const TOTALS: Record<string, string> = {
  open: t`not handed in yet`,
  needs_person: t`provisional; a person is needed for a part`,
  provisional: t`provisional, for review`,
  final: t`decided by a person`,
};

/** How firm the sum of an interview's scores is. */
export function totalWords(state: string): string {
  return TOTALS[state] ?? inSentence(plain(state));
}

/** Points as people write them: `8`, `7.5`, `3.33`. */
export function pointsWords(points: number): string {
  return upTo(points, 2);
}

/** `head_turned` as `Head turned`. */
export function plain(name: string): string {
  const words = name.replaceAll(/[_.:]+/g, " ").trim();
  return words === "" ? t`Unknown` : words.charAt(0).toUpperCase() + words.slice(1);
}

// The lifecycle in words. One rule: a status that this version does not know is shown by its own
// name, never hidden and never guessed.

export type Tone = "slate" | "tide" | "moss" | "amber" | "ember";

interface StatusWords {
  label: string;
  tone: Tone;
}

const STATUSES: Record<string, StatusWords> = {
  invited: { label: "Invited", tone: "slate" },
  link_accessed: { label: "Link opened", tone: "slate" },
  authenticated: { label: "Preparing", tone: "tide" },
  selfie_uploaded: { label: "Preparing", tone: "tide" },
  enrollment: { label: "Preparing", tone: "tide" },
  interview_active: { label: "In progress", tone: "moss" },
  paused: { label: "Paused", tone: "amber" },
  completed: { label: "Handed in", tone: "tide" },
  expired: { label: "Expired", tone: "slate" },
  cancelled: { label: "Cancelled", tone: "slate" },
  terminated: { label: "Ended early", tone: "amber" },
};

const STEPS: Record<string, string> = {
  invited: "Invite created",
  link_accessed: "Link opened in the app",
  authenticated: "Device check and consent",
  selfie_uploaded: "Selfie taken",
  enrollment: "Voice sample",
  interview_active: "Interview running",
  paused: "Paused",
  completed: "Handed in",
  expired: "Window closed",
  cancelled: "Invite withdrawn",
  terminated: "Ended early",
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
  open: "not handed in yet",
  needs_person: "provisional; a person is needed for a part",
  provisional: "provisional, for review",
  final: "decided by a person",
};

/** How firm the sum of an interview's scores is. */
export function totalWords(state: string): string {
  return TOTALS[state] ?? plain(state).toLowerCase();
}

/** Points as people write them: `8`, `7.5`, `3.33`. */
export function pointsWords(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** `head_turned` as `Head turned`. */
export function plain(name: string): string {
  const words = name.replaceAll(/[_.:]+/g, " ").trim();
  return words === "" ? "Unknown" : words.charAt(0).toUpperCase() + words.slice(1);
}

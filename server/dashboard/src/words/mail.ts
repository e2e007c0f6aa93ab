// Mails to candidates in words. One rule: a state that this version does not know is shown by its
// own name, and a mail that a server took is never called read.
import { plural, t } from "@lingui/core/macro";
import type { MailView } from "../client/types.gen";
import { plain, type Tone } from "./status";
import { moment } from "./time";

interface MailWords {
  label: string;
  tone: Tone;
}

const STATES: Record<string, MailWords> = {
  off: { label: t`Not sent: no mail server`, tone: "slate" },
  none: { label: t`Not sent yet`, tone: "slate" },
  queued: { label: t`Queued`, tone: "slate" },
  sent: { label: t`Sent`, tone: "slate" },
  bounced: { label: t`Bounced`, tone: "ember" },
  failed: { label: t`Failed`, tone: "amber" },
  dropped: { label: t`Dropped`, tone: "slate" },
};

const KINDS: Record<string, string> = {
  invite: t`Invitation`,
  reschedule: t`New time`,
  cancellation: t`Cancellation`,
  reminder: t`Reminder`,
  feedback: t`Feedback`,
};

/** Label and tone of one mail's state, or of an interview's mail as a whole. */
export function mailWords(state: string): MailWords {
  return STATES[state] ?? { label: plain(state), tone: "slate" };
}

/** Why the candidate is written to. */
export function mailKindWords(kind: string): string {
  return KINDS[kind] ?? plain(kind);
}

/** When a mail was settled, or is to be sent, in `zone`. */
export function mailWhen(mail: MailView, zone: string): string {
  const at = moment(mail.settled_at ?? mail.due_at, zone);
  if (mail.state !== "queued") return at;
  if (mail.attempts === 0) return t`due ${at}`;
  return t`${plural(mail.attempts, { one: "tried once", other: "tried # times" })}, next ${at}`;
}

/** What was said of a mail; a refusal is quoted as the mail server's own words. */
export function mailSaid(mail: MailView): string {
  if (mail.words === "") return "";
  return mail.state === "bounced" ? t`The mail server said: “${mail.words}”` : mail.words;
}

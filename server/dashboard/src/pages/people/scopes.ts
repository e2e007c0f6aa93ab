// What an admin may do, in words.
import { t } from "@lingui/core/macro";
import type { Scope } from "../../client/types.gen";
import { listed } from "../../words/numbers";

export const SCOPES: readonly { value: Scope; label: string; what: string }[] = [
  { value: "author", label: t`Author`, what: t`papers and questions` },
  { value: "scheduler", label: t`Scheduler`, what: "interviews" },
  { value: "proctor", label: t`Proctor`, what: t`the live view and actions` },
  { value: "reviewer", label: t`Reviewer`, what: "results" },
];

export const ROLES: Record<string, string> = {
  super_admin: t`Super admin`,
  admin: t`Admin`,
  candidate: t`Candidate`,
};

/** "Everything", or the labels of the scopes there are. */
export function scopesInWords(scopes: readonly Scope[]): string {
  if (scopes.length === SCOPES.length) return t`Everything`;
  const labels = SCOPES.filter(({ value }) => scopes.includes(value)).map(({ label }) => label);
  return labels.length === 0 ? t`Nothing` : listed(labels);
}

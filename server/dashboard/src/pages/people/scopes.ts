// What an admin may do, in words.
import type { Scope } from "../../client/types.gen";

export const SCOPES: readonly { value: Scope; label: string; what: string }[] = [
  { value: "author", label: "Author", what: "papers and questions" },
  { value: "scheduler", label: "Scheduler", what: "interviews" },
  { value: "proctor", label: "Proctor", what: "the live view and actions" },
  { value: "reviewer", label: "Reviewer", what: "results" },
];

export const ROLES: Record<string, string> = {
  super_admin: "Super admin",
  admin: "Admin",
  candidate: "Candidate",
};

/** "Everything", or the labels of the scopes there are. */
export function scopesInWords(scopes: readonly Scope[]): string {
  if (scopes.length === SCOPES.length) return "Everything";
  const labels = SCOPES.filter(({ value }) => scopes.includes(value)).map(({ label }) => label);
  return labels.length === 0 ? "Nothing" : labels.join(", ");
}

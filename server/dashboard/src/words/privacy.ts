// What is kept, destroyed and released, in words. One rule: a name that this version does not know
// is shown as it came.
import { plural, t } from "@lingui/core/macro";
import { plain } from "./status";

const WHAT: Record<string, string> = {
  templates: t`Face and voice as numbers`,
  audio: t`Recordings`,
  evidence: t`Pictures`,
  record: t`Record, answers and scores`,
  results: t`Name, total and note`,
  person: t`Name, total and note`,
};

const LEVELS: Record<string, string> = {
  none: t`Nothing`,
  status: t`That a person has looked at it`,
  comments: t`Summary and comments`,
  scores: t`Summary, comments and points`,
};

/** What a deletion or a retention time is about. */
export function whatWords(what: string): string {
  return WHAT[what] ?? plain(what);
}

/** What a candidate may read. */
export function levelWords(level: string): string {
  return LEVELS[level] ?? plain(level);
}

/** `1 day`, `90 days`. */
export function days(count: number): string {
  return plural(count, { one: "# day", other: "# days" });
}

/** Levels up to what the policy allows, least first; none where nothing may be shown. */
export function levelsUpTo(most: string): string[] {
  const all = ["status", "comments", "scores"];
  return all.slice(0, all.indexOf(most) + 1);
}

// Which build of the app a candidate's machine told, in words. One rule: unknown is neither good nor
// a finding, and a standing that this version does not know is shown by its own name.
import type { BuildView } from "../client/types.gen";
import { plain, type Tone } from "./status";

const STANDINGS: Record<string, { label: string; tone: Tone }> = {
  released: { label: "Released", tone: "moss" },
  changed: { label: "Changed files", tone: "ember" },
  unknown: { label: "Unknown build", tone: "amber" },
  not_told: { label: "Not told", tone: "slate" },
};

/** How the build stands. */
export function standingWords(standing: string): { label: string; tone: Tone } {
  return STANDINGS[standing] ?? { label: plain(standing), tone: "slate" };
}

/** Version, system and the start of its list's digest. */
export function buildName(build: BuildView): string {
  const digest = build.released ?? build.found;
  const named = build.version ? [`Version ${build.version}`] : [];
  return [...named, build.platform, digest === null ? "" : digest.slice(0, 16)]
    .filter(Boolean)
    .join(" · ");
}

/** Files that differ, and how many more than are named. */
export function changedWords(build: BuildView): string {
  const more = build.changed_count - build.changed.length;
  return more > 0 ? `${build.changed.join(", ")} and ${more} more` : build.changed.join(", ");
}

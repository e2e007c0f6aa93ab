// Which build of the app a candidate's machine told, in words. One rule: unknown is neither good nor
// a finding, and a standing that this version does not know is shown by its own name.
import { t } from "@lingui/core/macro";
import type { BuildView } from "../client/types.gen";
import { plain, type Tone } from "./status";
import { listed } from "./numbers";

const STANDINGS: Record<string, { label: string; tone: Tone }> = {
  released: { label: t`Released`, tone: "moss" },
  changed: { label: t`Changed files`, tone: "ember" },
  unknown: { label: t`Unknown build`, tone: "amber" },
  not_told: { label: t`Not told`, tone: "slate" },
};

/** How the build stands. */
export function standingWords(standing: string): { label: string; tone: Tone } {
  return STANDINGS[standing] ?? { label: plain(standing), tone: "slate" };
}

/** Version, system and the start of its list's digest. */
export function buildName(build: BuildView): string {
  const digest = build.released ?? build.found;
  const named = build.version ? [t`Version ${build.version}`] : [];
  return [...named, build.platform, digest === null ? "" : digest.slice(0, 16)]
    .filter(Boolean)
    .join(" · ");
}

/** Files that differ, and how many more than are named. */
export function changedWords(build: BuildView): string {
  const more = build.changed_count - build.changed.length;
  return more > 0 ? t`${listed(build.changed)} and ${more} more` : listed(build.changed);
}

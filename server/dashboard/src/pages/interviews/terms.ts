// What was changed on the way to an interview's terms, over what the paper or the interview says.
// One rule: what nobody touched is not sent, so that it goes on following its source.
import { t } from "@lingui/core/macro";
import type { Accommodations, Policy } from "../../client/types.gen";
import { KEPT_DAYS } from "../../client/limits.gen";
import type { Block, Level, Lockdown, Navigation, Paste, Watch } from "../../words/rules";

export interface Terms {
  agreed: Accommodations;
  watched: Partial<Record<Watch, boolean>>;
  /** Empty while somebody is still writing: then the source's number holds. */
  levels: Partial<Record<Level, number | "">>;
  /** Most that the candidate may read after the review. */
  feedback?: Policy["feedback"];
  navigation?: Navigation;
  lockdown?: Lockdown;
  paste?: Paste;
  /** What covers the questions for as long as it is found. */
  blocks?: readonly Block[];
  /** Until answers, recordings and pictures are erased; empty while somebody is still writing. */
  keptDays?: number | "";
}

export const UNTOUCHED: Terms = { agreed: {}, watched: {}, levels: {} };

/** The terms of `policy` with the changes on top; undefined where there are none. */
export function policyOf(policy: Policy, terms: Terms): Policy | undefined {
  const { watched, levels, feedback, navigation, lockdown, paste, blocks, keptDays } = terms;
  const given = Object.fromEntries(Object.entries(levels).filter(([, value]) => value !== ""));
  const kept = typeof keptDays === "number" ? { retention_days: keptDays } : {};
  const differs =
    (kept.retention_days ?? daysKept(policy)) !== daysKept(policy) ||
    (feedback !== undefined && feedback !== (policy.feedback ?? "none")) ||
    (navigation !== undefined && navigation !== (policy.navigation ?? "in_order")) ||
    (lockdown !== undefined && lockdown !== (policy.lockdown ?? "standard")) ||
    (paste !== undefined && paste !== (policy.paste_from_outside ?? "flag")) ||
    (blocks !== undefined && !sameBlocks(blocks, policy.blocks ?? [])) ||
    Object.entries(watched).some(([name, value]) => policy[name as Watch] !== value) ||
    Object.entries(given).some(([name, value]) => policy.sensitivity?.[name as Level] !== value);
  if (!differs) return undefined;
  const shown = feedback === undefined ? {} : { feedback };
  const moved = navigation === undefined ? {} : { navigation };
  const held = lockdown === undefined ? {} : { lockdown };
  const pasted = paste === undefined ? {} : { paste_from_outside: paste };
  const covered = blocks === undefined ? {} : { blocks: [...blocks] };
  const sensitivity = { ...policy.sensitivity, ...given };
  return { ...policy, ...watched, ...shown, ...moved, ...held, ...pasted, ...covered, ...kept, sensitivity };
}

function sameBlocks(one: readonly Block[], other: readonly Block[]): boolean {
  return one.length === other.length && one.every((kind) => other.includes(kind));
}

/** Days until answers, recordings and pictures are erased where nothing is changed. */
export function daysKept(policy: Policy): number {
  return policy.retention_days ?? KEPT_DAYS.usual;
}

/** Why a number of days cannot be kept; undefined where it can, and while none is written. */
export function daysFault(days: Terms["keptDays"]): string | undefined {
  if (days === undefined || days === "") return undefined;
  const { least, most } = KEPT_DAYS;
  if (Number.isInteger(days) && days >= least && days <= most) return undefined;
  return t`Write a whole number of days from ${least} to ${most}.`;
}

// What reviewers read of the queue, of second readings and of why a person has to look.
import { t } from "@lingui/core/macro";
import type { ReviewItem, SecondReadingItem } from "../../client/types.gen";
import { pointsWords } from "../../words/status";

const GRADERS: Record<string, string> = {
  baseline: t`Word baseline`,
  judge: t`Language model`,
  tests: t`Tests of code`,
};

export function graderWords(grader: string): string {
  return GRADERS[grader] ?? grader;
}

/** What is proposed, in a few words. */
export function proposed(item: ReviewItem): string {
  if (item.points === null) return t`Nothing is proposed`;
  return t`${pointsWords(item.points)} of ${item.max_marks} proposed`;
}

/** Where a second reading stands, and what is to be done. */
export function standingWords(item: SecondReadingItem): string {
  switch (item.standing) {
    case "waiting":
      return item.may_read ? t`Waits for you or another reader` : t`Waits for somebody who does not know the points`;
    case "agrees":
      return t`The readings agree: ${both(item)}`;
    case "differs":
      return t`The readings differ: ${both(item)}. A person decides`;
    case "decided":
      return t`Decided by a person after ${both(item)}`;
  }
}

function both({ first, second, max_marks }: SecondReadingItem): string {
  const one = first === null ? "?" : pointsWords(first);
  const other = second === null ? "?" : pointsWords(second);
  return t`${one} and ${other} of ${max_marks}`;
}

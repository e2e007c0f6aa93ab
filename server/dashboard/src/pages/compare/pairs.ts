// Which answers of two candidates belong beside each other. One rule: what was asked of both is
// what counts: the paper's own question decides, never its place, because papers are drawn.
import type { ComparedAnswers } from "../../client/types.gen";

export type Side = ComparedAnswers;
export type Answer = Side["answers"][number];

/** One question with what each side gave; null where it was not asked there. */
export interface Pair {
  /** The paper's question. */
  source: string;
  left: Answer | null;
  right: Answer | null;
  /** Further questions that followed on each side. */
  leftFurther: readonly Answer[];
  rightFurther: readonly Answer[];
  /** Whether the two were asked in other words, as after a change of the paper. */
  reworded: boolean;
}

/** Questions in the left side's order, those that only the right one was asked behind them. */
export function pairsOf(left: Side | null, right: Side | null): Pair[] {
  const sides = [left, right].map((side) => side?.answers ?? []);
  const sources = new Set(
    sides.flatMap((answers) => answers.filter(isOwn).map(({ source }) => source)),
  );
  return [...sources].map((source) => {
    const own = (answers: readonly Answer[] = []) =>
      answers.find((answer) => answer.source === source && isOwn(answer)) ?? null;
    const [mine, theirs] = [own(sides[0]), own(sides[1])];
    return {
      source,
      left: mine,
      right: theirs,
      leftFurther: further(sides[0] ?? [], source),
      rightFurther: further(sides[1] ?? [], source),
      reworded:
        mine !== null && theirs !== null && mine.question.prompt !== theirs.question.prompt,
    };
  });
}

/** The pair after or before `at`, staying at the ends. */
export function moved(at: number, by: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at + by));
}

/** Where a wanted question stands; the first one for what is not there. */
export function placeOf(pairs: readonly Pair[], source: string | null): number {
  return Math.max(0, pairs.findIndex((pair) => pair.source === source));
}

/** Two people to begin with: those on the short list first, then the newest. */
export function firstTwo(
  candidates: readonly { id: string; shortlist: { listed: boolean } }[],
): [string | null, string | null] {
  const order = [
    ...candidates.filter(({ shortlist }) => shortlist.listed),
    ...candidates.filter(({ shortlist }) => !shortlist.listed),
  ];
  return [order[0]?.id ?? null, order[1]?.id ?? null];
}

/** Whether a key that moves between questions is meant for the page and not for a field. */
export function isForPage(target: EventTarget | null): boolean {
  if (typeof Element === "undefined" || !(target instanceof Element)) return true;
  return (
    target.closest(
      "input, textarea, select, audio, [contenteditable], [role=listbox], [role=dialog], [role=slider]",
    ) === null
  );
}

function isOwn(answer: Answer): boolean {
  return (answer.follow_up ?? null) === null;
}

function further(answers: readonly Answer[], source: string): Answer[] {
  return answers.filter((answer) => answer.source === source && !isOwn(answer));
}

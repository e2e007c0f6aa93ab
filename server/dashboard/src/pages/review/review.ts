// One interview's result as the review page reads it.
import type { ResultView } from "../../client/types.gen";
import type { RecordEvent } from "./episodes";

export type Review = ResultView;
export type Answer = Review["answers"][number];
export type Score = Answer["scores"][number];

/** What the scorer says of one key point. */
export type Finding = Score["evidence"][number];

/** The score that counts: the one the server names, null where there is none yet. */
export function currentScore(answer: Answer): Score | null {
  return answer.current;
}

/** Whether a person gave this score. */
export function byPerson(score: Score): boolean {
  return score.grader === "person";
}

/** Key points of the newest score that has any; an override has none of its own. */
export function findings(answer: Answer): Finding[] {
  const current = currentScore(answer);
  const newestFirst = answer.scores.toReversed();
  const scores = current === null ? newestFirst : [current, ...newestFirst];
  return scores.map((score) => score.evidence).find((list) => list.length > 0) ?? [];
}

/** The quotes to mark in an answer. */
export function quotesOf(answer: Answer): Finding[] {
  return findings(answer).filter((finding) => finding.found && finding.quote !== "");
}

/** When each question was opened, in milliseconds since the start, for the axis. */
export function openings(review: Review): { position: number; at: number }[] {
  const positions = new Map(
    review.answers.map((answer) => [answer.question.id, answer.question.position]),
  );
  return (review.events as readonly RecordEvent[])
    .filter((event) => event.kind === "question.opened" && typeof event.at_ms === "number")
    .map((event) => {
      const detail = event.detail as { question?: string; position?: number } | null;
      const position = detail?.position ?? positions.get(detail?.question ?? "") ?? 0;
      return { position, at: event.at_ms ?? 0 };
    });
}

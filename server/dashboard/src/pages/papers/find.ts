// Which of a paper's questions are shown. One rule: all of them are here, so nothing is asked.
import type { QuestionView } from "../../client/types.gen";

export interface Filter {
  text: string;
  kind: string | null;
  difficulty: string | null;
  topic: string | null;
}

export const NO_FILTER: Filter = { text: "", kind: null, difficulty: null, topic: null };

/** The questions that fit, in their order; words may stand anywhere in the question or its topic. */
export function found(questions: QuestionView[], filter: Filter): QuestionView[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter((question) => {
    const text = `${question.prompt}\n${question.topic}`.toLowerCase();
    return (
      (filter.kind === null || question.kind === filter.kind) &&
      (filter.difficulty === null || question.difficulty === filter.difficulty) &&
      (filter.topic === null || question.topic === filter.topic) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** Every topic once, sorted as people do. */
export function topics(questions: QuestionView[]): string[] {
  return [...new Set(questions.map((question) => question.topic).filter(Boolean))].sort((a, b) =>
    a.localeCompare(b),
  );
}

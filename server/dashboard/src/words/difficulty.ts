// How hard a question is, in words; on a row of its own in its small form.
import { t } from "@lingui/core/macro";
import type { QuestionView } from "../client/types.gen";
import { inSentence } from "./in-sentence";

export type Difficulty = QuestionView["difficulty"];

export const DIFFICULTIES: { value: Difficulty; label: string }[] = [
  { value: "easy", label: t`Easy` },
  { value: "medium", label: t({ message: "Medium", context: "difficulty" }) },
  { value: "hard", label: t`Hard` },
];

export function difficultyWords(difficulty: Difficulty): string {
  return inSentence(DIFFICULTIES.find(({ value }) => value === difficulty)?.label ?? difficulty);
}

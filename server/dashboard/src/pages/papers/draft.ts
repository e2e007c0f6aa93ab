// A question while it is written. One rule: what leaves for the server is complete for its kind,
// and nothing of another kind travels along.
import type { QuestionRequest, QuestionView } from "../../client/types.gen";

export type Kind = "spoken" | "written" | "coding";
export type Difficulty = NonNullable<QuestionRequest["difficulty"]>;
export type Language = NonNullable<QuestionRequest["language"]>;

export interface Draft {
  kind: Kind;
  prompt: string;
  topic: string;
  difficulty: Difficulty;
  marks: number;
  minutes: number;
  language: Language;
  starter: string;
  expected: string;
  points: { text: string; weight: number }[];
}

export const KINDS: readonly { value: Kind; label: string; hint: string }[] = [
  { value: "spoken", label: "Spoken", hint: "Answered aloud and recorded" },
  { value: "written", label: "Written", hint: "Answered as text" },
  { value: "coding", label: "Coding", hint: "Answered as code" },
];

export const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: "python", label: "Python" },
  { value: "javascript", label: "JavaScript" },
  { value: "java", label: "Java" },
  { value: "c", label: "C" },
  { value: "cpp", label: "C++" },
  { value: "go", label: "Go" },
  { value: "sql", label: "SQL" },
];

/** What a new question of `kind` starts from. */
export function blank(kind: Kind): Draft {
  return {
    kind,
    prompt: "",
    topic: "",
    difficulty: "medium",
    marks: 10,
    minutes: kind === "coding" ? 15 : 5,
    language: "python",
    starter: "",
    expected: "",
    points: [],
  };
}

/** A question that exists, opened for changing. */
export function fromQuestion(question: QuestionView): Draft {
  return {
    kind: question.kind,
    prompt: question.prompt,
    topic: question.topic,
    difficulty: question.difficulty,
    marks: question.marks,
    minutes: question.time_limit_s / 60,
    language: question.language ?? "python",
    starter: question.starter,
    expected: question.expected_answer,
    points: question.key_points.map(({ text, weight }) => ({ text, weight: weight ?? 1 })),
  };
}

/** Messages by field, empty when the draft can be saved. */
export function faults(draft: Draft): Partial<Record<keyof Draft, string>> {
  const found: Partial<Record<keyof Draft, string>> = {};
  if (draft.prompt.trim() === "") found.prompt = "Write the question.";
  if (!Number.isInteger(draft.marks) || draft.marks < 1 || draft.marks > 1000) {
    found.marks = "Marks are a whole number from 1 to 1000.";
  }
  if (!(draft.minutes * 60 >= 10 && draft.minutes * 60 <= 14_400)) {
    found.minutes = "Give between 10 seconds and 4 hours.";
  }
  return found;
}

/** The draft as the server takes it. */
export function toBody(draft: Draft): QuestionRequest {
  const coding = draft.kind === "coding";
  return {
    kind: draft.kind,
    prompt: draft.prompt.trim(),
    topic: draft.topic.trim(),
    difficulty: draft.difficulty,
    marks: draft.marks,
    time_limit_s: Math.round(draft.minutes * 60),
    language: coding ? draft.language : null,
    starter: draft.kind === "spoken" ? "" : draft.starter,
    expected_answer: draft.expected,
    key_points: draft.points
      .map((point) => ({ text: point.text.trim(), weight: point.weight }))
      .filter((point) => point.text !== ""),
  };
}

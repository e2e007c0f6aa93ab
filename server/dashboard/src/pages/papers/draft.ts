// A question while it is written. One rule: what leaves for the server is complete for its kind,
// and nothing of another kind travels along.
import { t } from "@lingui/core/macro";
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
  rubric: { name: string; weight: number; levels: string[] }[];
  tests: TestDraft[];
  /** Prepared further questions, one a line. */
  further: string;
}

/** One test: `given` is a call or what is typed in, by `way`. */
export interface TestDraft {
  name: string;
  way: "call" | "stdin";
  given: string;
  expected: string;
  weight: number;
  visible: boolean;
  seconds: number;
  /** How outputs are compared: not edited here, and kept as it came. */
  checking?: Pick<NonNullable<QuestionRequest["tests"]>[number], "checker" | "tolerance" | "checker_code">;
}

export const KINDS: readonly { value: Kind; label: string; hint: string }[] = [
  { value: "spoken", label: t`Spoken`, hint: t`Answered aloud and recorded` },
  { value: "written", label: t`Written`, hint: t`Answered as text` },
  { value: "coding", label: t`Coding`, hint: t`Answered as code` },
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
    rubric: [],
    tests: [],
    further: "",
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
    rubric: question.rubric.map(({ name, weight, levels }) => ({ name, weight: weight ?? 1, levels })),
    tests: question.tests.map((test) => ({
      name: test.name,
      way: test.call ? "call" : "stdin",
      given: (test.call || test.stdin) ?? "",
      expected: test.expected ?? "",
      weight: test.weight ?? 1,
      visible: test.visible ?? false,
      seconds: (test.time_limit_ms ?? 5000) / 1000,
      checking: {
        checker: test.checker ?? "whitespace",
        tolerance: test.tolerance ?? 1e-6,
        checker_code: test.checker_code ?? "",
      },
    })),
    further: question.follow_ups.join("\n"),
  };
}

/** Messages by field, empty when the draft can be saved. */
export function faults(draft: Draft): Partial<Record<keyof Draft, string>> {
  const found: Partial<Record<keyof Draft, string>> = {};
  if (draft.prompt.trim() === "") found.prompt = t`Write the question.`;
  if (!Number.isInteger(draft.marks) || draft.marks < 1 || draft.marks > 1000) {
    found.marks = t`Marks are a whole number from 1 to 1000.`;
  }
  if (!(draft.minutes * 60 >= 10 && draft.minutes * 60 <= 14_400)) {
    found.minutes = t`Give between 10 seconds and 4 hours.`;
  }
  for (const { name, levels } of draft.rubric) {
    if (name.trim() === "") found.rubric = t`Give each criterion a name.`;
    else if (levels[0]?.trim() === "" || levels.at(-1)?.trim() === "") {
      found.rubric = t`Describe the lowest and the highest level of “${name.trim()}”.`;
    }
  }
  const further = lines(draft.further);
  if (further.length > 5) found.further = t`Prepare five further questions at most.`;
  else if (further.some((line) => line.length > 600)) {
    found.further = t`A further question has 600 characters at most.`;
  }
  if (twice(draft.rubric)) found.rubric = t`Two criteria have the same name.`;
  if (draft.kind === "coding") {
    if (draft.tests.some(({ name }) => name.trim() === "")) found.tests = t`Give each test a name.`;
    else if (twice(draft.tests)) found.tests = t`Two tests have the same name.`;
    else if (draft.tests.some(({ way, given }) => way === "call" && given.trim() === "")) {
      found.tests = t`Write the call of each test, or choose that it types in.`;
    } else if (draft.tests.some(({ seconds }) => !(seconds >= 0.1 && seconds <= 60))) {
      found.tests = t`A test may take from 0.1 to 60 seconds.`;
    }
  }
  return found;
}

function lines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function twice(items: readonly { name: string }[]): boolean {
  const names = items.map(({ name }) => name.trim().toLowerCase());
  return new Set(names).size < names.length;
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
    rubric: draft.rubric.map(({ name, weight, levels }) => ({ name: name.trim(), weight, levels })),
    tests: coding
      ? draft.tests.map(({ name, way, given, seconds, checking, ...test }) => ({
          ...test,
          ...checking,
          name: name.trim(),
          call: way === "call" ? given : "",
          stdin: way === "stdin" ? given : "",
          time_limit_ms: Math.round(seconds * 1000),
        }))
      : [],
    follow_ups: lines(draft.further),
  };
}

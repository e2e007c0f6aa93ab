// What a request can come back with instead of its answer. One rule: the server's own sentence
// is shown where there is one, because it names the next step.
import { t } from "@lingui/core/macro";

/** The server understood and said no, by a stable code. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, body: unknown) {
    const problem = readProblem(body);
    super(problem.title || t`The server answered ${status}.`);
    this.name = "Refusal";
    this.status = status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.fields = problem.fields;
  }
}

/** No answer came: the network or the server is away. */
export class Unreachable extends Error {
  constructor() {
    super(t`The server cannot be reached.`);
    this.name = "Unreachable";
  }
}

/** The person, or their browser for them, did not go on; the message says with what. */
export class GivenUp extends Error {
  constructor(message: string) {
    super(message);
    this.name = "GivenUp";
  }
}

/** Title and next step for any failure, in sentences. */
export function explain(error: unknown): { title: string; detail: string } {
  if (error instanceof Refusal) {
    const fields = Object.entries(error.fields).map(([field, message]) => `${field}: ${message}`);
    return { title: error.message, detail: [error.detail, ...fields].filter(Boolean).join(" ") };
  }
  if (error instanceof Unreachable) {
    return { title: error.message, detail: t`Check the connection, then try again.` };
  }
  if (error instanceof GivenUp) {
    return { title: error.message, detail: t`Try again, or go another way.` };
  }
  return { title: t`This page met a problem.`, detail: t`Reload it; nothing was lost.` };
}

interface Problem {
  title: string;
  code: string;
  detail: string;
  fields: Record<string, string>;
}

function readProblem(body: unknown): Problem {
  const problem: Problem = { title: "", code: "", detail: "", fields: {} };
  if (typeof body !== "object" || body === null) return problem;
  const record = body as Record<string, unknown>;
  if (typeof record.title === "string") problem.title = record.title;
  if (typeof record.code === "string") problem.code = record.code;
  if (typeof record.detail === "string") problem.detail = record.detail;
  if (Array.isArray(record.errors)) {
    for (const each of record.errors as unknown[]) {
      const entry = each as Record<string, unknown> | null;
      if (typeof entry?.field === "string" && typeof entry.message === "string") {
        problem.fields[entry.field] = entry.message;
      }
    }
  }
  return problem;
}

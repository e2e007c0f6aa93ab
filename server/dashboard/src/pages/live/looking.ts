// How far one look has come, as a function of what happened. One rule: nothing here opens a
// connection; what was over stays over until somebody looks again.
import { t } from "@lingui/core/macro";
import type { LookView } from "../../client/types.gen";

export type Stage =
  /** Servers, offer, and the wish on its way. */
  | { kind: "starting" }
  /** The server has it; the app is to answer. */
  | { kind: "asking"; look: string }
  /** Both have answered. */
  | { kind: "connecting"; look: string }
  | { kind: "live"; look: string }
  | { kind: "over"; why: string }
  | { kind: "failed"; error: unknown };

export type Happening =
  | { kind: "asked"; look: string }
  | { kind: "answered" }
  | { kind: "connected" }
  /** The browser found no way, or the way broke. */
  | { kind: "broken" }
  | { kind: "ended"; why: string }
  | { kind: "refused"; error: unknown }
  | { kind: "again" };

export const STARTING: Stage = { kind: "starting" };

export function step(stage: Stage, happening: Happening): Stage {
  if (happening.kind === "again") return STARTING;
  if (stage.kind === "over" || stage.kind === "failed") return stage;
  switch (happening.kind) {
    case "asked":
      return { kind: "asking", look: happening.look };
    case "answered":
      return stage.kind === "asking" ? { kind: "connecting", look: stage.look } : stage;
    case "connected":
      return "look" in stage ? { kind: "live", look: stage.look } : stage;
    case "broken":
      return { kind: "over", why: stage.kind === "live" ? "lost" : "no_way" };
    case "ended":
      return { kind: "over", why: happening.why };
    case "refused":
      return { kind: "failed", error: happening.error };
  }
}

/** Whether a connection stands or is being made. */
export function goesOn(stage: Stage): boolean {
  return stage.kind !== "over" && stage.kind !== "failed";
}

/** One's own look among those that the server told, undefined where it told of none such. */
export function found(looks: readonly LookView[], stage: Stage): LookView | undefined {
  return "look" in stage ? looks.find(({ id }) => id === stage.look) : undefined;
}

/** What the picture's place says before there is one. */
export function stageWords(stage: Stage, name: string): string {
  switch (stage.kind) {
    case "starting":
    case "asking":
      return t`Asking ${name}’s app for the picture…`;
    case "connecting":
      return t`Finding a way through the networks…`;
    default:
      return "";
  }
}

/** Seconds without a new picture after which it is said: some missed ones are no news. */
export const STILL_AFTER_S = 3;

// Figures of agreement in words. One rule: a figure is never shown without its interval, if it has
// one, and what cannot be computed is said to be unknown.
import { plural, t } from "@lingui/core/macro";
import type {
  BandView,
  FigureChange,
  FigureView,
  GateView,
  GraderTrialView,
  ShiftView,
} from "../../client/types.gen";
import { decimal } from "../../words/numbers";

export function figure({ value, low, high }: FigureView, digits = 2): string {
  if (value === null) return t`unknown`;
  const own = decimal(value, digits);
  return low === null || high === null
    ? own
    : t`${own} (${decimal(low, digits)} to ${decimal(high, digits)})`;
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** A difference in marks; what rounds to nothing has no sign. */
export function signedPercent(share: number): string {
  const whole = Math.round(100 * share);
  return whole === 0 ? "0 %" : `${whole < 0 ? "−" : "+"}${Math.abs(whole)} %`;
}

/** What was changed in an answer although it must not count. */
export function shiftWords(kind: ShiftView["kind"]): string {
  switch (kind) {
    case "names":
      return t`Another name`;
    case "dialect":
      return t`Everyday grammar and sound`;
    case "words":
      return t`More words, nothing more said`;
  }
}

/** Too generous or too strict, among answers that people gave about as much. */
export function band({ bias, n }: BandView): string {
  if (bias === null) return t`no answer`;
  const by = percent(Math.abs(bias));
  const way = Math.abs(bias) < 0.005 ? t`as people` : bias > 0 ? t`${by} too much` : t`${by} too little`;
  return `${way} (${n})`;
}

/** What changes, with its interval; the sign is always there. */
export function signed({ value, low, high }: FigureChange): string {
  const sign = (number: number) => `${number < 0 ? "−" : "+"}${decimal(Math.abs(number), 3)}`;
  return t`${sign(value)} (${sign(low)} to ${sign(high)})`;
}

interface Said {
  title: string;
  words: string;
  tone: string;
}

/** Where the gate stands, and what that means for scores. */
export function gateWords(gate: GateView): Said {
  switch (gate.standing) {
    case "off":
      return {
        title: t`No language model is set up`,
        words: t`The word baseline proposes, and people decide.`,
        tone: "slate",
      };
    case "not_calibrated":
      return {
        title: t`Not calibrated`,
        words: t`${gate.model} scores without any proof that it agrees with people, and each of its scores says so. Keep a set of answers that people have graded, and choose it here.`,
        tone: "amber",
      };
    case "not_admitted":
      if (gate.scoring === gate.model) {
        return {
          title: t`${gate.model} is not admitted with ${judgements(gate.samples)}`,
          words: t`It scores with ${judgements(gate.scoring_samples)} of an answer, as it was measured, until ${gate.samples} were measured on the set in use and are not worse than before.${waiting(gate)}`,
          tone: "amber",
        };
      }
      return {
        title: t`${gate.model} is not admitted`,
        words: t`${gate.scoring === "" ? t`People read its answers` : t`${gate.scoring}, the last one admitted, scores in its place`} until it was measured on the set in use and is not worse than before.${waiting(gate)}`,
        tone: "ember",
      };
    case "let_through":
      return {
        title: t`${gate.model} was let through`,
        words: t`It was refused, and a person let it score with a reason. Each of its scores says so.`,
        tone: "amber",
      };
    case "admitted":
      return {
        title: t`${gate.model} is admitted`,
        words: t`It was measured on the set in use and is not worse than what scored before.${waiting(gate)}`,
        tone: "moss",
      };
  }
}

/** "1 judgement", "3 judgements". */
export function judgements(samples: number): string {
  return plural(samples, { one: "# judgement", other: "# judgements" });
}

function waiting({ waiting }: GateView): string {
  if (waiting === 0) return "";
  return plural(waiting, { one: " # answer waits for it.", other: " # answers wait for it." });
}

interface Outcome {
  label: string;
  words: string;
  tone: string;
}

/** How one model did. */
export function trialWords(trial: GraderTrialView): Outcome {
  if (trial.state === "running") {
    return { label: t`Is measured`, words: t`${trial.done} of ${trial.of} answers`, tone: "slate" };
  }
  if (trial.state === "failed") {
    return { label: t`Not measured`, words: trial.words, tone: "slate" };
  }
  const beside =
    trial.compared_with === "baseline" ? t`the word baseline` : trial.compared_with;
  const left = trial.to_people === 0 ? "" : t` It left ${trial.to_people} to people.`;
  const told = t`${trial.words} ${trial.compared} answers, beside ${beside}.${left}`;
  if (trial.let_by !== "") {
    return {
      label: t`Let through`,
      words: `${told} ${trial.let_by}: ${trial.let_reason}`,
      tone: "amber",
    };
  }
  return trial.may_score
    ? { label: t`Admitted`, words: told, tone: "moss" }
    : { label: t`Refused`, words: told, tone: "ember" };
}

// Figures of agreement in words. One rule: a figure is never shown without its interval, if it has
// one, and what cannot be computed is said to be unknown.
import type {
  BandView,
  FigureChange,
  FigureView,
  GateView,
  GraderTrialView,
  ShiftView,
} from "../../client/types.gen";

export function figure({ value, low, high }: FigureView, digits = 2): string {
  if (value === null) return "unknown";
  const own = value.toFixed(digits);
  return low === null || high === null
    ? own
    : `${own} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
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
      return "Another name";
    case "dialect":
      return "Everyday grammar and sound";
    case "words":
      return "More words, nothing more said";
  }
}

/** Too generous or too strict, among answers that people gave about as much. */
export function band({ bias, n }: BandView): string {
  if (bias === null) return "no answer";
  const by = percent(Math.abs(bias));
  const way = Math.abs(bias) < 0.005 ? "as people" : bias > 0 ? `${by} too much` : `${by} too little`;
  return `${way} (${n})`;
}

/** What changes, with its interval; the sign is always there. */
export function signed({ value, low, high }: FigureChange): string {
  const sign = (number: number) => `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(3)}`;
  return `${sign(value)} (${sign(low)} to ${sign(high)})`;
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
        title: "No language model is set up",
        words: "The word baseline proposes, and people decide.",
        tone: "slate",
      };
    case "not_calibrated":
      return {
        title: "Not calibrated",
        words: `${gate.model} scores without any proof that it agrees with people, and each of its scores says so. Keep a set of answers that people have graded, and choose it here.`,
        tone: "amber",
      };
    case "not_admitted":
      if (gate.scoring === gate.model) {
        return {
          title: `${gate.model} is not admitted with ${judgements(gate.samples)}`,
          words: `It scores with ${judgements(gate.scoring_samples)} of an answer, as it was measured, until ${gate.samples} were measured on the set in use and are not worse than before.${waiting(gate)}`,
          tone: "amber",
        };
      }
      return {
        title: `${gate.model} is not admitted`,
        words: `${gate.scoring === "" ? "People read its answers" : `${gate.scoring}, the last one admitted, scores in its place`} until it was measured on the set in use and is not worse than before.${waiting(gate)}`,
        tone: "ember",
      };
    case "let_through":
      return {
        title: `${gate.model} was let through`,
        words: "It was refused, and a person let it score with a reason. Each of its scores says so.",
        tone: "amber",
      };
    case "admitted":
      return {
        title: `${gate.model} is admitted`,
        words: `It was measured on the set in use and is not worse than what scored before.${waiting(gate)}`,
        tone: "moss",
      };
  }
}

/** "1 judgement", "3 judgements". */
export function judgements(samples: number): string {
  return samples === 1 ? "1 judgement" : `${samples} judgements`;
}

function waiting({ waiting }: GateView): string {
  if (waiting === 0) return "";
  return waiting === 1 ? " 1 answer waits for it." : ` ${waiting} answers wait for it.`;
}

interface Outcome {
  label: string;
  words: string;
  tone: string;
}

/** How one model did. */
export function trialWords(trial: GraderTrialView): Outcome {
  if (trial.state === "running") {
    return { label: "Is measured", words: `${trial.done} of ${trial.of} answers`, tone: "slate" };
  }
  if (trial.state === "failed") {
    return { label: "Not measured", words: trial.words, tone: "slate" };
  }
  const beside =
    trial.compared_with === "baseline" ? "the word baseline" : trial.compared_with;
  const left = trial.to_people === 0 ? "" : ` It left ${trial.to_people} to people.`;
  const told = `${trial.words} ${trial.compared} answers, beside ${beside}.${left}`;
  if (trial.let_by !== "") {
    return {
      label: "Let through",
      words: `${told} ${trial.let_by}: ${trial.let_reason}`,
      tone: "amber",
    };
  }
  return trial.may_score
    ? { label: "Admitted", words: told, tone: "moss" }
    : { label: "Refused", words: told, tone: "ember" };
}

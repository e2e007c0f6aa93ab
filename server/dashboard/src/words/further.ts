// What a paper says about further questions. One rule: what is left out of a policy has its default.
import type { Policy } from "../client/types.gen";

export interface Further {
  follow_ups: number;
  viva: boolean;
  follow_up_within_s: number;
  follow_up_time_s: number;
}

/** The settings of a policy. */
export function furtherOf(policy: Policy): Further {
  return {
    follow_ups: policy.follow_ups ?? 0,
    viva: policy.viva ?? false,
    follow_up_within_s: policy.follow_up_within_s ?? 8,
    follow_up_time_s: policy.follow_up_time_s ?? 120,
  };
}

/** Whether a number is out of its bounds, as while somebody is still writing it. */
export function furtherFault({ follow_up_within_s, follow_up_time_s }: Further): boolean {
  const fits = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  return !fits(follow_up_within_s, 2, 30) || !fits(follow_up_time_s, 30, 600);
}

/** In a line what an interview gets. */
export function furtherWords({ follow_ups, viva }: Further): string {
  const answers = follow_ups === 1 ? "one about an answer" : `${follow_ups} about answers`;
  const parts = [follow_ups > 0 ? answers : "", viva ? "two about the code of coding answers" : ""];
  const said = parts.filter((part) => part !== "").join(", ");
  return said === "" ? "None: interviews ask what the paper asks." : `At most ${said}.`;
}

const NOT_SHOWN: Record<string, string> = {
  pending: "The app has not said yet that it was shown.",
  late: "It came after the hand-in and was not shown.",
  unreadable: "The app could not open it.",
  unknown: "The app was too old to show it and was given its time.",
};
const INSTEAD: Record<string, string> = {
  off: "no language model is set up",
  unread: "the answer could not be read",
  too_slow: "the language model took too long",
  circuit_open: "the language model took too long before",
  unreachable: "the language model could not be reached",
};

/** Where a further question came from, and what became of it. */
export function originWords(further: {
  source: "model" | "prepared";
  model: string;
  about: string;
  instead: string;
  outcome: string;
}): string {
  const why = INSTEAD[further.instead] ?? "the language model wrote none that could be asked";
  const from =
    further.source === "model"
      ? `Written by the language model ${further.model}${further.about === "" ? "" : ` about “${further.about}”`}.`
      : `Prepared with the question; ${why}.`;
  return [from, NOT_SHOWN[further.outcome] ?? ""].join(" ").trim();
}

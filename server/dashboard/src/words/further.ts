// What a paper says about further questions. One rule: what is left out of a policy has its default.
import { plural, t } from "@lingui/core/macro";
import type { Policy } from "../client/types.gen";
import { listed } from "./numbers";

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
  const answers = plural(follow_ups, { one: "one about an answer", other: "# about answers" });
  const parts = [follow_ups > 0 ? answers : "", viva ? t`two about the code of coding answers` : ""];
  const said = listed(parts.filter((part) => part !== ""));
  return said === "" ? t`None: interviews ask what the paper asks.` : t`At most ${said}.`;
}

const NOT_SHOWN: Record<string, string> = {
  pending: t`The app has not said yet that it was shown.`,
  late: t`It came after the hand-in and was not shown.`,
  unreadable: t`The app could not open it.`,
  unknown: t`The app was too old to show it and was given its time.`,
};
const INSTEAD: Record<string, string> = {
  off: t`no language model is set up`,
  unread: t`the answer could not be read`,
  too_slow: t`the language model took too long`,
  circuit_open: t`the language model took too long before`,
  unreachable: t`the language model could not be reached`,
};

/** Where a further question came from, and what became of it. */
export function originWords(further: {
  source: "model" | "prepared";
  model: string;
  about: string;
  instead: string;
  outcome: string;
}): string {
  const why = INSTEAD[further.instead] ?? t`the language model wrote none that could be asked`;
  const from =
    further.source === "model"
      ? t`Written by the language model ${further.model}${further.about === "" ? "" : t` about “${further.about}”`}.`
      : t`Prepared with the question; ${why}.`;
  return [from, NOT_SHOWN[further.outcome] ?? ""].join(" ").trim();
}

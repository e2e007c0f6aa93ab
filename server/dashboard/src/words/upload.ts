// What became, or would become, of a row of an uploaded list, in words.
import { t } from "@lingui/core/macro";
import type { BulkRow } from "../client/types.gen";
import { statusWords, type Tone } from "./status";
import { inSentence } from "./in-sentence";

interface OutcomeWords {
  label: string;
  tone: Tone;
}

/** The row's outcome; one that is there already is said with its status. */
export function outcomeWords({ outcome, status }: Pick<BulkRow, "outcome" | "status">): OutcomeWords {
  switch (outcome) {
    case "new":
      return { label: t`Will be invited`, tone: "moss" };
    case "made":
      return { label: t`Invited`, tone: "moss" };
    case "there":
      return {
        label: status === null ? t`There already` : t`There already: ${inSentence(statusWords(status).label)}`,
        tone: "slate",
      };
    case "twice":
      return { label: t`Twice in the list`, tone: "amber" };
    case "fault":
      return { label: t`Fault`, tone: "ember" };
  }
}

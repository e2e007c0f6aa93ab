// What became, or would become, of a row of an uploaded list, in words.
import type { BulkRow } from "../client/types.gen";
import { statusWords, type Tone } from "./status";

interface OutcomeWords {
  label: string;
  tone: Tone;
}

/** The row's outcome; one that is there already is said with its status. */
export function outcomeWords({ outcome, status }: Pick<BulkRow, "outcome" | "status">): OutcomeWords {
  switch (outcome) {
    case "new":
      return { label: "Will be invited", tone: "moss" };
    case "made":
      return { label: "Invited", tone: "moss" };
    case "there":
      return {
        label: status === null ? "There already" : `There already: ${statusWords(status).label.toLowerCase()}`,
        tone: "slate",
      };
    case "twice":
      return { label: "Twice in the list", tone: "amber" };
    case "fault":
      return { label: "Fault", tone: "ember" };
  }
}

// What the lockdown held and saw, as notes. One rule: it says what happened and for how long; why
// it happened, a person finds out.
import { t } from "@lingui/core/macro";
import type { Note, RecordEvent } from "./episodes";
import { blockWords } from "../../words/actions";
import { fields, number, word } from "./episodes";

/** Rows of the lockdown, in order. */
export function guarded(events: readonly RecordEvent[]): Note[] {
  return events.flatMap((event) => {
    const note = noteOf(event);
    return note === null ? [] : [{ key: String(event.seq), at: at(event), gap: null, ...note }];
  });
}

function noteOf(event: RecordEvent): (Pick<Note, "what" | "words"> & Partial<Note>) | null {
  const what = word(event.detail, "what");
  switch (event.kind) {
    case "lockdown":
      return { what: `lockdown_${what}`, words: what === "left" ? "" : held(event.detail) };
    case "focus":
      return what === "back"
        ? { what: "focus_back", words: "", gap: number(event.detail, "gap_ms") }
        : { what: "focus_lost", words: "" };
    case "keys.held": {
      const times = number(event.detail, "times") ?? 1;
      const name = word(event.detail, "keys");
      return { what: "keys_held", words: times > 1 ? t`${name}, ${times} times` : name };
    }
    case "block":
      return { what: `block_${what}`, words: block(event.detail) };
    default:
      return null;
  }
}

function block(detail: unknown): string {
  const evidence = fields(detail).evidence;
  const found = Array.isArray(evidence) ? evidence.filter((one) => typeof one === "string") : [];
  return [blockWords(word(detail, "block")), ...found].join("; ");
}

function held(detail: unknown): string {
  const measures = fields(detail).measures;
  if (!Array.isArray(measures)) return "";
  const missing = measures.filter((one) => fields(one).held !== true);
  const holding = t`${measures.length - missing.length} of ${measures.length} measures hold`;
  const reasons = missing.map((one) => word(one, "reason")).filter(Boolean);
  return [holding, ...reasons].join("; ");
}

function at(event: RecordEvent): number | null {
  return event.at_ms ?? event.onset_ms ?? null;
}

// What candidates ask and explain, in words. One rule: it is shown as they wrote it, and no word
// here says what it means.
import { t } from "@lingui/core/macro";
import { plain } from "./status";

const ASKED: Record<string, string> = {
  message: t`Wrote a message`,
  break: t`Asks for a break`,
  help: t`Asks for a person`,
  leave: t`Left the app`,
};

/** What a request is called, on the live page and among the events. */
export function requestWords(what: string): string {
  return ASKED[what] ?? plain(what);
}

/** The same for what was said during an interview; `explained` is a remark about a moment. */
export function saidWords({ what }: { what: string }): string {
  return what === "explained" ? t`Explained by the candidate` : requestWords(what);
}

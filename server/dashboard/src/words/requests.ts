// What candidates ask and explain, in words. One rule: it is shown as they wrote it, and no word
// here says what it means.
import { plain } from "./status";

const ASKED: Record<string, string> = {
  message: "Wrote a message",
  break: "Asks for a break",
  help: "Asks for a person",
  leave: "Left the app",
};

/** What a request is called, on the live page and among the events. */
export function requestWords(what: string): string {
  return ASKED[what] ?? plain(what);
}

/** The same for what was said during an interview; `explained` is a remark about a moment. */
export function saidWords({ what }: { what: string }): string {
  return what === "explained" ? "Explained by the candidate" : requestWords(what);
}

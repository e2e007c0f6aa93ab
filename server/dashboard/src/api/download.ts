// Files that need the session's rules, such as a fresh proof: fetched here, then handed to the
// browser. One rule: the bytes are let go of as soon as the browser has them.
import { send } from "./transport";

/** Fetches `path` and saves it as `name`; throws Refusal or Unreachable. */
export async function download(path: string, name: string, body?: unknown): Promise<void> {
  const init: RequestInit =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        };
  const answer = await send(new URL(path, window.location.origin), init);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read it after the click.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

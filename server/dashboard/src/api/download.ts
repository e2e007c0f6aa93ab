// Files of the API, fetched like everything else, so that a refusal is told and a fresh proof is
// asked for; a plain link would show the problem's JSON.
import { send } from "./transport";

/** Fetches `path` and hands it to the browser as a download, under the server's name for it. */
export async function download(path: string): Promise<void> {
  const answer = await send(new URL(path, window.location.origin));
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = namedIn(answer.headers.get("content-disposition") ?? "");
  link.click();
  // The browser has taken the content by then; earlier it may still read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function namedIn(disposition: string): string {
  return /filename="([^"\\/]+)"/u.exec(disposition)?.[1] ?? "download";
}

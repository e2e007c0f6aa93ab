// How every request leaves: cookies, the CSRF echo, one refresh of an expired session, one fresh
// proof of who is here where the server wants one, and failures as Refusal or Unreachable. One
// rule: only this module touches fetch.
import { settleKey, takeKey } from "./once";
import { Refusal, Unreachable } from "./refusal";

const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** When any tab last renewed the session, in milliseconds since 1970. */
const RENEWED = "invigil-renewed-at";
/** Where a 401 is about what was sent, not about the session. */
const WITHOUT_REFRESH = /^\/api\/auth\/(?:login|refresh|logout)(?:\/|$)/u;

let refreshing: Promise<boolean> | null = null;
let proving: Promise<boolean> | null = null;
let onSignedOut: () => void = () => undefined;
let askProof: () => Promise<boolean> = () => Promise.resolve(false);

/** Says who is told when the session is over and cannot be refreshed. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Says who asks the person for a fresh proof; false where they would rather not. */
export function whenProofNeeded(ask: () => Promise<boolean>): void {
  askProof = ask;
}

/** fetch, with the session's rules; throws Refusal or Unreachable instead of failing answers. */
export async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, { ...init, credentials: "same-origin" });
  const about = await takeKey(request);
  try {
    const answer = await proven(request);
    settleKey(about);
    return answer;
  } catch (error) {
    settleKey(about, error);
    throw error;
  }
}

async function proven(request: Request): Promise<Response> {
  const again = request.clone();
  try {
    return await signedIn(request);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "step_up_needed") throw error;
    // Several requests that need a proof share the one question.
    proving ??= askProof().finally(() => {
      proving = null;
    });
    if (!(await proving)) throw error;
    return await signedIn(again);
  }
}

async function signedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const left = Date.now();
  const answer = await attempt(request);
  if (answer.ok) return answer;
  const path = new URL(request.url).pathname;
  if (answer.status !== 401 || WITHOUT_REFRESH.test(path)) throw await refusalOf(answer);
  if (await refreshSession(left)) {
    const second = await attempt(again);
    if (second.ok) return second;
    if (second.status !== 401) throw await refusalOf(second);
  }
  onSignedOut();
  throw await refusalOf(answer);
}

/**
 * Renews the session's cookies for a request that left at `left`; false where the sign-in is over,
 * and a thrown failure where nobody knows. Callers in this tab share one exchange and other tabs
 * wait for it; whoever left before it was done needs none. A page that went away while its answer
 * was on the way leaves the old cookie behind: for half a minute the server takes it once more.
 */
function refreshSession(left: number): Promise<boolean> {
  refreshing ??= alone(async () => {
    const renewed = Number(localStorage.getItem(RENEWED) ?? 0);
    // In the future only where somebody set the clock back.
    if (renewed >= left && renewed <= Date.now()) return true;
    const address = new URL("/api/auth/refresh", window.location.origin);
    const answer = await attempt(new Request(address, { method: "POST", credentials: "same-origin" }));
    if (answer.ok) localStorage.setItem(RENEWED, String(Date.now()));
    else if (answer.status !== 401 && answer.status !== 403) throw await refusalOf(answer);
    return answer.ok;
  }).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function alone(work: () => Promise<boolean>): Promise<boolean> {
  // Locks exist only on https and on this machine's own addresses.
  if (!("locks" in navigator)) return work();
  return await navigator.locks.request("invigil-refresh", work);
}

async function attempt(request: Request): Promise<Response> {
  if (UNSAFE.has(request.method)) {
    const echo = cookie("invigil_csrf");
    if (echo !== "") request.headers.set("X-Invigil-CSRF", echo);
  }
  try {
    return await fetch(request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => null);
  return new Refusal(answer.status, body);
}

function cookie(name: string): string {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return found === undefined ? "" : decodeURIComponent(found.slice(name.length + 1));
}

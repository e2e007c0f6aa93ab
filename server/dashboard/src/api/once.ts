// The key with which a request that creates may be sent again and still creates once. One rule: a
// request keeps its key until the server has answered it for good, so that pressing the button
// again after a lost answer makes nothing twice.
import { Refusal } from "./refusal";

export const ONCE = "Idempotency-Key";
const keys = new Map<string, string>();

/** Adds the key where there is something to create; answers what it goes by, "" for no key. */
export async function takeKey(request: Request): Promise<string> {
  if (request.method !== "POST") return "";
  if (!new URL(request.url).pathname.startsWith("/api/admin/")) return "";
  const kind = request.headers.get("Content-Type") ?? "";
  // A form's boundary is another one each time: it goes without a key.
  if (kind.startsWith("multipart/")) return "";
  const about = `${request.url}\n${await request.clone().text()}`;
  const key = keys.get(about) ?? newKey();
  keys.set(about, key);
  request.headers.set(ONCE, key);
  return about;
}

/** Forgets the key once there is an answer that stays; `error`: what was thrown instead of one. */
export function settleKey(about: string, error?: unknown): void {
  if (error === undefined || (error instanceof Refusal && error.status < 500)) keys.delete(about);
}

function newKey(): string {
  // randomUUID exists only on https and on this machine's own addresses.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What the live view knows, as a function of what came in. One rule: time and messages are
// arguments; nothing here opens a socket or asks the clock.
import type { LiveSnapshot, LiveTile, LookView } from "../../client/types.gen";
import { severityOf, severityRank } from "../../words/signals";

export type Link = "connecting" | "online" | "offline";

export interface Feed {
  link: Link;
  tiles: ReadonlyMap<string, LiveTile>;
  /** One's own looks through cameras, also those that just ended. */
  looks: readonly LookView[];
  /** The interviews in the order of what needs a look. */
  order: readonly string[];
  /** When that order last became another one. */
  orderedAt: number;
  /** When anything last came in, milliseconds since 1970; null before the first snapshot. */
  heardAt: number | null;
  /** The server's clock minus this machine's, in milliseconds. */
  skew: number;
  /** Connections that failed in a row. */
  failures: number;
}

export const SILENT: Feed = {
  link: "connecting",
  tiles: new Map(),
  looks: [],
  order: [],
  orderedAt: -Infinity,
  heardAt: null,
  skew: 0,
  failures: 0,
};

/** The feed after one text from the server; what it does not understand changes nothing. */
export function heard(feed: Feed, text: string, now: number): Feed {
  const message = parse(text);
  if (message === null) return feed;
  const tiles = new Map(message.type === "snapshot" ? [] : feed.tiles);
  for (const tile of message.sessions) tiles.set(tile.session, tile);
  for (const gone of message.type === "changes" ? message.gone : []) tiles.delete(gone);
  const skew = Date.parse(message.server_time) - now;
  // A server of before says nothing of looks; changes say all of them or nothing.
  const looks = message.looks ?? feed.looks;
  const orderedAt = message.type === "snapshot" ? -Infinity : feed.orderedAt;
  const next: Feed = { ...feed, link: "online", tiles, looks, orderedAt, heardAt: now, skew, failures: 0 };
  return placed(next, now);
}

/** The feed a moment later: an order that has stood long enough is decided anew. */
export function ticked(feed: Feed, now: number): Feed {
  return placed(feed, now);
}

/** How long an order stands, so that nothing moves under a pointer more often than that. */
export const ORDER_STANDS_MS = 1000;

/** In a new order where the last one has stood long enough; else whoever came is put at its end. */
function placed(feed: Feed, now: number): Feed {
  const { tiles } = feed;
  if (Math.abs(now - feed.orderedAt) >= ORDER_STANDS_MS) {
    const order = ordered(tiles.values(), now + feed.skew).map(({ session }) => session);
    const same =
      order.length === feed.order.length && order.every((key, at) => key === feed.order[at]);
    return same ? feed : { ...feed, order, orderedAt: now };
  }
  const known = new Set(feed.order);
  const order = [...known].filter((session) => tiles.has(session));
  for (const session of tiles.keys()) if (!known.has(session)) order.push(session);
  return { ...feed, order };
}

/** The tiles in the feed's order. */
export function inOrder({ tiles, order }: Feed): LiveTile[] {
  return order.flatMap((session) => tiles.get(session) ?? []);
}

/** The feed after the connection went; the tiles stay, as what was last known. */
export function lost(feed: Feed): Feed {
  return { ...feed, link: "offline", failures: feed.failures + 1 };
}

/** Milliseconds to wait before connection attempt `failures` + 1; `chance` is in 0..1. */
export function backoff(failures: number, chance: number): number {
  const ceiling = Math.min(15_000, 500 * 2 ** Math.max(0, failures - 1));
  return ceiling / 2 + (ceiling / 2) * chance;
}

const byName = new Intl.Collator();

/** Tiles in the order of what needs a look: open signals first, then silence, then time left. */
export function ordered(tiles: Iterable<LiveTile>, now: number): LiveTile[] {
  // Each tile is looked at once: a sort of five hundred compares thousands of times.
  return Array.from(tiles, (tile) => ({
    tile,
    urgency: urgency(tile, now),
    deadline: tile.deadline_at === null ? Infinity : Date.parse(tile.deadline_at),
  }))
    .sort(
      (a, b) =>
        b.urgency - a.urgency ||
        // Infinity less itself is no number.
        (a.deadline === b.deadline ? 0 : a.deadline - b.deadline) ||
        byName.compare(a.tile.candidate_name, b.tile.candidate_name),
    )
    .map(({ tile }) => tile);
}

/** Seconds since the candidate's machine was last heard; null when it never was. */
export function quietFor(tile: LiveTile, now: number): number | null {
  return tile.seen_at === null ? null : Math.max(0, (now - Date.parse(tile.seen_at)) / 1000);
}

/** Silence after which a running interview deserves a look: some missed heartbeats. */
export const QUIET_AFTER_S = 20;

/** Silence counts for more than a low signal (20) and for less than a medium one (30). */
const QUIET_WEIGHT = 25;

export function isRunning(tile: LiveTile): boolean {
  return tile.status === "interview_active" || tile.status === "paused";
}

export function isQuiet(tile: LiveTile, now: number): boolean {
  const quiet = quietFor(tile, now);
  return isRunning(tile) && (quiet === null || quiet > QUIET_AFTER_S);
}

export function blocksOf({ heartbeat }: LiveTile): readonly string[] {
  return heartbeat?.blocks ?? [];
}

/** Whoever asks for a person, or for a break, waits like a medium signal (30); a message can wait. */
const WAITS: Record<string, number> = { help: 35, break: 30, message: 25, leave: 15 };

export function hasAsked(tile: LiveTile): boolean {
  return tile.requests.length > 0;
}

function urgency(tile: LiveTile, now: number): number {
  const worst = Math.max(
    -1,
    ...tile.open_signals.map((signal) => severityRank(severityOf(signal.severity))),
  );
  const running = isRunning(tile) ? 1 : 0;
  const asked = Math.max(0, ...tile.requests.map((request) => WAITS[request.what] ?? 0));
  return running * 100 + (worst + 1) * 10 + asked + (isQuiet(tile, now) ? QUIET_WEIGHT : 0);
}

interface Snapshot extends Omit<LiveSnapshot, "type" | "looks"> {
  type: "snapshot";
  looks?: LookView[];
}

/** Sent over the socket only, so the generated client does not know it. */
interface Changes extends Omit<LiveSnapshot, "type" | "looks"> {
  type: "changes";
  looks: LookView[] | null;
  gone: string[];
}

type Message = Snapshot | Changes;

function parse(text: string): Message | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const message = value as Partial<Message> | null;
  if (message?.type !== "snapshot" && message?.type !== "changes") return null;
  const whole = Array.isArray(message.sessions) && typeof message.server_time === "string";
  return whole ? (message as Message) : null;
}

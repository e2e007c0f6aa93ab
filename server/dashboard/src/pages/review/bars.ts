// What a lane of the time axis draws. One rule: however many moments a lane holds, it draws no more
// than fit beside each other, and a bar that stands for several says how many.
import { type Severity, severityRank } from "../../words/signals";
import type { Episode } from "./episodes";

/** A part of the interview, in milliseconds since its start. */
export interface Span {
  from: number;
  until: number;
}

/** One bar: an episode, or several that would lie on one another. */
export interface Bar {
  /** The key of the first. */
  key: string;
  count: number;
  severity: Severity;
  from: number;
  /** Null where one of them has not closed. */
  until: number | null;
}

/** Several marks of the machinery at about the same place. */
export interface Group<Mark> {
  at: number;
  marks: readonly [Mark, ...Mark[]];
}

/** A bar is eight pixels wide at least, and an axis at least 740 on a desk. */
export const PLACES = 90;

/** No closer: a screen shows no more apart, and times are said in seconds. */
const CLOSEST_MS = 10_000;

/** The bars of one lane within `span`, its episodes given in order: up to half of `PLACES` apart. */
export function bars(lane: readonly Episode[], span: Span): Bar[] {
  const seen = lane.filter(
    ({ start, end }) => start <= span.until && (end ?? Infinity) >= span.from,
  );
  if (seen.length <= PLACES / 2) return seen.map((one) => single(one));
  const drawn = new Map<number, Bar>();
  for (const episode of seen) {
    const place = placeOf(episode.start, span);
    const bar = drawn.get(place);
    if (bar === undefined) {
      drawn.set(place, single(episode));
      continue;
    }
    bar.count += 1;
    if (severityRank(episode.severity) > severityRank(bar.severity)) bar.severity = episode.severity;
    const open = bar.until === null || episode.end === null;
    bar.until = open ? null : Math.max(bar.until ?? 0, episode.end ?? 0);
  }
  return [...drawn.values()];
}

/** Marks within `span` by their place, those at one place together, in order. */
export function grouped<Mark extends { at: number | null }>(
  marks: readonly Mark[],
  span: Span,
): Group<Mark>[] {
  const seen = marks.filter(({ at }) => at !== null && at >= span.from && at <= span.until);
  const apart = seen.length <= PLACES / 2;
  const found = new Map<number, { at: number; marks: [Mark, ...Mark[]] }>();
  seen.forEach((mark, index) => {
    const at = mark.at ?? 0;
    const place = apart ? index : placeOf(at, span);
    const group = found.get(place);
    if (group === undefined) found.set(place, { at, marks: [mark] });
    else group.marks.push(mark);
  });
  return [...found.values()];
}

/** What the axis shows after a bar of several was pressed: them, with a little around. */
export function closer({ from, until }: Bar, end: number): Span {
  const last = until ?? end;
  const around = Math.max((last - from) / 20, (CLOSEST_MS - (last - from)) / 2);
  return { from: Math.max(0, from - around), until: Math.min(end, last + around) };
}

function single({ key, severity, start, end }: Episode): Bar {
  return { key, count: 1, severity, from: start, until: end };
}

function placeOf(at: number, { from, until }: Span): number {
  const place = Math.floor(((at - from) / (until - from)) * PLACES);
  return Math.min(PLACES - 1, Math.max(0, place));
}

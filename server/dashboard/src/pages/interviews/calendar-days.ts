// Days, weeks and months with the interviews in them. One rule: a day is a day in the reader's
// zone; nothing here asks the clock, and days are counted as dates, never as 24 hours.
import { locale } from "#spoken";
import type { InterviewSummary } from "../../client/types.gen";
import { instantOf, wallClock, zoneKnown } from "../../words/time";

export type View = "month" | "week";

/** A date as `2026-11-30`. */
export type Day = string;

/** One interview on the day on which its window opens. */
export interface Entry {
  interview: InterviewSummary;
  /** The opening in the reader's zone, `10:00`. */
  opens: string;
  /** The same instant for the candidate, `14:30 Kolkata`; empty where it is the same time. */
  theirs: string;
  /** The last day on which it is open, where that is another one. */
  until: Day | null;
}

export interface Days {
  byDay: ReadonlyMap<Day, readonly Entry[]>;
  /** Open already before the first day that is shown. */
  before: readonly Entry[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** A day that an address names; `today` for what is none. */
export function dayOf(text: string | null, today: Day): Day {
  if (text === null || !DAY.test(text)) return today;
  const at = Date.parse(`${text}T00:00Z`);
  return Number.isNaN(at) || dayAt(at) !== text ? today : text;
}

/** `day` moved by whole days. */
export function plusDays(day: Day, by: number): Day {
  return dayAt(Date.parse(`${day}T00:00Z`) + by * 86_400_000);
}

/** The seven days of its week, Monday first. */
export function weekOf(day: Day): Day[] {
  const monday = plusDays(day, -((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7));
  return Array.from({ length: 7 }, (_, index) => plusDays(monday, index));
}

/** The weeks that its month touches, whole. */
export function monthOf(day: Day): Day[][] {
  const weeks: Day[][] = [];
  for (let week = weekOf(`${day.slice(0, 7)}-01`); ; week = weekOf(plusDays(week[0] ?? day, 7))) {
    if (weeks.length > 0 && week[0]?.slice(0, 7) !== day.slice(0, 7)) return weeks;
    weeks.push(week);
  }
}

/** The same view one step on or back. */
export function stepped(view: View, day: Day, by: 1 | -1): Day {
  if (view === "week") return plusDays(day, 7 * by);
  const [year = 0, month = 1] = day.split("-").map(Number);
  return dayAt(Date.UTC(year, month - 1 + by, 1));
}

/** The instants between which the shown days lie. */
export function periodOf(days: readonly Day[], zone: string): { from: string; until: string } {
  const first = days[0] ?? "1970-01-01";
  const last = days[days.length - 1] ?? first;
  return {
    from: instantOf(`${first}T00:00`, zone),
    until: instantOf(`${plusDays(last, 1)}T00:00`, zone),
  };
}

/** The interviews by the day on which they open, the earliest first. */
export function daysWith(
  interviews: readonly InterviewSummary[],
  days: readonly Day[],
  zone: string,
): Days {
  const shown = new Set(days);
  const byDay = new Map<Day, Entry[]>();
  const before: Entry[] = [];
  const ordered = [...interviews].sort(
    (a, b) =>
      Date.parse(a.opens_at) - Date.parse(b.opens_at) ||
      a.candidate_name.localeCompare(b.candidate_name),
  );
  for (const interview of ordered) {
    const opens = wallClock(interview.opens_at, zone);
    const closes = lastDay(interview.closes_at, zone);
    const day = opens.slice(0, 10);
    const entry: Entry = {
      interview,
      opens: opens.slice(11),
      theirs: theirTime(interview, zone),
      until: closes > day ? closes : null,
    };
    if (shown.has(day)) byDay.set(day, [...(byDay.get(day) ?? []), entry]);
    else if (day < (days[0] ?? "")) before.push(entry);
  }
  return { byDay, before };
}

/** `Mon 30 Nov`, for a head; with the year for a title. */
export function dayWords(day: Day): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
  }).format(new Date(`${day}T00:00Z`));
}

/** What is shown, as a title: `November 2026`, or the first and last day of a week. */
export function titleOf(view: View, day: Day): string {
  if (view === "month") {
    return new Intl.DateTimeFormat(locale, {
      timeZone: "UTC",
      month: "long",
      year: "numeric",
    }).format(new Date(`${day}T00:00Z`));
  }
  const week = weekOf(day);
  const last = week[6] ?? day;
  return `${dayWords(week[0] ?? day)} – ${dayWords(last)} ${last.slice(0, 4)}`;
}

/** The last part of a zone's name, as people call it: `Kolkata`, `New York`. */
export function placeOf(zone: string): string {
  return (zone.split("/").pop() ?? zone).replaceAll("_", " ");
}

function theirTime({ opens_at, zone }: InterviewSummary, own: string): string {
  if (!zoneKnown(zone)) return "";
  const here = wallClock(opens_at, own);
  const there = wallClock(opens_at, zone);
  if (here === there) return "";
  const otherDay = here.slice(0, 10) === there.slice(0, 10) ? "" : `${dayWords(there.slice(0, 10))}, `;
  return `${otherDay}${there.slice(11)} ${placeOf(zone)}`;
}

/** A window that closes at midnight is over with the day before. */
function lastDay(closes: string, zone: string): Day {
  return wallClock(new Date(Date.parse(closes) - 1).toISOString(), zone).slice(0, 10);
}

function dayAt(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}

// Times as people read them. One rule: nothing here asks the clock or the browser's zone by
// itself where the answer depends on it; both are arguments, so every line can be tested.
import { t } from "@lingui/core/macro";
import { locale } from "#spoken";

/** `mm:ss`, or `h:mm:ss` from one hour on; negative times count as zero. */
export function clock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}`
    : `${minutes}:${seconds}`;
}

const DATE = { day: "numeric", month: "short", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;

/** A length in words: `45 s`, `5 min`, `1 h 30 min`. */
export function length(seconds: number): string {
  if (seconds < 60) return t`${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t`${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? t`${minutes / 60} h` : t`${Math.floor(minutes / 60)} h ${rest} min`;
}

/** How long ago `iso` was at `now` (milliseconds since 1970): `just now`, `12 s`, `3 min`, `2 h`, `4 d`. */
export function ago(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < 3) return t`just now`;
  if (seconds < 60) return t`${seconds} s ago`;
  if (seconds < 3600) return t`${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return t`${Math.floor(seconds / 3600)} h ago`;
  return t`${Math.floor(seconds / 86_400)} d ago`;
}

/** The reader's own IANA zone. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All zones the browser knows, the reader's own and UTC among them. */
export function zones(): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set(["UTC", ownZone(), ...known])].sort();
}

/** Whether the browser can show times in `zone`. */
export function zoneKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Date and time in `zone`, `22 Nov 2026, 14:05`; an unknown zone falls back to UTC. */
export function moment(iso: string, zone: string): string {
  return shown(iso, zone, { ...DATE, ...TIME });
}

/** The date in `zone`, `22 Nov 2026`. */
export function dateIn(iso: string, zone: string): string {
  return shown(iso, zone, DATE);
}

/** Time of day with seconds in `zone`. */
export function timeOfDay(iso: string, zone: string): string {
  return shown(iso, zone, { ...TIME, second: "2-digit" });
}

/** Time of day to the minute in `zone`. */
export function minuteOfDay(iso: string, zone: string): string {
  return shown(iso, zone, TIME);
}

/** A window in `zone`; the date is said once where both ends share it. */
export function windowIn(opens: string, closes: string, zone: string): string {
  const [from, until] = [moment(opens, zone), moment(closes, zone)];
  const sameDay = dateIn(opens, zone) === dateIn(closes, zone);
  return `${from} – ${sameDay ? shown(closes, zone, TIME) : until}`;
}

/**
 * The instant that a wall clock in `zone` shows as `local` (`2026-11-22T14:05`), as ISO 8601 in
 * UTC. A time that a clock change skips becomes the one an hour later; one that happens twice is
 * the first of the two.
 */
export function instantOf(local: string, zone: string): string {
  const wanted = Date.parse(`${local}:00Z`);
  const guesses = [-1, 1]
    .map((day) => wanted - offsetAt(wanted + day * 86_400_000, zone))
    .sort((a, b) => a - b);
  const exact = guesses.find((guess) => guess + offsetAt(guess, zone) === wanted);
  return new Date(exact ?? guesses[guesses.length - 1] ?? wanted).toISOString();
}

/** What a wall clock in `zone` shows at `iso`, in the form that a date-time field takes. */
export function wallClock(iso: string, zone: string): string {
  const at = Date.parse(iso);
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(at));
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const shown = Date.UTC(
    part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"),
  );
  return shown - Math.floor(at / 1000) * 1000;
}

function shown(iso: string, zone: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: zoneKnown(zone) ? zone : "UTC" }).format(
    new Date(iso),
  );
}

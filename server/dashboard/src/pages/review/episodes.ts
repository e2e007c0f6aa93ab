// The record's events as episodes on one time axis. One rule: an opening and its closing are
// paired by signal and onset, and what cannot be paired is still shown.
import { t } from "@lingui/core/macro";
import { type Severity, severityOf, severityRank } from "../../words/signals";

export interface Picture {
  sha256: string;
  media_type: string;
}

/** One event as the server tells it; times are milliseconds since the interview's start. */
export interface RecordEvent {
  seq: number;
  kind: string;
  signal: string;
  severity: string;
  onset_ms?: number | null;
  at_ms?: number | null;
  ended_ms?: number | null;
  detail?: unknown;
  evidence?: readonly Picture[];
}

/** A signal from its onset to its end; `end` is null while it has not closed. */
export interface Episode {
  key: string;
  signal: string;
  severity: Severity;
  start: number;
  end: number | null;
  measure: string;
  /** What the detector saw, in its own words. */
  detail: string;
  withheld: string;
  closing: string;
  pictures: readonly Picture[];
}

/** Something about the machinery at one moment. */
export interface Note {
  key: string;
  what: string;
  at: number | null;
  words: string;
  gap: number | null;
}

/** Episodes in the order in which they began. */
export function episodes(events: readonly RecordEvent[]): Episode[] {
  const found = new Map<string, Episode>();
  const closings: RecordEvent[] = [];
  for (const event of events) {
    if (event.kind === "signal.closed") closings.push(event);
    if (event.kind !== "signal.opened") continue;
    const start = event.onset_ms ?? event.at_ms ?? 0;
    found.set(pairing(event.signal, start), {
      key: String(event.seq),
      signal: event.signal,
      severity: severityOf(event.severity),
      start,
      end: event.ended_ms ?? null,
      measure: measured(event.detail),
      detail: word(event.detail, "detail"),
      withheld: word(event.detail, "evidence_withheld"),
      closing: "",
      pictures: event.evidence ?? [],
    });
  }
  for (const event of closings) {
    const start = event.onset_ms ?? event.at_ms ?? 0;
    const end = event.ended_ms ?? event.at_ms ?? null;
    const opening = found.get(pairing(event.signal, start));
    if (opening !== undefined) {
      opening.end ??= end;
      opening.closing = word(event.detail, "reason");
    } else {
      found.set(pairing(event.signal, start), {
        key: String(event.seq),
        signal: event.signal,
        severity: severityOf(event.severity),
        start,
        end,
        measure: "",
        detail: "",
        withheld: "",
        closing: word(event.detail, "reason"),
        pictures: event.evidence ?? [],
      });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Notes about the machinery, in order. */
export function notes(events: readonly RecordEvent[]): Note[] {
  return events
    .filter((event) => event.kind === "system")
    .map((event) => ({
      key: String(event.seq),
      what: event.signal || word(event.detail, "what"),
      at: event.at_ms ?? event.onset_ms ?? null,
      words: word(event.detail, "detail"),
      gap: number(event.detail, "gap_ms"),
    }));
}

/** What a look at the candidate's computer answered, when it changed. */
export interface Look {
  key: string;
  probe: string;
  outcome: "ok" | "violation" | "unknown";
  at: number | null;
  evidence: readonly string[];
}

/** Looks at the computer, in order. An answer that is none this page knows is unknown. */
export function looks(events: readonly RecordEvent[]): Look[] {
  return events
    .filter((event) => event.kind === "probe")
    .map((event) => {
      const outcome = word(event.detail, "outcome");
      const evidence = fields(event.detail).evidence;
      return {
        key: String(event.seq),
        probe: word(event.detail, "probe"),
        outcome: outcome === "ok" || outcome === "violation" ? outcome : "unknown",
        at: event.at_ms ?? null,
        evidence: Array.isArray(evidence)
          ? evidence.filter((each): each is string => typeof each === "string")
          : [],
      } as const;
    });
}

/** What the candidate said of their own accord: about a moment, or to those in charge. */
export interface Said {
  key: string;
  /** `explained`, or what was asked. */
  what: string;
  /** The moment meant; for what was asked, when. */
  at: number | null;
  until: number | null;
  /** The signal whose moment was chosen, if one was. */
  signal: string;
  words: string;
}

/** Their remarks and requests by the moment that they are about. */
export function said(events: readonly RecordEvent[]): Said[] {
  return events
    .filter(({ kind }) => kind === "candidate.explained" || kind === "candidate.asked")
    .map((event) => {
      const remark = event.kind === "candidate.explained";
      return {
        key: String(event.seq),
        what: remark ? "explained" : word(event.detail, "what"),
        at: (remark ? (event.onset_ms ?? event.at_ms) : event.at_ms) ?? null,
        until: event.ended_ms ?? null,
        signal: event.signal,
        words: word(event.detail, "text"),
      };
    })
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** Where the axis ends: the last moment anything is known of, at least one minute. */
export function axisEnd(shown: readonly Episode[], remarks: readonly Note[], least: number): number {
  let last = Math.max(60_000, least);
  for (const { start, end } of shown) last = Math.max(last, end ?? start);
  for (const { at } of remarks) last = Math.max(last, at ?? 0);
  return last;
}

/** Distance between ticks, in milliseconds, so that an axis of `end` has between 4 and 10 of them. */
export function tickStep(end: number): number {
  const minute = 60_000;
  const steps = [1000, 2000, 5000, 10_000, 15_000, 30_000, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute];
  return steps.find((step) => end / step <= 10) ?? 30 * minute * Math.ceil(end / (300 * minute));
}

/** Lanes of the axis, one for each signal, the most severe first, then the earliest. */
export function lanes(shown: readonly Episode[]): { signal: string; episodes: Episode[] }[] {
  const bySignal = new Map<string, { signal: string; episodes: Episode[]; worst: number }>();
  for (const episode of shown) {
    const rank = severityRank(episode.severity);
    const lane = bySignal.get(episode.signal);
    if (lane === undefined) {
      bySignal.set(episode.signal, { signal: episode.signal, episodes: [episode], worst: rank });
    } else {
      lane.episodes.push(episode);
      lane.worst = Math.max(lane.worst, rank);
    }
  }
  return [...bySignal.values()]
    .sort(
      (a, b) =>
        b.worst - a.worst || (a.episodes[0]?.start ?? 0) - (b.episodes[0]?.start ?? 0),
    )
    .map(({ signal, episodes: list }) => ({ signal, episodes: list }));
}

function pairing(signal: string, start: number): string {
  return `${signal}@${start}`;
}

export function fields(detail: unknown): Record<string, unknown> {
  return typeof detail === "object" && detail !== null ? (detail as Record<string, unknown>) : {};
}

export function word(detail: unknown, name: string): string {
  const value = fields(detail)[name];
  return typeof value === "string" ? value : "";
}

export function number(detail: unknown, name: string): number | null {
  const value = fields(detail)[name];
  return typeof value === "number" ? value : null;
}

/** Measures that are yes or no, or a confidence: the signal's name says it all. */
const SILENT = new Set([
  ...["unclear", "covered", "still", "looped", "stranger", "identity_unsure", "not_alive"],
  ...["phone", "book", "second_screen", "second_voice", "playback", "other_speaker"],
  ...["speaker_unsure", "camera"],
]);

const UNITS: Record<string, string> = { deg: "°", s: " s", fps: t` a second`, percent: " %" };

function measured(detail: unknown): string {
  const [, name = "", unit = ""] = /^(.*?)(?:_(deg|s|fps|percent))?$/u.exec(word(detail, "measure")) ?? [];
  const milli = number(detail, "value_milli");
  if (SILENT.has(name)) return "";
  const measure = name.replaceAll("_", " ");
  if (measure === "" || milli === null) return measure;
  return `${measure} ${Math.round(milli / 100) / 10}${UNITS[unit] ?? ""}`;
}

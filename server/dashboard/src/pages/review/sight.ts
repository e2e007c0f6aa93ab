// How well could be seen: what each detector had to go on, with the error it states itself. One
// rule: what the record does not say is called not known, and a limit is never held against
// anybody.
import { plural, t } from "@lingui/core/macro";
import type { Accommodations, Policy } from "../../client/types.gen";
import { clock, length } from "../../words/time";
import { fields, number, type RecordEvent, word } from "./episodes";
import { decimal, listed } from "../../words/numbers";

export interface Seen {
  name: string;
  /** `good`: as planned; `limited`: wider error or less of it; `off`: not judged at all. */
  state: "good" | "limited" | "off";
  value: string;
  words: readonly string[];
}

/** One event, with the server's sentence where it has one. */
type Event = RecordEvent & { words?: string };

interface Sources {
  events: readonly Event[];
  templates: readonly { what: string; model: string }[];
  policy: Policy;
  accommodations: Accommodations;
}

/** One line for each way of looking, in the order in which they matter. */
export function sightOf(sources: Sources): Seen[] {
  return [
    gaze(sources),
    identity(sources),
    voice(sources),
    ...challenge(sources),
    detectors(sources),
    rate(sources),
    gaps(sources),
  ];
}

/** What a signal's row says of its error. */
export function statedError(events: readonly Event[]): Record<string, string> {
  const last = events.filter((event) => event.kind === "calibrated").at(-1);
  if (last === undefined || word(last.detail, "outcome") !== "calibrated") {
    return { gaze_away: t`gaze not calibrated` };
  }
  const error = degrees(number(last.detail, "error_mdeg"));
  return { gaze_away: error === "" ? t`gaze error not known` : t`gaze error ${error} on average` };
}

function gaze({ events, policy, accommodations: agreed }: Sources): Seen {
  const name = t`Gaze`;
  if (agreed.head_and_gaze_off === true || agreed.nystagmus === true || agreed.screen_reader === true) {
    return off(name, t`Not judged`, t`As agreed with the candidate.`);
  }
  const last = events.filter((event) => event.kind === "calibrated").at(-1);
  if (last === undefined) {
    const why =
      agreed.no_calibration === true
        ? t`As agreed with the candidate.`
        : policy.calibrate_gaze === false
          ? t`This interview does not ask for it.`
          : t`The record holds no calibration.`;
    return limited(name, t`Not calibrated`, why, t`The uncalibrated model states a wider error.`);
  }
  const said = [last.words ?? "", model(word(last.detail, "model"))];
  if (word(last.detail, "outcome") !== "calibrated") return limited(name, t`Not calibrated`, ...said);
  const error = degrees(number(last.detail, "error_mdeg"));
  const um = number(last.detail, "error_um");
  const value = [error, um === null ? "" : t`${decimal(um / 10_000, 1)} cm`].filter(Boolean);
  return good(name, value.length === 0 ? t`Error not known` : t`Error ${listed(value)}`, ...said);
}

function identity({ events, templates, policy, accommodations: agreed }: Sources): Seen {
  const name = t`Face compared`;
  if (agreed.no_selfie === true) return off(name, t`Not compared`, t`A person checked the identity.`);
  if (policy.identity === false || policy.selfie === false) {
    return off(name, t`Not compared`, t`This interview does not ask for it.`);
  }
  const kept = templates.find(({ what }) => what === "face");
  if (kept !== undefined) return good(name, t`With the selfie`, model(kept.model));
  return limited(name, t`Not compared`, t`The selfie gave nothing to compare with.`, taken(events, "selfie"));
}

function voice({ events, templates, policy, accommodations: agreed }: Sources): Seen {
  const name = t`Voice compared`;
  if (agreed.no_voice_sample === true) return off(name, t`Not compared`, t`As agreed with the candidate.`);
  if (policy.voices === false || policy.voice_sample === false) {
    return off(name, t`Not compared`, t`This interview does not ask for it.`);
  }
  const kept = templates.find(({ what }) => what === "voice");
  if (kept !== undefined) return good(name, t`With the sample`, model(kept.model));
  return limited(name, t`Not compared`, t`The voice sample gave nothing to compare with.`, taken(events, "voice"));
}

function challenge({ events, policy, accommodations: agreed }: Sources): Seen[] {
  const name = t`Light challenge`;
  const last = events.filter((event) => event.kind === "challenged").at(-1);
  if (last === undefined) {
    if (policy.light_challenge !== true) return [];
    return agreed.no_light_challenge === true
      ? [off(name, t`Not made`, t`As agreed with the candidate.`)]
      : [limited(name, t`Not made`, t`The record holds none.`)];
  }
  const said = last.words ?? "";
  switch (word(last.detail, "outcome")) {
    case "ok":
      return [good(name, t`Answered`, said)];
    case "violation":
      return [limited(name, t`Not answered`, said, t`Evidence only: for a person to look at.`)];
    default:
      return [limited(name, t`Could not be told`, said)];
  }
}

function detectors({ events }: Sources): Seen {
  const name = t`Detectors`;
  const broken = events.filter(
    (event) => event.kind === "system" && ["model_missing", "detector_off"].includes(word(event.detail, "what")),
  );
  const sentences = new Map<string, number | null>();
  for (const event of broken) {
    const said = word(event.detail, "detail") || t`A detector was off.`;
    if (!sentences.has(said)) sentences.set(said, event.at_ms ?? null);
  }
  if (sentences.size === 0) return good(name, t`None reported off`);
  return off(
    name,
    plural(sentences.size, { one: "# was off", other: "# were off" }),
    ...[...sentences].map(([said, at]) => (at === null || at < 1000 ? said : `${clock(at)} · ${said}`)),
  );
}

function rate({ events }: Sources): Seen {
  const name = t`Rate`;
  const said = new Set<string>();
  const spans: Span[] = [];
  for (const event of events) {
    const what = event.kind === "system" ? word(event.detail, "what") : "";
    const at = event.at_ms ?? 0;
    if (what === "rate_low") {
      said.add(word(event.detail, "detail"));
      spans.push({ from: at, to: null });
    }
    if (what === "rate_back") for (const span of spans) span.to ??= at;
  }
  const signals = events.filter(({ kind, signal }) => kind === "signal.opened" && signal === "rate_low");
  for (const { onset_ms, at_ms, ended_ms } of signals) {
    spans.push({ from: onset_ms ?? at_ms ?? 0, to: ended_ms ?? null });
  }
  const whole = merged(spans);
  if (whole.length === 0) return good(name, t`As planned`);
  const ended = whole.reduce((sum, { from, to }) => sum + (to === null ? 0 : to - from), 0);
  const open = whole.some(({ to }) => to === null);
  const times = whole.map(({ from, to }) => clock(from) + (to === null ? t` on` : t` to ${clock(to)}`));
  return limited(name, open ? t`Low, not back` : t`Low for ${length(ended / 1000)}`, ...said, t`From ${listed(times)}.`);
}

interface Span {
  from: number;
  /** Null where it did not end. */
  to: number | null;
}

/** Spans without overlaps, in order. */
function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last === undefined || (last.to !== null && last.to < from)) whole.push({ from, to });
    else last.to = last.to === null || to === null ? null : Math.max(last.to, to);
  }
  return whole;
}

/** After these something was not watched; a network that was away lost nothing. */
const UNWATCHED = new Set(["proctor_back", "camera_back", "microphone_back", "app_restarted", "slept"]);

function gaps({ events }: Sources): Seen {
  const name = t`Watching`;
  const lengths = events
    .filter((event) => event.kind === "system" && UNWATCHED.has(word(event.detail, "what")))
    .map((event) => fields(event.detail).gap_ms)
    .filter((gap) => typeof gap === "number");
  if (lengths.length === 0) return good(name, t`Without a known gap`);
  const total = lengths.reduce((sum, gap) => sum + gap, 0);
  const times = plural(lengths.length, { one: "one gap", other: "# gaps" });
  return limited(name, t`${decimal(total / 1000, 1)} s missing`, t`In ${times}; nothing is known of that time.`);
}

function taken(events: readonly Event[], what: string): string {
  const last = events.filter(({ kind, detail }) => kind === "enrolled" && word(detail, "what") === what).at(-1);
  return last === undefined ? "" : word(last.detail, "detail");
}

function degrees(thousandths: number | null): string {
  return thousandths === null ? "" : `${decimal(thousandths / 1000, 1)}°`;
}

function model(name: string): string {
  return name === "" ? "" : t`Model: ${name}.`;
}

function seen(state: Seen["state"], name: string, value: string, words: readonly string[]): Seen {
  return { name, state, value, words: words.filter((each) => each !== "") };
}

function good(name: string, value: string, ...words: string[]): Seen {
  return seen("good", name, value, words);
}

function limited(name: string, value: string, ...words: string[]): Seen {
  return seen("limited", name, value, words);
}

function off(name: string, value: string, ...words: string[]): Seen {
  return seen("off", name, value, words);
}

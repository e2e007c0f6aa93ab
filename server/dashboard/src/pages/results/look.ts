// How the results are looked at: filters, order and columns. One rule: the list, its file and its
// chips are made from one noun, which stands in the address, so that none of them disagrees.
import { t } from "@lingui/core/macro";
import type { ResultsLook } from "../../client/types.gen";
import { totalWords } from "../../words/status";
import { instantOf } from "../../words/time";

export type Look = Required<ResultsLook>;
export type Column = Look["columns"][number];
export type Order = Look["order"];

export const COLUMNS: readonly { key: Column; label: string; file: readonly string[] }[] = [
  { key: "paper", label: t`Paper`, file: ["title"] },
  { key: "score", label: t`Score`, file: ["points", "max_marks", "state", "withheld"] },
  { key: "signals", label: t`Signals`, file: ["high", "medium"] },
  { key: "status", label: t`Status`, file: ["status"] },
  { key: "started", label: t`Started`, file: ["started_at"] },
  { key: "finished", label: t`Handed in`, file: ["finished_at"] },
  { key: "shortlist", label: t`Short list`, file: ["shortlisted"] },
];

export const ORDERS: readonly { value: Order; label: string }[] = [
  { value: "newest", label: t`Newest first` },
  { value: "finished", label: t`Last handed in first` },
  { value: "points", label: t`Most points first` },
  { value: "signals", label: t`Most signals first` },
  { value: "name", label: t`By name` },
];

export const STATES = ["open", "needs_person", "provisional", "final"] as const;

export const SIGNALS: readonly { value: NonNullable<Look["signals"]>; label: string }[] = [
  { value: "high", label: t`With signals of high severity` },
  { value: "some", label: t`With signals to look at` },
  { value: "none", label: t`Without signals to look at` },
];

export const EVERYTHING: Look = {
  q: "",
  paper_id: null,
  states: [],
  signals: null,
  shortlisted: null,
  from_day: null,
  until_day: null,
  order: "newest",
  columns: ["score", "signals", "status", "finished"],
};

/** A view as the server keeps it, with nothing left out. */
export function wholeLook(look: ResultsLook): Look {
  return { ...EVERYTHING, ...look };
}

/** What an address asks for; null where it asks for nothing, so that a default may. */
export function lookOf(address: URLSearchParams): Look | null {
  const order = ORDERS.find(({ value }) => value === address.get("order"))?.value;
  if (order === undefined) return null;
  const shown = address.getAll("column");
  return {
    q: (address.get("q") ?? "").slice(0, 100),
    paper_id: matching(address.get("paper"), /^[0-9a-f]{32}$/u),
    states: STATES.filter((state) => address.getAll("state").includes(state)),
    signals: SIGNALS.find(({ value }) => value === address.get("signals"))?.value ?? null,
    shortlisted: { yes: true, no: false }[address.get("shortlist") ?? ""] ?? null,
    from_day: matching(address.get("from"), DAY),
    until_day: matching(address.get("until"), DAY),
    order,
    columns: shown.length === 0
      ? EVERYTHING.columns
      : COLUMNS.map(({ key }) => key)
          .filter((key) => shown.includes(key))
          .sort((a, b) => shown.indexOf(a) - shown.indexOf(b)),
  };
}

/** The address of a look; the order is always named, because an empty address is the default's. */
export function addressOf(look: Look, view: string | null): URLSearchParams {
  const address = new URLSearchParams({ order: look.order });
  if (look.q !== "") address.set("q", look.q);
  if (look.paper_id !== null) address.set("paper", look.paper_id);
  for (const state of look.states) address.append("state", state);
  if (look.signals !== null) address.set("signals", look.signals);
  if (look.shortlisted !== null) address.set("shortlist", look.shortlisted ? "yes" : "no");
  if (look.from_day !== null) address.set("from", look.from_day);
  if (look.until_day !== null) address.set("until", look.until_day);
  if (look.columns.join() !== EVERYTHING.columns.join()) {
    for (const column of look.columns) address.append("column", column);
  }
  if (view !== null) address.set("view", view);
  return address;
}

/** The filters and the order as the API asks for them; days are the reader's, in `zone`. */
export function queryOf(look: Look, zone: string) {
  return {
    q: look.q.trim() || undefined,
    paper_id: look.paper_id ?? undefined,
    state: look.states.length === 0 ? undefined : look.states,
    signals: look.signals ?? undefined,
    shortlisted: look.shortlisted ?? undefined,
    finished_after: look.from_day === null ? undefined : instantOf(`${look.from_day}T00:00`, zone),
    finished_before:
      look.until_day === null ? undefined : instantOf(`${dayAfter(look.until_day)}T00:00`, zone),
    order: look.order,
  };
}

/** Where the same list is a file, with the columns that are shown. */
export function fileOf(look: Look, zone: string): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(queryOf(look, zone))) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) asked.append(name, String(each));
    }
  }
  for (const name of ["candidate_name", "candidate_email"]) asked.append("columns", name);
  if (!look.columns.includes("paper")) asked.append("columns", "title");
  for (const column of look.columns) {
    for (const name of COLUMNS.find(({ key }) => key === column)?.file ?? []) {
      asked.append("columns", name);
    }
  }
  return `/api/admin/results.csv?${asked.toString()}`;
}

export interface Chip {
  words: string;
  /** The look without it. */
  without: Look;
}

/** What narrows the list, each with the look that is left when it is taken away. */
export function chipsOf(look: Look, titleOf: (paper: string) => string): Chip[] {
  const chips: Chip[] = [];
  const add = (words: string, change: Partial<Look>) =>
    chips.push({ words, without: { ...look, ...change } });
  if (look.q.trim() !== "") add(`“${look.q.trim()}”`, { q: "" });
  if (look.paper_id !== null) add(t`Paper: ${titleOf(look.paper_id)}`, { paper_id: null });
  for (const state of look.states) {
    add(t`Score ${totalWords(state)}`, { states: look.states.filter((each) => each !== state) });
  }
  if (look.signals !== null) {
    add(SIGNALS.find(({ value }) => value === look.signals)?.label ?? "", { signals: null });
  }
  if (look.shortlisted !== null) {
    add(look.shortlisted ? t`On the short list` : t`Not on the short list`, { shortlisted: null });
  }
  if (look.from_day !== null) add(t`Handed in from ${look.from_day}`, { from_day: null });
  if (look.until_day !== null) add(t`Handed in until ${look.until_day}`, { until_day: null });
  return chips;
}

/** Whether two looks show the same. */
export function same(one: Look, other: Look): boolean {
  return addressOf(one, null).toString() === addressOf(other, null).toString();
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

function matching(text: string | null, pattern: RegExp): string | null {
  return text !== null && pattern.test(text) ? text : null;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

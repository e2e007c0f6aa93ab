// The audit log as people read it. One rule: an entry holds ids and names of fields; a name is put
// beside an id only where the list of accounts knows it, and an id is never guessed at.
import { t } from "@lingui/core/macro";

const ID = /[0-9a-f]{32}/u;

/** Who did it: the account's name, `A candidate`, `The server`, or what the entry says. */
export function whoWords(actor: string, names: ReadonlyMap<string, string>): string {
  if (actor === "server") return t`The server`;
  if (actor.startsWith("candidate:")) return t`A candidate`;
  const id = ID.exec(actor)?.[0];
  if (!actor.startsWith("user:") || id === undefined) return actor;
  const name = names.get(id) ?? t`Account ${id.slice(0, 8)}`;
  return actor === `user:${id}` ? name : t`${name}, by a token`;
}

/** What kind of thing it is about and the thing's id; null where it has none. */
export function subjectOf(subject: string): { kind: string; id: string | null } {
  const [kind = "", ...rest] = subject.split(":");
  const id = rest.join(":");
  const words = kind.replaceAll("_", " ");
  return { kind: words.charAt(0).toUpperCase() + words.slice(1), id: id === "" ? null : id };
}

/** The fields that an entry names, `field: value` each, in one line. */
export function detailWords(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ");
}

/** The id in what was pasted, such as the address of an interview's page; null where none is. */
export function idIn(pasted: string): string | null {
  return ID.exec(pasted.toLowerCase())?.[0] ?? null;
}

/** Whether it is written as actions are: `result.overridden`. */
export function isAction(text: string): boolean {
  return /^[a-z_]{1,60}(\.[a-z_]{1,60})*$/u.test(text) && text.length <= 60;
}

// What the first page says is in the first catalogue, and what a language says fits the English: a
// message outside of its catalogue would be shown as an id, a lost placeholder as a hole.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { FIRST } from "../../lingui.config";

const SRC = resolve(import.meta.dirname, "..");
const CATALOGUES = join(SRC, "catalogues");

/** All modules that are there as soon as `start` is: what `import()` brings later is left out. */
function reached(start: readonly string[]): string[] {
  const seen = new Set<string>();
  const open = [...start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = readFileSync(path, "utf8").replaceAll(/^import type [^;]*;/gmu, "");
    for (const [, from = ""] of text.matchAll(/from "(\.[^"]*)"/gu)) {
      const base = resolve(dirname(path), from);
      const found = [base, `${base}.ts`, `${base}.tsx`].find((each) => /\.tsx?$/u.test(each) && existsSync(each));
      if (found !== undefined) open.push(found);
    }
  }
  return [...seen];
}

/** Messages of a catalogue by their English. */
function read(path: string): Map<string, string> {
  const unquoted = (lines: string) => lines.split("\n").map((line) => JSON.parse(line) as string).join("");
  const entry = /(?:^msgctxt (?<context>"(?:.|\n")*)\n)?^msgid (?<english>"(?:.|\n")*)\n^msgstr (?<said>"(?:.|\n")*)/gmu;
  const found = [...readFileSync(path, "utf8").matchAll(entry)].map(({ groups }) => [
    unquoted(groups?.english ?? '""') + (groups?.context === undefined ? "" : ` (${unquoted(groups.context)})`),
    unquoted(groups?.said ?? '""'),
  ]);
  return new Map(found.filter(([english]) => english !== "") as [string, string][]);
}

/** Its placeholders, plural arguments and tags, each once. */
function holes(message: string): string[] {
  const found = message.matchAll(/(?<!\b(?:zero|one|two|few|many|other) )\{(\w+)(?=[,}])|<\/?(\d+)\/?>/gu);
  return [...new Set([...found].map(([whole, name]) => name ?? whole))].sort();
}

describe("the catalogues", () => {
  it("have everything that the first page says in the first one", () => {
    const first = FIRST.map((path) => join(SRC, path));
    const start = ["app.tsx", "frame/signed-in.tsx", "pages/signin/page.tsx", "pages/signin/back.tsx", "pages/live/page.tsx", "pages/live/look.tsx"];
    const outside = reached(start.map((path) => join(SRC, path)))
      .filter((path) => !first.some((each) => path === each || path.startsWith(`${each}/`)))
      .filter((path) => readFileSync(path, "utf8").includes("/macro"));
    expect(outside.map((path) => relative(SRC, path))).toEqual([]);
  });

  for (const folder of ["first", "later"]) {
    const english = read(join(CATALOGUES, folder, "en.po"));
    for (const file of readdirSync(join(CATALOGUES, folder)).filter((name) => name !== "en.po")) {
      const said = read(join(CATALOGUES, folder, file));
      it(`${folder}/${file} says all that the English says and nothing else`, () => {
        expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
        expect([...said].filter(([, words]) => words === "")).toEqual([]);
      });
      it(`${folder}/${file} has the placeholders of the English`, () => {
        const other = [...said].filter(([key, words]) => holes(words).join() !== holes(english.get(key) ?? "").join());
        expect(other).toEqual([]);
      });
      it(`${folder}/${file} begins and ends with a space where the English does`, () => {
        const edges = (text: string) => [/^\s/u.test(text), /\s$/u.test(text)].join();
        expect([...said].filter(([key, words]) => edges(words) !== edges(english.get(key) ?? ""))).toEqual([]);
      });
    }
  }
});

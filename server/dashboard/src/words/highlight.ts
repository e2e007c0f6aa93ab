// Where the scorer's quotes stand in an answer. One rule: a quote is marked only where it is
// found letter for letter (case and spacing aside); what is not found is not marked.

export interface Piece {
  text: string;
  marked: boolean;
}

/** A quote with its place, counted in Unicode code points, as the server counts. */
export interface Quote {
  quote: string;
  start?: number | undefined;
  end?: number | undefined;
}

/** `text` cut into pieces, those that one of `quotes` covers being marked; joined, they are `text`. */
export function marked(text: string, quotes: readonly Quote[]): Piece[] {
  const spans = quotes
    .flatMap((quote) => placeOf(text, quote) ?? spansOf(text, quote.quote))
    .sort((a, b) => a[0] - b[0]);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    const last = pieces[pieces.length - 1];
    if (last?.marked && from === at) last.text += text.slice(from, end);
    else pieces.push({ text: text.slice(from, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

function placeOf(text: string, { quote, start, end }: Quote): [number, number][] | null {
  if (start === undefined || end === undefined || quote === "") return null;
  const points = [...text];
  const from = points.slice(0, start).join("").length;
  const to = from + points.slice(start, end).join("").length;
  return text.slice(from, to) === quote ? [[from, to]] : null;
}

function spansOf(text: string, quote: string): [number, number][] {
  const words = quote.trim().split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return [];
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
  const pattern = new RegExp(escaped.join("\\s+"), "gi");
  return [...text.matchAll(pattern)].map((hit) => [hit.index, hit.index + hit[0].length]);
}

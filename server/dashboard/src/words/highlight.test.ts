import { describe, expect, it } from "vitest";
import { marked } from "./highlight";

const answer = "An index is a B-tree.\nIt makes reads fast, writes slower (a bit).";

describe("quotes in an answer", () => {
  it("marks a quote where it stands, across case and line breaks", () => {
    expect(marked(answer, [{ quote: "b-tree. it makes" }]).filter((piece) => piece.marked)).toEqual([
      { text: "B-tree.\nIt makes", marked: true },
    ]);
  });

  it("loses and doubles nothing", () => {
    const quotes = ["B-tree", "tree. It", "(a bit)", "absent", "", "writes slower"].map((quote) => ({
      quote,
    }));
    expect(marked(answer, quotes).map((piece) => piece.text).join("")).toBe(answer);
  });

  it("marks the place that the server names, beyond the first plane too", () => {
    const text = "\u{1F600} one two one";
    expect(marked(text, [{ quote: "one", start: 10, end: 13 }])).toEqual([
      { text: "\u{1F600} one two ", marked: false },
      { text: "one", marked: true },
    ]);
  });

  it("looks for the quote where the place does not fit the text", () => {
    expect(marked("a one", [{ quote: "one", start: 0, end: 3 }])[1]).toEqual({
      text: "one",
      marked: true,
    });
  });

  it("joins quotes that overlap", () => {
    expect(marked("abcdef", [{ quote: "abc" }, { quote: "bcd" }])).toEqual([
      { text: "abcd", marked: true },
      { text: "ef", marked: false },
    ]);
  });

  it("leaves text alone without quotes, and reads no pattern from them", () => {
    expect(marked("a.c abc", [])).toEqual([{ text: "a.c abc", marked: false }]);
    expect(marked("abc a.c", [{ quote: "a.c" }])[1]).toEqual({ text: "a.c", marked: true });
    expect(marked("", [{ quote: "x" }])).toEqual([]);
  });
});

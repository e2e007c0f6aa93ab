import { describe, expect, it } from "vitest";
import { marked } from "./highlight";

const answer = "An index is a B-tree.\nIt makes reads fast, writes slower (a bit).";

describe("quotes in an answer", () => {
  it("marks a quote where it stands, across case and line breaks", () => {
    expect(marked(answer, ["b-tree. it makes"]).filter((piece) => piece.marked)).toEqual([
      { text: "B-tree.\nIt makes", marked: true },
    ]);
  });

  it("loses and doubles nothing", () => {
    const quotes = ["B-tree", "tree. It", "(a bit)", "absent", "", "writes slower"];
    expect(marked(answer, quotes).map((piece) => piece.text).join("")).toBe(answer);
  });

  it("joins quotes that overlap", () => {
    expect(marked("abcdef", ["abc", "bcd"])).toEqual([
      { text: "abcd", marked: true },
      { text: "ef", marked: false },
    ]);
  });

  it("leaves text alone without quotes, and reads no pattern from them", () => {
    expect(marked("a.c abc", [])).toEqual([{ text: "a.c abc", marked: false }]);
    expect(marked("abc a.c", ["a.c"])[1]).toEqual({ text: "a.c", marked: true });
    expect(marked("", ["x"])).toEqual([]);
  });
});

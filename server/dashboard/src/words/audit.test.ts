import { describe, expect, it } from "vitest";
import { detailWords, idIn, isAction, subjectOf, whoWords } from "./audit";

const ADA = "a".repeat(32);
const NAMES = new Map([[ADA, "Ada Admin"]]);

describe("the audit log in words", () => {
  it("names accounts that are known, and says where a token did it", () => {
    expect(whoWords(`user:${ADA}`, NAMES)).toBe("Ada Admin");
    expect(whoWords(`user:${ADA}/tok1`, NAMES)).toBe("Ada Admin, by a token");
    expect(whoWords(`user:${"b".repeat(32)}`, NAMES)).toBe("Account bbbbbbbb");
    expect(whoWords(`candidate:${ADA}`, NAMES)).toBe("A candidate");
    expect(whoWords("server", NAMES)).toBe("The server");
    expect(whoWords("cli", NAMES)).toBe("cli");
  });

  it("takes a subject apart", () => {
    expect(subjectOf(`interview:${ADA}`)).toEqual({ kind: "Interview", id: ADA });
    expect(subjectOf("calibration_set:x")).toEqual({ kind: "Calibration set", id: "x" });
    expect(subjectOf("audit")).toEqual({ kind: "Audit", id: null });
  });

  it("puts fields into one line", () => {
    expect(detailWords({ fields: ["title"], reason: "typo" })).toBe(
      'fields: ["title"] · reason: typo',
    );
    expect(detailWords({})).toBe("");
  });

  it("finds the id in the address of a page", () => {
    expect(idIn(`https://interviews.example/interviews/${ADA}?tab=1`)).toBe(ADA);
    expect(idIn("Cleo")).toBeNull();
  });

  it("knows an action by its shape", () => {
    expect(isAction("result.overridden")).toBe(true);
    for (const wrong of ["", "Result", "result.", "a b", "x".repeat(61)]) {
      expect(isAction(wrong)).toBe(false);
    }
  });
});

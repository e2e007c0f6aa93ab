import { describe, expect, it } from "vitest";
import { reasonWords } from "./reasons";

describe("why a person has to look", () => {
  it("is said in the chosen language where a grader said it", () => {
    expect(reasonWords("No answer was given.")).toBe("No answer was given.");
  });

  it("stays as it was written where a person wrote it", () => {
    expect(reasonWords("Er las vor.")).toBe("Er las vor.");
    expect(reasonWords("constructor")).toBe("constructor");
    expect(reasonWords("")).toBe("");
  });
});

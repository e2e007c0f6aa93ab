import { describe, expect, it } from "vitest";
import { endWords } from "./looks";

describe("why a look ended", () => {
  it("is a sentence, also where the server is newer", () => {
    expect(endWords("paused")).toBe("The interview is paused: nobody is watched.");
    expect(endWords("power_cut")).toBe("The look ended: power cut.");
  });
});

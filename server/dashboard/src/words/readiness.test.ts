import { describe, expect, it } from "vitest";
import type { ReadinessLine } from "../client/types.gen";
import { careWords, lineWords, outcomeWords, probeWords } from "./readiness";

function line(probe: string, outcome: ReadinessLine["outcome"]): ReadinessLine {
  return { probe, outcome, found: "", cause: "", cure: "", spent_ms: 1 };
}

describe("words for a check of a computer", () => {
  it("never shows unknown as good, and shows what it does not know by its own name", () => {
    expect(outcomeWords("ok")).toEqual({ label: "Ready", tone: "moss" });
    expect(lineWords("ok").label).toBe("OK");
    for (const words of [outcomeWords, lineWords]) {
      expect(words("unknown")).toEqual({ label: "Unknown", tone: "amber" });
      expect(words("melted")).toEqual({ label: "Melted", tone: "slate" });
    }
    expect(probeWords("pace")).toBe("Speed");
    expect(probeWords("third_ear")).toBe("Third ear");
  });

  it("names what failed before what could not be told, and nothing where all is well", () => {
    const lines = [line("light", "unknown"), line("camera", "violation"), line("disk", "ok")];
    expect(careWords(lines)).toBe("Failed: Camera. Unknown: Light");
    expect(careWords([line("disk", "ok")])).toBe("");
    expect(careWords([])).toBe("");
  });
});

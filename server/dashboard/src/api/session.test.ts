import { describe, expect, it } from "vitest";
import { returnPath } from "./session";

describe("the way back after sign-in", () => {
  it("leads to where one was", () => {
    expect(returnPath("/interviews/abc?tab=2")).toBe("/interviews/abc?tab=2");
  });

  it("never leaves this site or loops", () => {
    for (const bad of ["//evil.example", "/\\evil.example", "https://evil.example", "", "/signin"]) {
      expect(returnPath(bad)).toBe("/live");
    }
    expect(returnPath(null)).toBe("/live");
  });
});

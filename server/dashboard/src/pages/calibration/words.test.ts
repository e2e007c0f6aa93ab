import { describe, expect, it } from "vitest";
import { band, figure } from "./words";

describe("figures of agreement", () => {
  it("stand beside their interval, and unknown ones say so", () => {
    expect(figure({ value: 0.568, low: 0.477, high: 0.663 })).toBe("0.57 (0.48 to 0.66)");
    expect(figure({ value: 0.5, low: null, high: null })).toBe("0.50");
    expect(figure({ value: null, low: null, high: null })).toBe("unknown");
  });

  it("say in which direction a grader errs", () => {
    const about = { low: 0, high: 0.2, n: 7 };
    expect(band({ ...about, bias: 0.12 })).toBe("12 % too much (7)");
    expect(band({ ...about, bias: -0.3 })).toBe("30 % too little (7)");
    expect(band({ ...about, bias: 0.001 })).toBe("as people (7)");
    expect(band({ ...about, bias: null })).toBe("no answer");
  });
});

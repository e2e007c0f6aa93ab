import { describe, expect, it } from "vitest";
import { bars, closer, grouped, PLACES } from "./bars";
import type { Episode } from "./episodes";

function episode(number: number, start: number, change: Partial<Episode> = {}): Episode {
  return {
    key: String(number),
    signal: "phone",
    severity: "medium",
    start,
    end: start + 300,
    measure: "",
    detail: "",
    withheld: "",
    closing: "",
    pictures: [],
    ...change,
  };
}

const HOUR = { from: 0, until: 3_600_000 };
const lane = Array.from({ length: 20_000 }, (_, number) => episode(number, number * 180));

describe("the bars of a lane", () => {
  it("are one for each episode as long as there are few", () => {
    const few = [episode(1, 0), episode(2, 100, { end: null })];
    expect(bars(few, HOUR)).toEqual([
      { key: "1", count: 1, severity: "medium", from: 0, until: 300 },
      { key: "2", count: 1, severity: "medium", from: 100, until: null },
    ]);
  });

  it("are no more than there are places, and none of twenty thousand is left out", () => {
    const drawn = bars(lane, HOUR);
    expect(drawn).toHaveLength(PLACES);
    expect(drawn.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
  });

  it("are as severe as the worst at their place, and open where one of them is", () => {
    const worse = lane.map((one) =>
      one.key === "7" ? { ...one, severity: "high" as const, end: null } : one,
    );
    const [first, second] = bars(worse, HOUR);
    expect([first?.severity, first?.until]).toEqual(["high", null]);
    expect(second?.severity).toBe("medium");
    expect(second?.until).toBeGreaterThan(second?.from ?? 0);
  });

  it("come apart step by step as one comes closer", () => {
    let span = HOUR;
    for (let steps = 0; steps < 3; steps += 1) {
      const several = bars(lane, span).find(({ count }) => count > 1);
      if (several === undefined) break;
      span = closer(several, HOUR.until);
    }
    const shown = bars(lane, span);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.every(({ count }) => count <= 2)).toBe(true);
  });

  it("hold what began before the part that is shown and reaches into it", () => {
    const long = [episode(1, 0, { end: 50_000 }), episode(2, 200_000)];
    expect(bars(long, { from: 40_000, until: 60_000 }).map(({ key }) => key)).toEqual(["1"]);
  });
});

describe("marks at one place", () => {
  it("are told together once there are many, each once", () => {
    const marks = Array.from({ length: 5000 }, (_, number) => ({ key: number, at: number * 700 }));
    const found = grouped(marks, HOUR);
    expect(found.length).toBeLessThanOrEqual(PLACES);
    expect(found.flatMap((group) => group.marks)).toHaveLength(5000);
    expect(grouped([{ at: null }, { at: 5 }, { at: 5 }], HOUR)).toHaveLength(2);
  });
});

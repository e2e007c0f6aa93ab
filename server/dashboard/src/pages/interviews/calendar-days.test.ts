import { describe, expect, it } from "vitest";
import type { InterviewSummary } from "../../client/types.gen";
import { dayOf, daysWith, monthOf, periodOf, placeOf, plusDays, stepped, titleOf, weekOf } from "./calendar-days";

function interview(name: string, opens: string, closes: string, zone = "Europe/Berlin") {
  return {
    id: name,
    candidate_name: name,
    opens_at: opens,
    closes_at: closes,
    zone,
  } as unknown as InterviewSummary;
}

describe("weeks and months", () => {
  it("begin on Monday and hold whole weeks", () => {
    expect(weekOf("2026-11-30")[0]).toBe("2026-11-30");
    expect(weekOf("2026-12-06")).toEqual(weekOf("2026-11-30"));
    const november = monthOf("2026-11-15");
    expect([november[0]?.[0], november.at(-1)?.[6]]).toEqual(["2026-10-26", "2026-12-06"]);
    expect(monthOf("2027-02-10")).toHaveLength(4); // a Monday to a Sunday
    for (const week of november) expect(week).toHaveLength(7);
  });

  it("step by what is shown, across years and from long months", () => {
    expect(stepped("week", "2026-12-30", 1)).toBe("2027-01-06");
    expect(stepped("month", "2026-12-31", 1)).toBe("2027-01-01");
    expect(stepped("month", "2026-03-31", -1)).toBe("2026-02-01");
    expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
  });

  it("take no day from an address that is none", () => {
    expect(dayOf("2026-11-30", "2026-01-01")).toBe("2026-11-30");
    for (const odd of [null, "", "2026-13-01", "2026-02-30", "today"]) {
      expect(dayOf(odd, "2026-01-01")).toBe("2026-01-01");
    }
  });

  it("are named as people name them", () => {
    expect(titleOf("month", "2026-11-30")).toBe("November 2026");
    expect(titleOf("week", "2026-11-30")).toBe("Mon 30 Nov – Sun 6 Dec 2026");
    expect(placeOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  });

  it("reach from midnight to midnight of the reader, also where clocks change", () => {
    expect(periodOf(weekOf("2026-10-25"), "Europe/Berlin")).toEqual({
      from: "2026-10-18T22:00:00.000Z",
      until: "2026-10-25T23:00:00.000Z",
    });
  });
});

describe("interviews by day", () => {
  const week = weekOf("2026-11-30");

  it("stand on the reader's day, the earliest first, with the candidate's time", () => {
    const found = daysWith(
      [
        interview("Zoe", "2026-12-01T09:00:00Z", "2026-12-01T11:00:00Z", "Asia/Kolkata"),
        interview("Ada", "2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z"),
        interview("Late", "2026-12-01T23:30:00Z", "2026-12-02T00:30:00Z", "America/New_York"),
      ],
      week,
      "Europe/Berlin",
    );
    expect(found.byDay.get("2026-12-01")?.map(({ opens, theirs }) => [opens, theirs])).toEqual([
      ["09:00", ""],
      ["10:00", "14:30 Kolkata"],
    ]);
    expect(found.byDay.get("2026-12-02")?.map(({ opens, theirs }) => [opens, theirs])).toEqual([
      ["00:30", "Tue 1 Dec, 18:30 New York"],
    ]);
  });

  it("say until when a window is open that ends on another day; midnight is still the day before", () => {
    const found = daysWith(
      [
        interview("Long", "2026-12-01T08:00:00Z", "2026-12-04T08:00:00Z"),
        interview("Whole", "2026-12-01T08:00:00Z", "2026-12-01T23:00:00Z"),
      ],
      week,
      "Europe/Berlin",
    );
    expect(found.byDay.get("2026-12-01")?.map(({ until }) => until)).toEqual(["2026-12-04", null]);
  });

  it("stand apart where they opened before the first day that is shown", () => {
    const found = daysWith(
      [interview("Old", "2026-11-20T08:00:00Z", "2026-12-04T08:00:00Z")],
      week,
      "UTC",
    );
    expect(found.before.map(({ interview: one }) => one.id)).toEqual(["Old"]);
    expect(found.byDay.size).toBe(0);
  });

  it("know no time of a candidate whose zone this browser does not know", () => {
    const [entry] = daysWith(
      [interview("Mars", "2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z", "Mars/Olympus")],
      week,
      "UTC",
    ).byDay.get("2026-12-01") ?? [];
    expect(entry?.theirs).toBe("");
  });
});

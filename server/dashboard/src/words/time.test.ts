import { describe, expect, it } from "vitest";
import { ago, clock, instantOf, length, moment, wallClock, windowIn } from "./time";

describe("times as people read them", () => {
  it("says hours only where there are any", () => {
    expect(clock(0)).toBe("0:00");
    expect(clock(65_900)).toBe("1:05");
    expect(clock(3_600_000)).toBe("1:00:00");
    expect(clock(-5)).toBe("0:00");
  });

  it("says lengths in the largest fitting unit", () => {
    expect(length(45)).toBe("45 s");
    expect(length(300)).toBe("5 min");
    expect(length(5400)).toBe("1 h 30 min");
    expect(length(7200)).toBe("2 h");
  });

  it("says how long ago something was", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    expect(ago("2026-11-22T11:59:59Z", now)).toBe("just now");
    expect(ago("2026-11-22T11:59:18Z", now)).toBe("42 s ago");
    expect(ago("2026-11-22T09:00:00Z", now)).toBe("3 h ago");
  });

  it("shows one instant in two zones", () => {
    expect(moment("2026-11-22T23:30:00Z", "Asia/Kolkata")).toBe("23 Nov 2026, 05:00");
    expect(moment("2026-11-22T23:30:00Z", "UTC")).toBe("22 Nov 2026, 23:30");
  });

  it("falls back to UTC for a zone it does not know", () => {
    expect(moment("2026-11-22T23:30:00Z", "Mars/Olympus")).toBe("22 Nov 2026, 23:30");
  });

  it("says a shared date once", () => {
    const text = windowIn("2026-11-22T10:00:00Z", "2026-11-22T12:00:00Z", "UTC");
    expect(text).toBe("22 Nov 2026, 10:00 – 12:00");
  });

  it("finds the instant behind a wall clock, across clock changes", () => {
    expect(instantOf("2026-11-22T14:00", "Europe/Berlin")).toBe("2026-11-22T13:00:00.000Z");
    expect(instantOf("2026-07-01T14:00", "Europe/Berlin")).toBe("2026-07-01T12:00:00.000Z");
    expect(instantOf("2026-03-29T02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  it("is the inverse of showing a wall clock", () => {
    for (const zone of ["UTC", "Asia/Kolkata", "America/New_York", "Pacific/Chatham"]) {
      const iso = "2026-11-22T13:05:00.000Z";
      expect(instantOf(wallClock(iso, zone), zone)).toBe(iso);
    }
  });
});

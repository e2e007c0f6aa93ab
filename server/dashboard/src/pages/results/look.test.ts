import { describe, expect, it } from "vitest";
import { addressOf, chipsOf, EVERYTHING, fileOf, type Look, lookOf, queryOf, same } from "./look";

const PAPER = "0123456789abcdef0123456789abcdef";
const NARROW: Look = {
  q: " ada ",
  paper_id: PAPER,
  states: ["needs_person", "provisional"],
  signals: "high",
  shortlisted: false,
  from_day: "2026-11-01",
  until_day: "2026-11-30",
  order: "points",
  columns: ["finished", "score", "shortlist"],
};

describe("a look in the address", () => {
  it("comes back as it was", () => {
    for (const look of [EVERYTHING, NARROW]) {
      expect(lookOf(addressOf(look, "v"))).toEqual(look);
      expect(same(look, { ...look })).toBe(true);
    }
    expect(same(EVERYTHING, NARROW)).toBe(false);
  });

  it("is none where the address asks for nothing, so that a default view may open", () => {
    expect(lookOf(new URLSearchParams())).toBeNull();
    expect(lookOf(new URLSearchParams("order=sideways"))).toBeNull();
    expect(addressOf(EVERYTHING, null).toString()).toBe("order=newest");
  });

  it("leaves out what is no filter of ours", () => {
    const odd = "order=name&paper=%27&state=won&signals=9&shortlist=maybe&from=1&column=face&column=score";
    expect(lookOf(new URLSearchParams(odd))).toEqual({
      ...EVERYTHING,
      order: "name",
      columns: ["score"],
    });
  });
});

describe("what is asked of the server", () => {
  it("counts days in the reader's zone, the last one whole", () => {
    expect(queryOf(NARROW, "Europe/Berlin")).toMatchObject({
      q: "ada",
      finished_after: "2026-10-31T23:00:00.000Z",
      finished_before: "2026-11-30T23:00:00.000Z",
      order: "points",
    });
    expect(queryOf(EVERYTHING, "UTC")).toEqual({ order: "newest" });
  });

  it("asks for the file with the same filters and the shown columns in their order", () => {
    const asked = new URLSearchParams(fileOf(NARROW, "UTC").split("?")[1]);
    expect(asked.getAll("state")).toEqual(["needs_person", "provisional"]);
    expect(asked.get("shortlisted")).toBe("false");
    expect(asked.getAll("columns")).toEqual([
      "candidate_name", "candidate_email", "title",
      "finished_at", "points", "max_marks", "state", "withheld", "shortlisted",
    ]);
  });
});

describe("chips", () => {
  it("has one for each filter, and none for order and columns", () => {
    const chips = chipsOf(NARROW, () => "Backend");
    expect(chips.map(({ words }) => words)).toEqual([
      "“ada”",
      "Paper: Backend",
      "Score provisional; a person is needed for a part",
      "Score provisional, for review",
      "With signals of high severity",
      "Not on the short list",
      "Handed in from 2026-11-01",
      "Handed in until 2026-11-30",
    ]);
    expect(chips[2]?.without.states).toEqual(["provisional"]);
    expect(chipsOf(EVERYTHING, () => "")).toEqual([]);
    expect(chipsOf({ ...EVERYTHING, order: "name" }, () => "")).toEqual([]);
  });

  it("leaves everything when all are taken away", () => {
    let look = NARROW;
    for (let left = 20; left > 0; left -= 1) look = chipsOf(look, () => "")[0]?.without ?? look;
    expect(look).toEqual({ ...EVERYTHING, order: "points", columns: NARROW.columns });
  });
});

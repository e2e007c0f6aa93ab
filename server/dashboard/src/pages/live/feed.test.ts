import { describe, expect, it } from "vitest";
import type { LiveTile } from "../../client/types.gen";
import { backoff, heard, inOrder, isQuiet, lost, ordered, SILENT, ticked } from "./feed";

const NOW = Date.parse("2026-11-22T12:00:00Z");

function tile(session: string, change: Partial<LiveTile> = {}): LiveTile {
  return {
    session,
    candidate_name: session,
    title: "Backend",
    status: "interview_active",
    question: 1,
    question_count: 4,
    deadline_at: "2026-11-22T13:00:00Z",
    open_signals: [],
    requests: [],
    seen_at: "2026-11-22T11:59:59Z",
    heartbeat: null,
    ...change,
  } as LiveTile;
}

const text = (type: string, ...sessions: LiveTile[]) =>
  JSON.stringify({
    type,
    cursor: "c",
    server_time: "2026-11-22T12:00:02Z",
    sessions,
    gone: type === "changes" ? ["z"] : undefined,
  });

describe("the live feed", () => {
  it("keeps one’s own looks until others are told", () => {
    const look = { id: "l", session: "a", phase: "live" };
    const told = (type: string, looks?: unknown) =>
      JSON.stringify({ ...(JSON.parse(text(type)) as object), looks });
    const first = heard(SILENT, told("snapshot", [look]), NOW);
    expect(first.looks).toEqual([look]);
    expect(heard(first, told("changes", null), NOW).looks).toEqual([look]);
    expect(heard(first, told("changes", []), NOW).looks).toEqual([]);
    expect(heard(SILENT, told("snapshot"), NOW).looks).toEqual([]);
  });

  it("begins with a snapshot and takes changes on top", () => {
    const first = heard(SILENT, text("snapshot", tile("a"), tile("b")), NOW);
    const second = heard(first, text("changes", tile("b", { status: "paused" })), NOW + 5);
    expect([...second.tiles.keys()]).toEqual(["a", "b"]);
    expect(second.tiles.get("b")?.status).toBe("paused");
    expect(second.link).toBe("online");
  });

  it("takes away what left the page, and knows how far the clocks are apart", () => {
    const first = heard(SILENT, text("snapshot", tile("a"), tile("z")), NOW);
    expect([...heard(first, text("changes"), NOW).tiles.keys()]).toEqual(["a"]);
    expect(first.skew).toBe(2000);
  });

  it("forgets with a new snapshot what is no longer there", () => {
    const first = heard(SILENT, text("snapshot", tile("a"), tile("b")), NOW);
    expect([...heard(first, text("snapshot", tile("b")), NOW).tiles.keys()]).toEqual(["b"]);
  });

  it("keeps what it knew when the connection goes, and says so", () => {
    const gone = lost(heard(SILENT, text("snapshot", tile("a")), NOW));
    expect(gone.link).toBe("offline");
    expect(gone.tiles.size).toBe(1);
    expect(gone.heardAt).toBe(NOW);
  });

  it("is not moved by messages that it does not understand", () => {
    for (const odd of ["", "null", "[]", "{}", '{"type":"snapshot"}', '{"type":"new"}']) {
      expect(heard(SILENT, odd, NOW)).toBe(SILENT);
    }
  });

  it("waits longer after each failure, up to a quarter of a minute", () => {
    expect(backoff(1, 0)).toBe(250);
    expect(backoff(1, 1)).toBe(500);
    expect(backoff(4, 1)).toBe(4000);
    expect(backoff(40, 1)).toBe(15_000);
  });

  it("puts first what needs a look", () => {
    const signal = (name: string, severity: string) =>
      ({ signal: name, severity }) as LiveTile["open_signals"][number];
    const tiles = [
      tile("calm"),
      tile("done", { status: "completed", open_signals: [signal("face_absent", "high")] }),
      tile("silent", { seen_at: "2026-11-22T11:59:00Z" }),
      tile("low", { open_signals: [signal("gaze_away", "low")] }),
      tile("high", { open_signals: [signal("second_face", "high")] }),
    ];
    expect(ordered(tiles, NOW).map((each) => each.session)).toEqual([
      "high",
      "silent",
      "low",
      "calm",
      "done",
    ]);
  });

  it("puts who asks for a person before who only wrote, and both before nobody", () => {
    const asks = (what: "help" | "message") =>
      tile(what, { requests: [{ what, text: "", asked_at: "2026-11-22T11:59:00Z" }] });
    const found = ordered([tile("calm"), asks("message"), asks("help")], NOW);
    expect(found.map((each) => each.session)).toEqual(["help", "message", "calm"]);
  });

  it("calls only running interviews quiet", () => {
    const long = { seen_at: "2026-11-22T11:00:00Z" };
    expect(isQuiet(tile("a", long), NOW)).toBe(true);
    expect(isQuiet(tile("a", { ...long, status: "completed" }), NOW)).toBe(false);
    expect(isQuiet(tile("a", { seen_at: null }), NOW)).toBe(true);
  });
});

describe("the order on the page", () => {
  const phone = { open_signals: [{ signal: "phone", severity: "high" }] } as Partial<LiveTile>;
  const names = (feed: typeof SILENT) => inOrder(feed).map(({ session }) => session);
  const calm = heard(SILENT, text("snapshot", tile("a"), tile("b"), tile("c")), NOW);

  it("follows at once where it has stood for a while", () => {
    const later = heard(calm, text("changes", tile("c", phone)), NOW + 1500);
    expect(names(later)).toEqual(["c", "a", "b"]);
  });

  it("changes once a second at most, and then catches up by itself", () => {
    const first = heard(calm, text("changes", tile("c", phone)), NOW + 1500);
    const second = heard(first, text("changes", tile("b", phone), tile("d")), NOW + 1700);
    expect(names(second)).toEqual(["c", "a", "b", "d"]);
    expect(second.tiles.get("b")?.open_signals).toHaveLength(1);
    expect(names(ticked(second, NOW + 2000))).toEqual(["c", "a", "b", "d"]);
    expect(names(ticked(second, NOW + 2500))).toEqual(["b", "c", "a", "d"]);
  });

  it("stays the same value where nothing moved, so that nothing is drawn again", () => {
    const settled = ticked(calm, NOW + 2000);
    expect(settled).toBe(calm);
    const touched = heard(calm, text("changes", tile("a", { question: 2 })), NOW + 3000);
    expect(touched.order).toBe(calm.order);
  });

  it("begins anew with a snapshot and loses who left", () => {
    const again = heard(calm, text("snapshot", tile("b"), tile("c", phone)), NOW + 10);
    expect(names(again)).toEqual(["c", "b"]);
    const z = heard(again, text("changes", tile("z")), NOW + 20);
    expect(names(heard(z, text("changes"), NOW + 30))).toEqual(["c", "b"]);
  });
});

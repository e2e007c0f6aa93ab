import { describe, expect, it } from "vitest";
import { type Answer, firstTwo, moved, pairsOf, placeOf, type Side } from "./pairs";

function answer(source: string, prompt = source, about: string | null = null): Answer {
  return {
    source,
    question: { id: `${source}-${prompt}`, prompt },
    follow_up: about === null ? null : { about },
  } as unknown as Answer;
}

function side(...answers: Answer[]): Side {
  return { answers } as unknown as Side;
}

describe("answers that belong beside each other", () => {
  it("pairs by the paper's question, wherever it stands in each interview", () => {
    const pairs = pairsOf(side(answer("a"), answer("b")), side(answer("b"), answer("a")));
    expect(pairs.map(({ source }) => source)).toEqual(["a", "b"]);
    expect(pairs.every(({ left, right }) => left?.source === right?.source)).toBe(true);
  });

  it("keeps what only one of them was asked", () => {
    const [both, left, right] = pairsOf(side(answer("a"), answer("b")), side(answer("a"), answer("c")));
    expect(both?.right).not.toBeNull();
    expect([left?.source, left?.right]).toEqual(["b", null]);
    expect([right?.source, right?.left]).toEqual(["c", null]);
  });

  it("says where the same question was asked in other words", () => {
    expect(pairsOf(side(answer("a", "Why?")), side(answer("a", "Why not?")))[0]?.reworded).toBe(true);
    expect(pairsOf(side(answer("a")), side(answer("a")))[0]?.reworded).toBe(false);
    expect(pairsOf(side(answer("a")), null)[0]?.reworded).toBe(false);
  });

  it("puts further questions behind the one that they are about, and pairs none of them", () => {
    const [pair, ...rest] = pairsOf(
      side(answer("a"), answer("a", "And then?", "the cache")),
      side(answer("a")),
    );
    expect(rest).toEqual([]);
    expect(pair?.leftFurther.map(({ question }) => question.prompt)).toEqual(["And then?"]);
    expect(pair?.rightFurther).toEqual([]);
    expect(pair?.left?.question.prompt).toBe("a");
  });
});

describe("moving between questions", () => {
  it("stays at the ends", () => {
    expect(moved(0, -1, 4)).toBe(0);
    expect(moved(2, 1, 4)).toBe(3);
    expect(moved(3, 1, 4)).toBe(3);
  });

  it("begins at the first question where the wanted one is not there", () => {
    const pairs = pairsOf(side(answer("a"), answer("b")), null);
    expect(placeOf(pairs, "b")).toBe(1);
    expect(placeOf(pairs, "gone")).toBe(0);
    expect(placeOf(pairs, null)).toBe(0);
  });
});

describe("whom to begin with", () => {
  const person = (id: string, listed = false) => ({ id, shortlist: { listed } });

  it("takes the short list first, then the newest", () => {
    expect(firstTwo([person("a"), person("b"), person("c", true)])).toEqual(["c", "a"]);
    expect(firstTwo([person("a")])).toEqual(["a", null]);
    expect(firstTwo([])).toEqual([null, null]);
  });
});

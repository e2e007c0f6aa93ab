import { expect, test } from "vitest";
import { furtherFault, furtherOf, furtherWords, originWords } from "./further";

test("a policy that says nothing of them asks none", () => {
  const off = furtherOf({});
  expect(off).toEqual({ follow_ups: 0, viva: false, follow_up_within_s: 8, follow_up_time_s: 120 });
  expect(furtherWords(off)).toBe("None: interviews ask what the paper asks.");
});

test("what an interview gets is said in a line", () => {
  expect(furtherWords({ ...furtherOf({}), follow_ups: 1 })).toBe("At most one about an answer.");
  expect(furtherWords(furtherOf({ follow_ups: 2, viva: true }))).toBe(
    "At most 2 about answers, two about the code of coding answers.",
  );
});

test("numbers out of their bounds are not sent", () => {
  const usual = furtherOf({});
  expect(furtherFault(usual)).toBe(false);
  expect(furtherFault({ ...usual, follow_up_time_s: 29 })).toBe(true);
  expect(furtherFault({ ...usual, follow_up_within_s: 31 })).toBe(true);
  expect(furtherFault({ ...usual, follow_up_within_s: Number.NaN })).toBe(true);
});

test("where it came from and what became of it", () => {
  const written = { source: "model", model: "m:8b", about: "put Redis", instead: "" } as const;
  expect(originWords({ ...written, outcome: "shown" })).toBe(
    "Written by the language model m:8b about “put Redis”.",
  );
  expect(originWords({ ...written, about: "", outcome: "late" })).toBe(
    "Written by the language model m:8b. It came after the hand-in and was not shown.",
  );
  const prepared = { source: "prepared", model: "", about: "", outcome: "shown" } as const;
  expect(originWords({ ...prepared, instead: "off" })).toBe(
    "Prepared with the question; no language model is set up.",
  );
  expect(originWords({ ...prepared, instead: "refused:leak" })).toContain("none that could be asked");
});

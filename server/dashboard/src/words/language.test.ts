// Which language somebody gets.
import { expect, it } from "vitest";
import { pick } from "./language";

it("is the one that they chose, whatever their browser likes best", () => {
  expect(pick("en", ["de-DE", "de"])).toBe("en");
});

it("is the first of the browser's languages that there is", () => {
  expect(pick(null, ["fr-FR", "en-US", "de"])).toBe("en");
});

it("is English where none of them is there or the stored choice means nothing", () => {
  expect(pick("tlh", ["fr"])).toBe("en");
  expect(pick(null, [])).toBe("en");
});

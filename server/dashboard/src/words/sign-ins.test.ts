import { describe, expect, it } from "vitest";
import { browserWords, methodWords } from "./sign-ins";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";

describe("words for sign-ins", () => {
  it("names browser and system, also of browsers that name others first", () => {
    expect(browserWords(CHROME)).toBe("Chrome on Linux");
    expect(browserWords(`${CHROME} Edg/142.0`)).toBe("Edge on Linux");
    expect(
      browserWords(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
      ),
    ).toBe("Safari on iOS");
  });

  it("names a program by its own name and nothing as unknown", () => {
    expect(browserWords("python-httpx/0.28.1")).toBe("python-httpx");
    expect(browserWords("")).toBe("Unknown program");
  });

  it("shows a method that it does not know by its own name", () => {
    expect([methodWords("passkey"), methodWords("by_post")]).toEqual(["Passkey", "By post"]);
  });
});

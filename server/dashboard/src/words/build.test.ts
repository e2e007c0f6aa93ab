import { describe, expect, it } from "vitest";
import type { BuildView } from "../client/types.gen";
import { buildName, changedWords, standingWords } from "./build";

const BUILD: BuildView = {
  standing: "changed",
  words: "",
  version: "0.1.0",
  platform: "linux-x86_64",
  released: "a".repeat(64),
  found: "b".repeat(64),
  changed: ["client/app.py", "shared/chain.py"],
  changed_count: 5,
};

describe("the app's build", () => {
  it("is unknown in amber, never in green or red", () => {
    expect(standingWords("unknown")).toEqual({ label: "Unknown build", tone: "amber" });
    expect(standingWords("of_later")).toEqual({ label: "Of later", tone: "slate" });
  });

  it("is named by version, system and digest, as far as they are told", () => {
    expect(buildName(BUILD)).toBe("Version 0.1.0 · linux-x86_64 · aaaaaaaaaaaaaaaa");
    expect(buildName({ ...BUILD, released: null })).toContain("bbbb");
    const bare = { ...BUILD, platform: "", released: null, found: null };
    expect(buildName(bare)).toBe("Version 0.1.0");
  });

  it("names files that differ and counts the rest", () => {
    expect(changedWords(BUILD)).toBe("client/app.py, shared/chain.py and 3 more");
    expect(changedWords({ ...BUILD, changed_count: 2 })).toBe("client/app.py, shared/chain.py");
  });
});

import { expect, it } from "vitest";
import { csvOf } from "./result-file";

it("writes cells that no spreadsheet calculates", () => {
  const row = {
    row: 2,
    email: "a@example.org",
    name: '=HYPERLINK("x")',
    outcome: "made" as const,
    interview: "a",
    status: null,
    invite_url: "https://x.example/i#t",
    faults: [],
  };
  expect(csvOf([row]).split("\r\n")[1]).toBe(
    '"2","a@example.org","\'=HYPERLINK(""x"")","made","","https://x.example/i#t",""',
  );
});

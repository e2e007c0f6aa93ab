import { describe, expect, it } from "vitest";
import { explain, GivenUp, Refusal, Unreachable } from "./refusal";

describe("refusals", () => {
  it("shows the server's sentence and its next step", () => {
    const refusal = new Refusal(409, {
      title: "The paper has no questions.",
      code: "paper_empty",
      detail: "Add at least one question first.",
    });
    expect(refusal.code).toBe("paper_empty");
    expect(explain(refusal)).toEqual({
      title: "The paper has no questions.",
      detail: "Add at least one question first.",
    });
  });

  it("names the fields that do not fit", () => {
    const refusal = new Refusal(422, {
      title: "The request does not fit.",
      errors: [{ field: "email", message: "no address" }, "odd", null],
    });
    expect(refusal.fields).toEqual({ email: "no address" });
    expect(explain(refusal).detail).toContain("email: no address");
  });

  it("has a sentence for bodies that are no problem and for no answer at all", () => {
    expect(explain(new Refusal(502, "<html>")).title).toBe("The server answered 502.");
    expect(explain(new Unreachable()).detail).toContain("try again");
    expect(explain(new GivenUp("No passkey was used.")).title).toBe("No passkey was used.");
    expect(explain(new Error("x")).detail).not.toBe("");
  });
});

import { describe, expect, it } from "vitest";
import type { MailView } from "../client/types.gen";
import { mailKindWords, mailSaid, mailWhen, mailWords } from "./mail";

const MAIL: MailView = {
  kind: "invite",
  state: "queued",
  due_at: "2026-11-22T14:05:00Z",
  settled_at: null,
  attempts: 0,
  words: "",
};

describe("words for mails", () => {
  it("makes only what needs a person stand out", () => {
    expect(mailWords("off").label).toBe("Not sent: no mail server");
    const loud = ["off", "none", "queued", "sent", "bounced", "failed", "dropped"].filter(
      (state) => mailWords(state).tone !== "slate",
    );
    expect(loud).toEqual(["bounced", "failed"]);
  });

  it("shows what it does not know by its own name", () => {
    expect(mailWords("eaten_by_dog")).toEqual({ label: "Eaten by dog", tone: "slate" });
    expect(mailKindWords("thank_you")).toBe("Thank you");
  });

  it("says when a mail is due, is tried again, or was settled", () => {
    expect(mailWhen(MAIL, "UTC")).toBe("due 22 Nov 2026, 14:05");
    expect(mailWhen({ ...MAIL, attempts: 1 }, "UTC")).toBe("tried once, next 22 Nov 2026, 14:05");
    expect(mailWhen({ ...MAIL, attempts: 2 }, "UTC")).toContain("tried 2 times, next");
    const sent: MailView = { ...MAIL, state: "sent", settled_at: "2026-11-22T14:06:00Z" };
    expect(mailWhen(sent, "Asia/Kolkata")).toBe("22 Nov 2026, 19:36");
  });

  it("quotes the mail server where it refused, and nothing where nothing was said", () => {
    const bounced: MailView = { ...MAIL, state: "bounced", words: "550 No such user" };
    expect(mailSaid(bounced)).toBe("The mail server said: “550 No such user”");
    expect(mailSaid({ ...MAIL, state: "dropped", words: "The window is over." })).toBe(
      "The window is over.",
    );
    expect(mailSaid({ ...MAIL, state: "bounced" })).toBe("");
  });
});

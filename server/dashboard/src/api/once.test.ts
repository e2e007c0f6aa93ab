import { describe, expect, it } from "vitest";
import { ONCE, settleKey, takeKey } from "./once";
import { Refusal, Unreachable } from "./refusal";

function post(body: string, path = "/api/admin/papers"): Request {
  const headers = { "Content-Type": "application/json" };
  return new Request(`https://invigil.example${path}`, { method: "POST", body, headers });
}

describe("the key of a request that creates", () => {
  it("stays the same until the server has answered for good", async () => {
    const first = post("{}");
    const about = await takeKey(first);
    settleKey(about, new Unreachable());
    const second = post("{}");
    await takeKey(second);
    expect(second.headers.get(ONCE)).toBe(first.headers.get(ONCE));
    settleKey(about, new Refusal(503, null));
    const third = post("{}");
    await takeKey(third);
    expect(third.headers.get(ONCE)).toBe(first.headers.get(ONCE));
    settleKey(about);
    const fourth = post("{}");
    await takeKey(fourth);
    expect(fourth.headers.get(ONCE)).not.toBe(first.headers.get(ONCE));
  });

  it("belongs to what is sent", async () => {
    const one = post('{"a":1}');
    const other = post('{"a":2}');
    await takeKey(one);
    await takeKey(other);
    expect(one.headers.get(ONCE)).not.toBe(other.headers.get(ONCE));
  });

  it("is not sent where nothing is created", async () => {
    const signIn = post("{}", "/api/auth/login");
    expect(await takeKey(signIn)).toBe("");
    expect(signIn.headers.has(ONCE)).toBe(false);
  });
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import type {
  send as Send,
  whenProofNeeded as WhenProofNeeded,
  whenSignedOut as WhenSignedOut,
} from "./transport";

const HOME = "https://invigil.example";

/** A browser's page around the module, and a server that answers by path. */
let send: typeof Send;
let whenProofNeeded: typeof WhenProofNeeded;
let signedOut: ReturnType<typeof vi.fn<() => void>>;
let asked: string[];
let server: (path: string) => Response | Promise<Response>;

function answer(status: number): Response {
  return new Response("{}", { status });
}

/** A server whose access cookie has run out until it is renewed. */
function expired(): (path: string) => Response {
  let fresh = false;
  return (path) => {
    if (path === "/api/auth/refresh") fresh = true;
    return answer(fresh ? 200 : 401);
  };
}

beforeEach(async () => {
  const kept = new Map<string, string>();
  asked = [];
  signedOut = vi.fn();
  vi.stubGlobal("window", { location: { origin: HOME } });
  vi.stubGlobal("document", { cookie: "invigil_csrf=c" });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("fetch", (request: Request) => {
    const { pathname } = new URL(request.url);
    asked.push(pathname);
    return Promise.resolve(server(pathname));
  });
  vi.resetModules();
  const module: {
    send: typeof Send;
    whenProofNeeded: typeof WhenProofNeeded;
    whenSignedOut: typeof WhenSignedOut;
  } = await import("./transport");
  send = module.send;
  whenProofNeeded = module.whenProofNeeded;
  module.whenSignedOut(signedOut);
});

const renewals = () => asked.filter((path) => path === "/api/auth/refresh").length;

describe("renewing the session", () => {
  it("is done once for all requests that were refused together", async () => {
    server = expired();
    const answers = await Promise.all(["/a", "/b", "/c"].map((path) => send(HOME + path)));
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200]);
    expect(renewals()).toBe(1);
    expect(signedOut).not.toHaveBeenCalled();
  });

  it("is not done again for a request that left before it and was refused after it", async () => {
    const usual = expired();
    let release: (late: Response) => void = () => undefined;
    const held = new Promise<Response>((resolve) => {
      release = resolve;
    });
    let first = true;
    server = (path) => {
      if (path !== "/slow" || !first) return usual(path);
      first = false;
      return held;
    };
    const slow = send(`${HOME}/slow`);
    await send(`${HOME}/quick`);
    release(answer(401));
    expect((await slow).status).toBe(200);
    expect(renewals()).toBe(1);
  });

  it("signs out only where the server says that the sign-in is over", async () => {
    server = (path) => answer(path === "/api/auth/refresh" ? 503 : 401);
    await expect(send(`${HOME}/a`)).rejects.toMatchObject({ status: 503 });
    server = (path) => {
      if (path === "/api/auth/refresh") throw new TypeError("no network");
      return answer(401);
    };
    await expect(send(`${HOME}/a`)).rejects.toMatchObject({ name: "Unreachable" });
    expect(signedOut).not.toHaveBeenCalled();
    server = () => answer(401);
    await expect(send(`${HOME}/a`)).rejects.toMatchObject({ name: "Refusal" });
    expect(signedOut).toHaveBeenCalledOnce();
  });
});

describe("a fresh proof of who is here", () => {
  let proved: boolean;

  beforeEach(() => {
    proved = false;
    server = () =>
      proved
        ? answer(200)
        : new Response(JSON.stringify({ title: "Prove it.", code: "step_up_needed" }), {
            status: 403,
          });
  });

  it("is asked for once, and then the requests are sent again as they were", async () => {
    const bodies: string[] = [];
    vi.stubGlobal("fetch", async (request: Request) => {
      bodies.push(await request.text());
      return server("");
    });
    const ask = vi.fn(() => {
      proved = true;
      return Promise.resolve(true);
    });
    whenProofNeeded(ask);
    const sent = ["/a", "/b"].map((path) => send(HOME + path, { method: "POST", body: path }));
    expect((await Promise.all(sent)).map((each) => each.status)).toEqual([200, 200]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(bodies.sort()).toEqual(["/a", "/a", "/b", "/b"]);
  });

  it("that is not given leaves the refusal", async () => {
    whenProofNeeded(() => Promise.resolve(false));
    await expect(send(`${HOME}/a`)).rejects.toMatchObject({ code: "step_up_needed" });
    expect(asked).toEqual(["/a"]);
  });
});

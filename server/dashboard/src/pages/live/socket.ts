// The live view's connection: opens, reconnects with growing pauses, and says when it is gone.
import { useEffect, useReducer, useState } from "react";
import { getMe } from "../../client/sdk.gen";
import { backoff, type Feed, heard, lost, ORDER_STANDS_MS, SILENT, ticked } from "./feed";

type Happening =
  | { kind: "heard"; text: string; now: number }
  | { kind: "ticked"; now: number }
  | { kind: "lost" };

function step(feed: Feed, happening: Happening): Feed {
  switch (happening.kind) {
    case "heard":
      return heard(feed, happening.text, happening.now);
    case "ticked":
      return ticked(feed, happening.now);
    case "lost":
      return lost(feed);
  }
}

/** The server closes with this when the access cookie has run out, every quarter of an hour. */
const SIGN_IN_AGAIN = 4401;

/** The feed, and a way to connect at once. */
export function useFeed(): [Feed, () => void] {
  const [feed, tell] = useReducer(step, SILENT);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let socket: WebSocket | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Silence and time left change the order too, though nobody says anything.
    const ticking = setInterval(() => tell({ kind: "ticked", now: Date.now() }), ORDER_STANDS_MS);
    let failures = 0;
    let over = false;

    function open() {
      const scheme = window.location.protocol === "https:" ? "wss" : "ws";
      const opened = new WebSocket(`${scheme}://${window.location.host}/api/admin/ws/dashboard`);
      socket = opened;
      opened.onmessage = (event) => {
        failures = 0;
        tell({ kind: "heard", text: String(event.data), now: Date.now() });
      };
      opened.onclose = ({ code }) => {
        if (over || socket !== opened) return;
        if (code === SIGN_IN_AGAIN && failures === 0) {
          failures += 1;
          void again();
          return;
        }
        failures += 1;
        tell({ kind: "lost" });
        timer = setTimeout(() => void again(), backoff(failures, Math.random()));
      };
    }

    async function again() {
      // A socket cannot renew an expired session; a plain request does, or leads to the sign-in.
      await getMe().catch(() => undefined);
      if (!over) open();
    }

    function offline() {
      socket?.close();
    }

    function online() {
      clearTimeout(timer);
      if (socket === null || socket.readyState >= WebSocket.CLOSING) open();
    }

    open();
    window.addEventListener("offline", offline);
    window.addEventListener("online", online);
    return () => {
      over = true;
      clearInterval(ticking);
      clearTimeout(timer);
      window.removeEventListener("offline", offline);
      window.removeEventListener("online", online);
      socket?.close();
    };
  }, [attempt]);

  return [feed, () => setAttempt((count) => count + 1)];
}

// One look's connection: the offer, the answer from the live feed, the picture, and the end. One
// rule: whoever leaves the page ends the look; a connection that nobody sees stands for nothing.
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { beginLook, endLook, getLookServers } from "../../client/sdk.gen";
import type { LookView } from "../../client/types.gen";
import { found, goesOn, type Stage, STARTING, step } from "./looking";

/** An offer leaves with the candidates that were found until then: the first are there at once. */
const GATHER_MS = 2000;

export interface Looking {
  stage: Stage;
  /** The picture; null before there is one. */
  stream: MediaStream | null;
  /** When it ends by itself, by the server's clock. */
  untilAt: string | null;
  again: () => void;
  end: () => void;
}

/** Looks through the camera of `session` from when the page opens; `looks`: from the live feed. */
export function useLook(session: string, looks: readonly LookView[]): Looking {
  const [stage, tell] = useReducer(step, STARTING);
  const [attempt, setAttempt] = useState(0);
  const [pc, setPc] = useState<RTCPeerConnection | null>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [untilAt, setUntilAt] = useState<string | null>(null);
  const leaves = useRef<() => void>(() => undefined);
  const mine = found(looks, stage);
  const answer = mine?.answer ?? "";
  const why = mine?.why ?? null;

  useEffect(() => {
    const leaving = new AbortController();
    let connection: RTCPeerConnection | null = null;
    let look = "";

    function leave() {
      leaving.abort();
      connection?.close();
      // The page may be gone before it is answered.
      if (look !== "") void end(session, look);
      look = "";
    }

    async function begin() {
      const { data: servers } = await getLookServers({ throwOnError: true });
      if (leaving.signal.aborted) return;
      const opened = new RTCPeerConnection({
        iceServers: servers.ice.map(({ urls, username, credential }) =>
          username ? { urls, username, credential } : { urls },
        ),
        iceTransportPolicy: servers.relay_only ? "relay" : "all",
      });
      connection = opened;
      setPc(opened);
      opened.addTransceiver("video", { direction: "recvonly" });
      opened.ontrack = ({ track }) => setStream(new MediaStream([track]));
      opened.onconnectionstatechange = () => {
        if (opened.connectionState === "connected") tell({ kind: "connected" });
        if (opened.connectionState === "failed") tell({ kind: "broken" });
      };
      await opened.setLocalDescription();
      await gathered(opened);
      const offer = opened.localDescription?.sdp ?? "";
      const { data: asked } = await beginLook({
        path: { id: session },
        body: { offer },
        throwOnError: true,
      });
      if (leaving.signal.aborted) {
        void end(session, asked.id);
        return;
      }
      look = asked.id;
      setUntilAt(asked.until_at);
      tell({ kind: "asked", look });
    }

    begin().catch((error: unknown) => {
      if (!leaving.signal.aborted) tell({ kind: "refused", error });
    });
    leaves.current = leave;
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
      setPc(null);
      setStream(null);
      setUntilAt(null);
    };
  }, [session, attempt]);

  useEffect(() => {
    if (pc === null || answer === "" || pc.signalingState !== "have-local-offer") return;
    pc.setRemoteDescription({ type: "answer", sdp: answer }).then(
      () => tell({ kind: "answered" }),
      () => tell({ kind: "broken" }),
    );
  }, [pc, answer]);

  useEffect(() => {
    if (why !== null) tell({ kind: "ended", why });
  }, [why]);

  const on = goesOn(stage);
  useEffect(() => {
    if (!on) pc?.close();
  }, [on, pc]);

  const again = useCallback(() => {
    tell({ kind: "again" });
    setAttempt((count) => count + 1);
  }, []);
  const over = useCallback(() => {
    leaves.current();
    tell({ kind: "ended", why: "closed" });
  }, []);
  return { stage, stream: on ? stream : null, untilAt, again, end: over };
}

/** Nobody waits for it: the app ends too when the connection closes, and the server by its limit. */
async function end(session: string, look: string): Promise<void> {
  await endLook({ path: { id: session, look }, keepalive: true }).catch(() => undefined);
}

function gathered(pc: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    if (pc.iceGatheringState === "complete") resolve();
    const timer = setTimeout(resolve, GATHER_MS);
    pc.onicegatheringstatechange = () => {
      if (pc.iceGatheringState !== "complete") return;
      clearTimeout(timer);
      resolve();
    };
  });
}

// Server state: how long it counts as fresh and when a request is tried again.
import { QueryClient } from "@tanstack/react-query";
import { client } from "../client/client.gen";
import { Refusal } from "./refusal";
import { send } from "./transport";

client.setConfig({ baseUrl: window.location.origin, fetch: send, throwOnError: true });

/** A refusal is final; a missing answer is tried once more. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => !(error instanceof Refusal) && count < 1,
        retryDelay: 800,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}

/** Keys by which lists and pages are found again after a change. */
export const keys = {
  me: ["me"],
  config: ["config"],
  server: ["server"],
  audit: ["audit"],
  factors: ["factors"],
  signIns: ["sign-ins"],
  papers: ["papers"],
  paper: (id: string) => ["papers", id],
  interviews: ["interviews"],
  interview: (id: string) => ["interviews", id],
  actionReasons: ["action-reasons"],
  actions: (id: string) => ["interviews", id, "actions"],
  access: (kind: string, id: string) => ["access", kind, id],
  directory: ["directory"],
  users: ["users"],
  teams: ["teams"],
  team: (id: string) => ["teams", id],
  tokens: ["tokens"],
  allTokens: ["tokens", "all"],
  results: ["results"],
  reviews: ["reviews"],
  decided: ["calibration", "decided"],
  gate: ["calibration", "gate"],
  privacy: ["privacy"],
  readiness: ["readiness"],
  compare: ["results", "compare"],
  savedViews: ["saved-views"],
  result: (id: string) => ["results", id],
} as const;

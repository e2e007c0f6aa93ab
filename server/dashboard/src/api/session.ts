// Who is signed in, for the frame and for pages that depend on a role.
import { createContext, useContext } from "react";
import type { Scope } from "../client/types.gen";

export interface Person {
  id: string;
  email: string;
  name: string;
  role: string;
  scopes: Scope[];
}

export interface Session {
  person: Person | null;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<Session>({
  person: null,
  signOut: () => Promise.resolve(),
});

export function useSession(): Session {
  return useContext(SessionContext);
}

/** Where to go after sign-in: only a path of ours, never another site. */
export function returnPath(next: string | null): string {
  if (next === null || !/^\/(?![/\\])/u.test(next) || next.startsWith("/signin")) return "/live";
  return next;
}

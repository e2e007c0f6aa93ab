// Away to the organisation's own sign-in, and back to where one was.
import { startOidc } from "../client/sdk.gen";
import { returnPath } from "./session";

/** Where to go after coming back: kept by this tab alone. */
const NEXT = "invigil-after-sign-in";

/** Sends the browser there. `again`: the person is to prove there anew who they are. */
export async function goToOrganisation(next: string | null, again: boolean): Promise<void> {
  const { authorization_url: address } = (
    await startOidc({ body: { again }, throwOnError: true })
  ).data;
  sessionStorage.setItem(NEXT, returnPath(next));
  window.location.assign(address);
}

/** Where one was; forgotten with this. */
export function takeNext(): string {
  const next = sessionStorage.getItem(NEXT);
  sessionStorage.removeItem(NEXT);
  return returnPath(next);
}

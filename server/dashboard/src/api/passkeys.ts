// Passkeys of this browser, between the server's questions and its answers. One rule: what the
// browser says when a person gives up is told as such, not as a fault of the page.
import { t } from "@lingui/core/macro";
import type { PasskeyProof } from "../client/types.gen";
import { GivenUp } from "./refusal";

/** Whether this browser can have passkeys for this address at all. */
export function passkeysHere(): boolean {
  const byNumber = /^[\d.]+$|:/u.test(window.location.hostname);
  return !byNumber && "PublicKeyCredential" in window;
}

/** A new passkey for `options`, as the server takes it. */
export async function makePasskey(options: object) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as PublicKeyCredentialCreationOptionsJSON,
  );
  const made = await asked(() => navigator.credentials.create({ publicKey }));
  const { rawId, response } = made.toJSON() as RegistrationResponseJSON;
  return {
    credential_id: rawId,
    client_data: response.clientDataJSON,
    attestation: response.attestationObject,
    transports: response.transports,
  };
}

/** A passkey's signature for `options`, as the server takes it. */
export async function signWithPasskey(options: object): Promise<PasskeyProof> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as PublicKeyCredentialRequestOptionsJSON,
  );
  const signed = await asked(() => navigator.credentials.get({ publicKey }));
  const { rawId, response } = signed.toJSON() as AuthenticationResponseJSON;
  return {
    credential_id: rawId,
    client_data: response.clientDataJSON,
    authenticator_data: response.authenticatorData,
    signature: response.signature,
    user_handle: response.userHandle ?? null,
  };
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const answer = await ask();
    if (answer instanceof PublicKeyCredential) return answer;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (error.name === "InvalidStateError") {
      throw new GivenUp(t`This device has a passkey for your account already.`);
    }
  }
  throw new GivenUp(t`No passkey was used.`);
}

"""From what was sent to what `factors.take` uses up, and the throttle around each try.

One rule: a passkey's challenge is spent when an answer to it arrives, in a unit of work of its
own, so that not even a wrong answer can be tried against it twice.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from server.auth import challenges, factors, passkeys
from server.auth.exchanges import Assertion
from server.auth.views import PasskeyProof, SecondFactorRequest
from server.deps import Parts
from server.refusals import Refused


@contextmanager
def guessing(parts: Parts, whose: str, address: str, *, now: datetime) -> Iterator[None]:
    """Counts one try against `whose` secret from `address`; refuses `rate_limited`.

    A block that raises was a wrong guess; one that ends forgets the ones before.
    """
    if wait_s := parts.throttle.attempt(whose, address):
        raise Refused("rate_limited", retry_after_s=wait_s)
    yield
    parts.throttle.succeeded(whose, address)


def proof_of(
    parts: Parts, challenge: challenges.Challenge, asked: SecondFactorRequest, *, now: datetime
) -> factors.Proof:
    """The one proof that a second step holds."""
    if asked.passkey is not None:
        return signed_by(parts, challenge, asked.passkey, now=now)
    if asked.code is not None:
        return factors.Code(asked.code)
    return factors.Recovery(asked.recovery_code or "")


def signed_by(
    parts: Parts, challenge: challenges.Challenge, proof: PasskeyProof, *, now: datetime
) -> factors.Signed:
    """A passkey's answer to `challenge`, which is spent by it."""
    site = passkeys.site_of(parts.settings)
    with parts.database.write() as spending:
        challenges.spend(spending, challenge, now=now)
    assertion = Assertion(
        credential_id=proof.credential_id,
        client_data=proof.client_data,
        authenticator_data=proof.authenticator_data,
        signature=proof.signature,
        user_handle=proof.user_handle,
    )
    return factors.Signed(assertion, site, challenges.to_sign(challenge.id, parts.keys.jwt))


def options_for(parts: Parts, has: factors.Factors, to_sign: bytes) -> dict[str, Any] | None:
    """What to ask the browser for; None where this account or this address has no passkeys."""
    if not has.passkeys or not passkeys.possible(parts.settings):
        return None
    site = passkeys.site_of(parts.settings)
    return passkeys.to_sign_in(site, to_sign, there=list(has.passkeys))

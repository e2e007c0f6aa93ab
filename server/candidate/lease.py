"""Whose request this is: the lease's bearer token, its signature and its counter.

One rule: a signed request is believed only after its counter was taken, with the interview's row
locked, in the transaction that acts on it, so a captured one never works twice.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlmodel import Session, select

from server.keys import ServerKeys, decode, encode
from server.models import InterviewSession
from server.refusals import Refused
from shared.chain import MAX_INT, request_statement
from shared.ids import token_hash

_STALE = "This machine does not hold the interview (any more). Open your invitation again."


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A candidate's request as it came."""

    session: str
    """From the path."""
    token: str
    """Bearer token."""
    method: str
    path: str
    """As sent, without query."""
    body: bytes
    counter: str
    """Header, unchecked."""
    signature: str
    """Header, unchecked."""


def make_token(keys: ServerKeys, interview: InterviewSession) -> str:
    """The bearer token of the present lease: the same whenever the same machine asks again.

    It is derived, not stored, so that a claim whose answer was lost can be repeated.
    """
    about = f"lease\n{interview.id}\n{interview.segment}\n{interview.nonce}\n{interview.public_key}"
    return encode(hmac.digest(keys.links, about.encode(), "sha256"))


def holder(db: Session, token: str, *, lock: bool = False) -> InterviewSession:
    """The interview that `token` holds; refuses `not_signed_in`.

    `lock`: its row is as the last commit left it, and stays so until this transaction ends.
    """
    query = select(InterviewSession).where(InterviewSession.lease_hash == token_hash(token))
    if lock:
        # Not stronger: rows that refer to the interview may be written meanwhile.
        query = query.with_for_update(key_share=True)
        query = query.execution_options(populate_existing=True)
    found = db.exec(query).first()
    if found is None:
        raise Refused("not_signed_in", _STALE)
    return found


def check(db: Session, request: SignedRequest) -> None:
    """Whether token and signature of a request fit. Takes no counter and no lock, so it proves who
    signed and not that this is the first time.

    Refuses `not_signed_in`, `not_found`, `bad_signature`, `replayed` where that is clear already.
    """
    _fits(holder(db, request.token), request)


def by_signature(db: Session, request: SignedRequest, now: datetime) -> InterviewSession:
    """The interview, its row locked and fresh, after token, signature and counter were checked.

    Refuses `not_signed_in`, `not_found`, `bad_signature`, `replayed`.
    """
    interview = holder(db, request.token, lock=True)
    interview.counter = _fits(interview, request)
    interview.lease_seen_at = now
    db.add(interview)
    return interview


def _fits(interview: InterviewSession, request: SignedRequest) -> int:
    """The counter of a request that this interview's machine signed."""
    if interview.id != request.session:
        raise Refused("not_found")
    counter = _counter(request.counter)
    _verify(interview, request, counter)
    if counter <= interview.counter:
        raise Refused("replayed")
    return counter


def _counter(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 16 or int(text) > MAX_INT:
        raise Refused("bad_signature", "The request carries no counter.")
    return int(text)


def _verify(interview: InterviewSession, request: SignedRequest, counter: int) -> None:
    statement = request_statement(
        session=interview.id,
        nonce=interview.nonce or "",
        counter=counter,
        method=request.method,
        path=request.path,
        body=request.body,
    )
    try:
        key = Ed25519PublicKey.from_public_bytes(decode(interview.public_key or ""))
        key.verify(decode(request.signature), statement)
    except (InvalidSignature, ValueError):
        raise Refused("bad_signature") from None

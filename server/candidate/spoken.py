"""The sound of the questions ahead of the start: sealed, under a key that the start releases.

One rule: what goes out is made anew each time and never stored; the key comes from the server's
secret and the interview's own key, so that with an erasure it is gone for good.
"""

import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import Session

from server.candidate import lease, rules
from server.keys import ServerKeys, encode
from server.models import InterviewSession
from server.refusals import Refused
from server.sealing import NONCE_BYTES
from server.spoken import service
from shared import spoken
from shared.lifecycle import BEFORE_START


def sealed(db: Session, session: str, *, token: str, keys: ServerKeys) -> bytes:
    """nonce || AES-256-GCM of a `shared.spoken` file, for the machine that holds the interview.

    Refuses `not_signed_in`, `not_found` for another's interview, `already_over`, and `no_voice`
    where nothing is prepared (yet).
    """
    interview = lease.holder(db, token)
    if interview.id != session:
        raise Refused("not_found")
    over = None if interview.status in BEFORE_START else rules.read_question(interview.status)
    if over is not None:
        raise Refused(over.code)
    key = _key(interview, keys)
    wanted = service.of_interview(db, interview)
    kept = service.sounds(db, wanted)
    lines = {
        spoken.address(line.text): kept[line.address] for line in wanted if line.address in kept
    }
    if key is None or not lines:
        raise Refused("no_voice")
    nonce = os.urandom(NONCE_BYTES)
    context = spoken.spoken_context(interview.id)
    return nonce + AESGCM(key).encrypt(nonce, spoken.pack(lines), context)


def key_text(interview: InterviewSession, keys: ServerKeys) -> str | None:
    """What the start releases; None after an erasure."""
    key = _key(interview, keys)
    return None if key is None else encode(key)


def _key(interview: InterviewSession, keys: ServerKeys) -> bytes | None:
    if interview.key_sealed is None:
        return None
    own = keys.unwrap(interview.key_sealed, about=interview.id)
    return hmac.digest(keys.links, f"spoken\n{interview.id}\n".encode() + own, "sha256")

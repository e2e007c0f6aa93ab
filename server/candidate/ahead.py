"""The exam ahead of the start: sealed into the grant, opened by the key that the start releases.

One rule: the key is derived from the questions and the server's own secret, never stored, and
leaves the server only where the questions themselves might.
"""

import base64
import hmac

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.keys import ServerKeys
from server.sealing import NONCE_BYTES
from shared.exam import MAX_AHEAD_CHARS, Exam, SealedExam, exam_context
from shared.ids import sha256_hex


def key_of(keys: ServerKeys, session: str, exam: Exam) -> bytes:
    """32 bytes: the same for the same questions, another as soon as one of them is changed."""
    about = f"exam\n{session}\n{sha256_hex(_plain(exam))}"
    return hmac.digest(keys.links, about.encode(), "sha256")


def seal(keys: ServerKeys, session: str, exam: Exam) -> SealedExam | None:
    """What goes with a grant before the start; the same for the same questions.

    None where it is larger than a grant carries: then the start brings the questions.
    """
    key = key_of(keys, session, exam)
    # Derived, so that a grant asked for again is the same: this key seals this one text only.
    nonce = hmac.digest(key, b"nonce", "sha256")[:NONCE_BYTES]
    sealed = nonce + AESGCM(key).encrypt(nonce, _plain(exam), exam_context(session))
    text = base64.b64encode(sealed).decode("ascii")
    return SealedExam(id=name(key), sealed=text) if len(text) <= MAX_AHEAD_CHARS else None


def name(key: bytes) -> str:
    """By which the client says what it holds; tells nothing of the key or the questions."""
    return sha256_hex(key)


def _plain(exam: Exam) -> bytes:
    return exam.model_dump_json().encode()

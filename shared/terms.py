"""What an interview was agreed on, as one text that its server signed.

One rule: the signature is over the very text that travels, so nobody has to write the same JSON
twice; a reader takes the terms from that text, and from nowhere else.
"""

from typing import Annotated

from pydantic import Field

from shared.model import Id, UtcText, Wire
from shared.policy import Accommodations, Policy

TITLE = b"invigil-terms-v1\n"
"""No other signature of the server's begins like this."""


class Terms(Wire):
    """What is watched, kept and allowed, with whom, until when."""

    session: Id
    """The interview: terms of another one do not fit."""
    policy: Policy
    """What is watched, kept and allowed."""
    accommodations: Accommodations
    """What was agreed with this candidate."""
    duration_s: int
    """Seconds for the whole interview."""
    closes_at: UtcText
    """End of the window."""


class SignedTerms(Wire):
    """The text and its signature."""

    text: Annotated[str, Field(max_length=40_000)] = ""
    """A `Terms` as JSON."""
    sig: Annotated[str, Field(max_length=100)] = ""
    """Ed25519 over `statement(text)` by the interview's server key, URL-safe base64."""


def statement(text: str) -> bytes:
    """What is signed."""
    return TITLE + text.encode()

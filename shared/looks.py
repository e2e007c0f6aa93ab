"""A person looks through a candidate's camera, live: what server and app say to each other of it.

One rule: what a look is is told whole each time, not what changed, so that nothing depends on a
message that was lost; and how one ended has a word that both sides show.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from shared.chain import canonical
from shared.model import Id, Wire

LIVE = "live"
"""An app that says at its claim that it knows this word can be looked through."""

MAX_SDP = 32_000
"""Most characters of a session description; one of a browser with video alone has 4,000."""
MAX_AT_ONCE = 8
"""Most people who ever look through one camera at a time; the server's setting may say fewer."""


class LookEnd(StrEnum):
    """Why a look is over. Codes never change their meaning."""

    CLOSED = "closed"
    """Whoever looked closed it."""
    REPLACED = "replaced"
    """Whoever looked began another look."""
    TIME = "time"
    """Looks have a limit; another can be begun."""
    PAUSED = "paused"
    """Nobody is watched while the interview is paused."""
    OVER = "over"
    """The interview is over."""
    MOVED = "moved"
    """Another machine holds the interview by now."""
    NO_ANSWER = "no_answer"
    """The app did not answer in time."""
    NO_WAY = "no_way"
    """Both answered, and no way through the network was found."""
    LOST = "lost"
    """The picture stood and the connection broke."""
    NO_CAMERA = "no_camera"
    """The camera gives no picture."""
    NOT_AGREED = "not_agreed"
    """This interview's policy allows no look."""
    BUSY = "busy"
    """As many look already as may at a time."""
    FAILED = "failed"
    """The app could not send the picture."""


class IceServer(Wire):
    """One STUN or TURN server by which two machines find a way to each other."""

    urls: tuple[Annotated[str, Field(max_length=300)], ...]
    """Such as `stun:stun.example:3478` or `turns:turn.example:5349?transport=tcp`."""
    username: Annotated[str, Field(max_length=200)] = ""
    """For TURN: `<unix seconds at which it ends>:<whom>`; empty for STUN."""
    credential: Annotated[str, Field(max_length=200)] = ""
    """For TURN: base64 of HMAC-SHA-1 of the username under the secret shared with the server."""


class Look(Wire):
    """One look, as the app is told of it in receipts and on the open line."""

    id: Id
    """Of the look."""
    phase: Literal["asked", "answered", "live", "ended"]
    """How far it has come by the server's knowledge; only `asked` begins something."""
    offer: Annotated[str, Field(max_length=MAX_SDP)] = ""
    """The browser's session description; there while it is asked."""
    ice: Annotated[tuple[IceServer, ...], Field(max_length=8)] = ()
    """Servers to find a way by; there while it is asked."""
    relay_only: bool = False
    """Whether the picture goes through a TURN server or not at all, so that neither side learns the
    other's address."""
    limit_s: Annotated[int, Field(ge=0, le=7200)] = 0
    """Seconds from the beginning after which the app ends it by itself."""
    sig: str
    """The server key's Ed25519 signature over `look_statement`."""


class LookSaid(Wire):
    """`POST /interview/look/{session}`: what the app says of a look."""

    look: Id
    """Which."""
    phase: Literal["answered", "live", "ended"]
    """How far it has come."""
    answer: Annotated[str, Field(max_length=MAX_SDP)] = ""
    """The app's session description; only with `answered`."""
    why: LookEnd | Literal[""] = ""
    """Only with `ended`."""


def look_statement(look: Look, session: str) -> bytes:
    """The bytes that the server signs: canonical JSON of the look without `sig`, + session."""
    return canonical({**look.model_dump(mode="json", exclude={"sig"}), "session": session})

"""What the sender of the live picture is told, and what it says.

One rule: plain values that travel between processes; importing this costs nothing.
"""

from dataclasses import dataclass
from typing import Literal

from shared.looks import IceServer, LookEnd


@dataclass(frozen=True, slots=True)
class Order:
    """Send the picture to whoever made this offer."""

    look: str
    """Id of the look."""
    offer: str
    """Session description of the browser."""
    ice: tuple[IceServer, ...]
    """Servers to find a way by; none: only the addresses that both have."""
    relay_only: bool
    """Whether it goes through a TURN server or not at all."""
    limit_s: float
    """Seconds after which it ends by itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """How far a look has come."""

    look: str
    phase: Literal["answered", "live", "ended"]
    answer: str = ""
    """Our session description; with `answered`."""
    why: LookEnd | None = None
    """With `ended`."""
    sent_bytes: int = 0
    """Of the picture; with `ended`."""

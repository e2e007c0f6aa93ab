"""Hands the newest frame from the thread that captures to the loop that looks.

One rule: one slot, the newest wins, and what was overwritten unseen is counted.
"""

import threading
from dataclasses import dataclass
from typing import Literal, Protocol

from client.proctor.types import Frame


@dataclass(frozen=True, slots=True)
class SourceState:
    """Where a source stands."""

    phase: Literal["starting", "live", "lost", "ended"]
    """`ended`: a recording has come to its end and stays there; that is no loss."""
    detail: str = ""
    """A sentence for the person; empty while all is well."""


class Source(Protocol):
    """Whatever frames come from. `start` once, then `take` again and again, then `close`."""

    def start(self) -> None:
        """Begins capturing in a thread; never blocks on the device and never raises for it."""
        ...

    def begin(self, zero_s: float) -> None:
        """The interview's time zero on the monotonic clock; a replay jumps to its second 0."""
        ...

    def take(self, timeout_s: float) -> Frame | None:
        """The newest frame that was not taken yet, waiting for it at most so long."""
        ...

    def state(self) -> SourceState:
        """Where it stands now."""
        ...

    @property
    def dropped(self) -> int:
        """Frames captured and never taken."""
        ...

    def close(self) -> None:
        """Ends and joins the thread."""
        ...


class Mailbox:
    """One slot between two threads."""

    def __init__(self) -> None:
        self._ready = threading.Condition()
        self._frame: Frame | None = None
        self._dropped = 0

    @property
    def dropped(self) -> int:
        """Frames overwritten before anybody took them."""
        return self._dropped

    def put(self, frame: Frame) -> None:
        """Leaves the newest frame."""
        with self._ready:
            if self._frame is not None:
                self._dropped += 1
            self._frame = frame
            self._ready.notify()

    def take(self, timeout_s: float) -> Frame | None:
        """Takes the frame out, waiting for one at most so long."""
        with self._ready:
            if self._frame is None:
                self._ready.wait(timeout_s)
            frame, self._frame = self._frame, None
            return frame

    def clear(self) -> None:
        """Forgets a frame that no longer means anything, uncounted."""
        with self._ready:
            self._frame = None

"""The microphone's sound on its way to the proctor, in pieces of a quarter of a second.

One rule: it never waits: pieces that a slow or dying worker does not take are dropped, counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

PIECE_BYTES = 8_000
"""A quarter of a second of int16 at 16 kHz."""
BYTES_A_SECOND = 32_000
GAP_S = 0.15
"""Three blocks of the microphone: more between two blocks is another beginning."""
MOST_AHEAD = 8
"""Pieces sent since the worker last gave a sign of life, which it does twice a second or more:
64 kB, which every system's pipe holds, so that sending cannot block."""


@dataclass(slots=True)
class Pieces:
    """Collects blocks into pieces."""

    _bytes: bytearray = field(default_factory=bytearray)
    _end_s: float = 0.0

    def add(self, block: bytes, at_s: float) -> list[tuple[bytes, float]]:
        """`block` ended at `at_s`; the pieces that are complete, each with its end."""
        done: list[tuple[bytes, float]] = []
        begins_s = at_s - len(block) / BYTES_A_SECOND
        if self._bytes and abs(begins_s - self._end_s) > GAP_S:
            done.append(self._take())
        self._bytes += block
        self._end_s = at_s
        if len(self._bytes) >= PIECE_BYTES:
            done.append(self._take())
        return done

    def _take(self) -> tuple[bytes, float]:
        piece = bytes(self._bytes), self._end_s
        self._bytes.clear()
        return piece


class SoundFeed:
    """Hands pieces on while the worker lives.

    `hear` is called on the microphone's thread, `alive` on the supervisor's.
    """

    def __init__(self, send: Callable[[bytes, float], None]) -> None:
        self._send = send
        self._pieces = Pieces()
        self._ahead = 0
        self.sent = 0
        self.dropped = 0
        """Pieces that were not taken."""

    def hear(self, block: bytes, at_s: float) -> None:
        """What was heard up to `at_s`."""
        for piece, end_s in self._pieces.add(block, at_s):
            if self._ahead >= MOST_AHEAD:
                self.dropped += 1
                continue
            self._ahead += 1
            self.sent += 1
            self._send(piece, end_s)

    def alive(self) -> None:
        """The worker answered: it has taken what was sent before."""
        self._ahead = 0

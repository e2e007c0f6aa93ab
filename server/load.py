"""How busy the way in is, as a figure that every receipt carries: candidates' machines wait by it.

One rule: it follows what a batch has waited lately, and falls by itself while nobody asks; it slows
machines down and refuses nothing.
"""

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

IDLE_S, FULL_S = 0.1, 2.0
"""What a batch takes, up to its commit, at load 0 and from load 10 on."""
HALF_LIFE_S = 5.0
"""After this long a batch counts half as much as one that is just done."""
MOST = 10


def level_of(wait_s: float) -> int:
    """0 idle to 10 full, where batches take so many seconds."""
    if wait_s <= IDLE_S:
        return 0
    return min(MOST, round(MOST * math.log(wait_s / IDLE_S) / math.log(FULL_S / IDLE_S)))


class Load:
    """Of one process. `clock`: seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._weight = self._sum = 0.0
        self._at = clock()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Around one batch, its wait for the database included; what fails has waited too."""
        began = self._clock()
        try:
            yield
        finally:
            took_s = self._clock() - began
            with self._lock:
                self._fade()
                self._weight += 1.0
                self._sum += took_s

    def level(self) -> int:
        """0 idle to 10 full."""
        with self._lock:
            self._fade()
            # One quiet batch stands for all that did not come: alone, an old one fades to nothing.
            mean_s = (self._sum + IDLE_S) / (self._weight + 1.0)
        return level_of(mean_s)

    def _fade(self) -> None:
        now = self._clock()
        faded = 0.5 ** ((now - self._at) / HALF_LIFE_S)
        self._weight, self._sum, self._at = self._weight * faded, self._sum * faded, now

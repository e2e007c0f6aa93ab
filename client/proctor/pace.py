"""When something that happens every so often is due.

Pure. One rule: it keeps the mean rate of a source whose frames do not fall on its beats.
"""

_SLACK = 0.05
"""Share of the interval by which a frame may come early and still count."""


class Pace:
    """Due at most once every `interval_s`, on the clock that `due` is asked with."""

    def __init__(self, interval_s: float) -> None:
        self._interval_s = interval_s
        self._next_s: float | None = None

    def change(self, interval_s: float) -> None:
        """From the next time on; what is due already stays due."""
        self._interval_s = interval_s

    def due(self, now_s: float) -> bool:
        """Whether it is time, and if so counts it as done."""
        if self._next_s is not None and abs(self._next_s - now_s) > 2 * self._interval_s:
            self._next_s = None  # a pause or another clock: begin a new beat
        if self._next_s is None:
            self._next_s = now_s + self._interval_s
            return True
        if now_s < self._next_s - _SLACK * self._interval_s:
            return False
        self._next_s += self._interval_s
        return True

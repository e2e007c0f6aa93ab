"""By how much some detectors are slowed down, so that the face is still looked at in time.

Pure: costs and times are passed in. One rule: it never swings: rates come back only where the
last seconds say that they would fit, and the next time later if that turned out to be wrong.
"""

from collections import deque
from dataclasses import dataclass

MOST = 4
"""At 1 Hz this is a look every 4 s, the longest that the rules bridge."""
STRAINED = 0.10
"""Share of the beats lost to detectors that took longer than one: 9 instead of 10 looks."""
CALM = 0.05
"""The same, as it would be at the faster rate, up to which that rate is tried again."""
_FITS = 0.85
"""Share of a beat that detectors may take; the rest of the worker needs what remains."""
_WINDOW_S = float(MOST)
"""Of the mean: in it each detector of 1 Hz looks at least once at any rate."""
_AFTER_S = 5.0
"""More than the window, so that a single slow look, however slow, changes nothing."""
_BACK_AFTER_S = 30.0
"""More than the longest stretched interval, so that every detector was seen."""
_LONGEST_BACK_S = 480.0
_WRONG_WITHIN_S = 60.0
_PAUSE_S = 10.0
"""A longer step, or one back, is another source or a sleeping machine: measured anew."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one frame cost."""

    at_s: float
    """Its capture time."""
    steady_s: float
    """Seconds spent in detectors that never give way."""
    yielding_s: float
    """Seconds spent in those that do."""


class Strain:
    """`factor` says how many times longer detectors that give way wait: 1, 2 or `MOST`."""

    def __init__(self, beat_s: float) -> None:
        """`beat_s`: seconds between two frames that the steady detectors should look at."""
        self.factor = 1
        self._fits_s = _FITS * beat_s
        self._looks: deque[Look] = deque()
        self._strained_s: float | None = None
        self._calm_s: float | None = None
        self._fell_s: float | None = None
        self._patience_s = _BACK_AFTER_S

    def see(self, look: Look) -> int:
        """The factor after this frame."""
        if self._looks and not 0 <= look.at_s - self._looks[-1].at_s <= _PAUSE_S:
            self._measure_anew()
            self._fell_s = None
        while len(self._looks) > 1 and look.at_s - self._looks[1].at_s >= _WINDOW_S:
            self._looks.popleft()
        if self._looks and look.at_s - self._looks[0].at_s >= _WINDOW_S:
            self._judge(look.at_s)
        self._looks.append(look)
        return self.factor

    def _judge(self, now_s: float) -> None:
        """Of the time from the first look kept up to now, what did they take too long?"""
        elapsed_s = now_s - self._looks[0].at_s
        over_s = sum(self._over_s(each.steady_s + each.yielding_s) for each in self._looks)
        steady_s = sum(self._over_s(each.steady_s) for each in self._looks)
        some_yield = any(each.yielding_s > 0 for each in self._looks)
        strained = self.factor < MOST and some_yield and over_s >= STRAINED * elapsed_s
        calm = self.factor > 1 and 2 * over_s - steady_s <= CALM * elapsed_s
        self._strained_s = _since(self._strained_s, now_s) if strained else None
        self._calm_s = _since(self._calm_s, now_s) if calm else None
        if self._strained_s is not None and now_s - self._strained_s >= _AFTER_S:
            if self._fell_s is not None and now_s - self._fell_s <= _WRONG_WITHIN_S:
                self._patience_s = min(_LONGEST_BACK_S, 2 * self._patience_s)
            self.factor *= 2
            self._measure_anew()
        elif self._calm_s is not None and now_s - self._calm_s >= self._patience_s:
            self.factor //= 2
            self._fell_s = now_s
            self._measure_anew()

    def _over_s(self, spent_s: float) -> float:
        return max(0.0, spent_s - self._fits_s)

    def _measure_anew(self) -> None:
        self._looks.clear()
        self._strained_s = self._calm_s = None


def _since(before_s: float | None, now_s: float) -> float:
    return now_s if before_s is None else before_s

"""Signs of life in the landmarks: lids that close, eyes that turn, a mouth that moves.

Pure. One rule: what is counted changes within the face. A picture that is carried, tilted or moved
by software moves as a whole and shows none of it, however long one watches.
"""

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WATCH_S = 25.0
"""Seconds of a face without any sign after which it is called a picture. People who read a screen
blink four to seven times a minute; a man who stares stays without a sign for his 10 s clip."""
_WINDOW_S = 3.0
_LEAST_LOOKS = 12
_LONGEST_STEP_S = 0.5
"""Two looks further apart say nothing about the time between them."""
_SETTLE_S = 0.5
"""A face that has just come back still slides into place."""

BLINK = 0.25
"""Fall of the lids' opening against its middle, as a share of it. At ten looks a second people's
blinks reach 0.42 to 0.59; a print tilted in the hand wavers by up to 0.20 with our own bundle."""
TURN = 0.06
"""Way of the irises across the eyes, in eye widths: about 9 degrees. On a still portrait that sways
they wander by up to 0.038 (our bundle) or 0.022 (the published one); a look aside is 0.18."""
MOUTH = 0.035
"""Change of the lips' distance, in distances between the outer corners of the eyes."""
_ABOVE_NOISE = 7.0
"""Each must also stand so many deviations of its own noise from look to look above nothing."""

_LIDS = ((33, 133, 159, 145, 158, 153), (263, 362, 386, 374, 385, 380))
"""Outer and inner corner, then two pairs of upper and lower lid, of each eye."""
_IRISES = ((33, 133, 468), (362, 263, 473))
_LIPS = (13, 14)


@dataclass(frozen=True, slots=True)
class Shape:
    """What can change within one face, whatever its size and place."""

    lids: float
    """Opening by width, mean of both eyes."""
    irises: float
    """Place between the corners, 0..1, mean of both eyes."""
    lips: float
    """Distance by the distance of the outer corners of the eyes."""


@dataclass(frozen=True, slots=True)
class Life:
    """What was seen so far. `Life()` where watching begins."""

    recent: tuple[tuple[float, Shape], ...] = ()
    """Seconds and shape of the newest looks."""
    since_s: float | None = None
    """When this stretch of looks began."""
    lifeless_s: float = 0.0
    """Watched since the last sign of life."""
    sign: str = ""
    """The newest one; empty where none was seen."""

    @property
    def not_alive(self) -> float | None:
        """1 without a sign for `WATCH_S`; 0 where the last is younger; None: too early."""
        if self.lifeless_s >= WATCH_S:
            return 1.0
        return 0.0 if self.sign else None


def shape(points: "NDArray[np.float32]") -> Shape | None:
    """`points`: (478, 3) landmarks in pixels; None where they have no extent or are no numbers."""
    flat = points[:, :2].astype(np.float64)
    if not np.isfinite(flat).all():
        return None
    apart = float(np.hypot(*(flat[33] - flat[263])))
    lids = [_opening(flat, eye) for eye in _LIDS]
    irises = [_place(flat, eye) for eye in _IRISES]
    upper, lower = flat[_LIPS[0]], flat[_LIPS[1]]
    lips = float(np.hypot(*(upper - lower))) / apart if apart > 0 else math.nan
    found = Shape(sum(lids) / 2, sum(irises) / 2, lips)
    known = all(math.isfinite(each) for each in (found.lids, found.irises, found.lips))
    return found if known else None


def watch(life: Life, at_s: float, seen: Shape | None) -> Life:
    """The life after one look; `seen` is None where no clear face looked this way."""
    if seen is None:
        return replace(life, recent=(), since_s=None)
    step = at_s - life.recent[-1][0] if life.recent else math.inf
    if not 0 < step <= _LONGEST_STEP_S:
        return replace(life, recent=((at_s, seen),), since_s=at_s)
    if life.since_s is not None and at_s - life.since_s < _SETTLE_S:
        return replace(life, recent=((at_s, seen),))
    recent = (*(each for each in life.recent if each[0] >= at_s - _WINDOW_S), (at_s, seen))
    sign = _sign([each[1] for each in recent])
    if sign:
        return replace(life, recent=recent, lifeless_s=0.0, sign=sign)
    return replace(life, recent=recent, lifeless_s=life.lifeless_s + step)


def _sign(shapes: list[Shape]) -> str:
    if len(shapes) < _LEAST_LOOKS:
        return ""
    lids = np.array([each.lids for each in shapes])
    irises = np.array([each.irises for each in shapes])
    lips = np.array([each.lips for each in shapes])
    middle = float(np.median(lids))
    fall = middle - float(np.sort(lids)[1])
    if fall > max(BLINK * middle, _ABOVE_NOISE * _noise(lids)):
        return "a blink"
    if _way(irises) > max(TURN, _ABOVE_NOISE * _noise(irises)):
        return "eyes that turned"
    if _way(lips) > max(MOUTH, _ABOVE_NOISE * _noise(lips)):
        return "a mouth that moved"
    return ""


def _noise(values: "NDArray[np.float64]") -> float:
    """Deviation from look to look, by the median: movement that comes and goes leaves it alone."""
    return float(np.median(np.abs(np.diff(values)))) / 0.954


def _way(values: "NDArray[np.float64]") -> float:
    """Between the extremes of the running middle of three, so that one outlier is no movement."""
    threes = np.median(np.lib.stride_tricks.sliding_window_view(values, 3), axis=1)
    return float(np.ptp(threes))


def _opening(flat: "NDArray[np.float64]", eye: tuple[int, ...]) -> float:
    width = float(np.hypot(*(flat[eye[0]] - flat[eye[1]])))
    if width == 0:
        return math.nan
    pairs = ((eye[2], eye[3]), (eye[4], eye[5]))
    return sum(float(np.hypot(*(flat[a] - flat[b]))) for a, b in pairs) / 2 / width


def _place(flat: "NDArray[np.float64]", eye: tuple[int, int, int]) -> float:
    along = flat[eye[1]] - flat[eye[0]]
    length = float(along @ along)
    return float((flat[eye[2]] - flat[eye[0]]) @ along) / length if length > 0 else math.nan

"""Where a face must be moved to before a network compares it: five points onto a standard place.

Pure. One rule: turning, shifting and one scale only; a face is never stretched to fit.
"""

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Points = NDArray[np.float32]

PLACES = np.array(
    [
        (0.34192, 0.46158),
        (0.65654, 0.45984),
        (0.50023, 0.64051),
        (0.37098, 0.82470),
        (0.63152, 0.82325),
    ]
)
"""Eyes, nose, corners of the mouth, left to right in the picture, as shares of the square: the
places that ArcFace's crops of 112 pixels have and Intel's re-identification networks too."""

_LEFT_EYE = (33, 133)
_RIGHT_EYE = (362, 263)
_NOSE = 1
_MOUTH = (61, 291)


def five_points(points: "Points") -> "Matrix":
    """(5, 2) pixels in the order of `PLACES`; `points`: (478, 3) landmarks.

    An eye is the middle of its corners, not its iris, so that it stays where the person looks
    aside or blinks.
    """
    flat = points[:, :2].astype(np.float64)
    left, right = (flat[list(eye)].mean(axis=0) for eye in (_LEFT_EYE, _RIGHT_EYE))
    return np.stack([left, right, flat[_NOSE], flat[_MOUTH[0]], flat[_MOUTH[1]]])


def placing(points: "Points", size: int) -> "Matrix | None":
    """(2, 3): from pixels of the frame to the aligned square of `size` pixels.

    None where the landmarks have no extent or are no numbers.
    """
    return similarity(five_points(points), PLACES * size)


def similarity(source: "Matrix", target: "Matrix") -> "Matrix | None":
    """(2, 3): the turn, shift and scale that bring `source` nearest to `target`, both (n, 2).

    Least squares without mirroring (Umeyama 1991); None where there is none.
    """
    if not (np.isfinite(source).all() and np.isfinite(target).all()):
        return None
    middle, goal = source.mean(axis=0), target.mean(axis=0)
    x, y = (source - middle).T
    u, v = (target - goal).T
    extent = float((x * x + y * y).sum())
    if extent < 1e-9:
        return None
    along = float((x * u + y * v).sum()) / extent
    across = float((x * v - y * u).sum()) / extent
    if math.hypot(along, across) < 1e-9:
        return None
    turn = np.array([[along, -across], [across, along]])
    return np.column_stack([turn, goal - turn @ middle])


def eye_distance(points: "Points") -> float:
    """Pixels between the middles of the eyes; NaN where the landmarks are no numbers."""
    left, right = five_points(points)[:2]
    if not np.isfinite([left, right]).all():
        return math.nan
    return float(np.hypot(*(right - left)))

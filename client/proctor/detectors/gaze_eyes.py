"""Measures the eyes in the picture: irises by landmarks, the dark of the eye by its pixels.

One rule: better unknown than wrong. Closed or small eyes give no answer. The dark is measured in
the frame of the whole head, which 43 landmarks hold steadier than the corners of one eye.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from client.proctor.calibration import EYE_DEG
from client.proctor.detectors.head_pose import turn_by_depth
from client.proctor.detectors.mean_face import INDICES, POINTS_MM
from client.proctor.offscreen import IRIS_RADIUS
from client.proctor.pose import Angles, Eyes, Look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float32]
    Matrix = NDArray[np.float64]

SMALLEST_PX = 14.0
"""Eye width below which one pixel is more than 5 degrees."""
SHUT = 0.14
"""Lid distance in eye widths; a blink passes through it in a tenth of a second."""
LEAST_CONTRAST = 8.0
"""Grey levels between the dark of the eye and the rest, below which noise decides."""
_EYES = ((33, 133, 159, 145, 468), (362, 263, 386, 374, 473))
"""Corner on the picture's left, corner on its right, upper lid, lower lid, iris."""
_RIMS = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    (362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382),
)
"""The landmarks around each eye opening, in order."""
_DARK_TO_IRIS = EYE_DEG * math.radians(1) * IRIS_RADIUS
"""The same turn of an eye moves its dark further than its iris; `EYE_DEG` says how much."""
_WIDE, _HIGH, _EYE = 64, 40, 40
"""Size of the patch on which an eye is measured, and of the eye in it."""
_MIDDLE = np.array([_WIDE / 2, _HIGH / 2])
_X, _Y = np.arange(_WIDE, dtype=np.float64), np.arange(_HIGH, dtype=np.float64)
_GROWN = np.ones((3, 3), np.uint8)
_INDICES = np.array(INDICES)
_FACE = np.column_stack([POINTS_MM, np.ones(len(POINTS_MM))])
_CORNERS = np.array([INDICES.index(index) for index in (33, 133, 362, 263)])
_CORNER_WEIGHTS = _FACE[_CORNERS] @ np.linalg.pinv(_FACE)
"""(4, 43): where the corners are, for the whole face, as weights of all its landmarks."""
_EYE_MM = float(np.linalg.norm(POINTS_MM[_CORNERS[0]] - POINTS_MM[_CORNERS[1]]))


@dataclass(frozen=True, slots=True)
class EyeShot:
    """What the picture shows of both eyes of one face, both open."""

    eyes: Eyes
    dark: tuple[float, float]
    """`Look.across` and `Look.down`."""
    place: tuple[float, float, float]
    """`Look.x_mm`, `Look.y_mm` and `Look.distance_mm`."""

    def look(self, pose: Angles) -> Look:
        """With the head's turn beside it."""
        return Look(*self.dark, pose.yaw_deg, pose.pitch_deg, *self.place)


def eye_shot(rgb: "NDArray[np.uint8]", points: "Points") -> EyeShot | None:
    """Both eyes of one face; `points`: (478, 3) in pixels of the frame `rgb`."""
    height, width = rgb.shape[:2]
    stable = points[_INDICES].astype(np.float64)
    if not np.isfinite(points).all():
        return None
    _, scale = turn_by_depth(stable)
    (first, second) = (_iris(points, *row, scale * _EYE_MM) for row in _EYES)
    if first is None or second is None:
        return None
    corners = _CORNER_WEIGHTS @ stable[:, :2]
    darks = [_dark(rgb, points, corners[2 * i : 2 * i + 2], _RIMS[i]) for i in (0, 1)]
    if darks[0] is None or darks[1] is None:
        return None
    dark = (darks[0][0] + darks[1][0]) / 2, (darks[0][1] + darks[1][1]) / 2
    # The iris landmarks of our own bundle wander up and down by 0.04; the dark does not.
    down = (first[1] + second[1] + 2 * _DARK_TO_IRIS * dark[1]) / 4
    irises = Eyes((first[0] + second[0]) / 2, down, apart=second[0] - first[0])
    middle = corners.mean(axis=0) - (width / 2, height / 2)
    place = float(middle[0] / scale), float(middle[1] / scale), width / scale
    return EyeShot(irises, dark, place)


def _iris(
    points: "Points", left: int, right: int, upper: int, lower: int, iris: int, wide: float
) -> tuple[float, float] | None:
    """(across, down) in eye widths of `wide` pixels; None where the eye is shut or small."""
    start, end = points[left, :2], points[right, :2]
    width = float(np.linalg.norm(end - start))
    opening = float(np.linalg.norm(points[upper, :2] - points[lower, :2]))
    if width < SMALLEST_PX or wide < SMALLEST_PX or opening < SHUT * width:
        return None
    along = (end - start) / width
    offset = points[iris, :2] - (start + end) / 2
    across = float(offset @ along)
    down = float(offset @ np.array([-along[1], along[0]]))
    return across / wide, down / wide


def _dark(
    rgb: "NDArray[np.uint8]", points: "Points", corners: "Matrix", rim: tuple[int, ...]
) -> tuple[float, float] | None:
    """Centre of the dark inside the lids, in eye widths from the middle between the corners."""
    start, end = corners
    width = float(np.linalg.norm(end - start))
    if not width >= SMALLEST_PX:
        return None
    along = (end - start) / width
    across = np.array([-along[1], along[0]])
    middle, unit = (start + end) / 2, width / _EYE
    reach = int(np.ceil(width)) + 2
    left, top = (int(np.floor(each)) - reach for each in middle)
    left, top = max(left, 0), max(top, 0)
    right, bottom = (max(int(each) + reach, 0) for each in middle)
    around = rgb[top:bottom, left:right, 1]
    if min(around.shape) < 2:
        return None
    turn = np.column_stack([along * unit, across * unit])
    shift = middle - (left, top) - turn @ _MIDDLE
    patch = cv2.warpAffine(
        np.ascontiguousarray(around),
        np.column_stack([turn, shift]),
        (_WIDE, _HIGH),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.float64)
    lids = (points[list(rim), :2] - middle) @ np.column_stack([along, across]) / unit
    opening = np.zeros((_HIGH, _WIDE), np.uint8)
    outline = np.round(16 * (lids + _MIDDLE)).astype(np.int32)
    cv2.fillPoly(opening, [outline], 255, shift=4)
    inside = cv2.dilate(opening, _GROWN) > 0
    if np.count_nonzero(inside) < _EYE:
        return None
    levels = np.sort(patch[inside])
    darkest, bright = (float(levels[int(share * len(levels))]) for share in (0.02, 0.8))
    if bright - darkest < LEAST_CONTRAST:
        return None
    weight = np.clip((darkest + bright) / 2 - patch, 0, None) * inside
    total = float(weight.sum())
    x, y = float(weight.sum(axis=0) @ _X) / total, float(weight.sum(axis=1) @ _Y) / total
    return (x - _WIDE / 2) / _EYE, (y - _HIGH / 2) / _EYE

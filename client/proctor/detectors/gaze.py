"""Where the irises stand in the eyes, uncalibrated.

One rule: better unknown than wrong. Closed or small eyes give no answer, and the
rules treat that as unknown.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from client.proctor.pose import Eyes
from client.proctor.scene import Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

SMALLEST_PX = 14.0
"""Eye width below which one pixel is more than 5 degrees."""
SHUT = 0.14
"""Lid distance in eye widths; a blink passes through it in a tenth of a second."""
_EYES = ((33, 133, 159, 145, 468), (362, 263, 386, 374, 473))
"""Corner on the picture's left, corner on its right, upper lid, lower lid, iris."""


class GazeDetector:
    """Needs `faces`; keeps nothing between frames."""

    def look(self, scene: Scene) -> Scene:
        """Fills `eyes`."""
        return replace(scene, eyes=eyes(scene.faces[0].points)) if scene.faces else scene

    def close(self) -> None:
        """Nothing to give back."""


def eyes(points: "NDArray[np.float32]") -> Eyes | None:
    """Mean of both eyes of one face; `points`: (478, 3) in pixels."""
    (first, second) = (_eye(points, *row) for row in _EYES)
    if first is None or second is None:
        return None
    return Eyes((first[0] + second[0]) / 2, (first[1] + second[1]) / 2, apart=second[0] - first[0])


def _eye(
    points: "NDArray[np.float32]", left: int, right: int, upper: int, lower: int, iris: int
) -> tuple[float, float] | None:
    """(across, down) in eye widths; None where the eye is shut or small."""
    start, end = points[left, :2], points[right, :2]
    width = float(np.linalg.norm(end - start))
    opening = float(np.linalg.norm(points[upper, :2] - points[lower, :2]))
    if width < SMALLEST_PX or opening < SHUT * width:
        return None
    along = (end - start) / width
    offset = points[iris, :2] - (start + end) / 2
    across = float(offset @ along)
    down = float(offset @ np.array([-along[1], along[0]]))
    return across / width, down / width

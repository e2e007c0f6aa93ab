"""Looks at the frame as a photograph: bright enough, sharp, covered, frozen. Needs no model.

One rule: it measures; what is too dark is decided where the measures become observations.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from client.proctor.pace import Pace
from client.proctor.scene import Picture, Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LONGEST_EDGE = 320
"""Sharpness depends on scale, so every frame is measured at this size."""
_SHARPNESS_EVERY_S = 0.2
"""Only the device check reads it, and no more often; in between the last one stands."""


class PictureDetector:
    """Remembers a thinned-out copy of the picture before, to see whether anything changed."""

    def __init__(self) -> None:
        self._before: NDArray[np.uint8] | None = None
        self._due = Pace(_SHARPNESS_EVERY_S)
        self._sharpness = 0.0

    def look(self, scene: Scene) -> Scene:
        """Fills `picture`."""
        rgb = scene.frame.rgb
        height, width = rgb.shape[:2]
        scale = _LONGEST_EDGE / max(height, width)
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = cv2.resize(rgb, size, interpolation=cv2.INTER_NEAREST)
        luma = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
        mean, deviation = cv2.meanStdDev(luma)
        still = None
        if self._before is not None and self._before.shape == small.shape:
            still = bool(np.array_equal(self._before, small))
        self._before = np.asarray(small, dtype=np.uint8)
        if self._due.due(scene.frame.at_s):
            _, edges = cv2.meanStdDev(cv2.Laplacian(luma, cv2.CV_16S))
            self._sharpness = float(edges[0, 0]) ** 2
        brightness, contrast = float(mean[0, 0]) / 255, float(deviation[0, 0]) / 255
        return replace(scene, picture=Picture(brightness, contrast, self._sharpness, still))

    def close(self) -> None:
        """Nothing to give back."""

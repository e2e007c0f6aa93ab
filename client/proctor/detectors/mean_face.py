"""Our own mean face: 43 landmarks that move little with expression, in millimetres.

Made by us: generalised Procrustes mean of the landmarker's points on 64 photographs, made
symmetric; its depth was checked on a clip of a turning head, where scaling z by anything but
1.0 fits worse. One rule: x to the right of the picture, y down, z away from the camera, and the
outer corners of the eyes are 90 mm apart.
"""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PAIRS: tuple[tuple[int, int, float, float, float], ...] = (
    (33, 263, 45.0, -0.9, -0.5),
    (133, 362, 17.2, 1.3, -5.8),
    (127, 356, 70.5, 0.1, 49.9),
    (234, 454, 69.9, 14.5, 56.0),
    (93, 323, 68.9, 29.4, 58.0),
    (162, 389, 69.2, -14.6, 38.0),
    (21, 251, 66.0, -26.1, 23.7),
    (54, 284, 60.0, -36.8, 10.3),
    (103, 332, 50.2, -45.1, -3.4),
    (67, 297, 35.3, -50.4, -15.2),
    (109, 338, 19.1, -52.8, -22.0),
    (98, 327, 18.4, 43.6, -15.9),
    (129, 358, 22.0, 36.5, -12.7),
    (116, 345, 63.9, 15.0, 13.8),
    (117, 346, 53.1, 15.4, 1.3),
    (50, 280, 50.1, 31.4, -3.4),
)
"""Landmark on the picture's left, its mirror image, and the mirror image's x, y, z."""
_MIDLINE: tuple[tuple[int, float, float], ...] = (
    (10, -53.2, -23.8),
    (151, -36.7, -25.9),
    (9, -18.7, -26.9),
    (168, -3.1, -23.7),
    (6, 4.9, -27.4),
    (197, 12.5, -31.7),
    (195, 19.6, -36.5),
    (5, 27.2, -41.5),
    (4, 36.3, -43.1),
    (1, 42.9, -40.4),
    (2, 47.4, -23.8),
)
"""Landmark, y, z; x is 0."""

INDICES: tuple[int, ...] = tuple(
    index for left, right, *_ in _PAIRS for index in (left, right)
) + tuple(index for index, _, _ in _MIDLINE)
"""Landmark numbers, in the order of `POINTS_MM`."""

POINTS_MM: "NDArray[np.float64]" = np.array(
    [point for _, _, x, y, z in _PAIRS for point in ((-x, y, z), (x, y, z))]
    + [(0.0, y, z) for _, y, z in _MIDLINE]
)
"""(43, 3)."""

"""Where the head points: solvePnP of our mean face on 43 landmarks of the largest face.

One rule: two ways must agree. The landmarks' own depth gives the first guess and the check: where
both differ by more than `AGREE_DEG` the pose is unknown, else the answer lies midway. A face that
is flatter than the mean makes solvePnP read too small a turn, the depth less so; solvePnP knows
the perspective, the depth does not.
"""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from client.proctor.detectors.mean_face import INDICES, POINTS_MM
from client.proctor.pose import Angles
from client.proctor.scene import Scene

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

AGREE_DEG = 20.0
"""On 406 frames of three clips the two ways differ by 13.5 degrees at most, 5.5 in the middle."""
_FOCAL = 1.0
"""Focal length in frame widths; webcams have 0.8 to 1.1, and the angles barely depend on it."""
_CENTRED = POINTS_MM - POINTS_MM.mean(axis=0)


class HeadPoseDetector:
    """Needs `faces`; keeps nothing between frames."""

    def look(self, scene: Scene) -> Scene:
        """Fills `pose`, in degrees against a face that looks straight into the camera."""
        if not scene.faces:
            return scene
        height, width = scene.frame.rgb.shape[:2]
        return replace(scene, pose=head_pose(scene.faces[0].points, width, height))

    def close(self) -> None:
        """Nothing to give back."""


def head_pose(points: "NDArray[np.float32]", width: int, height: int) -> Angles | None:
    """Angles of one face; `points`: (478, 3) in pixels of a `width` by `height` frame."""
    seen = points[list(INDICES)].astype(np.float64)
    if not np.isfinite(seen).all():
        return None
    guess, scale = turn_by_depth(seen)
    if guess is None:
        return None
    focal = _FOCAL * width
    camera = np.array([[focal, 0, width / 2], [0, focal, height / 2], [0, 0, 1]])
    middle = seen[:, :2].mean(axis=0)
    distance = focal / scale
    from_middle = (middle - (width / 2, height / 2)) / focal * distance
    shift = np.array([*from_middle, distance]) - guess @ POINTS_MM.mean(axis=0)
    rotation, _ = cv2.Rodrigues(guess)
    found, rotation, _ = cv2.solvePnP(
        POINTS_MM,
        np.ascontiguousarray(seen[:, :2]),
        camera,
        None,
        rotation.copy(),
        shift.reshape(3, 1),
        useExtrinsicGuess=True,
        flags=cv2.SOLVEPNP_ITERATIVE,
    )
    if not found:
        return None
    turn = np.asarray(cv2.Rodrigues(rotation)[0], dtype=np.float64)
    if _between_deg(turn, guess) > AGREE_DEG:
        return None
    return angles(_midway(turn, guess))


def angles(turn: "Matrix") -> Angles:
    """Degrees of a rotation from the mean face's axes to the camera's."""
    nose = -turn[:, 2]
    return Angles(
        yaw_deg=math.degrees(math.atan2(nose[0], -nose[2])),
        pitch_deg=math.degrees(math.atan2(nose[1], math.hypot(nose[0], nose[2]))),
        roll_deg=math.degrees(math.atan2(turn[1, 0], turn[0, 0])),
    )


def turn_by_depth(seen: "Matrix") -> "tuple[Matrix | None, float]":
    """Rotation, None where there is none, and scale (pixels per mm) that fit x, y, z best;
    `seen`: (43, 3), the landmarks `INDICES`."""
    centred = seen - seen.mean(axis=0)
    left, sizes, right = np.linalg.svd(centred.T @ _CENTRED)
    sign = np.sign(np.linalg.det(left @ right))
    turn = left @ np.diag([1.0, 1.0, sign]) @ right
    scale = float(sizes @ (1.0, 1.0, sign)) / float((_CENTRED**2).sum())
    return (turn, scale) if scale > 0 and math.isfinite(scale) else (None, 0.0)


def _midway(first: "Matrix", second: "Matrix") -> "Matrix":
    """The rotation halfway between two that are near each other."""
    left, _, right = np.linalg.svd(first + second)
    return np.asarray(left @ right, dtype=np.float64)


def _between_deg(first: "Matrix", second: "Matrix") -> float:
    cosine = (np.trace(first.T @ second) - 1) / 2
    return math.degrees(math.acos(float(np.clip(cosine, -1, 1))))

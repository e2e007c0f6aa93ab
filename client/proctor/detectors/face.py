"""Finds up to two faces and their 478 landmarks with MediaPipe's FaceLandmarker in VIDEO mode.

One rule: time stamps handed to MediaPipe always grow, whatever the source's clock does; it
refuses everything after the first that does not.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from client.models.store import ModelFile
from client.proctor.detectors import fast_mediapipe
from client.proctor.scene import Face, Scene
from client.proctor.types import Frame

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_FACES = 2
_PRESENCE = 0.7
"""At MediaPipe's 0.5 a face that was cut away stood on for 0.3 s in the drawn room; see
docs/detectors/face.md. The tracking confidence stays at its 0.5: it is the overlap at which a
detection counts as the face tracked already, and at 0.9 one face was seen as two."""

_SHARPNESS_EDGE = 64
"""Pixels: small enough that the camera's noise averages out, large enough for eyes and lips."""


class FaceDetector:
    """Holds the native landmarker; `close` gives its memory and threads back."""

    def __init__(self, model: ModelFile) -> None:
        mediapipe = fast_mediapipe.load()
        self._image, self._format = mediapipe.Image, mediapipe.ImageFormat.SRGB
        options = mediapipe.FaceLandmarkerOptions(
            base_options=mediapipe.BaseOptions(model_asset_path=str(model.path)),
            running_mode=mediapipe.RunningMode.VIDEO,
            num_faces=MOST_FACES,
            min_face_presence_confidence=_PRESENCE,
        )
        self._landmarker = mediapipe.FaceLandmarker.create_from_options(options)
        self._clock_ms = 0

    def look(self, scene: Scene) -> Scene:
        """Fills `faces`, the largest first.

        The frame goes in at its full size: MediaPipe itself cuts out and shrinks what it needs, so
        shrinking here costs more (3 ms at 480 by 848) than it saves, even at 1920 by 1080.
        """
        frame = scene.frame
        self._clock_ms = max(self._clock_ms + 1, round(1000 * frame.at_s))
        image = self._image(image_format=self._format, data=np.ascontiguousarray(frame.rgb))
        result = self._landmarker.detect_for_video(image, self._clock_ms)
        found = (_shares(points) for points in result.face_landmarks)
        # A number that is none would spread through every later detector.
        faces = [_face(frame, shares) for shares in found if np.isfinite(shares).all()]
        faces.sort(key=lambda face: face.box[2] * face.box[3], reverse=True)
        return replace(scene, faces=tuple(faces))

    def close(self) -> None:
        """Releases the native graph."""
        self._landmarker.close()


def _shares(landmarks: Sequence[Any]) -> "NDArray[np.float32]":
    numbers = (number for point in landmarks for number in (point.x, point.y, point.z))
    return np.fromiter(numbers, np.float32, 3 * len(landmarks)).reshape(-1, 3)


def _face(frame: Frame, shares: "NDArray[np.float32]") -> Face:
    height, width = frame.rgb.shape[:2]
    left, top = shares[:, :2].min(axis=0)
    right, bottom = shares[:, :2].max(axis=0)
    box = (float(left), float(top), float(right - left), float(bottom - top))
    points = shares * np.array([width, height, width], dtype=np.float32)
    brightness, sharpness = _as_photograph(frame, (left, top, right, bottom))
    return Face(box, points, brightness, sharpness)


def _as_photograph(
    frame: Frame, corners: tuple[float, float, float, float]
) -> tuple[float, float | None]:
    """Brightness and sharpness of the face, as `scene.Face` has them."""
    height, width = frame.rgb.shape[:2]
    left, right = (int(np.clip(share, 0, 1) * width) for share in corners[0::2])
    top, bottom = (int(np.clip(share, 0, 1) * height) for share in corners[1::2])
    inside = frame.rgb[top : bottom + 1, left : right + 1]
    if inside.size == 0:
        return 0.0, None
    scale = _SHARPNESS_EDGE / max(inside.shape[:2])
    size = (max(1, round(inside.shape[1] * scale)), max(1, round(inside.shape[0] * scale)))
    luma = cv2.cvtColor(cv2.resize(inside, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    mean, spread = (float(each[0, 0]) for each in cv2.meanStdDev(luma))
    _, edges = cv2.meanStdDev(cv2.Laplacian(luma, cv2.CV_16S))
    sharpness = 100 * (float(edges[0, 0]) / spread) ** 2 if spread > 0 else 0.0
    return mean / 255, sharpness

"""Finds faces near and far with BlazeFace's full-range model, a few times a second.

The landmarker finds nobody at the back of a room. One rule: it counts faces and nothing else;
who has no face to be seen is a matter of `company`.
"""

from dataclasses import replace

import numpy as np

from client.models.store import ModelFile
from client.proctor.detectors import fast_mediapipe
from client.proctor.scene import Scene
from client.proctor.types import Box

LEAST = 0.5
"""MediaPipe's own default. Below it blurred passers-by and parts of near faces count as faces
(docs/detectors/people.md)."""
_SAME = 0.3
"""Overlap from which MediaPipe takes two boxes for one face; its own default."""


class PeopleDetector:
    """Holds the native detector; `close` gives its memory and threads back."""

    def __init__(self, model: ModelFile) -> None:
        mediapipe = fast_mediapipe.load()
        self._image, self._format = mediapipe.Image, mediapipe.ImageFormat.SRGB
        options = mediapipe.FaceDetectorOptions(
            base_options=mediapipe.BaseOptions(model_asset_path=str(model.path)),
            running_mode=mediapipe.RunningMode.VIDEO,
            min_detection_confidence=LEAST,
            min_suppression_threshold=_SAME,
        )
        with fast_mediapipe.muted():
            self._detector = mediapipe.FaceDetector.create_from_options(options)
        self._clock_ms = 0

    def look(self, scene: Scene) -> Scene:
        """Fills `people`, the surest first."""
        frame = scene.frame
        # Like the landmarker it refuses every time stamp after one that did not grow.
        self._clock_ms = max(self._clock_ms + 1, round(1000 * frame.at_s))
        image = self._image(image_format=self._format, data=np.ascontiguousarray(frame.rgb))
        result = self._detector.detect_for_video(image, self._clock_ms)
        found = sorted(result.detections, key=lambda each: -each.categories[0].score)
        height, width = frame.rgb.shape[:2]
        return replace(scene, people=tuple(_box(each, width, height) for each in found))

    def close(self) -> None:
        """Releases the native graph."""
        self._detector.close()


def _box(detection: object, width: int, height: int) -> Box:
    box = detection.bounding_box  # pyright: ignore[reportAttributeAccessIssue] # no stubs
    return box.origin_x / width, box.origin_y / height, box.width / width, box.height / height

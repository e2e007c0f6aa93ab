"""Imports MediaPipe's two face tasks in a tenth of the time that its own `__init__` takes.

MediaPipe 1.2.2 imports every task it has, and with them `matplotlib.pyplot` (1.3 of 2 s, and 60 MB)
and `sounddevice` (19 MB of the system's sound). One rule: nobody else in the client imports
mediapipe, because its packages stand here without what their `__init__` would put into them.
"""

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_PACKAGES = (
    "mediapipe",
    "mediapipe.tasks",
    "mediapipe.tasks.python",
    "mediapipe.tasks.python.components",
    "mediapipe.tasks.python.components.containers",
    "mediapipe.tasks.python.vision",
)
"""Those whose `__init__` imports what we do not call; a package comes before what lies in it."""


@dataclass(frozen=True, slots=True)
class MediaPipe:
    """What the detectors use of it; the package has no types."""

    Image: Any
    ImageFormat: Any
    BaseOptions: Any
    RunningMode: Any
    FaceDetector: Any
    FaceDetectorOptions: Any
    FaceLandmarker: Any
    FaceLandmarkerOptions: Any


def load() -> MediaPipe:
    """Its classes, under their own names."""
    for name in _PACKAGES:
        spec = importlib.util.find_spec(name) if name not in sys.modules else None
        if spec is not None:  # made as the import system makes it, and not run
            sys.modules[name] = importlib.util.module_from_spec(spec)
    from mediapipe.tasks.python.core.base_options import BaseOptions
    from mediapipe.tasks.python.vision.core.image import Image, ImageFormat
    from mediapipe.tasks.python.vision.core.vision_task_running_mode import VisionTaskRunningMode
    from mediapipe.tasks.python.vision.face_detector import FaceDetector, FaceDetectorOptions
    from mediapipe.tasks.python.vision.face_landmarker import FaceLandmarker, FaceLandmarkerOptions

    return MediaPipe(
        Image=Image,
        ImageFormat=ImageFormat,
        BaseOptions=BaseOptions,
        RunningMode=VisionTaskRunningMode,
        FaceDetector=FaceDetector,
        FaceDetectorOptions=FaceDetectorOptions,
        FaceLandmarker=FaceLandmarker,
        FaceLandmarkerOptions=FaceLandmarkerOptions,
    )


@contextmanager
def muted() -> Iterator[None]:
    """Nothing is written to the process's error output meanwhile, by native code either.

    For loading the sparse model: the same warning comes 46 times, and MediaPipe offers no level
    for it.
    """
    try:
        kept = os.dup(2)
    except OSError:  # a windowed app has no error output
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)

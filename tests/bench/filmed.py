"""A camera for the benchmarks that count memory: a film of JPEGs, decoded by OpenCV.

What a UVC camera sends, and how OpenCV reads it; the recording's own decoder (PyAV) would count
as the app's. One rule: importing it imports no library that sees, because the worker sets those
up first.
"""

import time
from pathlib import Path
from typing import Any

from client.proctor.sources import camera

RATE = 30
"""Pictures a second, as webcams send them."""
LENGTH_S = 8.0
"""Of the part that is played again and again: before the script's first episode."""
_QUALITY = 90


def install() -> None:
    """In the worker: a folder's path as the camera's index plays the film in it."""
    camera._open = lambda cv2, index: _Film(cv2, Path(str(index)))


def make(clip: Path, folder: Path) -> Path:
    """The first `LENGTH_S` of a clip as JPEGs; the folder."""
    import av
    import cv2

    with av.open(str(clip)) as source:
        rate = float(source.streams.video[0].average_rate or RATE)
        for number, image in enumerate(source.decode(video=0)):
            if number >= LENGTH_S * rate:
                break
            picture = image.to_ndarray(format="bgr24")
            given = [cv2.IMWRITE_JPEG_QUALITY, _QUALITY]
            cv2.imwrite(str(folder / f"{number:05}.jpg"), picture, given)
    return folder


class _Film:
    """`cv2.VideoCapture` as far as `CameraSource` uses it."""

    def __init__(self, cv2: Any, folder: Path) -> None:
        self._cv2 = cv2
        self._pictures = sorted(folder.glob("*.jpg"))
        self._began_s = time.monotonic()
        self._number = 0

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV calls it so
        return bool(self._pictures)

    def read(self) -> tuple[bool, Any]:
        time.sleep(max(0.0, self._began_s + self._number / RATE - time.monotonic()))
        path = self._pictures[self._number % len(self._pictures)]
        self._number += 1
        return True, self._cv2.imread(str(path))

    def release(self) -> None:
        self._pictures = []

"""The small still picture for those who watch live, where the policy wants one.

One rule: made of the preview that the person sees, never larger than `THUMBNAIL_PX`, and only
while a question is open and nothing is paused.
"""

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from client.exam import State
from client.proctor.types import Preview
from shared.sync import MAX_FRAME_BYTES, THUMBNAIL_PX

QUALITY = 55


def wanted(state: State) -> bool:
    """Whether a picture may leave this computer now."""
    running = state.question is not None and state.paused is None
    return state.policy.thumbnails and running and "camera_lost" not in state.live.notices


def jpeg_of(preview: Preview) -> bytes:
    """The preview as a small JPEG; empty where it cannot be made small enough."""
    wide, high = preview.width, preview.height
    whole = QImage(preview.rgb, wide, high, wide * 3, QImage.Format.Format_RGB888)
    small = whole.scaled(
        THUMBNAIL_PX,
        THUMBNAIL_PX,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not small.save(buffer, "JPEG", QUALITY):  # type: ignore[call-overload] - names its format
        return b""
    jpeg = bytes(buffer.data().data())
    return jpeg if len(jpeg) <= MAX_FRAME_BYTES else b""

"""A real camera, read in its own thread through OpenCV.

One rule: the device may be busy, unplugged or silent at any time; the thread says so in a
sentence and keeps trying once a second until it is closed.
"""

import logging
import sys
import threading
import time
from pathlib import Path
from typing import Any

from client.proctor.sources.mailbox import Mailbox, SourceState
from client.proctor.types import Camera, Frame

SILENT_AFTER_S = 1.5
"""A camera that delivers nothing for so long is lost, whatever its driver says."""
_RETRY_S = 1.0
SIZE = (640, 480)
"""Width and height that are asked of it; it may send others."""
_RATE = 30
_PROBED = 6

log = logging.getLogger(__name__)


class CameraSource:
    """Frames of one camera, newest first."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera
        self._mailbox = Mailbox()
        self._state = SourceState("starting")
        self._closing = threading.Event()
        self._captured = 0
        self._last_s = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)

    def start(self) -> None:
        """See Source."""
        self._thread.start()

    def begin(self, zero_s: float) -> None:
        """See Source. A camera has no second 0."""

    def take(self, timeout_s: float) -> Frame | None:
        """See Source."""
        return self._mailbox.take(timeout_s)

    def state(self) -> SourceState:
        """See Source."""
        state = self._state
        if state.phase == "live" and time.monotonic() - self._last_s > SILENT_AFTER_S:
            return SourceState("lost", f"{self._camera.name} sends no pictures: plug it in again.")
        return state

    @property
    def dropped(self) -> int:
        """See Source."""
        return self._mailbox.dropped

    def close(self) -> None:
        """See Source. A driver that never returns keeps its daemon thread."""
        self._closing.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._session()
            except Exception:
                log.exception("camera failed")
                self._lost("stopped working: plug it in again or choose another one.")
            self._closing.wait(_RETRY_S)

    def _session(self) -> None:
        """Opens the device and reads until it fails."""
        import cv2

        if isinstance(self._camera.index, str) and not Path(self._camera.index).exists():
            self._lost("is not connected: plug it in or choose another one.")
            return
        capture = _open(cv2, self._camera.index)
        try:
            if not capture.isOpened():
                self._lost(
                    "cannot be opened: close other programs that use it, allow camera access, "
                    "or choose another one."
                )
                return
            while not self._closing.is_set():
                ok, bgr = capture.read()
                if not ok or bgr is None:
                    self._lost("was unplugged or stopped: plug it in again or choose another one.")
                    return
                self._last_s = time.monotonic()
                self._captured += 1
                code = cv2.COLOR_GRAY2RGB if bgr.ndim == 2 else cv2.COLOR_BGR2RGB
                rgb = cv2.cvtColor(bgr, code)
                self._mailbox.put(Frame(rgb, self._last_s, self._captured))  # pyright: ignore[reportArgumentType] # OpenCV types it as any number
                self._state = SourceState("live")
        finally:
            capture.release()

    def _lost(self, what: str) -> None:
        self._state = SourceState("lost", f"{self._camera.name} {what}")


def cameras() -> tuple[Camera, ...]:
    """The cameras of this machine; on Windows and macOS each is opened for a moment to see."""
    if sys.platform == "linux":
        return _listed(Path("/sys/class/video4linux"))
    import cv2

    found: list[Camera] = []
    for index in range(_PROBED):
        capture = _open(cv2, index)
        if capture.isOpened():
            found.append(Camera(index, f"Camera {index + 1}"))
        capture.release()
    return tuple(found)


def _listed(root: Path) -> tuple[Camera, ...]:
    """Capture nodes by the kernel's listing; a camera's metadata nodes have an index above 0."""
    found: list[Camera] = []
    for node in sorted(root.glob("video*"), key=lambda path: int(path.name[5:])):
        if (node / "index").read_text("ascii").strip() == "0":
            name = (node / "name").read_text("utf-8", errors="replace").strip()
            found.append(Camera(f"/dev/{node.name}", name or node.name))
    return tuple(found)


def _open(cv2: Any, index: int | str) -> Any:
    backends = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}
    capture = cv2.VideoCapture(index, backends.get(sys.platform, cv2.CAP_ANY))
    if capture.isOpened():
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, SIZE[0])
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, SIZE[1])
        capture.set(cv2.CAP_PROP_FPS, _RATE)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture

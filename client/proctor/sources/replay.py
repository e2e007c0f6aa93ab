"""A video file in place of the camera, played at real time on the monotonic clock.

One rule: a frame's capture time is time zero plus its own time stamp, however late it is
decoded, so events fit the recording's truth on a slow machine too. Before time zero the first
`LOOP_S` seconds play again and again; after the end nothing comes any more.
"""

import logging
import math
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
from av.container import InputContainer
from av.error import FFmpegError

from client.proctor.sources.mailbox import Mailbox, SourceState
from client.proctor.types import Frame

if TYPE_CHECKING:
    from numpy.typing import NDArray

LOOP_S = 3.0
_SLACK_S = 0.02
"""A frame due this soon is shown at once."""

log = logging.getLogger(__name__)


class ReplaySource:
    """Plays `path`; after a restart in mid-interview it goes on where the clock stands."""

    def __init__(self, path: Path, zero_s: float | None = None) -> None:
        self._path = path
        self._mailbox = Mailbox()
        self._state = SourceState("starting")
        self._wake = threading.Event()
        self._closing = False
        self._zero_s = zero_s
        self._captured = 0
        self._thread = threading.Thread(target=self._run, name="replay", daemon=True)

    def start(self) -> None:
        """See Source."""
        self._thread.start()

    def begin(self, zero_s: float) -> None:
        """See Source."""
        self._zero_s = zero_s
        self._wake.set()

    def take(self, timeout_s: float) -> Frame | None:
        """See Source."""
        return self._mailbox.take(timeout_s)

    def state(self) -> SourceState:
        """See Source."""
        return self._state

    @property
    def dropped(self) -> int:
        """See Source."""
        return self._mailbox.dropped

    def close(self) -> None:
        """See Source."""
        self._closing = True
        self._wake.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        try:
            with av.open(str(self._path)) as container:
                if not container.streams.video:
                    raise ValueError("no picture in it")
                self._play(container)
        except (FFmpegError, OSError, ValueError):
            self._state = SourceState(
                "lost", f"{self._path.name} is no video that can be played: choose another file."
            )
        except Exception:
            log.exception("replay failed")
            self._state = SourceState("lost", f"{self._path.name} could not be played further.")

    def _play(self, container: InputContainer) -> None:
        container.streams.video[0].thread_type = "AUTO"
        while not self._closing and self._zero_s is None:
            self._pass(container, None, start_s=0.0)
        if self._closing or self._zero_s is None:
            return
        self._wake.clear()
        self._mailbox.clear()
        self._captured = 0  # counted anew, as by another camera: what was shown before comes again
        self._pass(container, self._zero_s, start_s=max(0.0, time.monotonic() - self._zero_s))
        if not self._closing:
            self._state = SourceState("ended", "The recording has ended.")

    def _pass(self, container: InputContainer, zero_s: float | None, *, start_s: float) -> None:
        """Shows frames when they are due; `_wake` ends it early.

        Without a `zero_s` its second 0 is the first frame's moment, and `LOOP_S` its end.
        """
        until_s = LOOP_S if zero_s is None else math.inf
        end_s = 0.0
        for at_s, image, end_s in _timed(container, start_s):
            if zero_s is None:
                zero_s = time.monotonic()
            if at_s >= until_s:
                break
            if at_s < start_s or zero_s + end_s < time.monotonic():
                continue
            if self._waits_until(zero_s + at_s):
                return
            pixels = upright(image)
            self._captured += 1
            self._mailbox.put(Frame(pixels, zero_s + at_s, self._captured))
            self._state = SourceState("live")
        if zero_s is None:
            raise ValueError("no frame in it")
        self._waits_until(zero_s + min(end_s, until_s))

    def _waits_until(self, moment_s: float) -> bool:
        """Sleeps until then; True when it was woken because plans changed."""
        wait_s = moment_s - time.monotonic()
        return self._wake.wait(wait_s) if wait_s > _SLACK_S else self._wake.is_set()


def upright(image: av.VideoFrame) -> "NDArray[np.uint8]":
    """RGB pixels, turned as phones ask for in the file's display matrix."""
    pixels = np.asarray(image.to_ndarray(format="rgb24"), dtype=np.uint8)
    quarters = round(image.rotation / 90) % 4
    return np.ascontiguousarray(np.rot90(pixels, quarters)) if quarters else pixels


def _timed(
    container: InputContainer, start_s: float
) -> Iterator[tuple[float, av.VideoFrame, float]]:
    """(seconds from the first frame, frame, seconds of the next frame), in order."""
    stream = container.streams.video[0]
    origin = float((stream.start_time or 0) * (stream.time_base or 0))
    container.seek(int((start_s + origin) * av.time_base), backward=True, any_frame=False)
    rate = float(stream.average_rate or 30)
    held: tuple[float, av.VideoFrame] | None = None
    for image in container.decode(stream):
        at_s = 0.0 if image.time is None else image.time - origin
        if held is not None:
            yield held[0], held[1], at_s
        held = at_s, image
    if held is not None:
        yield held[0], held[1], held[0] + 1 / rate

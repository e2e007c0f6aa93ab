"""The picture as a track of WebRTC: small, at a modest rate, the newest each time.

One rule: imported with the first look only, because it brings aiortc. No third party's server is
ever named: without settings there is none, where the library's own default would be Google's.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from fractions import Fraction

import cv2
import numpy as np
from aiortc import RTCConfiguration, RTCIceServer, RTCIceTransportPolicy, VideoStreamTrack
from aiortc.mediastreams import MediaStreamError
from av import VideoFrame
from numpy.typing import NDArray

from shared.looks import IceServer

WIDE, HIGH = 480, 360
"""Pictures fit into this, keeping their shape: what the candidate sees of themselves."""
RATE = 10
"""Pictures a second: enough to see who is there; two cores also run the detectors."""
CLOCK = 90_000
"""Of RTP video, in Hz."""
WAIT_S = 0.05
"""Between two looks for a first picture."""

Newest = Callable[[], NDArray[np.uint8] | None]


def configuration(ice: Sequence[IceServer], *, relay_only: bool) -> RTCConfiguration:
    """The library's own form of what the server named."""
    servers = [
        RTCIceServer(
            urls=list(one.urls), username=one.username or None, credential=one.credential or None
        )
        for one in ice
    ]
    policy = RTCIceTransportPolicy.RELAY if relay_only else RTCIceTransportPolicy.ALL
    return RTCConfiguration(iceServers=servers, iceTransportPolicy=policy)


def camera_track(newest: Newest) -> VideoStreamTrack:
    """A track of what `newest` answers: (height, width, 3) RGB, None before the first."""
    return _Camera(newest)


class _Camera(VideoStreamTrack):
    def __init__(self, newest: Newest) -> None:
        super().__init__()
        self._newest = newest
        self._began_s: float | None = None
        self._sent = 0

    async def recv(self) -> VideoFrame:
        """The next picture when it is due; one that was late is not made up for."""
        if self._began_s is None:
            self._began_s = time.monotonic()
        # Places on a grid: after a stall the next one is taken, and none is hurried.
        self._sent = max(self._sent + 1, int((time.monotonic() - self._began_s) * RATE))
        await asyncio.sleep(max(0.0, self._began_s + self._sent / RATE - time.monotonic()))
        while (picture := self._newest()) is None:
            await asyncio.sleep(WAIT_S)
            if self.readyState != "live":
                raise MediaStreamError
        if self.readyState != "live":
            raise MediaStreamError
        frame = VideoFrame.from_ndarray(small(picture), format="rgb24")
        frame.pts = int((time.monotonic() - self._began_s) * CLOCK)
        frame.time_base = Fraction(1, CLOCK)
        return frame


def small(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(height, width, 3) RGB, at most WIDE by HIGH, both even as the encoder wants them."""
    height, width = picture.shape[:2]
    scale = min(1.0, WIDE / width, HIGH / height)
    size = (max(2, round(width * scale) // 2 * 2), max(2, round(height * scale) // 2 * 2))
    if size == (width, height):
        return np.ascontiguousarray(picture)
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)

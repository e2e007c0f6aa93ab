"""A second peer of aiortc in the browser's place: makes the offer, takes the answer, counts."""

import asyncio
from collections.abc import Awaitable, Callable
from queue import Queue

import numpy as np
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from av import VideoFrame
from numpy.typing import NDArray

from client.live.orders import Order, Said

PATIENCE_S = 60.0
"""On a machine that does other things too; what is waited for comes within a second."""


class Browser:
    """Receives one video."""

    def __init__(self) -> None:
        self.pc = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.pc.addTransceiver("video", direction="recvonly")
        self.frames: list[NDArray[np.uint8]] = []

    async def offer(self) -> str:
        """The whole offer, with its candidates."""
        await self.pc.setLocalDescription(await self.pc.createOffer())
        return self.pc.localDescription.sdp

    async def take(self, answer: str) -> None:
        """The other side's answer."""
        await self.pc.setRemoteDescription(RTCSessionDescription(answer, "answer"))

    async def see(self, count: int) -> None:
        """Waits until `count` more pictures were decoded."""
        (receiver,) = self.pc.getReceivers()
        for _ in range(count):
            frame = await asyncio.wait_for(receiver.track.recv(), PATIENCE_S)
            assert isinstance(frame, VideoFrame)
            self.frames.append(frame.to_ndarray(format="rgb24"))

    async def close(self) -> None:
        """Says goodbye."""
        await self.pc.close()


class Words:
    """What the publisher said, from its own thread."""

    def __init__(self) -> None:
        self._said: Queue[Said] = Queue()

    def __call__(self, word: Said) -> None:
        self._said.put(word)

    async def next(self) -> Said:
        """Waits for the next one."""
        return await asyncio.to_thread(self._said.get, timeout=PATIENCE_S)

    @property
    def silent(self) -> bool:
        """Whether nothing more was said."""
        return self._said.empty()


def order(look: str, offer: str, *, limit_s: float = 60.0) -> Order:
    return Order(look, offer, (), relay_only=False, limit_s=limit_s)


def run(scene: Callable[[], Awaitable[None]]) -> None:
    """Runs a test's coroutine."""

    async def whole() -> None:
        await asyncio.wait_for(scene(), 2 * PATIENCE_S)

    asyncio.run(whole())

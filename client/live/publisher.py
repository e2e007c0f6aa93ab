"""Sends the newest picture to whoever looks, over WebRTC.

One rule: nothing here holds up or ends who gives the pictures. `show` keeps the newest and returns;
all else happens on a thread of its own, begun with the first look, and what fails there ends that
look and says so.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from client.live.orders import Order, Said
from shared.looks import LookEnd

if TYPE_CHECKING:
    from aiortc import RTCPeerConnection

log = logging.getLogger(__name__)

CONNECT_WITHIN_S = 40.0
"""As long as the server waits for a way through (`server/live_looks/rules.py`)."""
CLOSE_WITHIN_S = 2.0

Picture = NDArray[np.uint8]
"""(height, width, 3) RGB."""


class Publisher:
    """One for each worker. `begin`, `end` and `show` return at once, from any one thread."""

    def __init__(self, on_said: Callable[[Said], None]) -> None:
        """`on_said` is called on the thread of the connections."""
        self._on_said = on_said
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._peers: dict[str, _Peer] = {}
        self._newest: Picture | None = None

    def begin(self, order: Order) -> None:
        """Answers the offer; `Said` follows, whatever happens."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._loop.set_exception_handler(_heard)
            self._thread = threading.Thread(target=self._run, name="live", daemon=True)
            self._thread.start()
        peer = _Peer(order, self._tell)
        self._peers[order.look] = peer
        asyncio.run_coroutine_threadsafe(peer.open(self._picture), self._loop)

    def end(self, look: str, why: LookEnd = LookEnd.CLOSED) -> None:
        """Sends no longer; one that is over already is left."""
        peer = self._peers.get(look)
        if peer is not None and self._loop is not None:
            asyncio.run_coroutine_threadsafe(peer.end(why), self._loop)

    def show(self, picture: Picture) -> None:
        """The newest picture; it must not be changed afterwards."""
        if self._peers:
            self._newest = picture

    def close(self) -> None:
        """Ends all; returns within `CLOSE_WITHIN_S`."""
        loop, thread = self._loop, self._thread
        if loop is None or thread is None:
            return
        asyncio.run_coroutine_threadsafe(self._close(loop), loop)
        thread.join(CLOSE_WITHIN_S)
        self._loop = self._thread = None

    def _run(self) -> None:
        loop = self._loop
        assert loop is not None
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.close()

    async def _close(self, loop: asyncio.AbstractEventLoop) -> None:
        for peer in tuple(self._peers.values()):
            await peer.end(LookEnd.OVER)
        loop.stop()

    def _picture(self) -> Picture | None:
        return self._newest

    def _tell(self, word: Said) -> None:
        if word.phase == "ended":
            self._peers.pop(word.look, None)
            if not self._peers:
                self._newest = None
        self._on_said(word)


class _Peer:
    """One connection; lives on the loop."""

    def __init__(self, order: Order, tell: Callable[[Said], None]) -> None:
        self._order = order
        self._tell = tell
        self._pc: RTCPeerConnection | None = None
        self._live = False
        self._over = False
        self._timers: list[asyncio.TimerHandle] = []
        self._ending: asyncio.Task[None] | None = None

    async def open(self, picture: Callable[[], Picture | None]) -> None:
        try:
            await self._answer(picture)
        except Exception as error:  # the top of this look: whatever it is, the others go on
            log.info("a look cannot be answered: %s", type(error).__name__, exc_info=error)
            await self.end(LookEnd.FAILED)

    async def end(self, why: LookEnd) -> None:
        """Once; what comes later says nothing."""
        if self._over:
            return
        self._over = True
        for timer in self._timers:
            timer.cancel()
        sent = await self._sent_bytes()
        self._tell(Said(self._order.look, "ended", why=why, sent_bytes=sent))
        if self._pc is not None:
            await self._pc.close()

    async def _answer(self, picture: Callable[[], Picture | None]) -> None:
        # With the first look, not with the app: 40 MB and half a second that most never need.
        from aiortc import RTCPeerConnection, RTCSessionDescription

        from client.live.track import camera_track, configuration

        order = self._order
        pc = self._pc = RTCPeerConnection(configuration(order.ice, relay_only=order.relay_only))
        pc.on("connectionstatechange", self._moved)
        await pc.setRemoteDescription(RTCSessionDescription(order.offer, "offer"))
        pc.addTrack(camera_track(picture))
        await pc.setLocalDescription(await pc.createAnswer())
        if self._over:
            return
        self._tell(Said(order.look, "answered", answer=pc.localDescription.sdp))
        self._later(CONNECT_WITHIN_S, LookEnd.NO_WAY)
        self._later(order.limit_s, LookEnd.TIME)

    def _later(self, after_s: float, why: LookEnd) -> None:
        loop = asyncio.get_running_loop()

        def due() -> None:
            if why is not LookEnd.NO_WAY or not self._live:
                self._ending = loop.create_task(self.end(why))

        self._timers.append(loop.call_later(after_s, due))

    async def _moved(self) -> None:
        assert self._pc is not None
        match self._pc.connectionState:
            case "connected" if not self._live:
                self._live = True
                self._tell(Said(self._order.look, "live"))
            case "failed":
                await self.end(LookEnd.LOST if self._live else LookEnd.NO_WAY)
            case "closed":
                # The browser said goodbye.
                await self.end(LookEnd.CLOSED)
            case _:
                pass

    async def _sent_bytes(self) -> int:
        if self._pc is None:
            return 0
        stats: dict[str, Any] = await self._pc.getStats()
        return sum(one.bytesSent for one in stats.values() if one.type == "outbound-rtp")


def _heard(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What a task of the library's did not catch: the look's own end tells what follows."""
    log.info("the live picture: %s", context.get("message"), exc_info=context.get("exception"))

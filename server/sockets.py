"""What both kinds of WebSocket need: to hear the doorbell, and to notice that the other end left.

One rule: nothing that is read from a socket is kept.
"""

import asyncio
from collections.abc import Callable

import anyio
from fastapi import WebSocket
from starlette.types import Message

from server.deps import Parts
from server.doorbell import Doorbell


def listen(parts: Parts, topic: str, rung: asyncio.Event) -> Callable[[], None]:
    """Sets `rung` at every ring of `topic`; the answer stops that."""
    bell: Doorbell = parts.database.session_info["doorbell"]
    loop = asyncio.get_running_loop()

    def heard(what: str) -> None:
        if what == topic and not loop.is_closed():
            loop.call_soon_threadsafe(rung.set)

    return bell.listen(heard)


async def until_gone(socket: WebSocket, others: anyio.CancelScope) -> None:
    """Reads and forgets what the other end sends, until it goes; then ends the others."""
    message: Message = {"type": ""}
    while message["type"] != "websocket.disconnect":
        message = await socket.receive()
    others.cancel()

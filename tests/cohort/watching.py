"""Dashboards of a cohort: when each signal reached them.

One rule: they take every frame as fast as it comes, as a browser does, and come back with their
cursor when they are thrown out.
"""

import asyncio
import time
from dataclasses import dataclass, field

import msgspec
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake


class _Event(msgspec.Struct):
    session: str
    seq: int


class _Frame(msgspec.Struct):
    """Of a frame, what is measured."""

    cursor: str
    events: list[_Event] = []


@dataclass
class Watcher:
    """One dashboard."""

    url: str
    headers: dict[str, str]
    came_at: dict[tuple[str, int], float] = field(default_factory=dict)
    """When each event was first shown, by (interview, seq), on the monotonic clock."""
    frames: int = 0
    size: int = 0
    """Bytes of all frames."""
    twice: int = 0
    """Events that came again on one connection."""

    async def watch(self) -> None:
        """Until it is cancelled."""
        cursor = ""
        read = msgspec.json.Decoder(_Frame).decode
        while True:
            after = f"?cursor={cursor}" if cursor else ""
            shown: set[tuple[str, int]] = set()
            try:
                async with connect(
                    f"{self.url}/api/admin/ws/dashboard{after}",
                    additional_headers=self.headers,
                    max_size=None,
                    proxy=None,
                    ping_interval=None,
                    compression=None,
                ) as socket:
                    async for message in socket:
                        now_s = time.monotonic()
                        frame = read(message)
                        cursor = frame.cursor
                        self.frames += 1
                        self.size += len(message)
                        for event in frame.events:
                            key = (event.session, event.seq)
                            self.twice += key in shown
                            shown.add(key)
                            self.came_at.setdefault(key, now_s)
            except (ConnectionClosed, InvalidHandshake, OSError):
                pass
            await asyncio.sleep(1.0)

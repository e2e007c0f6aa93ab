"""Who reads which wall when: one reading for all viewers of the same sight in this process.

One rule: reading the walls takes a quarter of one core at most, however many watch and however
fast things change; whoever just came is shown a wall that was read after they came.
"""

import asyncio
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import anyio
from fastapi.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from server.auth.people import Person, Role
from server.deps import Parts
from server.doorbell import LIVE
from server.live.wall import Wall
from server.sockets import listen

FRAME_EVERY_S = 0.1
"""At most ten frames a second: more than eyes use, and a bound for 500 interviews."""
LOOK_EVERY_S = 5.0
"""A look without a ring: other processes ring elsewhere, and a sign-in may have run out."""
REST = 4
"""As many times as long as a reading kept the processor busy, nobody reads; times the walls that
are read."""

P = ParamSpec("P")
T = TypeVar("T")

Sight = tuple[str, str]
"""Who is shown the same: all super admins of an organisation; of others only themselves."""


def sight_of(person: Person) -> Sight:
    """What they see, without asking the database."""
    return (person.org_id, "" if person.role is Role.SUPER_ADMIN else person.id)


class Feed:
    """A wall that is read on while anybody watches it."""

    def __init__(self, parts: Parts, person: Person, feeds: "Feeds") -> None:
        self._parts, self._person, self._feeds = parts, person, feeds
        self.sight = sight_of(person)
        self._wall: Wall | None = None
        self._rung, self._hurry = asyncio.Event(), asyncio.Event()
        self._begun = self._ended = 0
        self._read = asyncio.Condition()
        self.failure: Exception | None = None
        self.watching = 0
        self._task = asyncio.create_task(self._keep_reading())

    @property
    def readings(self) -> int:
        """How many there were."""
        return self._ended

    async def fresh(self, person: Person) -> Wall:
        """The wall by a reading that begins from now on; raises what a reading raised."""
        self._person = person
        wanted = self._begun + 1
        self._hurry.set()
        self._rung.set()
        return await self._after(wanted)

    async def wall(self) -> Wall:
        """The wall as it was read last; raises what a reading raised."""
        return await self._after(1)

    async def next(self, readings: int) -> Wall:
        """The wall once there were more than so many readings; raises what a reading raised."""
        return await self._after(readings + 1)

    def end(self) -> None:
        """Nobody watches any more."""
        self._task.cancel()

    async def _after(self, wanted: int) -> Wall:
        async with self._read:
            await self._read.wait_for(lambda: self.failure or self._ended >= wanted)
        if self.failure is not None or self._wall is None:
            raise self.failure or RuntimeError("a reading has a wall")
        return self._wall

    async def _keep_reading(self) -> None:
        stop = listen(self._parts, LIVE, self._rung)
        try:
            while True:
                self._rung.clear()
                self._hurry.clear()
                more, took_s = await self._look()
                rest = REST * took_s * len(self._feeds)
                with anyio.move_on_after(min(max(FRAME_EVERY_S, rest), LOOK_EVERY_S)):
                    await self._hurry.wait()
                if not more:
                    with anyio.move_on_after(LOOK_EVERY_S):
                        await self._rung.wait()
        except Exception as error:  # whoever watches is to hear it, and comes back
            self.failure = error
            await self._tell()
        finally:
            stop()

    async def _look(self) -> tuple[bool, float]:
        """Reads once; whether more waits, and how long the processor was busy with it."""
        self._begun += 1
        more = False
        if self._wall is None:
            self._wall, took_s = await run_in_threadpool(_timed, Wall, self._parts, self._person)
        else:
            look, took_s = await run_in_threadpool(_timed, self._wall.look, self._person)
            self._wall.show(look)
            more = look.more
        self._ended = self._begun
        await self._tell()
        return more, took_s

    async def _tell(self) -> None:
        async with self._read:
            self._read.notify_all()


def _timed(work: Callable[P, T], *args: P.args, **kw: P.kwargs) -> tuple[T, float]:
    began = time.thread_time()
    return work(*args, **kw), time.thread_time() - began


class Feeds:
    """The walls that are read in this process."""

    def __init__(self) -> None:
        self._feeds: dict[tuple[asyncio.AbstractEventLoop, Sight], Feed] = {}

    def __len__(self) -> int:
        """How many walls are read."""
        return len(self._feeds)

    def enter(self, parts: Parts, person: Person) -> Feed:
        """What they watch; `leave` it in the end."""
        key = (asyncio.get_running_loop(), sight_of(person))
        feed = self._feeds.get(key)
        if feed is None or feed.failure is not None:
            feed = self._feeds[key] = Feed(parts, person, self)
        feed.watching += 1
        return feed

    def leave(self, feed: Feed) -> None:
        """One viewer less; the last one ends the readings."""
        feed.watching -= 1
        if feed.watching == 0:
            feed.end()
            self._feeds = {key: one for key, one in self._feeds.items() if one is not feed}


def feeds_of(connection: HTTPConnection) -> Feeds:
    """Those of the application behind a socket."""
    state = connection.app.state
    if not hasattr(state, "feeds"):
        state.feeds = Feeds()
    return state.feeds

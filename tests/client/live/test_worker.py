"""The proctor's own process sends its recording to a real WebRTC peer, and goes on watching."""

import asyncio
import importlib.util
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import numpy as np
import pytest

from client.live.orders import Order
from client.proctor.supervisor import ProctorConfig, Supervisor
from client.proctor.types import LiveMoved, Looked, Message, Replay, System
from shared.looks import LookEnd
from tests.client.live.browser import PATIENCE_S, Browser, order, run


def _clips() -> Any:
    path = Path(__file__).parents[1] / "proctor" / "clips.py"
    spec = importlib.util.spec_from_file_location("clips", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Desk:
    """A supervisor on a recording, what it says of looks, and how often it looked itself."""

    def __init__(self, clip: Path) -> None:
        self.moved: Queue[LiveMoved] = Queue()
        self.looked = threading.Semaphore(0)
        self.systems: list[System] = []
        self.supervisor = Supervisor(ProctorConfig(source=Replay(clip)), self._take)
        self.supervisor.start()

    def _take(self, message: Message) -> None:
        match message:
            case LiveMoved():
                self.moved.put(message)
            case Looked():
                self.looked.release()
            case System():
                self.systems.append(message)
            case _:
                pass

    async def next(self) -> LiveMoved:
        return await asyncio.to_thread(self.moved.get, timeout=PATIENCE_S)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(_clips().write_clip(tmp_path / "grey.avi", seconds=90, fps=10))
    yield made
    made.supervisor.stop()


def test_a_look_at_the_worker_is_seen_and_ended_and_the_proctor_goes_on(desk: Desk):
    assert desk.looked.acquire(timeout=PATIENCE_S)

    async def scene() -> None:
        browser = Browser()
        desk.supervisor.show_live(order("one", await browser.offer()))
        answered = await desk.next()
        assert answered.phase == "answered", answered
        await browser.take(answered.answer)
        assert (await desk.next()).phase == "live"
        await browser.see(10)
        desk.supervisor.hide_live("one")
        ended = await desk.next()
        assert (ended.phase, ended.why) == ("ended", LookEnd.CLOSED)
        assert ended.sent_bytes > 0
        await browser.close()
        # Half of the clip is black and half of level 120: what came through is that picture.
        assert np.median([frame.mean() for frame in browser.frames]) == pytest.approx(60, abs=10)

    run(scene)
    while desk.looked.acquire(blocking=False):
        pass
    assert desk.looked.acquire(timeout=PATIENCE_S), "the detectors look no more"
    assert desk.systems == []


def test_an_offer_that_breaks_the_library_is_an_end_and_no_death(desk: Desk):
    assert desk.looked.acquire(timeout=PATIENCE_S)
    pid = desk.supervisor.worker_pid
    desk.supervisor.show_live(Order("one", "v=0\r\nm=video", (), relay_only=False, limit_s=9.0))
    moved = desk.moved.get(timeout=PATIENCE_S)
    assert (moved.phase, moved.why) == ("ended", LookEnd.FAILED)
    assert desk.supervisor.worker_pid == pid

"""The worker's own loop on a camera that is busy, pulled out, resized, or late.

Only `cv2.VideoCapture` and the camera thread's clock are stand-ins.
"""

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import numpy as np
import pytest

from client.proctor import engine
from client.proctor.pipe import Begin, Checkpoint, Finish, Interview, ProctorConfig, Report, Stop
from client.proctor.rules import rules_for
from client.proctor.sources import camera
from client.proctor.types import Camera, Closed, Health, Message, Opened, Preview, System
from client.proctor.watch import Watch
from shared.policy import Accommodations, Policy, Sensitivity

PATIENCE_S = 20
EAGER = Policy(sensitivity=Sensitivity(camera_covered_after_s=0.5))


class Device:
    """What is plugged in, seen through `cv2.VideoCapture`."""

    def __init__(self) -> None:
        self.free = True
        self.plugged = True
        self.size: tuple[int, int] = (120, 160)
        self.level = 120
        self.opened = 0
        self.released = 0
        self._rng = np.random.default_rng(3)

    def capture(self, index: int, backend: int) -> "Device":
        assert index == 0
        assert isinstance(backend, int)
        return self

    def isOpened(self) -> bool:  # noqa: N802 - OpenCV's name
        return self.free and self.plugged

    def set(self, prop: int, value: float) -> bool:
        assert value > 0
        return True

    def read(self) -> tuple[bool, Any]:
        time.sleep(0.02)
        if not self.plugged:
            return False, None
        texture = self._rng.integers(0, 2, (*self.size, 3)) * self.level
        return True, texture.astype(np.uint8)

    def release(self) -> None:
        self.released += 1


class Desk:
    """The worker's loop in a thread, with this test at the parent's end of the pipe."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.pipe, theirs = multiprocessing.Pipe()
        self._watch = Watch(theirs, ProctorConfig(), Checkpoint())
        self._thread = threading.Thread(target=self._watch.run, args=(Camera(0, "Desk camera"),))
        self._thread.start()

    def begin(self) -> None:
        fresh = engine.begin(rules_for(EAGER, Accommodations()))
        self.pipe.send(Begin(Checkpoint(Interview(time.monotonic(), EAGER), fresh)))

    def hear(self, kind: type, wanted: Callable[[Any], bool] = lambda _: True) -> Any:
        """The next such message; what comes before it is kept in `messages`."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if not self.pipe.poll(0.1):
                continue
            report: Report = self.pipe.recv()
            self.messages += report.messages
            for message in report.messages:
                if isinstance(message, kind) and wanted(message):
                    return message
        raise AssertionError([each for each in self.messages if not isinstance(each, Preview)])

    def said(self) -> list[str]:
        ours = ("camera_lost", "camera_back", "camera_changed")
        systems = [each for each in self.messages if isinstance(each, System)]
        return [each.what for each in systems if each.what in ours]

    def close(self) -> None:
        self.pipe.send(Stop())
        deadline = time.monotonic() + PATIENCE_S
        while self._thread.is_alive():
            assert time.monotonic() < deadline
            if self.pipe.poll(0.01):
                self.pipe.recv()
        self._watch.close()


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Device:
    device = Device()
    monkeypatch.setattr(cv2, "VideoCapture", device.capture)
    monkeypatch.setattr(camera, "_RETRY_S", 0.05)
    monkeypatch.setenv("INVIGIL_MODELS", str(tmp_path))  # no face model: it is not the point
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return device


@pytest.fixture
def desk(device: Device) -> Iterator[Callable[[], Desk]]:
    desks: list[Desk] = []

    def make() -> Desk:
        desks.append(Desk())
        return desks[-1]

    yield make
    for each in desks:
        each.close()
    assert device.released > 0


def test_a_camera_that_is_busy_at_the_start_is_used_once_it_is_free(
    device: Device, desk: Callable[[], Desk]
) -> None:
    device.free = False
    here = desk()
    lost = here.hear(System, lambda each: each.what == "camera_lost")
    assert lost.detail.startswith("Desk camera cannot be opened: close other programs")
    device.free = True
    here.hear(System, lambda each: each.what == "camera_back")
    here.hear(Preview)
    assert here.said() == ["camera_lost", "camera_back"]


def test_a_camera_pulled_out_and_plugged_in_again_is_one_signal_with_its_end(
    device: Device, desk: Callable[[], Desk]
) -> None:
    here = desk()
    here.hear(Preview)
    here.begin()
    here.hear(Preview)
    device.plugged = False
    lost = here.hear(System, lambda each: each.what == "camera_lost")
    assert lost.detail == (
        "Desk camera was unplugged or stopped: plug it in again or choose another one."
    )
    opened = here.hear(Opened, lambda each: each.signal == "camera_lost")
    device.plugged = True
    closed = here.hear(Closed, lambda each: each.signal == "camera_lost")
    assert closed.onset_ms == opened.onset_ms
    assert closed.at_ms >= opened.at_ms
    here.hear(Preview)
    assert here.said() == ["camera_lost", "camera_back"]
    openings = [each for each in here.messages if isinstance(each, Opened)]
    assert [each.signal for each in openings] == ["camera_lost"]


def test_a_frame_of_another_size_in_mid_stream_is_said_and_watched_on(
    device: Device, desk: Callable[[], Desk]
) -> None:
    here = desk()
    first = here.hear(Preview)
    assert (first.width, first.height) == (480, 360)
    here.begin()
    device.size = (90, 160)
    changed = here.hear(System, lambda each: each.what == "camera_changed")
    assert changed.detail == "160 by 90 pixels"
    small = here.hear(Preview)
    assert (small.width, small.height) == (480, 270)
    device.level = 0
    here.hear(Opened, lambda each: each.signal == "camera_covered")
    assert here.said() == ["camera_changed"]


def test_capture_times_that_go_back_neither_stop_the_worker_nor_shorten_a_signal(
    device: Device, desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 0

    def clock() -> float:
        """Every fifth look at it is 0.3 s behind."""
        nonlocal count
        count += 1
        return time.monotonic() - (0.3 if count % 5 == 0 else 0.0)

    monkeypatch.setattr(camera, "time", SimpleNamespace(monotonic=clock))
    device.level = 0
    here = desk()
    here.hear(Preview)
    here.begin()
    opened = here.hear(Opened, lambda each: each.signal == "camera_covered")
    assert opened.at_ms - opened.onset_ms >= 500
    here.hear(Health)
    here.pipe.send(Finish(time.monotonic()))
    closed = here.hear(Closed, lambda each: each.signal == "camera_covered")
    assert closed.reason == "finished"
    assert closed.ended_ms >= closed.onset_ms == opened.onset_ms

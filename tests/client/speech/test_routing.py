"""A stream that the sound server moved away is moved back, or its device is gone."""

import os
from typing import Any

import pytest

from client.speech import devices
from client.speech.devices import AudioDevice
from client.speech.routing import Routing

HEADSET = AudioDevice("headset", "Headset", index="pulse", pulse="headset")


class Server:
    """Answers as `pactl` does."""

    def __init__(self) -> None:
        self.sources = {"headset": 3, "other": 4}
        self.hears: int | None = 3
        self.refuses = False
        self.asked: list[str] = []

    def answer(self, *words: str) -> Any:
        self.asked.append(words[-1])
        if words[-1] == "sources":
            return [{"name": name, "index": n} for name, n in self.sources.items()]
        if words[-1] == "info":
            return {"default_source_name": "other"}
        others = {"index": 1, "source": 4, "properties": {"application.process.id": "1"}}
        nameless = {"index": 2, "source": 4, "properties": {}}
        ours = {"application.process.id": str(os.getpid())}
        mine = {"index": 7, "source": self.hears, "properties": ours}
        return [others, nameless] if self.hears is None else [others, mine, nameless]

    def move(self, number: int, source: str) -> bool:
        assert number == 7
        if not self.refuses:
            self.hears = self.sources[source]
        return not self.refuses


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server()
    monkeypatch.setattr(devices, "_pactl", made.answer)
    monkeypatch.setattr(devices, "_can_be_steered", lambda: True)
    monkeypatch.setattr(devices.shutil, "which", lambda name: "/usr/bin/pactl")
    monkeypatch.setattr("client.speech.routing.move_stream", made.move)
    return made


def test_a_stream_that_stays_costs_one_question(server: Server):
    routing = Routing(HEADSET)
    assert routing.look() == "kept"
    server.asked.clear()
    assert routing.look() == "kept"
    assert server.asked == ["source-outputs"]


def test_a_device_that_came_back_is_heard_again_and_that_is_told_once(server: Server):
    routing = Routing(HEADSET)
    routing.look()
    server.hears, server.sources["headset"] = 4, 9
    assert routing.look() == "returned"
    assert server.hears == 9
    assert routing.look() == "kept"


def test_a_device_that_came_back_with_its_stream_is_told_too(server: Server):
    routing = Routing(HEADSET)
    routing.look()
    server.hears = server.sources["headset"] = 9
    assert [routing.look(), routing.look()] == ["returned", "kept"]


@pytest.mark.parametrize("refuses", [False, True])
def test_a_device_that_stays_away_or_cannot_be_heard_is_gone(server: Server, refuses: bool):
    routing = Routing(HEADSET)
    routing.look()
    server.hears, server.refuses = 4, refuses
    if not refuses:
        del server.sources["headset"]
    assert routing.look() == "gone"


def test_without_a_stream_of_ours_the_list_of_devices_decides(server: Server):
    routing = Routing(HEADSET)
    server.hears = None
    assert routing.look() == "kept"
    del server.sources["headset"]
    assert routing.look() == "gone"


def test_a_device_without_a_sound_server_is_never_asked_about(server: Server):
    assert Routing(AudioDevice("Built in", "Built in", index=0)).look() == "kept"
    assert server.asked == []

"""A microphone that is plugged in again is found where PortAudio's own list counts.

*Not run here*: Windows and macOS; a PortAudio that lists what was there at its start stands for it.
"""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from client.errors import NoMicrophone
from client.speech import devices, microphone, tts
from client.speech.devices import AudioDevice, microphones, number_of, speakers
from client.speech.microphone import Microphone
from client.speech.portaudio import RENEW_AFTER_S, Streams


class FixedList:
    """Lists what was plugged in when it was initialised, as PortAudio does."""

    class PortAudioError(Exception):
        pass

    def __init__(self, *names: str) -> None:
        self.plugged = list(names)
        self.begun = self.looked = 0
        self.fails = False
        self.opened: list[Any] = []
        self.open = 0
        self.default = SimpleNamespace(device=(0, 0))
        self._listed: list[str] = []
        self._initialize()

    @property
    def _initialized(self) -> int:
        return self.begun

    def _initialize(self) -> None:
        if self.fails:
            raise self.PortAudioError("no host API")
        self.begun += 1
        self.looked += 1
        self._listed = list(self.plugged)

    def _terminate(self) -> None:
        assert self.begun == 1, "PortAudio would say that it is not initialised"
        assert self.open == 0, "PortAudio would close streams that are in use"
        self.begun -= 1

    def query_devices(self) -> Any:
        if not self.begun:
            raise self.PortAudioError("not initialised")
        return [
            {"name": name, "index": number, "max_input_channels": 1, "max_output_channels": 1}
            for number, name in enumerate(self._listed)
        ]

    def RawInputStream(self, **given: Any) -> Any:  # noqa: N802 - PortAudio's name
        if self.fails:
            raise self.PortAudioError("busy")
        self.open += 1
        self.opened.append(self._listed[given["device"]])

        def close() -> None:
            self.open -= 1

        return SimpleNamespace(start=lambda: None, abort=lambda: None, close=close)

    def query(self) -> list[str]:
        return [one.name for one in microphones()]


class Time:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s

    def on(self, seconds: float = RENEW_AFTER_S) -> None:
        self.now_s += seconds


@pytest.fixture
def time_s() -> Time:
    return Time()


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch, time_s: Time) -> Streams:
    made = Streams(time_s)
    monkeypatch.setattr(devices.portaudio, "streams", made)
    for user in (microphone, tts):
        monkeypatch.setattr(user, "streams", made)
    return made


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch, streams: Streams) -> FixedList:
    fake = FixedList("Built in", "Headset")
    monkeypatch.setattr(devices.shutil, "which", lambda name: None)
    for user in (devices, microphone):
        monkeypatch.setattr(user, "library", lambda: fake)
    return fake


@pytest.fixture
def hear(sound: FixedList) -> Iterator[Callable[[AudioDevice], Microphone]]:
    made: list[Microphone] = []

    def opened(device: AudioDevice) -> Microphone:
        made.append(Microphone(device, on_chunk=lambda pcm, at_s: None))
        made[-1].start()
        return made[-1]

    yield opened
    for one in made:
        one.stop()


def test_what_was_plugged_in_since_is_found_by_the_next_look(sound: FixedList, time_s: Time):
    assert sound.query() == ["Built in", "Headset"]
    sound.plugged.append("Dock")
    assert sound.query() == ["Built in", "Headset"]  # it looked a moment ago
    time_s.on()
    assert sound.query() == ["Built in", "Headset", "Dock"]
    assert [one.name for one in speakers()] == ["Built in", "Headset", "Dock"]
    assert sound.looked == 2


def test_while_a_microphone_is_open_nothing_is_closed_for_a_new_list(
    sound: FixedList, time_s: Time, hear: Callable[[AudioDevice], Microphone]
):
    heard = hear(microphones()[0])
    sound.plugged.append("Dock")
    time_s.on()
    assert sound.query() == ["Built in", "Headset"]
    heard.stop()
    assert sound.query() == ["Built in", "Headset", "Dock"]


def test_a_microphone_that_could_not_be_opened_holds_no_list(
    sound: FixedList, time_s: Time, hear: Callable[[AudioDevice], Microphone]
):
    there = microphones()[0]
    sound.fails = True
    sound.query_devices = lambda *given: []  # type: ignore[method-assign] - nor is it listed
    with pytest.raises(NoMicrophone):
        hear(there)
    del sound.query_devices
    sound.fails = False
    sound.plugged.append("Dock")
    time_s.on()
    assert "Dock" in sound.query()


def test_a_device_is_opened_by_its_name_where_its_number_has_changed(
    sound: FixedList, time_s: Time, hear: Callable[[AudioDevice], Microphone]
):
    headset = microphones()[1]
    sound.plugged.remove("Built in")
    time_s.on()
    assert sound.query() == ["Headset"]
    hear(headset)
    assert sound.opened == ["Headset"]
    assert number_of(headset, "output") == 0


def test_a_device_that_is_gone_is_not_replaced_by_what_has_its_number(
    sound: FixedList, time_s: Time, hear: Callable[[AudioDevice], Microphone]
):
    built_in = microphones()[0]
    sound.plugged.remove("Built in")
    time_s.on()
    sound.query()
    with pytest.raises(NoMicrophone, match="no longer there"):
        hear(built_in)
    assert sound.opened == []


def test_a_portaudio_that_does_not_begin_again_has_no_devices_until_it_does(
    sound: FixedList, time_s: Time
):
    sound.query()
    sound.fails = True
    time_s.on()
    assert sound.query() == []
    time_s.on()
    assert sound.query() == []
    sound.fails = False
    time_s.on()
    assert sound.query() == ["Built in", "Headset"]


@pytest.mark.parametrize("index", [None, "pulse"])
def test_the_default_and_the_way_to_a_sound_server_have_no_number_that_changes(
    sound: FixedList, index: str | None
):
    assert number_of(AudioDevice("any", "Any", index=index), "input") == index
    assert number_of(None, "input") is None

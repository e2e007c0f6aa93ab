"""Devices are found by name, at the sound server where there is one, else at PortAudio."""

import os
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from client.errors import NoMicrophone
from client.speech import devices
from client.speech.devices import AudioDevice, microphones, speakers, steered, still_there
from client.speech.portaudio import Streams

PORTAUDIO = [
    {"name": "Built-in", "index": 0, "max_input_channels": 2, "max_output_channels": 0},
    {"name": "Headset", "index": 1, "max_input_channels": 1, "max_output_channels": 2},
    {"name": "pulse", "index": 2, "max_input_channels": 32, "max_output_channels": 32},
]
SERVER = {
    "info": {"default_source_name": "headset", "default_sink_name": "headset"},
    "sources": [
        {"name": "builtin", "description": "Built-in Microphone"},
        {"name": "headset.monitor", "description": "Monitor of Headset"},
        {"name": "headset", "description": ""},
    ],
    "sinks": [{"name": "headset", "description": "Headset"}],
}


@pytest.fixture(autouse=True)
def _just_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands for PortAudio here is not asked to begin anew."""
    monkeypatch.setattr(devices.portaudio, "streams", Streams())


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def made(*, portaudio: list[dict[str, Any]], server: dict[str, Any] | None) -> None:
        sound = SimpleNamespace(
            query_devices=lambda: portaudio,
            default=SimpleNamespace(device=(1, 1)),
            PortAudioError=RuntimeError,
        )
        monkeypatch.setattr(devices, "library", lambda: sound)
        monkeypatch.setattr(devices.shutil, "which", lambda name: "/usr/bin/pactl")
        monkeypatch.setattr(devices, "_pactl", lambda *words: server and server[words[-1]])

    return made


def test_sound_server_is_asked_where_there_is_one(machine: Callable[..., None]):
    machine(portaudio=PORTAUDIO, server=SERVER)
    assert microphones() == (
        AudioDevice("headset", "headset", index="pulse", pulse="headset", default=True),
        AudioDevice("builtin", "Built-in Microphone", index="pulse", pulse="builtin"),
    )
    assert [one.name for one in speakers()] == ["Headset"]


@pytest.mark.parametrize(("portaudio", "server"), [(PORTAUDIO[:2], SERVER), (PORTAUDIO[:2], None)])
def test_portaudio_counts_where_the_server_cannot_be_reached_through_it(
    machine: Callable[..., None], portaudio: list[dict[str, Any]], server: dict[str, Any] | None
):
    machine(portaudio=portaudio, server=server)
    assert [(one.key, one.index) for one in microphones()] == [("Headset", 1), ("Built-in", 0)]
    assert [one.key for one in speakers()] == ["Headset"]


def test_computer_without_portaudio_has_no_devices(monkeypatch: pytest.MonkeyPatch):
    def missing() -> None:
        raise NoMicrophone("PortAudio is missing")

    monkeypatch.setattr(devices, "library", missing)
    assert microphones() == ()
    assert speakers() == ()


def test_portaudio_that_fails_has_no_devices(monkeypatch: pytest.MonkeyPatch):
    def broken() -> None:
        raise RuntimeError("no host API")

    sound = SimpleNamespace(query_devices=broken, PortAudioError=RuntimeError)
    monkeypatch.setattr(devices, "library", lambda: sound)
    assert microphones() == ()


def test_vanished_source_is_noticed_and_a_silent_server_proves_nothing(
    machine: Callable[..., None],
):
    gone = AudioDevice("gone", "Gone", index="pulse", pulse="gone")
    machine(portaudio=PORTAUDIO, server=SERVER)
    assert not still_there(gone)
    assert still_there(AudioDevice("Built-in", "Built-in", index=0))
    machine(portaudio=PORTAUDIO, server=None)
    assert still_there(gone)


def test_steering_leaves_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PULSE_SOURCE", raising=False)
    monkeypatch.setenv("PULSE_SINK", "mine")
    device = AudioDevice("headset", "Headset", index="pulse", pulse="headset")
    with steered(device, "source"), steered(None, "sink"):
        assert os.environ["PULSE_SOURCE"] == "headset"
        assert os.environ["PULSE_SINK"] == "mine"
    with steered(device, "sink"):
        assert os.environ["PULSE_SINK"] == "headset"
    assert "PULSE_SOURCE" not in os.environ
    assert os.environ["PULSE_SINK"] == "mine"

"""Microphones and recordings deliver 16 kHz mono, and one that vanishes is said once."""

import wave
from collections.abc import Callable
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from client.errors import BadReplay, NoMicrophone
from client.speech import microphone as module
from client.speech.devices import AudioDevice
from client.speech.microphone import Microphone, MicrophoneLost, ReplaySpec, decode
from client.speech.pcm import BLOCK, RATE_HZ, Level, Pcm


def wav(path: Path, samples: np.ndarray, *, rate_hz: int = RATE_HZ, channels: int = 1) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate_hz)
        sound.writeframes(samples.astype(np.int16).tobytes())
    return path


class Ear:
    """Listens to a microphone and keeps what it got."""

    def __init__(self) -> None:
        self.blocks: list[Pcm] = []
        self.levels: list[Level] = []
        self.lost: list[MicrophoneLost] = []
        self._changed = Event()

    def microphone(self, source: AudioDevice | ReplaySpec | None) -> Microphone:
        return Microphone(
            source, on_chunk=self.chunk, on_level=self.levels.append, on_lost=self.gone
        )

    def chunk(self, pcm: Pcm, at_s: float) -> None:
        self.blocks.append(pcm)
        self._changed.set()

    def gone(self, lost: MicrophoneLost) -> None:
        self.lost.append(lost)
        self._changed.set()

    def until(self, true: Callable[[], bool], seconds: float = 10.0) -> None:
        for _ in range(int(seconds / 0.1)):
            if true():
                return
            self._changed.wait(0.1)
            self._changed.clear()
        raise AssertionError("it did not come")

    def sound(self) -> Pcm:
        return np.concatenate(self.blocks) if self.blocks else np.zeros(0, np.int16)


def test_replay_is_played_and_then_silent(tmp_path: Path):
    samples = np.arange(1, 2401)
    ear = Ear()
    listening = ear.microphone(ReplaySpec(wav(tmp_path / "a.wav", samples)))
    listening.start()
    ear.until(lambda: len(ear.blocks) >= 5)
    listening.stop()
    sound = ear.sound()
    assert all(len(block) == BLOCK for block in ear.blocks)
    assert np.array_equal(sound[:2400], samples)
    assert not sound[2400:].any()
    assert ear.levels[0].rms_dbfs > ear.levels[-1].rms_dbfs


def test_replay_begins_again_with_each_take(tmp_path: Path):
    ear = Ear()
    listening = ear.microphone(ReplaySpec(wav(tmp_path / "a.wav", np.arange(1, 801))))
    listening.start()
    ear.until(lambda: len(ear.blocks) >= 2)
    before = len(ear.blocks)
    listening.take_begins()
    ear.until(lambda: any(block[0] == 1 for block in ear.blocks[before:]))
    listening.stop()


@pytest.mark.parametrize(("rate_hz", "channels"), [(8_000, 1), (44_100, 2), (48_000, 1)])
def test_any_recording_becomes_16_khz_mono(tmp_path: Path, rate_hz: int, channels: int):
    samples = np.random.default_rng(1).integers(-9000, 9000, rate_hz * channels)
    path = wav(tmp_path / "a.wav", samples, rate_hz=rate_hz, channels=channels)
    assert len(decode(path)) == pytest.approx(RATE_HZ, abs=40)


@pytest.mark.parametrize("content", [b"", b"no sound at all" * 50, b"RIFF\x00\x00\x00\x00WAVE"])
def test_replay_that_is_no_sound_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "clip.wav"
    path.write_bytes(content)
    with pytest.raises(BadReplay, match=r"clip\.wav"):
        Ear().microphone(ReplaySpec(path)).start()


def test_replay_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(BadReplay, match=r"clip\.wav"):
        Ear().microphone(ReplaySpec(tmp_path / "clip.wav")).start()


class FakePortAudio:
    """PortAudio with devices whose sound the test pushes; `only_hz` is the one rate they take."""

    class PortAudioError(Exception):
        pass

    def __init__(self, *, only_hz: int | None = None, devices: int = 1) -> None:
        self.only_hz = only_hz
        self.devices = devices
        self.streams: list[Any] = []

    def RawInputStream(self, **given: Any) -> Any:  # noqa: N802 - PortAudio's name
        if not self.devices or (self.only_hz and given["samplerate"] != self.only_hz):
            raise self.PortAudioError("cannot")
        stream = SimpleNamespace(
            **given, start=lambda: None, abort=lambda: None, close=lambda: None
        )
        self.streams.append(stream)
        return stream

    def query_devices(self, device: Any, kind: str) -> dict[str, Any]:
        if not self.devices:
            raise self.PortAudioError("no device")
        return {"default_samplerate": float(self.only_hz or RATE_HZ)}

    def push(self, samples: np.ndarray) -> None:
        content = samples.astype(np.int16).tobytes()
        self.streams[-1].callback(content, len(samples), None, None)


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> Callable[..., FakePortAudio]:
    def installed(**given: Any) -> FakePortAudio:
        fake = FakePortAudio(**given)
        monkeypatch.setattr(module, "library", lambda: fake)
        return fake

    return installed


def test_no_microphone_says_what_to_do(portaudio: Callable[..., FakePortAudio]):
    portaudio(devices=0)
    with pytest.raises(NoMicrophone, match="Plug one in"):
        Ear().microphone(None).start()


def test_device_of_another_rate_is_resampled(portaudio: Callable[..., FakePortAudio]):
    fake = portaudio(only_hz=48_000)
    ear = Ear()
    listening = ear.microphone(None)
    listening.start()
    for _ in range(20):
        fake.push(np.full(2400, 1000))
    ear.until(lambda: len(ear.sound()) > 15_000)
    listening.stop()
    assert len(ear.sound()) == pytest.approx(16_000, abs=500)
    assert abs(int(ear.sound()[8000]) - 1000) < 10


def test_vanished_device_is_said_once_and_can_be_replaced(
    portaudio: Callable[..., FakePortAudio], tmp_path: Path
):
    fake = portaudio()
    ear = Ear()
    listening = ear.microphone(None)
    listening.start()
    fake.push(np.full(800, 500))
    ear.until(lambda: len(ear.blocks) == 1)
    fake.streams[-1].finished_callback()
    ear.until(lambda: bool(ear.lost))
    assert "Plug it in again" in ear.lost[0].message
    assert not listening.listening
    listening.switch(ReplaySpec(wav(tmp_path / "a.wav", np.full(8000, 7))))
    ear.until(lambda: len(ear.blocks) > 1)
    listening.stop()
    assert len(ear.lost) == 1
    assert ear.blocks[1][0] == 7


def test_failed_switch_keeps_what_is_in_use(
    portaudio: Callable[..., FakePortAudio], tmp_path: Path
):
    fake = portaudio()
    ear = Ear()
    listening = ear.microphone(None)
    listening.start()
    with pytest.raises(BadReplay):
        listening.switch(ReplaySpec(tmp_path / "none.wav"))
    fake.push(np.full(800, 500))
    ear.until(lambda: len(ear.blocks) == 1)
    listening.stop()


def test_sound_that_nobody_takes_in_time_is_counted(
    portaudio: Callable[..., FakePortAudio], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "QUEUE_BLOCKS", 2)
    fake = portaudio()
    held, entered = Event(), Event()

    def hold(pcm: Pcm, at_s: float) -> None:
        entered.set()
        held.wait(10.0)

    listening = Microphone(None, on_chunk=hold)
    listening.start()
    fake.push(np.ones(800))
    assert entered.wait(10.0)
    for _ in range(5):
        fake.push(np.ones(800))
    held.set()
    listening.stop()
    assert listening.dropped == 3


@pytest.mark.expects_log
def test_listener_that_fails_does_not_end_the_listening(
    portaudio: Callable[..., FakePortAudio],
):
    fake = portaudio()
    ear = Ear()

    def fail_once(pcm: Pcm, at_s: float) -> None:
        ear.chunk(pcm, at_s)
        if len(ear.blocks) == 1:
            raise RuntimeError("a listener's fault")

    listening = Microphone(None, on_chunk=fail_once)
    listening.start()
    fake.push(np.ones(800))
    fake.push(np.ones(800))
    ear.until(lambda: len(ear.blocks) == 2)
    listening.stop()

"""The system's own voice is asked on the GUI thread and answers each text once.

*Not run here*: the voices of Windows and macOS; an engine of our own stands for Qt's.
"""

import time
from collections.abc import Iterator
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, Signal

from client import exam
from client.speech.devices import AudioDevice
from client.ui import aloud, system_voice
from client.ui.aloud import Aloud
from client.ui.background import Background
from client.ui.system_voice import NO_VOICE, SLOWER, SystemVoice, named
from client.ui.takes import TAIL_S, Takes


class Engine(QObject):
    """Says what it is told to say."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.now = "Ready"
        self.told: list[tuple[str, Any]] = []
        self.threads: set[QThread] = set()

    def say(self, text: str) -> None:
        self.threads.add(QThread.currentThread())
        self.told.append(("say", text))

    def stop(self) -> None:
        self.told.append(("stop", None))

    def setLocale(self, locale: Any) -> None:  # noqa: N802 - Qt's name
        self.told.append(("locale", locale.name()))

    def setRate(self, rate: float) -> None:  # noqa: N802 - Qt's name
        self.told.append(("rate", rate))

    def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
        self.told.append(("volume", volume))

    def state(self) -> SimpleNamespace:
        return SimpleNamespace(name=self.now)

    def become(self, state: str) -> None:
        self.now = state
        self.stateChanged.emit(SimpleNamespace(name=state))


@pytest.fixture
def engine(qapp) -> Engine:
    return Engine()


def test_a_text_is_said_in_its_language_at_its_pace_and_is_over_once(engine: Engine):
    voice = SystemVoice(lambda output: engine)
    voice.volume = 0.4
    done: list[str] = []
    voice.say("Guten Tag", language="de-DE", slower=True, on_done=done.append)
    assert engine.told == [
        ("locale", "de_DE"),
        ("rate", SLOWER),
        ("volume", 0.4),
        ("say", "Guten Tag"),
    ]
    engine.become("Speaking")
    assert done == []
    engine.become("Ready")
    engine.become("Ready")
    assert done == [""]


def test_a_new_text_ends_the_one_before_and_stopping_ends_it_too(engine: Engine):
    voice = SystemVoice(lambda output: engine)
    done: list[str] = []
    voice.say("One", language="en", slower=False, on_done=lambda why: done.append("one" + why))
    voice.say("Two", language="en", slower=False, on_done=lambda why: done.append("two" + why))
    assert done == ["one"]
    voice.stop()
    assert done == ["one", "two"]


def test_an_engine_that_fails_and_none_at_all_are_reasons(engine: Engine):
    done: list[str] = []
    voice = SystemVoice(lambda output: engine)
    voice.say("One", language="en", slower=False, on_done=done.append)
    engine.become("Error")
    nobody = SystemVoice(lambda output: None)
    nobody.say("Two", language="en", slower=False, on_done=done.append)
    assert done == [NO_VOICE, NO_VOICE]


def test_orders_from_other_threads_reach_the_engine_on_its_own(qtbot, engine: Engine):
    voice = SystemVoice(lambda output: engine)
    given = {"language": "en", "slower": False, "on_done": lambda why: None}
    asking = Thread(target=lambda: voice.say("One", **given))
    asking.start()
    asking.join()
    qtbot.waitUntil(lambda: ("say", "One") in engine.told)
    assert engine.threads == {engine.thread()}


@pytest.mark.parametrize(("system", "own"), [("linux", False), ("win32", True), ("darwin", True)])
def test_only_windows_and_macos_speak_with_their_own_voice(
    qapp, monkeypatch: pytest.MonkeyPatch, system: str, own: bool
):
    monkeypatch.setattr(aloud.sys, "platform", system)
    assert (aloud._own_voice() is not None) is own


WORDS = {"language": "en", "slower": False, "on_done": lambda why: None}


class Asking(Thread):
    """Stops the voice from another thread, as the sound lane does."""

    def __init__(self, voice: SystemVoice) -> None:
        super().__init__()
        self.voice, self.until_s = voice, 0.0
        self.start()

    def run(self) -> None:
        self.voice.stop()
        self.until_s = self.voice.sounded_until_s


def test_a_voice_counts_as_heard_until_its_engine_says_that_it_is_silent(qtbot, engine: Engine):
    voice = SystemVoice(lambda output: engine)
    assert voice.sounded_until_s == float("-inf")
    voice.say("One", **WORDS)
    engine.become("Speaking")
    before_s = time.monotonic()
    assert voice.sounded_until_s >= before_s
    asking = Asking(voice)
    qtbot.waitUntil(lambda: engine.told[-1] == ("stop", None))
    qtbot.wait(50)
    assert asking.is_alive()
    engine.become("Ready")
    asking.join()
    assert before_s < asking.until_s <= time.monotonic()
    assert voice.sounded_until_s == asking.until_s


@pytest.mark.expects_log
def test_an_engine_that_never_says_it_is_silent_holds_nobody_up_for_ever(
    qtbot, engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(system_voice, "SILENT_S", 0.02)
    voice = SystemVoice(lambda output: engine)
    voice.say("One", **WORDS)
    engine.become("Speaking")
    asking = Asking(voice)
    qtbot.waitUntil(lambda: not asking.is_alive())
    assert "does not say that it is silent" in caplog.text
    # It may still be heard: what is recorded now is not told to be without it.
    assert voice.sounded_until_s >= asking.until_s > 0


def test_the_end_of_the_app_waits_for_no_thread_that_waits_for_silence(qtbot, engine: Engine):
    voice = SystemVoice(lambda output: engine)
    voice.say("One", **WORDS)
    engine.become("Speaking")
    asking = Asking(voice)
    qtbot.waitUntil(lambda: engine.told[-1] == ("stop", None))
    begun_s = time.monotonic()
    voice.stop()
    asking.join()
    assert time.monotonic() - begun_s < 0.5


def test_another_volume_reaches_an_engine_that_speaks(engine: Engine):
    voice = SystemVoice(lambda output: engine)
    voice.say("One", **WORDS)
    voice.volume = 0.3
    assert engine.told[-1] == ("volume", 0.3)


def test_where_the_engine_can_the_next_text_is_heard_through_the_chosen_loudspeaker(qapp):
    engines: list[tuple[str | None, Engine]] = []

    def make(output: str | None) -> Engine:
        engines.append((output, Engine()))
        return engines[-1][1]

    voice = SystemVoice(make, {"Headset": "<headset>"}.get)
    voice.say("One", **WORDS)
    assert voice.use("Headset")
    voice.say("Two", **WORDS)
    assert not voice.use("Television")  # this engine cannot: it goes on as the system has it
    voice.say("Three", **WORDS)
    assert voice.use(None)
    voice.say("Four", **WORDS)
    said = [(output, [what for name, what in one.told if name == "say"]) for output, one in engines]
    assert said == [(None, ["One"]), ("<headset>", ["Two"]), (None, ["Three", "Four"])]
    before_s = time.monotonic()
    engines[0][1].become("Ready")  # of an engine that is no longer in use
    assert voice.sounded_until_s >= before_s  # so the fourth is still heard


def test_a_loudspeaker_is_known_by_its_name_also_where_portaudio_cut_it():
    outputs = {"Headphones (USB Audio Device and more)": 1, "Speakers": 2, "Speakers (Dock)": 3}
    assert named("Speakers", outputs) == 2
    assert named("Headphones (USB Audio Device an", outputs) == 1
    assert named("Head", outputs) is None
    assert named("Television", outputs) is None


@pytest.fixture
def background(qapp) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def reading(background: Background, voice: SystemVoice) -> Aloud:
    return Aloud(
        background,
        on_said=lambda reason, told: None,
        on_change=lambda: None,
        make_voice=lambda: voice,
    )


def test_recording_begins_only_after_the_system_s_voice_is_silent(
    qtbot, background: Background, engine: Engine, tmp_path
):
    voice = SystemVoice(lambda output: engine)
    said = reading(background, voice)
    began: list[float] = []
    fed: list[object] = []
    conductor = SimpleNamespace(
        background=background, feed=fed.append, state=SimpleNamespace(phase="recording")
    )
    takes = Takes(conductor, lambda: said.sounded_until_s)  # type: ignore[arg-type] - a Conductor
    takes._folder = tmp_path
    microphone = SimpleNamespace(listening=True, take_begins=lambda: began.append(time.monotonic()))
    said.say("What is a cache?", "en", told=False)
    qtbot.waitUntil(lambda: ("say", "What is a cache?") in engine.told)
    engine.become("Speaking")
    said.hush()
    takes.start("q" * 32, 1, microphone)  # type: ignore[arg-type] - a Microphone
    qtbot.wait(100)
    assert began == []
    silent_s = time.monotonic()
    engine.become("Ready")
    qtbot.waitUntil(lambda: fed == [exam.RecordingStarted()])
    assert began[0] - silent_s >= TAIL_S
    takes.stop()
    said.stop()


@pytest.mark.parametrize(
    ("device", "name", "follows"),
    [
        (AudioDevice("a", "Built in", default=True), None, True),
        (AudioDevice("b", "Headset"), "Headset", False),
        (None, None, True),
    ],
)
def test_whether_the_voice_follows_to_a_loudspeaker_is_told(
    background: Background,
    engine: Engine,
    device: AudioDevice | None,
    name: str | None,
    follows: bool,
):
    asked: list[str] = []

    def find(wanted: str) -> None:
        asked.append(wanted)

    said = reading(background, SystemVoice(lambda output: engine, find))
    assert said.use(device) is follows
    assert asked == ([] if name is None else [name])
    assert said.by_system

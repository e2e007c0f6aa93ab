"""The system's own voice is asked on the GUI thread and answers each text once.

*Not run here*: the voices of Windows and macOS; an engine of our own stands for Qt's.
"""

from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, Signal

from client.speech.tts import NO_VOICE
from client.ui import aloud
from client.ui.system_voice import SLOWER, SystemVoice


class Engine(QObject):
    """Says what it is told to say."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
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

    def become(self, state: str) -> None:
        self.stateChanged.emit(SimpleNamespace(name=state))


@pytest.fixture
def engine(qapp) -> Engine:
    return Engine()


def test_a_text_is_said_in_its_language_at_its_pace_and_is_over_once(engine: Engine):
    voice = SystemVoice(lambda: engine)
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
    voice = SystemVoice(lambda: engine)
    done: list[str] = []
    voice.say("One", language="en", slower=False, on_done=lambda why: done.append("one" + why))
    voice.say("Two", language="en", slower=False, on_done=lambda why: done.append("two" + why))
    assert done == ["one"]
    voice.stop()
    assert done == ["one", "two"]


def test_an_engine_that_fails_and_none_at_all_are_reasons(engine: Engine):
    done: list[str] = []
    voice = SystemVoice(lambda: engine)
    voice.say("One", language="en", slower=False, on_done=done.append)
    engine.become("Error")
    nobody = SystemVoice(lambda: None)
    nobody.say("Two", language="en", slower=False, on_done=done.append)
    assert done == [NO_VOICE, NO_VOICE]


def test_orders_from_other_threads_reach_the_engine_on_its_own(qtbot, engine: Engine):
    voice = SystemVoice(lambda: engine)
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

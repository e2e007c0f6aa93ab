"""What a screen reader is told without being asked: once, when it becomes true."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from client.exam import Held, Live, Problem, Screen, Told
from client.speech.pcm import HINTS
from client.ui.announcing import Announcer
from client.ui.devices import Choice, Devices
from client.ui.window import Window
from client.ui.words import notice
from shared.actions import Action
from shared.policy import Policy
from tests.client.ui.test_window import KNOWN, NOW, asking


def heard(announcer: Announcer) -> list[str]:
    said: list[str] = []
    announcer.said.connect(said.append)
    return said


def text_of(window: Window, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_the_question_in_a_long_pause_is_said_each_time_it_is_asked(window: Window):
    window.show_state(asking(0, phase="recording"), NOW)
    said = heard(window.question.spoken.announcer)
    for asking_now in (True, True, False, False, True):
        window.question.spoken.show_pause(asking=asking_now)
    assert said == [text_of(window, "pause_label")] * 2
    assert "still thinking?" in said[0]
    window.show_state(asking(0, phase="recorded"), NOW)
    assert len(said) == 2


def test_troubles_are_said_when_they_begin_and_again_after_they_were_over(window: Window):
    said = heard(window.announcer)
    for standing in (
        ("camera_lost",),
        ("camera_lost",),
        ("camera_lost", "network_lost"),
        ("network_lost", "disk_full"),
        ("disk_full", "battery_low", "proctor_lost"),
        (),
        ("camera_lost",),
    ):
        window.show_state(asking(1, live=Live(notices=standing)), NOW)
    kinds = ("camera_lost", "network_lost", "disk_full", "battery_low", "proctor_lost")
    assert said == [notice(what) for what in (*kinds, "camera_lost")]


def test_a_hint_on_the_level_is_said_once_in_a_recording(window: Window):
    ready, recording = asking(0, phase="ready"), asking(0, phase="recording")
    said = heard(window.question.spoken.announcer)
    window.show_state(ready, NOW)
    window.show_level(-60.0, HINTS["too_quiet"])
    assert said == []
    window.show_state(recording, NOW)
    for hint in ("too_quiet", "too_quiet", "noise", "too_quiet"):
        window.show_level(-60.0, HINTS[hint])
        window.show_level(-60.0)
    assert said == [HINTS["too_quiet"], HINTS["noise"]]
    window.show_state(ready, NOW)
    window.show_state(recording, NOW)
    window.show_level(-60.0, HINTS["noise"])
    assert said[2:] == [HINTS["noise"]]


def test_before_the_interview_a_hint_is_said_once_for_each_microphone(window: Window):
    window.show_state(replace(KNOWN, screen=Screen.DEVICES), NOW)
    shown, hidden = (heard(panel.announcer) for panel in (window.devices.panel, window._panel))
    for microphone in ("a", "b"):
        heard_through = (Choice("a", "A"), Choice("b", "B"))
        window.show_devices(Devices((), heard_through, (), microphone=microphone))
        for _ in range(3):
            window.show_level(-1.0, HINTS["clipping"])
            window.show_level(-30.0)
    assert shown == [HINTS["clipping"]] * 2
    assert hidden == []


def test_text_from_another_program_is_said_to_be_refused_or_noted(window: Window):
    for outside, said_of_it in (("block", "cannot be pasted"), ("flag", "it is noted")):
        window.show_state(asking(0), NOW)
        window.show_state(asking(1, policy=Policy(paste_from_outside=outside)), NOW)
        said = heard(window.question.text.announcer)
        for foreign in ("somebody else's words", "and more of them"):
            QGuiApplication.clipboard().setText(foreign)
            window.question.prose.paste()
        assert len(said) == 1
        assert said_of_it in said[0]
        window.question.prose.insertPlainText("x")
        QGuiApplication.clipboard().setText("once more")
        window.question.prose.paste()
        assert len(said) == 2


def test_a_problem_and_a_message_are_said_though_the_keyboard_is_elsewhere(window: Window):
    said = heard(window.welcome.announcer)
    refused = Live(problem=Problem("invite_expired", "This invite has run out.", "Ask again."))
    for live in (refused, refused, Live(), refused):
        window.show_state(replace(KNOWN, live=live), NOW)
    assert said == ["This invite has run out. Ask again."] * 2
    read = heard(window._told.announcer)
    told = Told(1, Action.MESSAGE, "", "The doorbell was heard; go on.", 0)
    for _ in range(2):
        window.show_state(asking(1, told=(told,)), NOW)
    assert read == ["The doorbell was heard; go on."]


def test_a_pause_and_a_covered_screen_are_said_when_they_come(window: Window):
    said = heard(window.kept.announcer)
    for held in ({"paused": Held("technical", 0)}, {}, {"locked": Held("identity_check", 0)}):
        for _ in range(2):
            window.show_state(asking(1, **held), NOW)
    assert [one.partition(".")[0] for one in said] == [
        "The interview is paused",
        "The screen is covered for the moment",
    ]

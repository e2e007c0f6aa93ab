"""The candidate's own record, remarks, requests and leaving: in sight, and said before done."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from client.exam import Asked, Explained, Held, Live, Screen, State, Wished
from client.proctor.types import Closed, Opened
from client.spool.sent import ALL, Tally
from client.ui.explaining import moment_words
from client.ui.own_record import OwnRecord, name_of, size_words, watched_now
from client.ui.signals import MOMENTS, Moment, Signals
from client.ui.window import Window
from shared.events import MAX_SAID, Severity, SignalKind
from shared.policy import Policy
from tests.client.ui.conduct import Desk
from tests.client.ui.test_window import NOW, SCREENS, asking

INSIDE = [name for name in SCREENS if not name.startswith("welcome")]
SENT = OwnRecord(
    {"answers": Tally(12, 4300, NOW.utc_ms), "sound": Tally(2, 95_000, NOW.utc_ms)}, 3, 1200
)


def card(window: Window, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert found is not None
    return found


def press(window: Window, name: str) -> None:
    there = card(window, name)
    assert isinstance(there, QPushButton)
    QTest.mouseClick(there, Qt.MouseButton.LeftButton)


def text(window: Window, name: str) -> str:
    found = card(window, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def write(window: Window, name: str, words: str) -> None:
    field = card(window, name)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(words)


@pytest.mark.parametrize("name", INSIDE)
def test_what_has_left_is_one_click_and_one_key_away_on_every_screen(window: Window, name: str):
    wished: list[bool] = []
    window.record_wished.connect(lambda: wished.append(True))
    window.show_state(SCREENS[name], NOW)
    press(window, "watched_button")
    watched = card(window, "watched_card")
    assert watched.isVisible()
    assert wished == [True]
    window.show_record(SENT)
    assert text(window, "watched_now")
    assert card(window, "sent_answers").accessibleName() == (
        f"{name_of('answers')}, 12, 4.3 kB, {text(window, 'sent_answers') and _clock()}"
    )
    assert not card(window, "sent_pictures").isVisible()
    assert "3 entries" in text(window, "sent_waiting")
    QTest.keyClick(watched, Qt.Key.Key_Escape)
    assert not watched.isVisible()


def _clock() -> str:
    from datetime import datetime

    return f"{datetime.fromtimestamp(NOW.utc_ms / 1000).astimezone():%H:%M:%S}"


def test_the_keyboard_alone_opens_and_closes_the_cards(window: Window, qtbot):
    window.show_state(asking(1), NOW)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key, name in (
        (Qt.Key.Key_F1, "help_card"),
        (Qt.Key.Key_F2, "watched_card"),
        (Qt.Key.Key_F6, "explain_card"),
    ):
        QTest.keyClick(window, key)
        assert card(window, name).isVisible()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert not card(window, name).isVisible()


def test_what_is_watched_now_follows_the_interview():
    before = replace(asking(1), clock=None, screen=Screen.DEVICES)
    assert "shown only to you" in watched_now(before)
    assert "are watched now" in watched_now(asking(1))
    assert "still picture" in watched_now(asking(1, policy=Policy(thumbnails=True)))
    assert "gives no picture" in watched_now(asking(1, live=Live(notices=("camera_lost",))))
    assert "being recorded" in watched_now(asking(0, phase="recording"))
    assert "nothing is watched" in watched_now(asking(1, paused=Held("break", 0)))
    assert "has ended" in watched_now(SCREENS["finish"])


def test_every_kind_has_a_name_and_sizes_read_well():
    assert len({name_of(what) for what in ALL}) == len(ALL)
    assert [size_words(n) for n in (0, 999, 4300, 12_000_000)] == [
        "0 bytes",
        "999 bytes",
        "4.3 kB",
        "12.0 MB",
    ]


def test_nothing_sent_is_said_in_words(window: Window):
    window.show_state(asking(1), NOW)
    press(window, "watched_button")
    window.show_record(OwnRecord())
    assert text(window, "sent_none") == "Nothing has left this computer yet."
    assert text(window, "sent_waiting") == ""


def test_a_remark_is_tied_to_the_moment_chosen_from_the_list(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(asking(1), NOW)
    window.show_moments((Moment("speech", 605_000, 612_000), Moment("phone", 1000, None)))
    press(window, "explain_button")
    keep = card(window, "explain_keep_button")
    assert not keep.isEnabled()
    write(window, "explain_edit", " The doorbell rang. ")
    which = card(window, "explain_moment")
    assert isinstance(which, QComboBox)
    assert which.itemText(1) == "From 10:05 to 10:12: something was heard"
    which.setCurrentIndex(1)
    press(window, "explain_keep_button")
    assert text(window, "explain_kept").startswith("Added.")
    which.setCurrentIndex(0)
    write(window, "explain_edit", "A dog.")
    press(window, "explain_keep_button")
    said = [one for one in seen if isinstance(one, Explained)]
    assert said == [
        Explained("The doorbell rang.", 605_000, 612_000, "speech"),
        Explained("A dog."),
    ]


@pytest.mark.parametrize("kind", SignalKind)
def test_moments_are_named_neutrally(kind: SignalKind):
    words = moment_words(Moment(kind, 60_000, None))
    assert words.startswith("Since 1:00: ")
    assert str(kind).replace("_", " ") not in words


def test_signals_become_moments_the_newest_first(spool):
    desk = Desk(spool)
    signals = Signals(desk.conductor, lambda: None)
    signals.zero_ms = 1000
    for n in range(MOMENTS + 2):
        signals.opened(
            Opened(SignalKind.SPEECH, Severity.LOW, n * 100, n * 100 + 50, "speech", None, "voice")
        )
    signals.closed(Closed(SignalKind.SPEECH, 600, 650, 660))
    assert [(one.start_ms, one.end_ms) for one in signals.moments] == [
        (1600, 1650),
        (1500, None),
        (1400, None),
        (1300, None),
        (1200, None),
    ]
    desk.close()


def test_a_break_says_what_it_does_and_how_it_stands(window: Window):
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.show_state(asking(1), NOW)
    press(window, "help_button")
    assert not card(window, "ask_message_button").isEnabled()
    for wish in ("message", "break", "help"):
        assert len(card(window, f"ask_{wish}_button").accessibleDescription()) > 40
    write(window, "ask_edit", "Five minutes?")
    press(window, "ask_break_button")
    assert [one for one in seen if isinstance(one, Wished)] == [Wished("break", "Five minutes?")]
    asked = Asked("break", NOW.utc_ms)
    window.show_state(asking(1, asked=asked), NOW)
    assert "Nobody has answered yet" in text(window, "ask_said")
    assert not card(window, "ask_break_button").isEnabled()
    gone = asking(1, asked=asked, live=Live(notices=("network_lost",)))
    window.show_state(gone, NOW)
    assert "no connection" in text(window, "ask_said")
    window.show_state(asking(1, asked=replace(asked, answered=True)), NOW)
    assert "has reacted" in text(window, "ask_said")
    assert card(window, "ask_break_button").isEnabled()


def test_before_the_invite_help_only_tells_whom_to_ask(window: Window):
    window.show_state(State(), NOW)
    press(window, "help_button")
    assert not card(window, "ask_help_button").isVisible()
    assert not card(window, "watched_button").isVisible()
    assert not card(window, "explain_button").isVisible()


def test_long_words_are_cut_where_they_are_written(window: Window):
    window.show_state(asking(1), NOW)
    write(window, "explain_edit", "a" * (MAX_SAID + 5))
    field = card(window, "explain_edit")
    assert isinstance(field, QPlainTextEdit)
    assert len(field.toPlainText()) == MAX_SAID


def test_leaving_is_told_before_it_is_done(window: Window):
    parted: list[bool] = []
    window.parted.connect(lambda: parted.append(True))
    window.show_state(asking(1), NOW)
    press(window, "leave_button")
    assert parted == []
    said = " ".join(one.text() for one in card(window, "leave_card").findChildren(QLabel))
    for part in ("answers are saved", "clock goes on", "open the app again", "does not hand"):
        assert part in said
    press(window, "leave_yes_button")
    assert parted == [True]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["watched", "explain", "help"])
def test_the_cards_and_the_bar_fit_at_both_text_sizes(window: Window, name: str, scale: float):
    window.resize_text(round((scale - 1) * 10))
    window.show_state(asking(1), NOW)
    window.show_record(SENT)
    press(window, f"{name}_button")
    there = card(window, f"{name}_card")
    assert there.minimumSizeHint().width() <= window.width()
    assert window.minimumSizeHint().width() <= window.width()

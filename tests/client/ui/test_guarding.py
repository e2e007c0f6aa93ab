"""The lockdown stands while the clock runs, and what it holds or sees is on record."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from client.exam import State
from client.lockdown.journal import NAME, Journal, Undo
from client.lockdown.measures import CannotHold, Measure
from client.spool.store import Spool
from client.ui.guarding import MOST_WATCHDOGS, Guarding, measures_for, set_back
from client.ui.holding import EmptyClipboard, leads_away
from shared.policy import Accommodations, Policy
from tests.client.ui.conduct import Desk

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Fake:
    """A measure that holds, or says why not."""

    def __init__(self, name: str, why: str = "") -> None:
        self.name, self._why = name, why
        self.inside = False

    def undo(self) -> Undo | None:
        return None

    def enter(self) -> None:
        if self._why:
            raise CannotHold(self._why)
        self.inside = True

    def leave(self) -> None:
        self.inside = False


class Setting:
    """A desk, a window, and a lockdown of fakes."""

    def __init__(self, spool: Spool, folder: Path) -> None:
        self.desk = Desk(spool)
        self.window = QWidget()
        QVBoxLayout(self.window).addWidget(QLineEdit())
        self.fakes = [Fake("keys"), Fake("above_all", "Not on this computer.")]
        self.held: Callable[[str], None] | None = None
        self.guarding = Guarding(self.desk.conductor, self.window, folder, self._make)

    def _make(
        self, state: State, window: QWidget, held: Callable[[str], None]
    ) -> Sequence[Measure]:
        self.held = held
        return self.fakes


@pytest.fixture
def setting(qapp, spool: Spool, tmp_path: Path) -> Iterator[Setting]:
    made = Setting(spool, tmp_path)
    yield made
    made.guarding.release()
    made.desk.close()
    made.window.deleteLater()


def test_it_is_entered_with_the_clock_and_left_at_the_hand_in(setting: Setting, qtbot):
    desk, guarding = setting.desk, setting.guarding
    guarding.follow(replace(desk.state, clock=None))
    assert not guarding.entered
    guarding.follow(desk.state)
    guarding.follow(desk.state)
    qtbot.waitUntil(desk.idle)
    assert setting.fakes[0].inside
    guarding.follow(replace(desk.state, closing="done"))
    guarding.follow(replace(desk.state, closing="done"))
    qtbot.waitUntil(desk.idle)
    assert not setting.fakes[0].inside
    rows = desk.rows("lockdown")
    assert [row["what"] for row in rows] == ["entered", "left"]
    assert rows[0]["measures"] == [
        {"name": "keys", "held": True, "reason": ""},
        {"name": "above_all", "held": False, "reason": "Not on this computer."},
    ]
    assert guarding._guard.pid is None


def test_a_policy_without_it_changes_nothing(setting: Setting):
    setting.guarding.follow(replace(setting.desk.state, policy=Policy(lockdown="off")))
    assert not setting.guarding.entered
    assert setting.held is None


def test_a_key_that_is_leaned_on_makes_one_row(setting: Setting, qtbot):
    setting.guarding.follow(setting.desk.state)
    assert setting.held is not None
    for name in ("Alt+Tab", "Alt+Tab", "Super", "Alt+Tab"):
        setting.held(name)
    setting.guarding.release()
    qtbot.waitUntil(setting.desk.idle)
    found = [(row["keys"], row["times"]) for row in setting.desk.rows("keys.held")]
    assert found == [("Alt+Tab", 3), ("Super", 1)]


def test_a_lost_focus_is_on_record_with_its_length_and_once(setting: Setting, qtbot):
    setting.guarding.follow(setting.desk.state)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    active, inactive = (
        Qt.ApplicationState.ApplicationActive,
        Qt.ApplicationState.ApplicationInactive,
    )
    for one in (inactive, inactive, active, active):
        app.applicationStateChanged.emit(one)
    qtbot.waitUntil(setting.desk.idle)
    rows = setting.desk.rows("focus")
    assert [row["what"] for row in rows] == ["lost", "back"]
    assert rows[0]["gap_ms"] is None
    assert rows[1]["gap_ms"] >= 0


@pytest.mark.expects_log
def test_a_watchdog_that_is_gone_is_followed_by_another(setting: Setting, qtbot):
    setting.guarding.follow(setting.desk.state)
    first = setting.guarding._guard._process
    assert first is not None
    first.kill()
    first.wait()
    setting.guarding._beaten()
    assert setting.guarding.entered
    assert setting.fakes[0].inside
    assert setting.guarding._guard.pid not in (None, first.pid)
    qtbot.waitUntil(setting.desk.idle)
    assert [row["what"] for row in setting.desk.rows("lockdown")] == ["entered", "left", "entered"]


@pytest.mark.expects_log
def test_watchdogs_that_never_stay_do_not_make_it_come_and_go_for_ever(
    setting: Setting, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("client.lockdown.guard._command", lambda journal: ["cat"])
    setting.guarding.follow(setting.desk.state)
    for _ in range(8):
        if (process := setting.guarding._guard._process) is not None:
            process.kill()
            process.wait()
        setting.guarding._beaten()
    assert setting.guarding.entered
    assert setting.fakes[0].inside
    qtbot.waitUntil(setting.desk.idle)
    rows = [row["what"] for row in setting.desk.rows("lockdown")]
    assert rows.count("entered") == MOST_WATCHDOGS + 1


def test_another_app_on_this_computer_sets_back_nothing_that_is_held(
    setting: Setting, tmp_path: Path, qtbot
):
    done: list[int] = []
    journal = Journal(tmp_path / NAME)
    setting.guarding.follow(setting.desk.state)
    journal.note(Undo("set", {"value": 1}))
    assert set_back(tmp_path, {"set": lambda value: done.append(value)}) == []
    assert done == []
    setting.guarding.release()
    assert set_back(tmp_path, {"set": lambda value: done.append(value)}) == []
    assert done == [1]


def test_where_no_watchdog_starts_the_rest_is_held_once(
    setting: Setting, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("client.lockdown.guard._command", lambda journal: ["/no/such/program"])
    setting.guarding.follow(setting.desk.state)
    for _ in range(3):
        setting.guarding._beaten()
    qtbot.waitUntil(setting.desk.idle)
    assert [row["what"] for row in setting.desk.rows("lockdown")] == ["entered"]
    assert setting.fakes[0].inside


def test_a_screen_reader_keeps_its_keys(setting: Setting):
    def names(agreed: Accommodations) -> list[str]:
        state = replace(setting.desk.state, accommodations=agreed)
        return [one.name for one in measures_for(state, setting.window, lambda name: None)]

    assert "keys" in names(Accommodations())
    assert names(Accommodations(screen_reader=True)) == ["above_all", "clipboard"]


def test_the_clipboard_is_empty_at_both_ends(qapp):
    clipboard = QGuiApplication.clipboard()
    measure = EmptyClipboard()
    for step in (measure.enter, measure.leave):
        clipboard.setText("What was copied before")
        step()
        assert clipboard.text() == ""


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Qt.Key.Key_Tab, ALT, "Alt+Tab"),
        (Qt.Key.Key_Backtab, ALT | Qt.KeyboardModifier.ShiftModifier, "Alt+Tab"),
        (Qt.Key.Key_F4, ALT, "Alt+F4"),
        (Qt.Key.Key_F2, ALT | CTRL, "Ctrl+Alt+F2"),
        (Qt.Key.Key_Super_L, NONE, "Super"),
        (Qt.Key.Key_D, Qt.KeyboardModifier.MetaModifier, "Super+…"),
        (Qt.Key.Key_Print, NONE, "PrintScreen"),
        (Qt.Key.Key_Escape, CTRL, "Ctrl+Esc"),
        (Qt.Key.Key_Space, ALT, "Alt+Space"),
        (Qt.Key.Key_Delete, CTRL | ALT, "Ctrl+Alt+Delete"),
    ],
)
def test_keys_that_lead_away_have_a_name(key: Qt.Key, held: Qt.KeyboardModifier, name: str):
    assert leads_away(key, held) == name


@given(
    st.sampled_from([NONE, Qt.KeyboardModifier.ShiftModifier, CTRL]),
    st.integers(0x20, 0x7E) | st.sampled_from([int(Qt.Key.Key_Return), int(Qt.Key.Key_F1)]),
)
def test_keys_of_the_interview_are_never_held(held: Qt.KeyboardModifier, key: int):
    assert leads_away(key, held) == ""


META, SHIFT = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "held", "keysym"),
    [
        (Qt.Key.Key_Space, META, 0x20),
        (Qt.Key.Key_Space, META | SHIFT, 0x20),  # the one before
        (Qt.Key.Key_Space, CTRL, 0x20),  # IBus and fcitx of old
        (Qt.Key.Key_unknown, META, 0xFE08),  # ISO_Next_Group, where Super+Space is the layout's
        (Qt.Key.Key_unknown, ALT | SHIFT, 0xFE08),
        (Qt.Key.Key_Shift, ALT, 0xFFE1),
        (Qt.Key.Key_Mode_switch, NONE, 0xFF7E),
        (Qt.Key.Key_Henkan, NONE, 0xFF23),
    ],
)
def test_keys_by_which_another_script_is_chosen_are_left_alone(
    key: Qt.Key, held: Qt.KeyboardModifier, keysym: int
):
    assert leads_away(key, held, keysym) == ""


@pytest.mark.parametrize("held", [META | CTRL, META | ALT])
def test_super_and_space_with_more_is_held_as_before(held: Qt.KeyboardModifier):
    assert leads_away(Qt.Key.Key_Space, held, 0x20) == "Super+…"


def test_letters_of_other_keyboards_are_typed_with_alt_gr():
    group = Qt.KeyboardModifier.GroupSwitchModifier
    assert leads_away(Qt.Key.Key_At, CTRL | ALT | group) == ""
    assert leads_away(Qt.Key.Key_BraceLeft, CTRL | ALT) == ""

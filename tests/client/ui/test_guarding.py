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

    def __init__(self, name: str, why: str = "", *, of_window: bool = True) -> None:
        self.name, self._why, self.of_window = name, why, of_window
        self.inside = False

    def undo(self) -> Undo | None:
        return None

    def enter(self) -> None:
        if self._why:
            raise CannotHold(self._why)
        self.inside = True

    def leave(self) -> None:
        self.inside = False


class Taken(Fake):
    """One that another program has, until it lets it go."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.free = False

    def enter(self) -> None:
        if not self.again():
            raise CannotHold("Another program has it.", later=True)

    def again(self) -> bool:
        self.inside = self.free
        return self.free


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

    def enter(self, qtbot) -> None:
        """Until it is on record."""
        self.guarding.follow(self.desk.state)
        qtbot.waitUntil(lambda: not self.guarding.busy)

    def release(self, qtbot) -> None:
        """Until it is on disk."""
        self.guarding.release()
        qtbot.waitUntil(lambda: not self.guarding.busy and self.desk.idle())

    def told(self) -> list[str]:
        return [row["what"] for row in self.desk.rows("lockdown")]


@pytest.fixture
def setting(qapp, spool: Spool, tmp_path: Path) -> Iterator[Setting]:
    made = Setting(spool, tmp_path)
    yield made
    made.guarding.close()
    made.desk.close()
    made.window.deleteLater()


def test_it_is_entered_with_the_clock_and_left_at_the_hand_in(setting: Setting, qtbot):
    desk, guarding = setting.desk, setting.guarding
    guarding.follow(replace(desk.state, clock=None))
    assert not guarding.entered
    guarding.follow(desk.state)
    guarding.follow(desk.state)
    qtbot.waitUntil(lambda: not guarding.busy)
    assert setting.fakes[0].inside
    guarding.follow(replace(desk.state, closing="done"))
    guarding.follow(replace(desk.state, closing="done"))
    qtbot.waitUntil(lambda: not guarding.busy and desk.idle())
    assert not setting.fakes[0].inside
    rows = desk.rows("lockdown")
    assert [row["what"] for row in rows] == ["entered", "left"]
    assert rows[0]["measures"] == [
        {"name": "keys", "held": True, "reason": ""},
        {"name": "above_all", "held": False, "reason": "Not on this computer."},
    ]
    assert guarding._lasting.guard.pid is None


def test_a_policy_without_it_changes_nothing(setting: Setting):
    setting.guarding.follow(replace(setting.desk.state, policy=Policy(lockdown="off")))
    assert not setting.guarding.entered
    assert setting.held is None


def test_a_key_that_is_leaned_on_makes_one_row(setting: Setting, qtbot):
    setting.enter(qtbot)
    assert setting.held is not None
    for name in ("Alt+Tab", "Alt+Tab", "Super", "Alt+Tab"):
        setting.held(name)
    setting.release(qtbot)
    found = [(row["keys"], row["times"]) for row in setting.desk.rows("keys.held")]
    assert found == [("Alt+Tab", 3), ("Super", 1)]


def test_a_lost_focus_is_on_record_with_its_length_and_once(setting: Setting, qtbot):
    setting.enter(qtbot)
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
    setting.enter(qtbot)
    first = setting.guarding._lasting.guard._process
    assert first is not None
    first.kill()
    first.wait()
    setting.guarding._beaten()
    assert setting.guarding.entered
    assert setting.fakes[0].inside
    qtbot.waitUntil(lambda: not setting.guarding.busy and setting.desk.idle())
    assert setting.guarding._lasting.guard.pid not in (None, first.pid)
    assert [row["what"] for row in setting.desk.rows("lockdown")] == ["entered", "left", "entered"]


@pytest.mark.expects_log
def test_watchdogs_that_never_stay_do_not_make_it_come_and_go_for_ever(
    setting: Setting, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("client.lockdown.guard._command", lambda journal: ["cat"])
    setting.enter(qtbot)
    for _ in range(8):
        if (process := setting.guarding._lasting.guard._process) is not None:
            process.kill()
            process.wait()
        setting.guarding._beaten()
        qtbot.waitUntil(lambda: not setting.guarding.busy and setting.desk.idle())
    assert setting.guarding.entered
    assert setting.fakes[0].inside
    rows = [row["what"] for row in setting.desk.rows("lockdown")]
    assert rows.count("entered") == MOST_WATCHDOGS + 1


def test_another_app_on_this_computer_sets_back_nothing_that_is_held(
    setting: Setting, tmp_path: Path, qtbot
):
    done: list[int] = []
    journal = Journal(tmp_path / NAME)
    setting.enter(qtbot)
    journal.note(Undo("set", {"value": 1}))
    assert set_back(tmp_path, {"set": lambda value: done.append(value)}) == []
    assert done == []
    setting.release(qtbot)
    assert set_back(tmp_path, {"set": lambda value: done.append(value)}) == []
    assert done == [1]


def test_where_no_watchdog_starts_the_rest_is_held_once(
    setting: Setting, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("client.lockdown.guard._command", lambda journal: ["/no/such/program"])
    setting.enter(qtbot)
    for _ in range(3):
        setting.guarding._beaten()
    qtbot.waitUntil(setting.desk.idle)
    assert [row["what"] for row in setting.desk.rows("lockdown")] == ["entered"]
    assert setting.fakes[0].inside


def test_what_another_program_had_is_held_once_it_lets_go_and_that_is_a_row(
    setting: Setting, qtbot
):
    taken = Taken("keys")
    setting.fakes = [taken, Fake("clipboard")]
    setting.enter(qtbot)
    setting.guarding._beaten()
    taken.free = True
    setting.guarding._beaten()
    setting.guarding._beaten()
    setting.release(qtbot)
    assert not taken.inside
    rows = setting.desk.rows("lockdown")
    assert [row["what"] for row in rows] == ["entered", "changed", "left"]
    held = [[one["held"] for one in row["measures"]] for row in rows[:2]]
    assert held == [[False, True], [True, True]]
    assert rows[0]["measures"][0]["reason"] == "Another program has it."


def test_a_lockdown_that_ends_before_it_was_entered_is_on_record_in_order(setting: Setting, qtbot):
    """And what was entered last is what stands."""
    slow = Fake("server_keys", of_window=False)
    setting.fakes = [Fake("keys"), slow]
    setting.guarding.follow(setting.desk.state)
    setting.guarding.release()
    setting.guarding.follow(setting.desk.state)
    qtbot.waitUntil(lambda: not setting.guarding.busy and setting.desk.idle())
    assert setting.told() == ["entered", "left", "entered"]
    assert slow.inside
    assert setting.guarding._lasting.beat()


@pytest.mark.expects_log
def test_a_lockdown_that_breaks_is_on_record_and_keeps_nothing_else(
    setting: Setting, qtbot, monkeypatch: pytest.MonkeyPatch
):
    def broken(*given: object, **more: object) -> None:
        raise OSError("no room")

    setting.fakes = [Fake("keys"), Fake("server_keys", of_window=False)]
    for name in ("enter", "leave"):
        monkeypatch.setattr(setting.guarding._lasting, name, broken)
    setting.enter(qtbot)
    assert setting.fakes[0].inside
    setting.release(qtbot)
    assert not setting.fakes[0].inside
    assert setting.told() == ["entered", "left"]
    assert setting.desk.rows("lockdown")[0]["measures"] == [
        {"name": "keys", "held": True, "reason": ""},
        {"name": "server_keys", "held": False, "reason": "It could not be tried (OSError)."},
    ]


def test_closing_waits_until_everything_is_set_back(setting: Setting, qtbot):
    slow = Fake("server_keys", of_window=False)
    setting.fakes = [slow]
    setting.guarding.follow(setting.desk.state)
    setting.guarding.close()
    assert not slow.inside
    assert setting.guarding._lasting.guard.pid is None
    qtbot.waitUntil(lambda: not setting.guarding.busy and setting.desk.idle())
    assert setting.told() == ["entered", "left"]


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

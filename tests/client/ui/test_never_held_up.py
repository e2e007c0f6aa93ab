"""C17: whatever the lockdown waits for, the window goes on; and each measure that breaks says so.

Each thing that may wait hangs in turn until the window's loop has turned twenty times: a loop that
was held up would never turn, and the test would not end.
"""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from client.lockdown.guard import Guard
from client.lockdown.journal import Journal, Undo
from client.lockdown.measures import CannotHold
from client.lockdown.undoing import UNDOINGS
from client.spool.lock import FileLock
from client.spool.store import Spool
from tests.client.ui.test_guarding import Fake, Setting

pytestmark = pytest.mark.adversarial


class Changing(Fake):
    """One that changes the computer."""

    def undo(self) -> Undo | None:
        return Undo("registry_value", {"path": "none", "name": "none", "value": None})


class Hanging:
    """Put in place of a method: hangs once, and knows on which threads it was called."""

    def __init__(self, real: Callable[..., Any]) -> None:
        self.real = real
        self.inside, self.go_on = threading.Event(), threading.Event()
        self.threads: set[threading.Thread] = set()

    def __call__(self, *given: Any, **named: Any) -> Any:
        self.threads.add(threading.current_thread())
        self.inside.set()
        assert self.go_on.wait(60)
        return self.real(*given, **named)


@pytest.fixture
def setting(qapp, spool: Spool, tmp_path: Path) -> Iterator[Setting]:
    made = Setting(spool, tmp_path)
    made.fakes = [Fake("keys"), Changing("server_keys", of_window=False)]
    yield made
    made.guarding.close()
    made.desk.close()
    made.window.deleteLater()


WAITS: tuple[tuple[type, str], ...] = (
    (FileLock, "acquire"),
    (Guard, "start"),
    (Journal, "restore"),
    (Changing, "undo"),
    (Journal, "note"),
    (Changing, "enter"),
    (Changing, "leave"),
    (Journal, "done"),
    (Guard, "stop"),
)


@pytest.mark.parametrize(("owner", "name"), WAITS, ids=lambda one: getattr(one, "__name__", one))
def test_the_window_goes_on_while_one_of_them_hangs(
    owner: type, name: str, setting: Setting, qtbot, monkeypatch: pytest.MonkeyPatch
):
    hanging = Hanging(getattr(owner, name))
    monkeypatch.setattr(owner, name, lambda *given, **named: hanging(*given, **named))
    turns: list[None] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(None))
    timer.start()
    try:
        setting.guarding.follow(setting.desk.state)
        qtbot.waitUntil(lambda: hanging.inside.is_set() or not setting.guarding.busy)
        qtbot.waitUntil(setting.desk.idle)
        before = setting.told()
        if not hanging.inside.is_set():
            setting.guarding.release()
            qtbot.waitUntil(hanging.inside.is_set)
        turned = len(turns)
        qtbot.waitUntil(lambda: len(turns) > turned + 20)
        assert setting.guarding.busy
        assert setting.told() == before
    finally:
        hanging.go_on.set()
        timer.stop()
    setting.release(qtbot)
    assert setting.told() == ["entered", "left"]
    assert threading.main_thread() not in hanging.threads


def fails(*given: Any, **named: Any) -> Any:
    raise OSError("gone")


@pytest.mark.expects_log
@pytest.mark.parametrize(("owner", "name"), WAITS, ids=lambda one: getattr(one, "__name__", one))
def test_the_interview_goes_on_while_one_of_them_breaks(
    owner: type, name: str, setting: Setting, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(UNDOINGS, "registry_value", lambda **given: None)  # type: ignore[index]
    with monkeypatch.context() as broken:
        broken.setattr(owner, name, fails)
        setting.enter(qtbot)
        setting.release(qtbot)
    entered, left = setting.desk.rows("lockdown")
    assert entered["measures"][0]["held"]
    other = entered["measures"][1]
    # What breaks while it lets go had been held until then.
    letting_go = (owner, name) in WAITS[-3:] or (owner, name) == (Journal, "restore")
    assert other["held"] == letting_go
    assert bool(other["reason"]) != letting_go
    assert left["what"] == "left"
    # Whoever holds it next holds it whole.
    setting.enter(qtbot)
    setting.release(qtbot)
    assert [one["held"] for one in setting.desk.rows("lockdown")[2]["measures"]] == [True, True]


@pytest.mark.parametrize("error", [CannotHold("Not on this computer."), RuntimeError("boom")])
@pytest.mark.expects_log
def test_each_measure_of_the_window_that_breaks_says_so_and_the_others_hold(
    error: Exception, setting: Setting, qtbot
):
    for at in range(3):
        fakes = [Fake(name) for name in ("above_all", "keys", "clipboard")]

        def breaks() -> None:
            raise error

        fakes[at].enter = breaks
        setting.fakes = fakes
        setting.enter(qtbot)
        setting.release(qtbot)
        measures = setting.desk.rows("lockdown")[-2]["measures"]
        assert [one["held"] for one in measures] == [place != at for place in range(3)]
        assert measures[at]["reason"]

"""C1: keys that switch tasks do nothing, and a focus that is stolen is back within 300 ms.

On a real X server with a window manager: xdotool presses the keys, another program takes the
focus, and where the keyboard is, the X server is asked.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from client.lockdown.linux import NO_SERVER_KEYS, options
from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.ui.guarding import Guarding
from client.ui.holding import TAKEN, Keys
from tests.client.spool.memory_server import make_grant
from tests.client.ui.conduct import Desk

pytestmark = [pytest.mark.display, pytest.mark.adversarial]

OTHER = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("another program")
label.setWindowTitle("another program")
label.resize(300, 200)
label.show()
print(int(label.winId()), flush=True)
sys.exit(app.exec())
"""


def xdotool(*arguments: str) -> str:
    done = subprocess.run(
        ["xdotool", *arguments], capture_output=True, text=True, timeout=10, check=False
    )
    return done.stdout.strip()


class Locked:
    """A window with a field in it, under the real measures once `lock` was called."""

    def __init__(self, spool: Spool, folder: Path, qtbot) -> None:
        self.desk = Desk(spool)
        self.qtbot = qtbot
        self.window = QWidget()
        self.window.setWindowTitle("Invigil under test")
        self.field = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.field)
        self.window.showFullScreen()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=10_000)
        self.field.setFocus()
        self.guarding = Guarding(self.desk.conductor, self.window, folder)
        self.id = str(int(self.window.winId()))

    def lock(self) -> None:
        """Until it is on record what holds."""
        self.guarding.follow(self.desk.state)
        self.qtbot.waitUntil(self.settled, timeout=20_000)

    def release(self) -> None:
        """Until the computer is as it was."""
        self.guarding.release()
        self.qtbot.waitUntil(self.settled, timeout=20_000)

    def settled(self) -> bool:
        return not self.guarding.busy and self.desk.idle()

    def has_keyboard(self) -> bool:
        """Asked of the X server, not of Qt."""
        return xdotool("getactivewindow") == self.id

    def press(self, keys: str) -> None:
        """As a keyboard would: by the server's own test extension."""
        xdotool("key", keys)
        self.qtbot.wait(60)


@pytest.fixture
def open_(qapp, tmp_path: Path, qtbot) -> Iterator[Locked]:
    grant = make_grant(Ed25519PrivateKey.generate())
    with Spool.create(tmp_path / "spool", grant, SigningKey.generate()) as spool:
        made = Locked(spool, tmp_path, qtbot)
        yield made
        made.guarding.close()
        made.desk.close()
        made.window.close()
        made.window.deleteLater()


@pytest.fixture
def locked(open_: Locked) -> Locked:
    open_.lock()
    return open_


@pytest.fixture
def other() -> Iterator[str]:
    """The id of another program's window."""
    process = subprocess.Popen([sys.executable, "-c", OTHER], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()
    process.wait()
    process.stdout.close()


def test_c01_keys_do_nothing_and_typing_goes_on(locked: Locked, other: str):
    locked.qtbot.waitUntil(locked.has_keyboard, timeout=10_000)
    keys = ["alt+Tab", "super+d", "alt+F4", "Print", "ctrl+alt+F2", "alt+Escape"]
    for name in keys:
        locked.press(name)
        assert locked.has_keyboard(), name
        assert locked.window.isVisible(), name
    locked.press("a")
    assert locked.field.text() == "a"
    locked.release()
    held = {row["keys"] for row in locked.desk.rows("keys.held")}
    assert {"Alt+Tab", "Alt+F4", "PrintScreen"} <= held
    entered, _ = locked.desk.rows("lockdown")
    assert {one["name"]: one["held"] for one in entered["measures"]} == {
        "above_all": True,
        "keys": True,
        "server_keys": True,
        "clipboard": True,
    }


class Desktop:
    """Another client that has Super+Space, as GNOME has it to change the input source."""

    def __init__(self) -> None:
        import xcffib
        import xcffib.xproto

        self._conn: Any = xcffib.connect()
        root = self._conn.get_setup().roots[0].root
        mode = xcffib.xproto.GrabMode.Async
        super_, space = xcffib.xproto.ModMask._4, 65
        self._conn.core.GrabKeyChecked(False, root, super_, space, mode, mode).check()

    def heard(self) -> int:
        """Presses since the last question."""
        self._conn.core.GetInputFocus().reply()
        events = []
        while (event := self._conn.poll_for_event()) is not None:
            events.append(type(event).__name__)
        return events.count("KeyPressEvent")

    def take(self) -> bool:
        """The whole keyboard, as a screen locker or a menu of another program has it."""
        import xcffib.xproto

        root, mode = self._conn.get_setup().roots[0].root, xcffib.xproto.GrabMode.Async
        asked = self._conn.core.GrabKeyboard(False, root, 0, mode, mode)
        return asked.reply().status == xcffib.xproto.GrabStatus.Success

    def close(self) -> None:
        """Gives back what it had."""
        self._conn.disconnect()


def test_c01_the_input_source_can_be_changed_by_the_desktop_and_then_all_is_held_again(
    locked: Locked, other: str
):
    locked.qtbot.waitUntil(locked.has_keyboard, timeout=10_000)
    desktop = Desktop()
    try:
        locked.press("super+space")
        assert desktop.heard() == 0  # the X server gives it to us alone, but now we let go
        locked.press("super+space")
        assert desktop.heard() == 1
        assert locked.field.text() == ""
        (keys,) = locked.guarding._asked
        assert isinstance(keys, Keys)
        keys._let_go.setRemainingTime(0)
        assert keys.again()
        locked.press("super+space")
        assert desktop.heard() == 0
    finally:
        desktop.close()
    locked.press("a")
    assert locked.field.text() == "a"
    locked.release()
    assert "Super+…" not in {row["keys"] for row in locked.desk.rows("keys.held")}


def test_c01_a_stolen_focus_comes_back_and_is_on_record(locked: Locked, other: str):
    locked.qtbot.waitUntil(locked.has_keyboard, timeout=10_000)
    for _ in range(3):
        xdotool("windowactivate", "--sync", other)
        locked.qtbot.waitUntil(locked.has_keyboard, timeout=10_000)
    locked.qtbot.waitUntil(
        lambda: len(locked.desk.rows("focus")) >= 2 and locked.desk.idle(), timeout=10_000
    )
    whats = [row["what"] for row in locked.desk.rows("focus")]
    assert whats[:2] == ["lost", "back"]


def test_c01_the_window_stands_above_a_window_that_wants_to(locked: Locked, other: str):
    state = subprocess.run(
        ["xprop", "-id", locked.id, "_NET_WM_STATE"], capture_output=True, text=True, check=True
    ).stdout
    assert "_NET_WM_STATE_FULLSCREEN" in state
    assert "_NET_WM_STATE_ABOVE" in state


def test_c01_afterwards_the_keys_are_the_systems_again(locked: Locked, other: str):
    name = os.environ["DISPLAY"]
    assert NO_SERVER_KEYS in options(name)
    locked.release()
    assert NO_SERVER_KEYS not in options(name)
    xdotool("windowactivate", "--sync", other)
    locked.qtbot.waitUntil(lambda: xdotool("getactivewindow") == other, timeout=10_000)


def test_c01_a_keyboard_that_another_program_had_is_held_once_it_lets_go(open_: Locked):
    open_.qtbot.waitUntil(open_.has_keyboard, timeout=10_000)
    desktop = Desktop()
    try:
        assert desktop.take()
        open_.lock()
        (entered,) = open_.desk.rows("lockdown")
        keys = next(one for one in entered["measures"] if one["name"] == "keys")
        assert (keys["held"], keys["reason"]) == (False, TAKEN)
        open_.press("a")
        assert open_.field.text() == ""
    finally:
        desktop.close()
    # The timer of the app itself asks again: nothing here does.
    open_.qtbot.waitUntil(lambda: len(open_.desk.rows("lockdown")) == 2, timeout=10_000)
    changed = open_.desk.rows("lockdown")[1]
    assert changed["what"] == "changed"
    assert all(one["held"] for one in changed["measures"])
    open_.press("alt+Tab")
    assert open_.has_keyboard()
    open_.press("a")
    assert open_.field.text() == "a"
    open_.release()
    assert [row["keys"] for row in open_.desk.rows("keys.held")] == ["Alt+Tab"]


def test_c01_a_keyboard_that_was_taken_meanwhile_is_a_row_and_comes_back(locked: Locked):
    """While the desktop may hear it, another program takes it and keeps it."""
    locked.qtbot.waitUntil(locked.has_keyboard, timeout=10_000)
    (keys,) = locked.guarding._asked
    assert isinstance(keys, Keys)
    desktop = Desktop()
    try:
        assert not desktop.take()
        keys._give()
        locked.qtbot.waitUntil(desktop.take, timeout=10_000)
        keys._let_go.setRemainingTime(0)
        locked.qtbot.waitUntil(lambda: len(locked.desk.rows("lockdown")) == 2, timeout=10_000)
        row = locked.desk.rows("lockdown")[1]
        assert [one["name"] for one in row["measures"] if not one["held"]] == ["keys"]
    finally:
        desktop.close()
    locked.qtbot.waitUntil(keys.again, timeout=10_000)
    locked.press("a")
    assert locked.field.text() == "a"


SLOW = """#!/bin/sh
while [ ! -e "{gate}" ]; do sleep 0.02; done
exec "{real}" "$@"
"""


def test_c01_the_window_types_on_while_the_systems_program_hangs(
    open_: Locked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where the window's thread waited for it, the gate would never open."""
    gate, real = tmp_path / "gate", shutil.which("setxkbmap")
    slow = tmp_path / "bin" / "setxkbmap"
    slow.parent.mkdir()
    slow.write_text(SLOW.format(gate=gate, real=real))
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    open_.qtbot.waitUntil(open_.has_keyboard, timeout=10_000)
    for step in (lambda: open_.guarding.follow(open_.desk.state), open_.guarding.release):
        gate.unlink(missing_ok=True)
        open_.field.clear()
        began_s = time.thread_time()
        step()
        # Processor time of this thread: what else runs on a busy machine does not count.
        assert time.thread_time() - began_s < 0.05
        open_.press("a")
        open_.qtbot.waitUntil(lambda: open_.field.text() == "a")
        assert open_.guarding.busy
        gate.touch()
        open_.qtbot.waitUntil(open_.settled, timeout=20_000)
    entered, left = open_.desk.rows("lockdown")
    assert all(one["held"] for one in entered["measures"])
    assert left["what"] == "left"

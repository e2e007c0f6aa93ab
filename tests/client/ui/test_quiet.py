"""The desktop's own services are asked over a real bus, and left as they were."""

import shutil
import subprocess
import sys

import pytest

from client.ui.quiet import Quiet

needs_a_bus = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None, reason="there is no D-Bus here"
)
STORY = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection
from client.ui.quiet import Quiet
app = QCoreApplication([])
desktop = subprocess.Popen(
    [sys.executable, "-m", "tests.client.ui.a_desktop"], stdout=subprocess.PIPE, text=True
)
lines = iter(desktop.stdout.readline, "")
assert next(lines) == "ready\\n"
quiet = Quiet()
print("refused", *(one.what for one in quiet.hold()))
print(next(lines), end="")
name = quiet.name
seen = QDBusConnection.sessionBus().interface()
print(seen.isServiceRegistered(name).value())
quiet.release()
print(seen.isServiceRegistered(name).value())
desktop.terminate()
"""


@needs_a_bus
def test_what_a_desktop_grants_is_given_back_and_what_it_lacks_is_named():
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", STORY],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == [
        "refused notifications_allowed",
        "inhibit Invigil",
        "True",
        "False",
    ], done.stderr


@pytest.mark.parametrize(("system", "name"), [("win32", "Windows"), ("darwin", "macOS")])
def test_where_no_program_can_hold_notifications_off_that_is_said_by_name(system: str, name: str):
    (allowed,) = Quiet(system).hold()
    assert allowed.what == "notifications_allowed"
    assert allowed.why.startswith(name)


def test_a_desktop_without_a_bus_holds_neither_off(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    quiet = Quiet("linux")
    assert [one.what for one in quiet.hold()] == ["screen_saver_allowed", "notifications_allowed"]
    assert all(one.why.startswith("Linux: ") for one in quiet.hold())
    quiet.release()

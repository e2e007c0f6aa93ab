"""The desktop's own services are asked over a real bus, and left as they were."""

import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
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
print("refused", *quiet.hold())
print(next(lines), end="")
name = quiet.name
seen = QDBusConnection.sessionBus().interface()
print(seen.isServiceRegistered(name).value())
quiet.release()
print(seen.isServiceRegistered(name).value())
desktop.terminate()
"""


def test_what_a_desktop_grants_is_given_back_and_what_it_lacks_is_named():
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", STORY],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == [
        "refused org.freedesktop.Notifications",
        "inhibit Invigil",
        "True",
        "False",
    ], done.stderr

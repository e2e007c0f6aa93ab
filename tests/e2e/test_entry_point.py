"""`python -m client INVITE` as an installed app is started: window, invite checked, clean end."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from tests.e2e.demo import Demo

pytestmark = [pytest.mark.e2e, pytest.mark.display, pytest.mark.timeout(180)]


def windows_named(name: str) -> list[str]:
    """X window ids whose title is `name`."""
    xdotool = shutil.which("xdotool")
    assert xdotool, "xdotool is missing (run through `python3 dev.py test`)"
    found = subprocess.run(
        [xdotool, "search", "--onlyvisible", "--name", f"^{name}$"], capture_output=True, text=True
    )
    return found.stdout.split()


def until(what: str, true: Callable[[], object], app: subprocess.Popen[str]) -> None:
    seconds = 60.0
    deadline = time.monotonic() + seconds
    while not true():
        assert app.poll() is None, f"the app ended while waiting for {what}"
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.1)


def test_the_app_opens_checks_its_invite_and_ends_cleanly(demo: Demo) -> None:
    before = set(windows_named("Invigil"))
    app = subprocess.Popen(
        [sys.executable, "-m", "client", demo.seeded["invite_url"]],
        env=demo.environment() | {"QT_QPA_PLATFORM": "xcb"},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        until("its window", lambda: set(windows_named("Invigil")) - before, app)
        time.sleep(3)  # the invite is checked on a thread of its own, whose imports may race
        assert app.poll() is None
        app.send_signal(signal.SIGTERM)
        _, errors = app.communicate(timeout=20)
    finally:
        if app.poll() is None:
            os.killpg(app.pid, signal.SIGKILL)
            app.wait()
    assert app.returncode == 0
    assert "Traceback" not in errors
    with demo.admin() as admin:
        statuses = [i["status"] for i in admin.get("/admin/interviews").json()["items"]]
    assert statuses == ["invited"], "looking at an invite changes nothing"

"""The app is killed at any moment: a moment later the keyboard is as it was, with nothing left."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from client.lockdown import undoing
from client.lockdown.guard import Guard
from client.lockdown.journal import Journal, Undo
from client.lockdown.linux import NO_SERVER_KEYS, ServerKeys, options
from client.lockdown.measures import CannotHold, Lockdown
from tests.client.lockdown.lock_kills import BEFORE, BOTH_EVERY, kill

pytestmark = pytest.mark.display

KILLS = int(os.environ.get("INVIGIL_LOCK_KILLS", "25"))


@pytest.fixture
def display() -> Iterator[str]:
    """With options that a person might have set."""
    name = os.environ["DISPLAY"]
    undoing.xkb_options(display=name, options=BEFORE)
    assert options(name) == BEFORE
    yield name
    undoing.xkb_options(display=name, options=[])


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "lockdown.jsonl")


def until(ready, what: str, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, what
        time.sleep(0.01)


def test_the_server_keys_are_held_and_given_back(display: str, journal: Journal):
    guard = Guard(journal)
    lockdown = Lockdown([ServerKeys()], journal, guarded=guard.start())
    assert [one.held for one in lockdown.enter()] == [True]
    assert options(display) == [NO_SERVER_KEYS, *BEFORE]
    assert guard.beat()
    lockdown.leave()
    guard.stop()
    assert options(display) == BEFORE
    assert not journal.path.exists()
    assert not guard.beat()


def test_the_next_start_sets_back_what_no_watchdog_could(display: str, journal: Journal):
    journal.note(ServerKeys().undo())
    undoing.xkb_options(display=display, options=[*BEFORE, NO_SERVER_KEYS])
    assert journal.restore(undoing.UNDOINGS, undoing.boot()) == []
    assert options(display) == BEFORE


def test_wayland_and_no_display_say_so():
    with pytest.raises(CannotHold, match="Wayland"):
        ServerKeys({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}).undo()
    with pytest.raises(CannotHold, match="no X server"):
        ServerKeys({}).undo()
    with pytest.raises(CannotHold, match="did not tell"):
        ServerKeys({"DISPLAY": ":6553"}).undo()


def test_a_watchdog_hears_a_stopped_app_fall_silent(journal: Journal, display: str, monkeypatch):
    monkeypatch.setattr("client.lockdown.watchdog.SILENT_AFTER_S", 0.05)
    from client.lockdown import watchdog

    read, write = os.pipe()
    try:
        watchdog._until_gone(read)
    finally:
        os.close(read)
        os.close(write)


def test_killed_at_random_moments_nothing_is_left(display: str, tmp_path: Path):
    found = kill(display, tmp_path, kills=KILLS, seed=7)
    assert found.left == []
    assert found.kills == KILLS
    assert found.both == KILLS // BOTH_EVERY
    # Moments that found nothing to set back would show nothing.
    assert found.held


def test_what_a_killed_app_had_just_begun_is_set_back_after_it(display: str, journal: Journal):
    """A program that the app had started changes the keyboard after the app is gone."""
    guard = Guard(journal)
    assert guard.start()
    measure = ServerKeys()
    journal.note(measure.undo())
    with guard.inherited():
        slow = subprocess.Popen(
            ["sh", "-c", f"sleep 0.5; setxkbmap -option {NO_SERVER_KEYS}"], close_fds=False
        )
    guard.stop()  # closes the sign of life, as the end of the app does
    assert slow.wait() == 0
    assert not journal.path.exists()
    assert options(display) == BEFORE


def test_a_watchdog_outlives_the_signals_of_its_session(display: str, journal: Journal):
    guard = Guard(journal)
    assert guard.start()
    pid = guard.pid
    assert pid is not None
    measure = ServerKeys()
    journal.note(measure.undo())
    measure.enter()
    # Its handlers are up once it answers to none of these.
    until(lambda: "1" in _ignored(pid, signal.SIGTERM), "it ignores them")
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        os.kill(pid, number)
    assert guard.beat()
    guard.stop()
    assert options(display) == BEFORE
    assert not journal.path.exists()


def _ignored(pid: int, number: int) -> str:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("SigIgn:"):
                return str(int(line.split()[1], 16) >> (number - 1) & 1)
    return "0"


def test_an_undo_that_cannot_be_done_is_tried_again_at_the_next_start(journal: Journal):
    journal.note(Undo("xkb_options", {"display": ":6553", "options": []}, undoing.boot()))
    assert journal.restore(undoing.UNDOINGS, undoing.boot()) == ["xkb_options"]
    assert journal.pending()
    assert journal.restore(undoing.UNDOINGS, "after a reboot") == []
    assert not journal.path.exists()

"""Measures are entered in order and left in reverse; what does not hold says so and harms none."""

from pathlib import Path

import pytest

from client.lockdown.journal import Journal, Undo
from client.lockdown.measures import CannotHold, Lockdown


class Fake:
    """Writes down what was done with it."""

    def __init__(self, name: str, log: list[str], *, undo: bool = False, breaks: str = "") -> None:
        self.name, self.log, self._undo, self._breaks = name, log, undo, breaks

    def undo(self) -> Undo | None:
        return Undo("set", {"value": self.name}) if self._undo else None

    def enter(self) -> None:
        if self._breaks == "cannot":
            raise CannotHold("Not on this computer.")
        if self._breaks == "enter":
            raise RuntimeError("boom")
        self.log.append(f"+{self.name}")

    def leave(self) -> None:
        if self._breaks == "leave":
            raise OSError("gone")
        self.log.append(f"-{self.name}")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "lockdown.jsonl")


def test_in_order_and_in_reverse(journal: Journal):
    log: list[str] = []
    lockdown = Lockdown([Fake("a", log), Fake("b", log, undo=True)], journal, guarded=True)
    assert [(one.name, one.held) for one in lockdown.enter()] == [("a", True), ("b", True)]
    assert [undo.given["value"] for _, undo in journal.pending()] == ["b"]
    lockdown.leave()
    lockdown.leave()
    assert log == ["+a", "+b", "-b", "-a"]
    assert not journal.path.exists()


def test_what_the_computer_does_not_allow_is_said_and_leaves_no_trace(journal: Journal):
    log: list[str] = []
    fakes = [Fake("a", log, undo=True, breaks="cannot"), Fake("b", log)]
    lockdown = Lockdown(fakes, journal, guarded=True)
    first, second = lockdown.enter()
    assert (first.held, first.reason) == (False, "Not on this computer.")
    assert second.held
    assert not journal.path.exists()
    lockdown.leave()
    assert log == ["+b", "-b"]


@pytest.mark.expects_log
def test_one_that_breaks_half_way_is_left_at_once(journal: Journal):
    log: list[str] = []
    lockdown = Lockdown([Fake("a", log, undo=True, breaks="enter")], journal, guarded=True)
    (stood,) = lockdown.enter()
    assert not stood.held
    assert "RuntimeError" in stood.reason
    assert log == ["-a"]
    assert not journal.path.exists()


@pytest.mark.expects_log
def test_what_cannot_be_left_stays_in_the_journal_and_the_others_are_left(journal: Journal):
    log: list[str] = []
    fakes = [Fake("a", log), Fake("b", log, undo=True, breaks="leave"), Fake("c", log)]
    lockdown = Lockdown(fakes, journal, guarded=True)
    lockdown.enter()
    lockdown.leave()
    assert log == ["+a", "+b", "+c", "-c", "-a"]
    assert [undo.given["value"] for _, undo in journal.pending()] == ["b"]


def test_without_a_watchdog_nothing_outlives_the_process(journal: Journal):
    log: list[str] = []
    fakes = [Fake("a", log, undo=True), Fake("b", log)]
    stood = Lockdown(fakes, journal, guarded=False).enter()
    assert [one.held for one in stood] == [False, True]
    assert "watchdog" in stood[0].reason
    assert log == ["+b"]

"""Looks at the computer go with the clock, and what changed is on record, nothing else."""

from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from client.exam.state import Held
from client.lockdown.probes.answer import PROBES, Answer, ok, violation
from client.lockdown.probes.runner import Probe
from client.lockdown.probes.table import Setting
from client.spool.store import Spool
from client.ui.probing import Probing
from shared.policy import Policy
from tests.client.ui.conduct import NOW, Desk


@pytest.fixture
def desk(qapp, spool: Spool):
    made = Desk(spool)
    made.conductor.state = replace(made.state, policy=Policy())
    yield made
    made.close()


class Scripted:
    """Makes one probe, which answers what it is given."""

    def __init__(self) -> None:
        self.settings: list[Setting] = []
        self.answers: Queue[Answer] = Queue()

    def __call__(self, setting: Setting) -> tuple[Probe, ...]:
        self.settings.append(setting)
        return (Probe("disk", 0.01, 20.0, lambda: self.answers.get(timeout=20)),)


def test_what_changes_becomes_rows_and_stands_for_the_candidate_to_see(desk: Desk, qtbot):
    make = Scripted()
    probing = Probing(desk.conductor, Path("/tmp"), make=make)
    for _ in range(3):
        probing.follow(desk.state)
    full = violation("disk", "0.1 GB free")
    for answer in (ok("disk"), ok("disk"), full):
        make.answers.put(answer)
    qtbot.waitUntil(lambda: len(desk.rows("probe")) == 2)
    assert len(make.settings) == 1
    assert probing.standing == (full,)
    assert desk.rows("probe") == [
        {"probe": "disk", "outcome": "ok", "evidence": [], "at_ms": 0},
        {"probe": "disk", "outcome": "violation", "evidence": ["0.1 GB free"], "at_ms": 0},
    ]
    assert desk.state.closing == ""
    make.answers.put(full)
    probing.stop()
    assert probing.standing == ()


def test_nothing_is_looked_at_in_a_pause_nor_after_the_end(desk: Desk, qtbot):
    make = Scripted()
    probing = Probing(desk.conductor, Path("/tmp"), make=make)
    running = desk.state
    make.answers.put(ok("disk"))
    probing.follow(running)
    qtbot.waitUntil(lambda: len(probing.standing) == 1)
    make.answers.put(violation("disk", "full"))
    probing.follow(replace(running, paused=Held("break", 0)))
    make.answers.put(ok("disk"))
    assert probing.standing == ()
    probing.follow(replace(running, closing="proctor"))
    assert len(make.settings) == 1
    probing.follow(replace(running, policy=Policy(probes=False)))
    probing.follow(replace(running, clock=None))
    assert len(make.settings) == 1


def test_the_skew_is_what_the_server_said_last(desk: Desk, qtbot):
    make = Scripted()
    probing = Probing(desk.conductor, Path("/tmp"), make=make)
    make.answers.put(ok("disk"))
    probing.follow(desk.state)
    qtbot.waitUntil(lambda: bool(probing.standing))
    assert make.settings[0].skew_s() == 0
    assert desk.state.clock is not None
    ahead = replace(desk.state.clock, anchor=replace(NOW, utc_ms=NOW.utc_ms + 90_000))
    desk.conductor.state = replace(desk.state, clock=ahead)
    assert make.settings[0].skew_s() == 90
    make.answers.put(ok("disk"))
    probing.stop()


@pytest.mark.expects_log
def test_looks_that_cannot_begin_are_unknown_and_on_record(desk: Desk, qtbot):
    def broken(setting: Setting) -> tuple[Probe, ...]:
        raise ImportError("no module named psutil")

    probing = Probing(desk.conductor, Path("/tmp"), make=broken)
    probing.follow(desk.state)
    qtbot.waitUntil(lambda: len(desk.rows("probe")) == 1)
    row = desk.rows("probe")[0]
    assert (row["probe"], row["outcome"]) == ("probes", "unknown")
    assert row["evidence"] == ["the looks could not begin (ImportError)"]
    probing.stop()


def test_a_run_that_is_ended_before_it_began_never_begins(desk: Desk):
    make = Scripted()
    probing = Probing(desk.conductor, Path("/tmp"), make=make)
    desk.background.close()  # the beginning waits in a line that nobody works at any more
    probing.follow(desk.state)
    probing.stop()
    assert make.settings == []


@pytest.mark.display
def test_all_probes_look_at_this_very_computer(desk: Desk, qtbot, tmp_path: Path):
    """The real readers, beside the window; what they find here is not judged, that they do is."""
    probing = Probing(desk.conductor, tmp_path, devices=lambda: ("Integrated Camera",))
    probing.follow(desk.state)
    qtbot.waitUntil(lambda: len(probing.standing) == len(PROBES), timeout=60_000)
    found = {one.probe: one for one in probing.standing}
    for name in ("clock", "displays", "typing", "devices"):
        assert found[name].outcome == "ok", found[name]
    for one in found.values():
        assert "it could not be tried" not in " ".join(one.evidence), one
    probing.stop()

"""What stands wrong is told and on record."""

from dataclasses import replace

import pytest

from client import exam
from client.exam import Guarded, State
from shared.events import FocusMoved, KeysHeld, Probed, SystemNoted
from tests.client.exam.story import at, at_consent, at_written, run


@pytest.mark.parametrize(
    ("lost", "back"),
    [
        ("camera_lost", "camera_back"),
        ("camera_lost", "camera_changed"),
        ("microphone_lost", "microphone_changed"),
        ("network_lost", "network_back"),
        ("disk_full", "disk_back"),
        ("proctor_lost", "proctor_back"),
    ],
)
def test_troubles_stand_until_they_pass_and_are_on_record(lost: str, back: str):
    gone = SystemNoted.model_validate({"what": lost})
    state, ordered = run(at_written(), exam.SystemHappened(gone))
    assert state.live.notices == (lost,)
    assert ordered == [gone]
    state, _ = run(state, exam.SystemHappened(SystemNoted.model_validate({"what": back})))
    assert state.live.notices == ()


def test_what_a_probe_found_is_on_record_and_changes_nothing():
    before = at_written()
    found = exam.ProbeAnswered("machine", "violation", ("it seems virtual",))
    state, ordered = run(before, found, now=at(3))
    assert replace(state, clock=before.clock) == before
    assert ordered == [
        Probed(probe="machine", outcome="violation", evidence=("it seems virtual",), at_ms=3000)
    ]


def test_a_probe_is_heard_only_while_the_clock_runs():
    found = exam.ProbeAnswered("machine", "violation", ("it seems virtual",))
    for state in (at_consent(), replace(at_written(), closing="upload")):
        assert run(state, found)[1] == []


def test_what_the_lockdown_saw_gets_its_time_and_changes_nothing():
    state = at_written()
    seen = (Guarded(KeysHeld(keys="Alt+Tab", times=2)), Guarded(FocusMoved(what="lost")))
    after, ordered = run(state, *seen, now=at(40))
    assert ordered == [
        KeysHeld(keys="Alt+Tab", times=2, at_ms=40_000),
        FocusMoved(what="lost", at_ms=40_000),
    ]
    assert (after.index, after.answers, after.closing) == (state.index, state.answers, "")
    assert run(State(), *seen) == (State(), [])

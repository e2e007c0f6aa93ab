"""What stands wrong is told and on record."""

import pytest

from client import exam
from shared.events import (
    SystemNoted,
)
from tests.client.exam.story import (
    at_written,
    run,
)


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

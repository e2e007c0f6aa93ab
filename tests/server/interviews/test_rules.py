"""Windows and changes, decided without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from server.interviews.rules import Change, change_refusal, may_delete, reopens, window_fault
from shared.lifecycle import BEFORE_START, RUNNING, TERMINAL, Status, may_change

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("opens", "closes", "fits"),
    [
        (0, 60, True),
        (-60, 1, True),
        (1000, 1001, True),
        (0, 0, False),
        (60, 0, False),
        (-120, -60, False),
        (-60, 0, False),
        (0, 60 * 24 * 400, False),
    ],
)
def test_window_must_be_possible(opens: int, closes: int, fits: bool) -> None:
    fault = window_fault(NOW + opens * MINUTE, NOW + closes * MINUTE, NOW)
    assert (fault is None) is fits


@pytest.mark.parametrize("status", BEFORE_START)
def test_everything_may_change_before_the_start(status: Status) -> None:
    for change in (Change(window=True), Change(cancel=True), Change(new_link=True)):
        assert change_refusal(status, change) is None
        assert not reopens(status, change)


@pytest.mark.parametrize("status", [*RUNNING, Status.COMPLETED, Status.TERMINATED])
def test_nothing_changes_once_it_has_begun(status: Status) -> None:
    for change in (Change(window=True), Change(candidate=True), Change(cancel=True)):
        assert change_refusal(status, change)
    assert not may_delete(status, started=True)


def test_ended_invitation_comes_back_only_by_the_right_change() -> None:
    assert change_refusal(Status.EXPIRED, Change(window=True)) is None
    assert change_refusal(Status.EXPIRED, Change(cancel=True))
    assert change_refusal(Status.CANCELLED, Change(window=True))
    assert change_refusal(Status.CANCELLED, Change(new_link=True)) is None
    assert change_refusal(Status.CANCELLED, Change(new_link=True, cancel=True))


@pytest.mark.parametrize("status", Status)
def test_what_reopens_is_a_step_of_the_lifecycle(status: Status) -> None:
    if reopens(status, Change(window=True, new_link=True)):
        assert status in TERMINAL
        assert may_change(status, Status.INVITED)


def test_started_interview_is_never_deleted_whatever_its_status() -> None:
    assert may_delete(Status.INVITED, started=False)
    assert not may_delete(Status.CANCELLED, started=True)

"""Who may enter, when, and from which machine: one table."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.candidate.rules import (
    LATE_GRACE_S,
    LEASE_SILENT_AFTER_S,
    Admitted,
    Claimant,
    Clocks,
    Invite,
    Lease,
    Refusal,
    access,
    allowed_s,
    claim,
    finish,
    is_late,
    read_question,
    record_step,
    start,
)
from shared.lifecycle import BEFORE_START, TRANSITIONS, Status, may_change, steps

OPENS = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CLOSES = OPENS + timedelta(hours=2)
DURING = OPENS + timedelta(minutes=30)
EARLY = OPENS - timedelta(seconds=1)
OVER = CLOSES + timedelta(seconds=1)
HELD_NOW = Lease("theirs", 1, DURING - timedelta(seconds=LEASE_SILENT_AFTER_S - 1), 1)
SILENT = Lease("theirs", 1, DURING - timedelta(seconds=LEASE_SILENT_AFTER_S), 1)
REOPENED = Lease("theirs", 1, DURING - timedelta(hours=1), 3)
OURS = Lease("ours", 3, DURING - timedelta(hours=1), 3)


def invite(
    status: Status = Status.INVITED, *, revoked: bool = False, lease: Lease | None = None
) -> Invite:
    return Invite(status, OPENS, CLOSES, revoked, lease)


def decide(
    given: Invite, now: datetime = DURING, *, version: str = "0.1.0", protocol: int = 1
) -> Admitted | Refusal:
    return claim(given, now, claimant=Claimant("ours", version, protocol), min_client="0.1.0")


@pytest.mark.parametrize(
    ("given", "now", "expected"),
    [
        (invite(), DURING, Admitted(1, fresh=True)),
        (invite(), OPENS, Admitted(1, fresh=True)),
        (invite(), CLOSES, Admitted(1, fresh=True)),
        (invite(), EARLY, "invite_early"),
        (invite(), OVER, "invite_expired"),
        (invite(Status.EXPIRED), DURING, "invite_expired"),
        (invite(revoked=True), DURING, "invite_revoked"),
        (invite(revoked=True), EARLY, "invite_revoked"),
        (invite(Status.CANCELLED), DURING, "invite_revoked"),
        (invite(Status.CANCELLED, lease=OURS), DURING, "invite_revoked"),
        (invite(Status.COMPLETED), DURING, "invite_used"),
        (invite(Status.COMPLETED, lease=HELD_NOW), DURING, "invite_used"),
        (invite(Status.TERMINATED, lease=SILENT), DURING, "invite_used"),
        (invite(Status.LINK_ACCESSED, lease=HELD_NOW), DURING, "open_elsewhere"),
        (invite(Status.INTERVIEW_ACTIVE, lease=HELD_NOW), DURING, "open_elsewhere"),
        (invite(Status.LINK_ACCESSED, lease=SILENT), DURING, Admitted(2, fresh=True)),
        (invite(Status.INTERVIEW_ACTIVE, lease=SILENT), OVER, Admitted(2, fresh=True)),
        (invite(Status.INTERVIEW_ACTIVE, lease=REOPENED), DURING, Admitted(4, fresh=True)),
        (invite(Status.LINK_ACCESSED, lease=OURS), DURING, Admitted(3, fresh=False)),
        (invite(Status.LINK_ACCESSED, lease=OURS), OVER, "invite_expired"),
        (invite(Status.INTERVIEW_ACTIVE, lease=OURS), OVER, Admitted(3, fresh=False)),
        (invite(Status.PAUSED, lease=OURS, revoked=True), OVER, Admitted(3, fresh=False)),
        (invite(Status.COMPLETED, lease=OURS), OVER, Admitted(3, fresh=False)),
        (invite(Status.TERMINATED, lease=OURS), OVER, Admitted(3, fresh=False)),
    ],
)
def test_a_claim_is_decided_by_window_state_and_lease(
    given: Invite, now: datetime, expected: Admitted | str
):
    found = decide(given, now)
    assert (found.code if isinstance(found, Refusal) else found) == expected


@pytest.mark.parametrize(
    ("version", "protocol", "expected"),
    [
        ("0.0.9", 1, "client_too_old"),
        ("0.1", 1, None),
        ("9.0.0", 1, None),
        ("1.x", 1, "client_too_old"),
        ("", 1, "client_too_old"),
        ("0.1.0", 0, "client_too_old"),
        ("0.1.0", 2, "client_too_new"),
    ],
)
def test_a_version_is_judged_before_the_interview(
    version: str, protocol: int, expected: str | None
):
    found = decide(invite(), version=version, protocol=protocol)
    assert (found.code if isinstance(found, Refusal) else None) == expected


def test_a_version_is_never_judged_during_the_interview():
    running = invite(Status.INTERVIEW_ACTIVE, lease=SILENT)
    assert decide(running, version="0.0.1", protocol=2) == Admitted(2, fresh=True)


def test_a_refusal_names_a_known_problem():
    with pytest.raises(ValueError, match="no_such_code"):
        Refusal("no_such_code")


def test_the_welcome_screen_shows_windows_to_come_but_no_withdrawn_invite():
    assert access(invite()) is None
    assert access(invite(Status.EXPIRED)) is None
    assert access(invite(revoked=True)) == Refusal("invite_revoked")
    assert access(invite(Status.CANCELLED)) == Refusal("invite_revoked")


@pytest.mark.parametrize(
    ("status", "now", "expected"),
    [
        (Status.AUTHENTICATED, DURING, None),
        (Status.AUTHENTICATED, EARLY, "invite_early"),
        (Status.AUTHENTICATED, OVER, "invite_expired"),
        (Status.INTERVIEW_ACTIVE, OVER, None),
        (Status.PAUSED, OVER, None),
        (Status.COMPLETED, DURING, "already_over"),
        (Status.TERMINATED, DURING, "already_over"),
        (Status.CANCELLED, DURING, "invite_revoked"),
        (Status.EXPIRED, DURING, "invite_expired"),
    ],
)
def test_a_start_needs_the_window_or_a_running_interview(
    status: Status, now: datetime, expected: str | None
):
    found = start(status, now, window=(OPENS, CLOSES))
    assert (found.code if found else None) == expected


def test_questions_are_readable_only_while_it_runs():
    codes = {status: (found := read_question(status)) and found.code for status in Status}
    assert {status for status, code in codes.items() if code is None} == {
        Status.INTERVIEW_ACTIVE,
        Status.PAUSED,
    }
    assert codes[Status.ENROLLMENT] == "not_started"
    assert codes[Status.COMPLETED] == "already_over"


def test_a_finish_completes_what_runs_and_finds_the_rest_standing():
    assert (
        finish(Status.INTERVIEW_ACTIVE, "candidate")
        == finish(Status.PAUSED, "candidate")
        == "complete"
    )
    assert (
        finish(Status.COMPLETED, "candidate") == finish(Status.TERMINATED, "candidate") == "stands"
    )
    assert finish(Status.LINK_ACCESSED, "candidate") == Refusal("not_started")


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_every_step_on_the_way_is_in_the_table(old: Status, new: Status):
    path = steps(old, new)
    if not path:
        return
    assert path[-1] == new
    for before, after in zip((old, *path), path, strict=False):
        assert may_change(before, after)


def test_one_request_may_walk_the_first_steps_only():
    assert steps(Status.INVITED, Status.ENROLLMENT) == (
        Status.LINK_ACCESSED,
        Status.AUTHENTICATED,
        Status.ENROLLMENT,
    )
    assert steps(Status.LINK_ACCESSED, Status.INTERVIEW_ACTIVE) == (
        Status.AUTHENTICATED,
        Status.INTERVIEW_ACTIVE,
    )
    assert steps(Status.ENROLLMENT, Status.AUTHENTICATED) == ()
    assert steps(Status.COMPLETED, Status.PAUSED) is None
    assert steps(Status.EXPIRED, Status.INTERVIEW_ACTIVE) is None


@given(st.sampled_from(Status), st.sampled_from(Status))
def test_a_row_of_the_record_never_starts_or_ends_an_interview(old: Status, said: Status):
    assert set(record_step(old, said)) <= set(BEFORE_START)
    if old not in BEFORE_START:
        assert record_step(old, said) == ()


def test_the_table_knows_every_state():
    assert set(TRANSITIONS) == set(Status)


@pytest.mark.parametrize(
    ("status", "late_s", "at_ms", "expected"),
    [
        (Status.INTERVIEW_ACTIVE, -1, 1000, False),
        (Status.INTERVIEW_ACTIVE, LATE_GRACE_S, 1000, False),
        (Status.INTERVIEW_ACTIVE, LATE_GRACE_S + 1, 1000, True),
        (Status.INTERVIEW_ACTIVE, -1, (600 + LATE_GRACE_S) * 1000, False),
        (Status.INTERVIEW_ACTIVE, -1, (600 + LATE_GRACE_S) * 1000 + 1, True),
        (Status.INTERVIEW_ACTIVE, -1, None, False),
        (Status.COMPLETED, -1, 1000, True),
        (Status.TERMINATED, -1, None, True),
    ],
)
def test_an_answer_is_late_by_either_clock(
    status: Status, late_s: int, at_ms: int | None, expected: bool
):
    deadline = OPENS + timedelta(seconds=600)
    clocks = Clocks(status, OPENS, deadline)
    assert is_late(clocks, deadline + timedelta(seconds=late_s), at_ms=at_ms) is expected


def test_nothing_is_late_before_the_start():
    clocks = Clocks(Status.LINK_ACCESSED, None, None)
    assert is_late(clocks, OVER, at_ms=10**9) is False


@given(st.integers(1, 86_400), st.integers(0, 300))
def test_extra_time_is_never_rounded_away(seconds: int, percent: int):
    allowed = allowed_s(seconds, percent)
    assert 0 <= allowed * 100 - seconds * (100 + percent) < 100

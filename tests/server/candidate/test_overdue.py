"""A deadline ends what nobody hands in, and what comes later is kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, func, select

from server import dispatch
from server.candidate.rules import OVERDUE_AFTER_S, overdue_at
from server.models import Answer, InterviewResult, InterviewSession, ServerLink, StatusTimeline
from shared.events import AnswerRevised
from shared.lifecycle import Status
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite

DEADLINE = datetime(2026, 11, 23, 10, tzinfo=UTC)
SECONDS = st.integers(0, 7200).map(lambda seconds: timedelta(seconds=seconds))


@given(SECONDS, SECONDS, SECONDS)
def test_the_end_waits_for_time_that_can_still_be_claimed(
    before: timedelta, after: timedelta, creditable: timedelta
) -> None:
    least = DEADLINE + timedelta(seconds=OVERDUE_AFTER_S)
    for contact_at in (None, DEADLINE - before - timedelta(seconds=1)):
        assert overdue_at(DEADLINE, contact_at=contact_at, creditable=creditable) == (
            least + creditable
        )
    heard = overdue_at(DEADLINE, contact_at=DEADLINE + after, creditable=creditable)
    assert heard == least


@pytest.fixture
def invited(parts, admin) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def machine(client, parts, invited) -> CandidateMachine:
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    machine.start()
    machine.sync()
    return machine


def sweep(parts) -> None:
    """One look, and what it notes."""
    dispatch.sweep(parts.database, parts.now())
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    dispatch.run_due(parts.database, parts.now, errands=errands)


def standing(db: Session) -> tuple[Status, str]:
    """(status, rule of the last step)."""
    step = db.exec(select(StatusTimeline).order_by(col(StatusTimeline.at).desc())).first()
    status = db.exec(select(InterviewSession.status)).one()
    db.commit()
    assert step is not None
    return status, step.rule


def test_an_interview_that_nobody_hands_in_is_completed_by_its_deadline(
    machine: CandidateMachine, parts, clock, db
) -> None:
    clock.advance(minutes=10, seconds=30)
    machine.sync()  # heard since the deadline: no lost time is left to claim
    clock.advance(seconds=OVERDUE_AFTER_S - 31)
    sweep(parts)
    assert standing(db)[0] is Status.INTERVIEW_ACTIVE
    clock.advance(seconds=2)
    sweep(parts)
    assert standing(db) == (Status.COMPLETED, "deadline")
    assert db.exec(select(ServerLink.kind).order_by(col(ServerLink.n).desc())).first() == "deadline"
    assert db.exec(select(func.count()).select_from(InterviewResult)).one() == 1


def test_what_comes_after_that_is_kept_as_late_and_a_finish_finds_it_standing(
    machine: CandidateMachine, invited: Invited, parts, clock, db
) -> None:
    clock.advance(hours=3)
    sweep(parts)
    assert standing(db) == (Status.COMPLETED, "deadline")
    said = AnswerRevised(question=invited.written, revision=1, text="Offline until now.", at_ms=1)
    machine.sync([machine.append(said)])
    answer = db.exec(select(Answer).where(Answer.session_question_id == invited.written)).one()
    assert (answer.text, answer.late) == ("Offline until now.", True)
    db.commit()
    assert machine.finish().status == Status.COMPLETED
    assert standing(db) == (Status.COMPLETED, "deadline")


def test_a_machine_that_was_off_may_still_come_and_claim_its_time(
    machine: CandidateMachine, parts, clock, db
) -> None:
    clock.advance(minutes=13)
    sweep(parts)
    assert standing(db)[0] is Status.INTERVIEW_ACTIVE
    machine.sync([], lost_ms=600_000)
    assert standing(db) == (Status.INTERVIEW_ACTIVE, "outage")
    sweep(parts)
    assert standing(db)[0] is Status.INTERVIEW_ACTIVE
    clock.advance(hours=1)
    sweep(parts)
    assert standing(db) == (Status.COMPLETED, "deadline")


def test_a_person_who_paused_it_decides_when_it_goes_on(
    machine: CandidateMachine, parts, clock, db, admin_client
) -> None:
    asked = {"action": "pause", "reason": "technical"}
    answer = admin_client.post(f"/api/admin/interviews/{machine.session}/actions", json=asked)
    assert answer.status_code == 200, answer.text
    clock.advance(hours=5)
    sweep(parts)
    assert standing(db)[0] is Status.PAUSED

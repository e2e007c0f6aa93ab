"""S11: late, double and after-the-end submits, and candidates who extend themselves.

Whatever order things come in, over HTTP: the state machine refuses or repeats itself, the timeline
has a row for every change, and no candidate's call moves the deadline.
"""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from server.models import InterviewSession, StatusTimeline
from shared.events import AnswerRevised, StatusReached
from shared.lifecycle import TERMINAL, TRANSITIONS, Status
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial

CALLS = (
    *("claim", "start", "sync", "finish", "finish", "status", "answer"),
    *("pause", "resume", "terminate", "wait"),
)
REFUSALS = {401, 409, 410, 422}


@given(calls=st.lists(st.sampled_from(CALLS), min_size=3, max_size=14))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_order_of_calls_breaks_the_lifecycle(
    client, admin_client, parts, admin, clock, calls: list[str]
) -> None:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        db.add(
            StatusTimeline(session_id=invited.id, new=Status.INVITED, at=clock.now, rule="created")
        )
    machine = CandidateMachine(client, invited.token, now=clock.now)
    machine.claim()
    before = stands(parts, invited.id)
    for call in calls:
        answer = ask(machine, admin_client, invited, clock, call)
        after = stands(parts, invited.id)
        assert answer is None or answer.status_code in {200, *REFUSALS}, answer.text
        check(parts, before, after, call)
        before = after


def ask(machine, admin_client, invited, clock, call: str):
    match call:
        case "claim":
            return machine.ask_claim()
        case "start":
            return machine.ask_start()
        case "sync":
            return machine.ask_sync(machine.rows, lost_ms=3_600_000)
        case "finish":
            return machine.ask_finish()
        case "status":
            machine.append(StatusReached(status=Status.INTERVIEW_ACTIVE))
            return machine.ask_sync(machine.rows)
        case "answer":
            body = AnswerRevised(question=invited.written, revision=1, text="late", at_ms=-5)
            machine.append(body)
            return machine.ask_sync(machine.rows)
        case "wait":
            clock.advance(seconds=2)
            return None
    reason = {"pause": "break", "resume": "settled", "terminate": "rules"}[call]
    path = f"/api/admin/interviews/{invited.id}/actions"
    return admin_client.post(path, json={"action": call, "reason": reason})


def stands(parts, key: str) -> InterviewSession:
    with parts.database.read() as db:
        return db.get_one(InterviewSession, key)


def check(parts, before: InterviewSession, after: InterviewSession, call: str) -> None:
    if before.status in TERMINAL:
        assert after.status is before.status
        assert after.deadline_at == before.deadline_at
    if before.deadline_at is not None and call == "start":
        # Whose answer was lost: nobody had the questions meanwhile, and that time is given back.
        given = timedelta(milliseconds=after.credited_ms - before.credited_ms)
        assert after.deadline_at == before.deadline_at + given
    elif before.deadline_at is not None and call not in ("resume", "terminate"):
        assert after.deadline_at == before.deadline_at, f"{call} moved the deadline"
    with parts.database.read() as db:
        rows = db.exec(
            select(StatusTimeline)
            .where(StatusTimeline.session_id == after.id)
            .order_by(col(StatusTimeline.at))
        ).all()
    assert rows[-1].new is after.status
    for one, then in pairwise(rows):
        assert then.old is one.new
        assert then.new is then.old or then.new in TRANSITIONS[one.new]

"""What an interview noted is counted as it comes in, once, and can be counted again."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import EventCount
from server.scoring import tasks
from shared.events import SignalClosed, SignalOpened, SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    made = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    made.claim()
    made.start()
    return made


def opened(severity: str, at_ms: int) -> SignalOpened:
    told = {"signal": "phone", "severity": severity, "onset_ms": at_ms, "at_ms": at_ms}
    return SignalOpened.model_validate(told)


def counts_of(db: Session, session: str) -> dict[tuple[str, str, str], int]:
    found = db.exec(select(EventCount).where(EventCount.session_id == session)).all()
    db.commit()
    return {(one.kind, one.name, one.severity): one.count for one in found}


NOTED = {
    ("signal.opened", "phone", "high"): 2,
    ("signal.opened", "phone", "low"): 1,
    ("system", "rate_low", "info"): 2,
}


def note_all(machine: CandidateMachine) -> None:
    """In two batches, the second of them sent twice."""
    machine.append(opened("high", 1000))
    machine.append(SystemNoted(what="rate_low", detail="a"))
    machine.sync()
    machine.append(SignalClosed(signal="phone", onset_ms=1000, ended_ms=2000, at_ms=2500))
    machine.append(opened("high", 3000))
    machine.append(opened("low", 4000))
    machine.append(SystemNoted(what="rate_low", detail="b"))
    machine.sync()
    machine.sync()


def test_what_comes_in_is_counted_once_however_often_it_is_sent(
    machine: CandidateMachine, db: Session
):
    note_all(machine)
    assert counts_of(db, machine.session) == NOTED


def test_the_job_of_the_hand_in_counts_what_a_server_of_before_took_in(
    machine: CandidateMachine, parts: Parts, db: Session
):
    note_all(machine)
    with parts.database.write() as unit:
        unit.execute(delete(EventCount))
    assert counts_of(db, machine.session) == {}
    for _ in range(2):
        with parts.database.write() as unit:
            tasks.total(unit, {"session": machine.session}, parts.now())
    assert counts_of(db, machine.session) == NOTED

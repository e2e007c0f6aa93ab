"""What was shown is kept as it was signed, and a change of mind destroys the numbers."""

import json

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import consents, dispatch, evidence
from server.auth.people import Person
from server.deps import Parts
from server.models import ConsentText, IdentityTemplate
from shared.events import ConsentGiven, ConsentWithdrawn, Enrolled
from shared.ids import sha256_hex
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.privacy.done import TEXT, Finished, work
from tests.server.support import Clock

GIVEN = ConsentGiven(
    version=3,
    text_sha256=sha256_hex(TEXT.encode()),
    text=TEXT,
    language="en",
    biometrics="given",
)


@pytest.fixture
def running(client: TestClient, parts: Parts, admin: Person) -> Finished:
    return Finished(client, parts, admin, finish=False)


def test_the_words_that_were_shown_are_kept_once_under_their_digest(
    running: Finished, client: TestClient, parts: Parts, admin: Person, db: Session
):
    running.machine.append(GIVEN)
    running.machine.sync()
    other = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    other.claim()
    other.append(GIVEN)
    other.append(GIVEN.model_copy(update={"text": "Something else."}))
    other.sync()
    (kept,) = db.exec(select(ConsentText)).all()
    assert (kept.text, kept.version, kept.language) == (TEXT, 3, "en")
    assert consents.biometrics(db, other.session) == "given"
    said = consents.history(db, running.id)
    assert [one.said for one in said if one.about == "watching"] == ["given", "given"]
    words = consents.sentences(said, consents.texts_known(db, said))
    assert "Text version 3 in 'en', kept word for word" in words[-1]
    db.commit()


def test_a_withdrawal_in_the_app_destroys_the_numbers_and_the_interview_goes_on(
    running: Finished, admin_client: TestClient, parts: Parts, db: Session
):
    machine = running.machine
    machine.append(GIVEN)
    machine.append(ConsentWithdrawn())
    machine.sync()
    assert db.exec(select(IdentityTemplate)).all() == []
    db.commit()
    work(parts)
    assert not evidence.store(parts.settings).has(running.id, running.template.sha256)
    grant = machine.claim()
    assert grant.face is None
    result = admin_client.get(running.url).json()
    assert result["interview"]["status"] == "interview_active"
    assert result["total"]["points"] is not None
    kept = admin_client.get(f"{running.url}/kept").json()
    assert kept["deletions"][0]["rule"] == "consent: withdrawn by the candidate"
    assert kept["deletions"][0]["counts"]["blobs"] == 1
    machine.append(ConsentWithdrawn())
    machine.sync()
    assert len(admin_client.get(f"{running.url}/kept").json()["deletions"]) == 1


@pytest.mark.parametrize(
    "late", [ConsentWithdrawn(), GIVEN.model_copy(update={"biometrics": "declined"})]
)
def test_numbers_that_come_after_a_no_are_not_kept(
    running: Finished, late, parts: Parts, clock: Clock, db: Session
):
    machine = running.machine
    machine.append(late)
    template = machine.put_blob(
        json.dumps({"late": 1}).encode(), "application/vnd.invigil.template+json"
    )
    machine.append(Enrolled(what="voice", template=template, model="test 1"))
    machine.sync()
    assert "voice" not in {one.what for one in db.exec(select(IdentityTemplate)).all()}
    db.commit()
    clock.advance(days=2)
    dispatch.sweep(parts.database, clock.now)
    work(parts)
    assert not evidence.store(parts.settings).has(running.id, template.sha256)


def test_a_hold_keeps_the_sealed_numbers_and_nobody_compares_with_them(
    running: Finished, admin_client: TestClient, parts: Parts, clock: Clock, db: Session
):
    admin_client.put(f"{running.url}/hold", json={"reason": "A dispute is open."})
    running.machine.append(ConsentWithdrawn())
    running.machine.sync()
    work(parts)
    assert evidence.store(parts.settings).has(running.id, running.template.sha256)
    assert running.machine.claim().face is None
    admin_client.delete(f"{running.url}/hold")
    clock.advance(days=2)
    dispatch.sweep(parts.database, clock.now)
    work(parts)
    assert not evidence.store(parts.settings).has(running.id, running.template.sha256)

"""What is too old goes by itself, part by part, and leaves a receipt for each."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server import dispatch, evidence
from server.auth.people import Person
from server.deps import Parts
from server.models import Deletion, IdentityTemplate, InterviewSession
from tests.server.privacy.done import Finished, work
from tests.server.support import Clock, bearer


@pytest.fixture
def finished(client: TestClient, parts: Parts, admin: Person) -> Finished:
    return Finished(client, parts, admin)


def hour(parts: Parts, clock: Clock) -> None:
    dispatch.sweep(parts.database, clock.now)
    work(parts)


def test_templates_go_first_then_the_record_then_the_person(
    finished: Finished,
    admin: Person,
    admin_client: TestClient,
    parts: Parts,
    clock: Clock,
    db: Session,
):
    store = evidence.store(parts.settings)
    clock.advance(days=29)
    hour(parts, clock)
    assert db.exec(select(Deletion)).all() == []
    db.commit()
    clock.advance(days=1, minutes=1)
    hour(parts, clock)
    assert db.exec(select(IdentityTemplate)).all() == []
    db.commit()
    assert not store.has(finished.id, finished.template.sha256)
    assert store.has(finished.id, finished.picture.sha256)
    admin_client.headers.update(bearer(parts, admin))
    kept = admin_client.get(f"{finished.url}/kept").json()
    assert kept["days"] == {
        "templates": 30,
        "audio": 90,
        "evidence": 90,
        "record": 90,
        "person": 730,
    }
    assert [one["what"] for one in kept["deletions"]] == ["templates"]
    assert kept["deletions"][0]["rule"] == "retention: templates after 30 days"
    clock.advance(days=60)  # the policy's 90 days
    hour(parts, clock)
    admin_client.headers.update(bearer(parts, admin))
    result = admin_client.get(finished.url).json()
    assert result["answers"] == []
    assert result["interview"]["candidate_name"] == "Grace Example"
    assert result["total"]["points"] is not None
    clock.advance(days=640)
    hour(parts, clock)
    assert db.exec(select(InterviewSession)).one().erased_at is not None
    whats = [one.what for one in db.exec(select(Deletion).order_by(col(Deletion.asked_at)))]
    assert whats == ["templates", "record", "person"]
    db.commit()
    clock.advance(days=1)
    hour(parts, clock)
    assert len(db.exec(select(Deletion)).all()) == 3
    db.commit()


def test_recordings_and_pictures_have_days_of_their_own(
    finished: Finished, admin_client: TestClient, parts: Parts, clock: Clock
):
    short = parts.settings.model_copy(
        update={"retention_audio_days": 5, "retention_evidence_days": 7}
    )
    clock.advance(days=5, minutes=1)
    errands = dispatch.errands(short, parts.database, parts.keys)
    dispatch.sweep(parts.database, clock.now)
    dispatch.run_due(parts.database, parts.now, errands=errands)
    assert admin_client.get(f"{finished.url}/audio/{finished.invited.spoken}").status_code == 404
    assert admin_client.get(f"{finished.url}/evidence/{finished.picture.sha256}").status_code == 200
    clock.advance(days=2)
    dispatch.sweep(parts.database, clock.now)
    dispatch.run_due(parts.database, parts.now, errands=errands)
    assert admin_client.get(f"{finished.url}/evidence/{finished.picture.sha256}").status_code == 404
    assert admin_client.get(finished.url).json()["answers"][0]["text"]


def test_a_hold_stands_above_age(
    finished: Finished, admin_client: TestClient, parts: Parts, clock: Clock, db: Session
):
    clock.advance(days=29)
    admin_client.put(f"{finished.url}/hold", json={"reason": "A dispute is open."})
    clock.advance(days=1000)
    hour(parts, clock)
    assert db.exec(select(Deletion)).all() == []
    db.commit()

"""A request that creates, sent twice with one key, creates once."""

import threading
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import dispatch
from server.models import IdempotencyKey, QuestionPaper
from tests.server.support import Clock

PAPER = {"title": "Backend engineer", "duration_s": 1800}


def post(client: TestClient, key: str, **change: object):
    return client.post(
        "/api/admin/papers", json={**PAPER, **change}, headers={"Idempotency-Key": key}
    )


def papers(db: Session) -> int:
    count = len(db.exec(select(QuestionPaper)).all())
    db.commit()
    return count


def test_the_same_request_again_gets_the_same_answer(admin_client: TestClient, db: Session):
    key = str(uuid4())
    first, second = post(admin_client, key), post(admin_client, key)
    assert first.status_code == 201, first.text
    assert (second.status_code, second.content) == (201, first.content)
    assert second.headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Content-Type"] == first.headers["Content-Type"]
    assert papers(db) == 1


def test_another_request_with_that_key_is_refused(admin_client: TestClient, db: Session):
    post(admin_client, "k")
    refused = post(admin_client, "k", title="Frontend engineer")
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_mismatch")
    assert papers(db) == 1


def test_keys_are_a_persons_own_and_last_a_day(
    admin_client: TestClient, other_client: TestClient, parts, clock: Clock, db: Session
):
    post(admin_client, "k")
    assert "Idempotency-Replayed" not in post(other_client, "k").headers
    clock.advance(hours=25)
    assert "Idempotency-Replayed" not in post(admin_client, "k").headers
    assert papers(db) == 3
    dispatch.sweep(parts.database, clock.now)
    assert [row.key for row in db.exec(select(IdempotencyKey)).all()] == ["k"]
    db.commit()


def test_a_refused_request_keeps_its_key_free(admin_client: TestClient, db: Session):
    assert post(admin_client, "k", title="").status_code == 422
    assert post(admin_client, "k").status_code == 201
    assert papers(db) == 1


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_is_none_is_refused(admin_client: TestClient, key: str):
    assert post(admin_client, key).json()["code"] == "invalid_request"


def test_nobody_and_strangers_get_no_answer_of_others(client: TestClient, admin_client: TestClient):
    post(admin_client, "k")
    refused = client.post("/api/admin/papers", json=PAPER, headers={"Idempotency-Key": "k"})
    assert (refused.status_code, refused.json()["code"]) == (401, "not_signed_in")


def test_at_the_same_moment_one_creates_and_all_get_its_answer(
    admin_client: TestClient, db: Session
):
    answers = []
    go = threading.Barrier(4)

    def ask() -> None:
        go.wait()
        answers.append(post(admin_client, "k"))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert papers(db) == 1


def test_what_is_kept_is_sealed(super_client: TestClient, db: Session):
    """An answer may hold a secret that is shown once."""
    made = super_client.post(
        "/api/admin/webhooks",
        json={"url": "https://hooks.example.org/", "events": ["result.scored"]},
        headers={"Idempotency-Key": "k"},
    ).json()
    (row,) = db.exec(select(IdempotencyKey)).all()
    db.commit()
    assert made["secret"].encode() not in row.body_sealed

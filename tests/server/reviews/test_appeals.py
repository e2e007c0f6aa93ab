"""A candidate objects to what was released; a person answers, and nothing else happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from server.models import AuditLog, Feedback, InterviewSession
from server.reviews.rules import APPEAL_DAYS, MOST_APPEALS, appeal_refusal
from shared.lifecycle import Status
from tests.server.interview_support import Invited, invite

TEXT = "My second answer names the cost of an index, and the comment says that it does not."


@given(st.floats(0, 60), st.integers(0, 5), st.booleans())
def test_a_candidate_may_object_while_it_is_open_and_not_for_ever(
    days: float, made: int, is_open: bool
) -> None:
    words = appeal_refusal(released_days=days, made=made, is_open=is_open)
    assert (words == "") == (days <= APPEAL_DAYS and made < MOST_APPEALS and not is_open)
    assert appeal_refusal(released_days=None, made=made, is_open=is_open) != ""


@pytest.fixture
def invited(parts, admin) -> Invited:
    made = invite(parts, admin)
    with parts.database.write() as db:
        db.get_one(InterviewSession, made.id).status = Status.COMPLETED
    return made


def release(parts, invited: Invited) -> None:
    with parts.database.write() as db:
        db.add(Feedback(session_id=invited.id, released_at=parts.now(), released_by="user:1"))


def make(client, invited: Invited, text: str = TEXT):
    return client.post("/api/interview/appeal", json={"token": invited.token, "text": text})


def mine(client, invited: Invited) -> dict:
    return client.post("/api/interview/appeals", json={"token": invited.token}).json()


def test_an_objection_is_answered_by_a_person_and_read_by_the_candidate(
    client, admin_client, other_client, invited, parts, clock, db
) -> None:
    early = make(client, invited)
    assert (early.status_code, early.json()["code"]) == (409, "wrong_state")
    assert mine(client, invited)["may_write"] is False
    release(parts, invited)
    assert mine(client, invited) == {"may_write": True, "words": "", "items": []}
    assert make(client, invited, "no").status_code == 422
    made = make(client, invited).json()
    assert (made["may_write"], made["items"][0]["text"]) == (False, TEXT)
    assert make(client, invited).json()["detail"].startswith("You have written already.")

    assert other_client.get("/api/admin/appeals").json()["items"] == []
    [item] = admin_client.get("/api/admin/appeals").json()["items"]
    assert (item["text"], item["scored_by_me"]) == (TEXT, False)
    address = f"/api/admin/appeals/{item['id']}/answer"
    body = {"answer": "A second reader went through it; the points stay, and here is why."}
    assert other_client.post(address, json=body).status_code == 404
    assert admin_client.post(address, json=body).status_code == 200
    assert admin_client.post(address, json=body).json()["code"] == "wrong_state"
    read = mine(client, invited)
    assert (read["may_write"], read["items"][0]["answer"]) == (True, body["answer"])
    noted = db.exec(select(AuditLog.action).where(AuditLog.action.like("appeal%"))).all()  # pyright: ignore[reportAttributeAccessIssue]
    assert sorted(noted) == ["appeal.answered", "appeal.made"]
    db.rollback()
    clock.advance(days=APPEAL_DAYS + 1)
    assert mine(client, invited)["words"].startswith("The 30 days")


def test_only_the_links_secret_opens_it(client, invited, parts) -> None:
    release(parts, invited)
    body = {"token": "x" * 43, "text": TEXT}
    assert client.post("/api/interview/appeal", json=body).json()["code"] == "invite_unknown"

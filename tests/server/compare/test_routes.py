"""Two candidates of one paper beside each other, named or not, and who is on the short list."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.auth.people import Person
from server.deps import Parts
from server.models import (
    Answer,
    AuditLog,
    InterviewSession,
    SessionQuestion,
    Shortlisted,
)
from tests.server.interview_support import Invited, invite

NAME = "Grace Example"


@pytest.fixture
def pair(parts: Parts, admin: Person) -> tuple[Invited, Invited]:
    """Two started interviews of one paper, with the same two questions and an answer each."""
    first, second = invite(parts, admin), invite(parts, admin)
    with parts.database.write() as db:
        for made, text in ((first, "It keeps results close."), (second, "It forgets.")):
            interview = db.get_one(InterviewSession, made.id)
            interview.paper_id = db.get_one(InterviewSession, first.id).paper_id
            interview.started_at = parts.now()
            db.add(interview)
            db.add(
                Answer(session_id=made.id, session_question_id=made.written, text=text, revision=1)
            )
        for one, other in ((first.written, second.written), (first.spoken, second.spoken)):
            question = db.get_one(SessionQuestion, other)
            question.question_id = db.get_one(SessionQuestion, one).question_id
            db.add(question)
    return first, second


def paper_of(client: TestClient) -> str:
    [paper] = client.get("/api/admin/compare").json()["items"]
    return paper["id"]


def compared(client: TestClient, made: Invited, **query: bool) -> dict:
    answer = client.get(f"/api/admin/result/{made.id}/compared", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def shortlist(client: TestClient, made: Invited, listed: bool, **headers: str):
    address = f"/api/admin/result/{made.id}/shortlist"
    return client.put(address, json={"listed": listed}, headers=headers)


def test_answers_to_one_question_have_one_source(admin_client: TestClient, pair) -> None:
    sides = [compared(admin_client, made) for made in pair]
    by_source = [{one["source"]: one["text"] for one in side["answers"]} for side in sides]
    assert by_source[0].keys() == by_source[1].keys()
    assert len(by_source[0]) == 2
    assert "It keeps results close." in by_source[0].values()
    assert [side["called"] for side in sides] == [NAME, NAME]


def test_a_blind_comparison_names_nobody_and_calls_them_the_same_everywhere(
    admin_client: TestClient, pair
) -> None:
    address = f"/api/admin/compare/{paper_of(admin_client)}"
    listed = admin_client.get(address, params={"blind": True})
    sides = [
        admin_client.get(f"/api/admin/result/{made.id}/compared", params={"blind": True})
        for made in pair
    ]
    for answer in (listed, *sides):
        assert "Grace" not in answer.text
        assert "example.org" not in answer.text
        assert "selfie" not in answer.text
    called = {one["id"]: one["called"] for one in listed.json()["items"]}
    assert len(set(called.values())) == 2
    assert [side.json()["called"] for side in sides] == [called[made.id] for made in pair]
    named = admin_client.get(address).json()["items"]
    assert {one["called"] for one in named} == {NAME}


def test_points_that_a_second_reader_must_not_know_are_on_neither_side(
    admin_client: TestClient, super_client: TestClient, pair
) -> None:
    first, _ = pair
    body = {"overrides": [{"question": first.written, "points": 4, "reason": "As I see it"}]}
    assert admin_client.patch(f"/api/admin/result/{first.id}", json=body).status_code == 200
    asked = admin_client.post(
        f"/api/admin/result/{first.id}/second-readings", json={"question": first.written}
    )
    assert asked.status_code < 300, asked.text
    mine, blind = compared(admin_client, first), compared(super_client, first)
    assert mine["total"]["points"] == 4
    assert blind["total"]["points"] is None
    assert [one["scores"] for one in blind["answers"]] == [[], []]
    [line] = [
        one
        for one in super_client.get(f"/api/admin/compare/{paper_of(super_client)}").json()["items"]
        if one["id"] == first.id
    ]
    assert (line["points"], line["withheld"]) == (None, True)


def test_the_short_list_is_kept_counted_noted_and_undone(
    admin_client: TestClient, super_client: TestClient, pair, db
) -> None:
    first, second = pair
    put = shortlist(admin_client, first, True, **{"If-Match": '"0"'})
    assert (put.status_code, put.headers["ETag"], put.json()["listed"]) == (200, '"1"', True)
    again = shortlist(admin_client, first, True)
    assert again.json()["version"] == 1  # it stood already
    # Somebody else had the page open since before.
    late = shortlist(super_client, first, False, **{"If-Match": '"0"'})
    assert (late.status_code, late.json()["code"]) == (412, "edited_meanwhile")
    read = super_client.get(f"/api/admin/result/{first.id}/shortlist")
    assert (read.headers["ETag"], read.json()["listed"]) == ('"1"', True)
    [paper] = admin_client.get("/api/admin/compare").json()["items"]
    assert (paper["candidates"], paper["shortlisted"]) == (2, 1)
    undone = shortlist(super_client, first, False, **{"If-Match": '"1"'})
    assert (undone.json()["listed"], undone.json()["version"]) == (False, 2)
    assert compared(admin_client, first)["shortlist"]["listed"] is False
    assert compared(admin_client, second)["shortlist"]["version"] == 0
    noted = db.exec(
        select(AuditLog.action)
        .where(AuditLog.subject == f"interview:{first.id}")
        .order_by(AuditLog.id)  # pyright: ignore[reportArgumentType]
    ).all()
    assert list(noted) == ["shortlist.added", "shortlist.removed"]
    assert db.exec(select(Shortlisted.version)).all() == [2]
    db.rollback()


def test_what_was_not_started_or_is_not_ones_own_is_not_there(
    admin_client: TestClient, other_client: TestClient, parts: Parts, admin: Person, pair
) -> None:
    invited = invite(parts, admin)
    answer = admin_client.get(f"/api/admin/result/{invited.id}/compared")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    paper = paper_of(admin_client)
    assert other_client.get("/api/admin/compare").json()["items"] == []
    assert other_client.get(f"/api/admin/compare/{paper}").status_code == 404
    assert other_client.get(f"/api/admin/result/{pair[0].id}/compared").status_code == 404
    assert shortlist(other_client, pair[0], True).status_code == 404

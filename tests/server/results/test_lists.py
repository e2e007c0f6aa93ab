"""Results as they are wanted: filters, order, cursor, and a file that is the list."""

import csv
import io
from datetime import timedelta
from typing import get_args

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.auth.people import Person
from server.deps import Parts
from server.models import (
    Answer,
    InterviewResult,
    InterviewSession,
    SecondReading,
    SessionQuestion,
)
from server.results.views import ResultColumn, ResultSummary
from server.results.wanted import Order
from shared.lifecycle import Status
from tests.server.interview_support import invite

PEOPLE = (
    # name, points of ten, state, high, medium, days since the hand-in
    ("Ada", 4000, "provisional", 0, 2, 1),
    ("bob", 9000, "final", 3, 0, 2),
    ("Cy", None, "needs_person", 0, 0, 3),
    ("Dee", 9000, "provisional", 1, 0, None),
)


@pytest.fixture
def ids(parts: Parts, admin: Person) -> dict[str, str]:
    """Started interviews by their candidate's name; the first was made first."""
    made: dict[str, str] = {}
    for number, (name, milli, state, high, medium, days) in enumerate(PEOPLE):
        invited = invite(parts, admin)
        with parts.database.write() as db:
            one = db.get_one(InterviewSession, invited.id)
            one.candidate_name, one.candidate_email = name, f"{name.lower()}@example.org"
            one.status = Status.COMPLETED
            one.created_at = parts.now() + timedelta(seconds=number)
            one.started_at = parts.now() - timedelta(days=5)
            one.finished_at = None if days is None else parts.now() - timedelta(days=days)
            one.high_signals, one.medium_signals = high, medium
            db.add(one)
            db.add(InterviewResult(session_id=one.id, total_milli=milli, max_marks=10, state=state))
        made[name] = invited.id
    return made


def names(client: TestClient, **query) -> list[str]:
    answer = client.get("/api/admin/results", params=query)
    assert answer.status_code == 200, answer.text
    return [one["candidate_name"] for one in answer.json()["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"Ada", "bob", "Cy", "Dee"}),
        ({"q": "BOB"}, {"bob"}),
        ({"q": "dee@"}, {"Dee"}),
        ({"q": "%"}, set()),
        ({"state": ["provisional", "final"]}, {"Ada", "bob", "Dee"}),
        ({"signals": "high"}, {"bob", "Dee"}),
        ({"signals": "some"}, {"Ada", "bob", "Dee"}),
        ({"signals": "none"}, {"Cy"}),
        ({"shortlisted": True}, {"bob"}),
        ({"shortlisted": False, "signals": "high"}, {"Dee"}),
    ],
)
def test_filters_leave_what_is_wanted(
    query: dict, found: set[str], admin_client: TestClient, ids: dict[str, str]
) -> None:
    address = f"/api/admin/result/{ids['bob']}/shortlist"
    assert admin_client.put(address, json={"listed": True}).status_code == 200
    assert set(names(admin_client, **query)) == found


def test_filters_by_paper_and_by_the_day_of_the_hand_in(
    admin_client: TestClient, parts: Parts, ids: dict[str, str]
) -> None:
    page = admin_client.get("/api/admin/results").json()["items"]
    [paper] = [one["paper_id"] for one in page if one["candidate_name"] == "Cy"]
    assert names(admin_client, paper_id=paper) == ["Cy"]
    then = (parts.now() - timedelta(days=2, hours=1)).isoformat()
    assert set(names(admin_client, finished_after=then)) == {"Ada", "bob"}
    assert set(names(admin_client, finished_before=then)) == {"Cy"}


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("newest", ["Dee", "Cy", "bob", "Ada"]),
        ("name", ["Ada", "bob", "Cy", "Dee"]),
        ("signals", ["bob", "Dee", "Ada", "Cy"]),
    ],
)
def test_lists_come_in_the_wanted_order(
    order: str, found: list[str], admin_client: TestClient, ids: dict[str, str]
) -> None:
    assert names(admin_client, order=order) == found


@pytest.mark.parametrize("order", get_args(Order))
def test_page_by_page_it_is_the_same_list_in_every_order(
    order: str, admin_client: TestClient, ids: dict[str, str]
) -> None:
    whole = names(admin_client, order=order)
    assert sorted(whole) == sorted(ids)
    paged: list[str] = []
    cursor = None
    while True:
        query = {"order": order, "limit": 1} | ({"cursor": cursor} if cursor else {})
        page = admin_client.get("/api/admin/results", params=query).json()
        paged += [one["candidate_name"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert paged == whole


def test_no_points_stand_below_all_points_and_a_cursor_is_good_for_its_order_only(
    admin_client: TestClient, ids: dict[str, str]
) -> None:
    found = names(admin_client, order="points")
    assert (set(found[:2]), found[2:]) == ({"bob", "Dee"}, ["Ada", "Cy"])
    page = admin_client.get("/api/admin/results", params={"order": "points", "limit": 1}).json()
    query = {"order": "name", "cursor": page["next_cursor"]}
    refused = admin_client.get("/api/admin/results", params=query)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")
    for cursor in ("x", "W10", "bnVsbA", "WyJuYW1lIiwxLCJhIl0"):
        assert admin_client.get("/api/admin/results", params={"cursor": cursor}).status_code == 422


def test_the_order_by_points_tells_a_second_reader_nothing(
    admin_client: TestClient, super_client: TestClient, ids: dict[str, str], parts: Parts
) -> None:
    with parts.database.write() as db:
        asked = db.exec(
            select(SessionQuestion.id).where(SessionQuestion.session_id == ids["bob"])
        ).first()
        assert asked is not None
        answer = Answer(session_id=ids["bob"], session_question_id=asked, text="x", revision=1)
        db.add(answer)
        db.flush()
        db.add(
            SecondReading(
                session_id=ids["bob"],
                answer_id=answer.id,
                first_score_id="0" * 32,
                first_by="user:somebody",
                asked_by="user:somebody",
                asked_at=parts.now(),
            )
        )
    assert names(super_client, order="points")[0] == "Dee"
    assert "bob" in names(super_client, order="points")[2:]


def test_the_file_has_the_lists_lines_in_its_order_with_the_asked_columns(
    admin_client: TestClient, ids: dict[str, str]
) -> None:
    query = {
        "order": "name",
        "signals": "some",
        "columns": ["candidate_name", "points", "shortlisted", "points"],
    }
    answer = admin_client.get("/api/admin/results.csv", params=query)
    assert answer.status_code == 200, answer.text
    lines = list(csv.reader(io.StringIO(answer.text)))
    assert lines[0] == ["interview", "candidate_name", "points", "shortlisted"]
    assert [line[1:] for line in lines[1:]] == [
        ["Ada", "4.0", "False"],
        ["bob", "9.0", "False"],
        ["Dee", "9.0", "False"],
    ]
    assert admin_client.get("/api/admin/results.csv", params={"columns": "face"}).status_code == 422


def test_every_field_of_a_line_can_be_in_the_file() -> None:
    assert set(get_args(ResultColumn)) == set(ResultSummary.model_fields) - {"id"}

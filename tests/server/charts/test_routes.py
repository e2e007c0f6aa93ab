"""Charts count what their reader sees, with the list's own filters, and tell of nobody."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server import counts
from server.auth.people import Person
from server.deps import Parts
from server.models import (
    Answer,
    InterviewResult,
    InterviewSession,
    ProctoringEvent,
    SecondReading,
    SessionQuestion,
)
from tests.server.interview_support import Invited, invite

ADDRESS = "/api/admin/charts"


@pytest.fixture
def three(parts: Parts, admin: Person) -> list[Invited]:
    """Three started interviews: 4 of 10, decided 8 of 10, and without points; a paper for two."""
    made = [invite(parts, admin) for _ in range(3)]
    with parts.database.write() as db:
        paper = db.get_one(InterviewSession, made[0].id).paper_id
        source = db.get_one(SessionQuestion, made[0].written).question_id
        for number, (one, milli, state) in enumerate(
            zip(
                made,
                (4000, 8000, None),
                ("provisional", "final", "needs_person"),
                strict=True,
            )
        ):
            interview = db.get_one(InterviewSession, one.id)
            interview.started_at = parts.now()
            interview.created_at = parts.now() + timedelta(seconds=number)
            if number < 2:
                interview.paper_id = paper
                question = db.get_one(SessionQuestion, one.written)
                question.question_id, question.prompt = (
                    source,
                    f"Why {number}? " + "x" * 200,
                )
                db.add(question)
            db.add(interview)
            db.add(InterviewResult(session_id=one.id, total_milli=milli, max_marks=10, state=state))
            db.add(
                Answer(
                    session_id=one.id,
                    session_question_id=one.written,
                    text="x",
                    revision=1,
                    spent_ms=60_000 * (number + 1),
                )
            )
            for seq, (kind, signal, severity, body) in enumerate(
                (
                    ("signal.opened", "phone", "high", "{}"),
                    ("signal.opened", "phone", "low", "{}"),
                    ("signal.closed", "phone", "info", "{}"),
                    ("system", "", "info", '{"what":"rate_low"}'),
                    ("system", "", "info", '{"what":"rate_back"}'),
                )
            ):
                if number == 2 and kind == "system":
                    continue
                db.add(
                    ProctoringEvent(
                        session_id=one.id,
                        seq=seq,
                        kind=kind,
                        signal=signal,
                        severity=severity,
                        body_json=body,
                        received_at=parts.now(),
                    )
                )
            counts.recount(db, one.id)
    return made


def charts(client: TestClient, **query) -> dict:
    answer = client.get(ADDRESS, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def counted(found: dict) -> dict[int, tuple[int, int]]:
    return {
        one["from_percent"]: (one["provisional"], one["final"])
        for one in found["scores"]["bands"]
        if one["provisional"] + one["final"]
    }


def test_sums_are_those_of_the_interviews(admin_client: TestClient, three) -> None:
    found = charts(admin_client)
    assert found["interviews"] == 3
    assert counted(found) == {40: (1, 0), 80: (0, 1)}
    assert (found["scores"]["without"], found["scores"]["withheld"]) == (1, 0)
    assert found["signals"] == [
        {
            "signal": "phone",
            "high": 3,
            "medium": 0,
            "low": 3,
            "info": 0,
            "interviews": 3,
        }
    ]
    assert found["troubles"] == [{"what": "rate_low", "count": 2, "interviews": 2}]
    assert found["questions"] == []
    assert "Grace" not in admin_client.get(ADDRESS).text


def test_times_are_of_one_paper_by_the_question_in_its_newest_words(
    admin_client: TestClient, three
) -> None:
    page = admin_client.get("/api/admin/results").json()["items"]
    [paper] = {one["paper_id"] for one in page if one["state"] == "final"}
    [time] = charts(admin_client, paper_id=paper)["questions"]
    assert (time["count"], time["median_ms"], time["limit_s"]) == (2, 90_000, 200)
    assert time["prompt"].startswith("Why 1?")
    assert len(time["prompt"]) == 120


def test_filters_are_those_of_the_list(admin_client: TestClient, three) -> None:
    for query in (
        {"state": "final"},
        {"shortlisted": True},
        {"q": "nobody"},
        {"signals": "none"},
    ):
        listed = admin_client.get("/api/admin/results", params=query).json()["items"]
        assert charts(admin_client, **query)["interviews"] == len(listed)


def test_what_is_not_ones_own_is_not_counted(other_client: TestClient, three) -> None:
    found = charts(other_client)
    assert (found["interviews"], found["signals"], found["troubles"]) == (0, [], [])


def test_a_second_reader_is_shown_no_bar_of_what_they_may_still_read(
    super_client: TestClient, parts: Parts, three
) -> None:
    with parts.database.write() as db:
        found = db.exec(select(Answer).where(Answer.session_question_id == three[1].written)).one()
        db.add(
            SecondReading(
                session_id=three[1].id,
                answer_id=found.id,
                first_score_id="0" * 32,
                first_by="user:somebody",
                asked_by="user:somebody",
                asked_at=parts.now(),
            )
        )
    shown = charts(super_client)
    assert counted(shown) == {40: (1, 0)}
    assert (shown["scores"]["withheld"], shown["interviews"]) == (1, 3)

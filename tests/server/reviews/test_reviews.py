"""The queue shows what nobody settled, where a look is worth most first, and to nobody else."""

import json

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from server.auth.people import Person
from server.deps import Parts
from server.models import Answer, Score
from server.scoring import service
from server.scoring.worth import FLAGGED, Waiting, worth
from shared.ids import new_id
from tests.server.interview_support import Invited, invite


def test_what_is_unknown_is_worth_more_than_what_is_sure():
    sure = Waiting("judge", 8000, 0, 10, [])
    unknown = Waiting("judge", None, None, 10, ["unverified"])
    wide = Waiting("judge", 5000, 8000, 10, ["spread"])
    assert worth(sure) < worth(unknown) < worth(wide)
    assert worth(Waiting("baseline", 8000, None, 10, [])) > worth(sure)


@given(st.integers(1, 100), st.sampled_from(sorted(FLAGGED)), st.integers(0, 100))
def test_more_marks_and_more_reasons_are_never_worth_less(marks: int, code: str, spread: int):
    plain = Waiting("judge", 0, spread * 10, marks, [])
    assert worth(Waiting("judge", 0, spread * 10, marks, [code])) >= worth(plain)
    assert 0 <= worth(plain) <= marks


def _scored(parts: Parts, invited: Invited, question: str, **more: object) -> str:
    with parts.database.write() as db:
        answer = Answer(
            session_id=invited.id, session_question_id=question, text="words", done_at=parts.now()
        )
        db.add(answer)
        db.flush()
        _score(parts, invited, answer.id, **more)(db)
        return answer.id


def _score(parts: Parts, invited: Invited, answer: str, **more: object):
    values = {
        "grader": "judge",
        "grader_version": "1",
        "state": "provisional",
        "points_milli": 9000,
        "max_marks": 10,
        "created_at": parts.now(),
        "input_sha256": new_id() * 2,
    } | more
    score = Score(id=new_id(), session_id=invited.id, answer_id=answer, **values)

    def insert(db: Session) -> None:
        service.insert_score(db, score)
        service.add_up(db, invited.id, parts.now())

    return insert


def test_the_queue_is_ordered_by_worth_and_leaves_out_what_a_person_settled(
    admin_client: TestClient, other_client: TestClient, parts: Parts, admin: Person
):
    invited = invite(parts, admin)
    _scored(parts, invited, invited.written)
    odd = _scored(
        parts,
        invited,
        invited.spoken,
        state="needs_review",
        points_milli=None,
        why_json=json.dumps(["canary"]),
        reason="A person has to look.",
    )
    found = admin_client.get("/api/admin/reviews").json()
    assert [one["question"] for one in found["items"]] == [invited.spoken, invited.written]
    assert (found["items"][0]["why"], found["items"][0]["points"]) == (["canary"], None)
    assert found["waiting"] == 2
    assert "Grace" not in json.dumps(found)
    assert other_client.get("/api/admin/reviews").json() == {"items": [], "waiting": 0}

    with parts.database.write() as db:
        _score(parts, invited, odd, grader="person", state="final", points_milli=5000)(db)
    left = admin_client.get("/api/admin/reviews", params={"limit": 1}).json()
    assert [one["question"] for one in left["items"]] == [invited.written]
    assert left["waiting"] == 1

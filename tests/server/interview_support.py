"""An interview in the database without the admin's calls: what the record's tests begin with."""

import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from server.auth.people import Person
from server.deps import Parts
from server.models import InterviewSession, QuestionPaper, SessionQuestion
from shared.ids import new_id, new_token, token_hash
from shared.lifecycle import Status

EXPECTED = "A cache keeps results close. It trades memory for time, and stale entries expire."
KEY_POINTS = [
    {"text": "keeps results close to the reader", "weight": 2},
    {"text": "trades memory for time", "weight": 1},
    {"text": "stale entries must expire", "weight": 1},
]


@dataclass(frozen=True)
class Invited:
    """An invited interview."""

    id: str
    token: str
    written: str
    """Id of its written question, in place 1."""
    spoken: str
    """Id of its spoken question, in place 2."""


def invite(
    parts: Parts,
    admin: Person,
    *,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    extra_time_percent: int = 0,
) -> Invited:
    """One written and one spoken question, 10 marks each, 600 s, a window of two hours."""
    now = parts.now()
    token = new_token()
    with parts.database.write() as db:
        session = _session(db, parts, admin, token=token)
        session.opens_at = opens_at or now - timedelta(minutes=5)
        session.closes_at = closes_at or now + timedelta(hours=2)
        session.accommodations_json = json.dumps({"extra_time_percent": extra_time_percent})
        db.add(session)
        db.flush()
        made = [_question(db, session.id, 1, "written"), _question(db, session.id, 2, "spoken")]
    return Invited(session.id, token, made[0], made[1])


def _session(db: Session, parts: Parts, admin: Person, *, token: str) -> InterviewSession:
    paper = QuestionPaper(created_by=admin.id, title="Backend engineer", duration_s=600)
    db.add(paper)
    db.flush()
    session_id = new_id()
    return InterviewSession(
        id=session_id,
        created_by=admin.id,
        created_at=parts.now(),  # the default is the wall's clock, not the test's
        paper_id=paper.id,
        paper_version=1,
        title=paper.title,
        candidate_name="Grace Example",
        candidate_email="grace@example.org",
        zone="Europe/Vienna",
        opens_at=parts.now(),
        closes_at=parts.now(),
        duration_s=600,
        status=Status.INVITED,
        invite_hash=token_hash(token),
        key_sealed=parts.keys.wrap(os.urandom(32), about=session_id),
    )


def _question(db: Session, session: str, position: int, kind: str) -> str:
    question = SessionQuestion(
        session_id=session,
        question_id=new_id(),
        position=position,
        kind=kind,
        prompt="What does a cache do?",
        marks=10,
        time_limit_s=200,
        expected_answer=EXPECTED,
        key_points_json=json.dumps(KEY_POINTS),
    )
    db.add(question)
    return question.id

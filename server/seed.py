"""Sample content for trying things out: one admin, one paper, one invite.

One rule: it goes through the same services as a request, so the sample is what an admin could
have typed; it is only ever made on demand.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from server.auth import service as auth
from server.auth.passwords import hash_password
from server.auth.people import Role, Scope, scopes_text
from server.auth.tokens import as_person
from server.interviews import service as interviews
from server.keys import ServerKeys
from server.models import QuestionPaper, User
from server.papers import service as papers
from server.papers import tested
from server.papers.views import PaperRequest, QuestionRequest
from server.refusals import Refused
from shared.policy import Accommodations

EMAIL = "admin@invigil.example"
TITLE = "Backend engineer: sample interview"


@dataclass(frozen=True, slots=True)
class Seeded:
    """What was made. The password is new each time: it is stored nowhere else."""

    email: str
    password: str
    paper: str
    session: str
    token: str


QUESTIONS: tuple[dict[str, Any], ...] = (
    {
        "kind": "spoken",
        "topic": "Databases",
        "difficulty": "easy",
        "marks": 10,
        "time_limit_s": 180,
        "prompt": "What does an index do for a database table, and what does it cost?",
        "expected_answer": (
            "An index is a sorted structure, usually a B-tree, that lets the database find rows "
            "without scanning the whole table. Reads become faster. The price is slower writes, "
            "because every insert and update must maintain it, and extra storage on disk."
        ),
        "key_points": [
            {"text": "find rows without scanning the table", "weight": 3},
            {"text": "faster reads", "weight": 2},
            {"text": "slower writes", "weight": 3},
            {"text": "extra storage", "weight": 2},
        ],
    },
    {
        "kind": "spoken",
        "topic": "Networks",
        "difficulty": "medium",
        "marks": 10,
        "time_limit_s": 180,
        "prompt": (
            "A web page that used to load in one second now takes ten. "
            "How do you find out where the time goes?"
        ),
        "expected_answer": (
            "Measure before changing anything: look at the browser's network panel to see whether "
            "the server or the page is slow, then at the server's logs and metrics, and at slow "
            "database queries. Compare with the last good release and change one thing at a time."
        ),
        "key_points": [
            {"text": "measure first", "weight": 3},
            {"text": "network panel", "weight": 2},
            {"text": "logs and metrics", "weight": 2},
            {"text": "slow queries", "weight": 2},
            {"text": "one thing at a time", "weight": 1},
        ],
    },
    {
        "kind": "written",
        "topic": "Design",
        "difficulty": "medium",
        "marks": 15,
        "time_limit_s": 540,
        "prompt": (
            "A payment request may reach your service twice because the network lost the first "
            "answer. Describe how you make sure that the customer is charged only once."
        ),
        "expected_answer": (
            "The client sends an idempotency key with the request. The server stores the key with "
            "the result under a unique constraint, in the same transaction as the charge. A repeat "
            "with the same key returns the stored result instead of charging again. Keys expire "
            "after a while, and a repeat with another body is refused."
        ),
        "key_points": [
            {"text": "idempotency key", "weight": 4},
            {"text": "unique constraint", "weight": 3},
            {"text": "same transaction", "weight": 3},
            {"text": "returns the stored result", "weight": 3},
            {"text": "keys expire", "weight": 1},
        ],
    },
    {
        "kind": "coding",
        "topic": "Algorithms",
        "difficulty": "easy",
        "marks": 15,
        "time_limit_s": 840,
        "language": "python",
        "prompt": (
            "Write a function first_unique(text) that returns the first character of text that "
            "occurs only once, or None if there is none. It should need one pass to count and "
            "one pass to look."
        ),
        "starter": "def first_unique(text):\n    ...\n",
        "expected_answer": (
            "from collections import Counter\n\n\n"
            "def first_unique(text):\n"
            "    counts = Counter(text)\n"
            "    for character in text:\n"
            "        if counts[character] == 1:\n"
            "            return character\n"
            "    return None\n"
        ),
        "key_points": [
            {"text": "def first_unique", "weight": 2},
            {"text": "counts", "weight": 3},
            {"text": "for character in text", "weight": 2},
            {"text": "return character", "weight": 2},
            {"text": "return None", "weight": 1},
        ],
        "tests": [
            {
                "name": "a letter in the middle",
                "call": "first_unique('swiss')",
                "expected": "w",
                "visible": True,
            },
            {
                "name": "no letter occurs once",
                "call": "first_unique('aabb')",
                "expected": "None",
                "visible": True,
            },
            {"name": "the first one", "call": "first_unique('abc')", "expected": "a", "weight": 2},
            {"name": "the last one", "call": "first_unique('aabbc')", "expected": "c", "weight": 2},
            {"name": "an empty text", "call": "first_unique('')", "expected": "None"},
            {
                "name": "a long text",
                "call": "first_unique('ab' * 100_000 + 'z')",
                "expected": "z",
                "weight": 3,
            },
        ],
    },
)
"""Two spoken, one written, one coding."""


WEEK = (
    ("Amara Okafor", "Africa/Lagos", -2),
    ("Lukas Brandt", "Europe/Berlin", -1),
    ("Mei Tanaka", "Asia/Tokyo", 3),
    ("Sofia Alvarez", "America/Bogota", 20),
    ("Ravi Menon", "Asia/Kolkata", 26),
    ("Hannah Lindqvist", "Europe/Stockholm", 44),
    ("Tomas Novak", "Europe/Prague", 68),
    ("Grace Mitchell", "America/New_York", 92),
)
"""Invented candidates: name, zone, and in how many hours their window opens."""


def seed_demo(db: Session, keys: ServerKeys, *, now: datetime, invite_minutes: int) -> Seeded:
    """Makes the admin (or gives it a new password), the paper where missing, and a new invite."""
    password = secrets.token_urlsafe(12)
    user = auth.find_user(db, EMAIL)
    if user is None:
        user = auth.add_user(
            db,
            email=EMAIL,
            name="Sample Admin",
            role=Role.SUPER_ADMIN,
            password_hash=hash_password(password),
        )
    else:
        user.password_hash, user.active = hash_password(password), True
        db.add(user)
    person = as_person(user)
    paper = db.exec(
        select(QuestionPaper).where(
            QuestionPaper.title == TITLE, QuestionPaper.created_by == user.id
        )
    ).first() or _paper(db, user, now=now)
    for standing in tested.standings(db, papers.questions_of(db, paper.id)):
        if not standing.may_be_asked:
            reason = "Sample content: this question's tests are tested with Invigil itself."
            tested.waive(db, person, paper, standing.question, reason=reason, now=now)
    invitation = interviews.Invitation(
        candidate_name="Casey Sample",
        candidate_email="casey@invigil.example",
        zone="UTC",
        opens_at=now - timedelta(minutes=1),
        closes_at=now + timedelta(minutes=invite_minutes),
        accommodations=Accommodations(),
        policy_json=None,
    )
    interview, token = interviews.invite(
        db, person, paper, invitation=invitation, keys=keys, now=now
    )
    return Seeded(EMAIL, password, paper.id, interview.id, token)


def seed_users(db: Session) -> dict[str, str]:
    """One admin for each scope, with a new password each; answers passwords by address."""
    made: dict[str, str] = {}
    for scope in Scope:
        email, password = f"{scope.value}@invigil.example", secrets.token_urlsafe(12)
        user = auth.find_user(db, email) or auth.add_user(
            db,
            email=email,
            name=f"Sample {scope.value.capitalize()}",
            role=Role.ADMIN,
            password_hash="",
        )
        user.password_hash, user.active = hash_password(password), True
        user.scopes = scopes_text([scope])
        db.add(user)
        made[email] = password
    return made


def seed_more(db: Session, keys: ServerKeys, paper: str, *, now: datetime) -> int:
    """Interviews as an ordinary week has them: open now, later, and over; answers how many."""
    user = auth.find_user(db, EMAIL)
    asked = db.get_one(QuestionPaper, paper)
    assert user is not None
    for number, (name, zone, hours) in enumerate(WEEK):
        opens_at = now + timedelta(hours=hours)
        invitation = interviews.Invitation(
            candidate_name=name,
            candidate_email=f"candidate{number}@invigil.example",
            zone=zone,
            opens_at=opens_at,
            closes_at=max(opens_at, now) + timedelta(hours=8),
            accommodations=Accommodations(),
            policy_json=None,
        )
        interviews.invite(db, as_person(user), asked, invitation=invitation, keys=keys, now=now)
    return len(WEEK)


HELD = ("Ines Duarte", "Jonas Weber", "Priya Raman")
"""Invented candidates whose interviews were held: a good one, a middling one, one that is on."""


def seed_held(db: Session, keys: ServerKeys, paper: str, *, now: datetime) -> list[str]:
    """Invitations for `HELD`, open for two days around now; their tokens."""
    user = auth.find_user(db, EMAIL)
    asked = db.get_one(QuestionPaper, paper)
    assert user is not None
    tokens: list[str] = []
    for number, name in enumerate(HELD):
        invitation = interviews.Invitation(
            candidate_name=name,
            candidate_email=f"held{number}@invigil.example",
            zone="UTC",
            opens_at=now - timedelta(days=2),
            closes_at=now + timedelta(hours=8),
            accommodations=Accommodations(),
            policy_json=None,
        )
        _, token = interviews.invite(
            db, as_person(user), asked, invitation=invitation, keys=keys, now=now
        )
        tokens.append(token)
    return tokens


def seed_questions(db: Session, *, now: datetime) -> str:
    """The sample paper with its questions, owned by the first super admin; its id.

    Refuses `not_found` where there is nobody who could own it.
    """
    owner = db.exec(
        select(User)
        .where(User.role == Role.SUPER_ADMIN, User.active)
        .order_by(col(User.created_at))
    ).first()
    if owner is None:
        raise Refused("not_found", "There is no super admin who could own the questions.")
    return _paper(db, owner, now=now).id


def _paper(db: Session, user: User, *, now: datetime) -> QuestionPaper:
    person = as_person(user)
    asked = PaperRequest(
        title=TITLE,
        description="Two spoken questions, one written, one coding. At most half an hour.",
        duration_s=1800,
    )
    paper = papers.add_paper(db, person, dict(asked), now=now)
    db.flush()
    for question in QUESTIONS:
        fields = dict(QuestionRequest(**question))
        papers.add_question(
            db, person, paper, fields=fields, position=fields.pop("position"), now=now
        )
        db.flush()
    return paper

"""What a candidate may read after the review: written by a reviewer, released by a person.

One rule: nothing computed releases anything, and never more than the policy allows; what was
released can be taken back.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlmodel import Session, select

from server import audit
from server.auth.people import Person
from server.candidate import answers
from server.mail import service as mail
from server.mail.service import Post
from server.models import Feedback, InterviewSession
from server.refusals import Refused
from server.results.page import result_view
from server.results.rules import LEVELS, allowed
from shared.lifecycle import TERMINAL
from shared.policy import Policy

Level = Literal["status", "comments", "scores"]


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """One question as the candidate reads it."""

    position: int
    prompt: str
    comment: str
    points: float | None
    max_marks: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What was released; fields above the level are empty."""

    level: Level
    summary: str
    answers: tuple[ShownAnswer, ...]
    points: float | None
    max_marks: int


def policy_level(interview: InterviewSession) -> Literal["none", "status", "comments", "scores"]:
    """The most that this interview's policy allows."""
    return Policy.model_validate_json(interview.policy_json).feedback


def find(db: Session, session: str) -> Feedback | None:
    """What was written; None before."""
    return db.exec(select(Feedback).where(Feedback.session_id == session)).first()


def draft(
    db: Session,
    person: Person,
    interview: InterviewSession,
    *,
    summary: str,
    comments: Mapping[str, str],
    now: datetime,
) -> Feedback:
    """Writes for a locked interview; refuses `not_found` for a question that it does not have.

    What was released stays as it was released until it is taken back: refuses `wrong_state`.
    """
    if interview.erased_at is not None or interview.key_sealed is None:
        raise Refused("erased")
    asked = answers.questions(db, interview.id)
    if not comments.keys() <= asked.keys():
        raise Refused("not_found", "This interview has no such question.")
    found = find(db, interview.id) or Feedback(session_id=interview.id)
    if found.released_at is not None:
        raise Refused("wrong_state", "It was released: take it back first, then change it.")
    found.summary, found.updated_at = summary.strip(), now
    found.comments_json = json.dumps({key: text.strip() for key, text in comments.items()})
    db.add(found)
    _note(db, person, interview, "feedback.written", now)
    return found


def release(
    db: Session,
    person: Person,
    interview: InterviewSession,
    level: Level,
    *,
    post: Post,
    now: datetime,
) -> Feedback:
    """Shows it to the candidate of a locked interview and mails them; a second time is nothing new.

    Refuses `wrong_state` before the end, and where the policy does not allow so much.
    """
    if interview.erased_at is not None or interview.key_sealed is None:
        raise Refused("erased")
    if interview.status not in TERMINAL:
        raise Refused("wrong_state", "The interview is not over yet.")
    if not allowed(level, policy_level(interview)):
        raise Refused("wrong_state", "The interview's policy does not let the candidate see that.")
    found = find(db, interview.id) or Feedback(session_id=interview.id)
    if found.released_at is not None:
        if found.level == level:
            return found
        raise Refused("wrong_state", "It was released: take it back first, then change it.")
    found.level, found.released_at, found.released_by = level, now, person.actor
    db.add(found)
    mail.tell_of_feedback(db, interview, post=post, now=now)
    _note(db, person, interview, "feedback.released", now, level=level)
    return found


def take_back(db: Session, person: Person, interview: InterviewSession, *, now: datetime) -> None:
    """Shows it no longer; what the candidate has read stays read."""
    found = find(db, interview.id)
    if found is None or found.released_at is None:
        return
    found.released_at, found.released_by = None, ""
    db.add(found)
    _note(db, person, interview, "feedback.taken_back", now)


def shown(db: Session, interview: InterviewSession) -> Shown | None:
    """What the candidate may read now; None where nothing was released."""
    found = find(db, interview.id)
    if found is None or found.released_at is None:
        return None
    level = level_of(found)
    rank = LEVELS.index(level)
    comments: dict[str, str] = json.loads(found.comments_json)
    result = result_view(db, interview)
    scores = rank >= LEVELS.index("scores")
    return Shown(
        level=level,
        summary=found.summary if rank >= LEVELS.index("comments") else "",
        answers=tuple(
            ShownAnswer(
                position=one.question.position,
                prompt=one.question.prompt,
                comment=comments.get(one.question.id, ""),
                points=one.current.points if scores and one.current else None,
                max_marks=one.question.marks,
            )
            for one in result.answers
        )
        if rank >= LEVELS.index("comments")
        else (),
        points=result.total.points if scores else None,
        max_marks=result.total.max_marks if scores else 0,
    )


def level_of(found: Feedback | None) -> Level:
    """How much was released, or would be."""
    match found.level if found else "":
        case "comments" | "scores" as level:
            return level
        case _:
            return "status"


def _note(
    db: Session,
    person: Person,
    interview: InterviewSession,
    action: str,
    now: datetime,
    **detail: str,
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"interview:{interview.id}",
        at=now,
        org_id=interview.org_id,
        **detail,
    )

"""Has an answer read by a second person who does not know what the first gave.

One rule: the second points are kept beside the first and change nothing; where the two differ, a
person decides, with both before them.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from server import audit, blind, countersign
from server.auth.people import Person
from server.candidate import answers
from server.interviews.service import visible_to
from server.keys import ServerKeys
from server.models import Answer, InterviewSession, Score, SecondReading, SessionQuestion
from server.refusals import Refused
from server.reviews import rules
from server.scoring import rules as scoring_rules
from server.scoring import service as scoring
from shared.ids import new_id, sha256_hex

MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """A second reading with what it is about."""

    row: SecondReading
    interview: InterviewSession
    question: SessionQuestion
    answer: Answer
    first: Score | None
    """None once it was erased."""
    decided: bool
    """Whether a person has decided after it was read."""
    knows: bool
    """Whether the person who asks gave the first points, asked for the second, or has a copy."""

    @property
    def standing(self) -> rules.Standing:
        """Where it stands."""
        first = self.first.points_milli if self.first else None
        return rules.standing(
            first, self.row.points_milli, max_marks=self.question.marks, decided=self.decided
        )


def ask(
    db: Session, person: Person, interview: InterviewSession, question: str, *, now: datetime
) -> SecondReading:
    """Asks for a second reading in a locked interview; refuses `not_found` for a question that it
    does not have, and `wrong_state` where no person has scored it, or one is open.
    """
    asked = answers.questions(db, interview.id).get(question)
    if asked is None:
        raise Refused("not_found", "This interview has no such question.")
    answer = answers.answer_to(db, interview.id, asked.id)
    given = scoring.scores_of(db, answer.id, scoring_rules.PERSON)
    if not given:
        raise Refused("wrong_state", "No person has scored this answer yet: decide on it first.")
    open_one = select(SecondReading.id).where(
        SecondReading.answer_id == answer.id, col(SecondReading.read_at).is_(None)
    )
    if db.exec(open_one).first() is not None:
        raise Refused("wrong_state", "This answer waits for a second reader already.")
    row = SecondReading(
        id=new_id(),
        session_id=interview.id,
        answer_id=answer.id,
        first_score_id=given[-1].id,
        first_by=given[-1].created_by,
        asked_by=person.actor,
        asked_at=now,
    )
    db.add(row)
    _note(db, person, "second_reading.asked", interview, question=asked.id, now=now)
    return row


def listed(db: Session, person: Person) -> list[Reading]:
    """Those of visible interviews, the ones that wait longest first, then those that were read."""
    found = _query(db, person)
    waiting = [one for one in found if one.row.read_at is None]
    return [*reversed(waiting), *(one for one in found if one.row.read_at is not None)]


def get(db: Session, person: Person, key: str, *, lock: bool = False) -> Reading:
    """A reading of a visible interview; refuses `not_found`.

    `lock`: for whoever gives it, who adds a link to the interview's chain: both rows.
    """
    found = _query(db, person, key, lock=lock)
    if not found:
        raise Refused("not_found")
    return found[0]


def read(
    db: Session,
    person: Person,
    reading: Reading,
    *,
    points_milli: int,
    reason: str,
    keys: ServerKeys,
    now: datetime,
) -> None:
    """Keeps the second reader's points and signs them into the record.

    Refuses `forbidden` to whoever knows the first points, `wrong_state` where it was read, and
    `invalid_request` for points that the question does not have.
    """
    row = reading.row
    if row.read_at is not None:
        raise Refused("wrong_state", "Somebody has read it meanwhile.")
    refuse_knowing(reading)
    if not 0 <= points_milli <= reading.question.marks * 1000:
        words = f"The question has {reading.question.marks} marks at most."
        raise Refused("invalid_request", errors=[{"field": "body.points", "message": words}])
    row.read_by, row.points_milli = person.actor, points_milli
    row.reason, row.read_at = reason, now
    db.add(row)
    about = sha256_hex(blind.reading_statement(row))
    countersign.add_link(
        db, reading.interview, kind="score", about=about, received_at=now, keys=keys
    )
    _note(
        db,
        person,
        "second_reading.read",
        reading.interview,
        question=reading.question.id,
        now=now,
    )


def refuse_knowing(reading: Reading) -> None:
    """Refuses `forbidden` to whoever knows the first points."""
    if reading.knows:
        raise Refused(
            "forbidden", "You know the first reader's points: somebody else reads it blind."
        )


def _query(
    db: Session, person: Person, key: str | None = None, *, lock: bool = False
) -> list[Reading]:
    wanted = (
        select(SecondReading, InterviewSession, SessionQuestion, Answer)
        .join(InterviewSession, col(SecondReading.session_id) == col(InterviewSession.id))
        .join(Answer, col(SecondReading.answer_id) == col(Answer.id))
        .join(SessionQuestion, col(Answer.session_question_id) == col(SessionQuestion.id))
        .where(visible_to(person))
        .order_by(col(SecondReading.asked_at).desc(), col(SecondReading.id))
        .limit(MOST_LISTED)
    )
    if key is not None:
        wanted = wanted.where(SecondReading.id == key)
    if lock:
        wanted = wanted.with_for_update(of=[SecondReading, InterviewSession])
    rows = db.exec(wanted).all()
    keys = [row.answer_id for row, _, _, _ in rows]
    scores = db.exec(
        select(Score).where(col(Score.answer_id).in_(keys), Score.grader == scoring_rules.PERSON)
    ).all()
    by_id = {score.id: score for score in scores}
    copied = blind.copied(db, person)
    return [
        Reading(
            row,
            interview,
            question,
            answer,
            by_id.get(row.first_score_id),
            decided=any(
                score.answer_id == row.answer_id
                and score.id != row.first_score_id
                and row.read_at is not None
                and score.created_at >= row.read_at
                for score in scores
            ),
            knows=row.id in copied
            or not rules.may_read(person.actor, first_by=row.first_by, asked_by=row.asked_by),
        )
        for row, interview, question, answer in rows
    ]


def _note(
    db: Session,
    person: Person,
    action: str,
    interview: InterviewSession,
    *,
    question: str,
    now: datetime,
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"interview:{interview.id}",
        at=now,
        org_id=interview.org_id,
        question=question,
    )

"""HTTP of second readings. One rule: whoever may still read an answer is told no points of it."""

from fastapi import status

from server.auth.deps import Reviewer
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.links import leads_to, with_id
from server.papers import marking
from server.results.rules import milli
from server.reviews import second
from server.reviews.second import Reading
from server.reviews.second_views import (
    BlindAnswer,
    SecondPoints,
    SecondReadingAsked,
    SecondReadingItem,
    SecondReadings,
)
from server.routers import feature_router
from server.scoring import service as scoring
from server.views import Key

router = feature_router("/admin", "reviews", max_body_size=64 * 1024)
_ADMIN = ("not_signed_in", "forbidden", "not_found")
_CHANGE = (*_ADMIN, "csrf", "malformed_body", "too_large", "wrong_state")


@router.post(
    "/result/{id}/second-readings",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_CHANGE)
    | leads_to(201, with_id("getSecondReading", "giveSecondPoints", name="reading")),
)
def ask_second_reading(
    id: Key, asked: SecondReadingAsked, person: Reviewer, db: Db, now: Now
) -> SecondReadingItem:
    """Has an answer that a person scored read by another who does not know those points."""
    interview = interviews.get_interview(db, person, id, lock=True)
    row = second.ask(db, person, interview, asked.question, now=now)
    db.flush()
    return _item(second.get(db, person, row.id))


@router.get("/second-readings", responses=problems("not_signed_in", "forbidden"))
def list_second_readings(person: Reviewer, db: ReadDb) -> SecondReadings:
    """Answers that wait for a second reader, and those that were read."""
    return SecondReadings(items=[_item(one) for one in second.listed(db, person)])


@router.get("/second-readings/{reading}", responses=problems(*_ADMIN))
def get_second_reading(reading: Key, person: Reviewer, db: ReadDb) -> BlindAnswer:
    """The answer and what it is measured by, for whoever does not know the first points."""
    found = second.get(db, person, reading)
    second.refuse_knowing(found)
    question = found.question
    text, missing = scoring.readable(found.answer, question)
    return BlindAnswer(
        id=found.row.id,
        title=found.interview.title,
        position=question.position,
        kind=question.kind,  # pyright: ignore[reportArgumentType] -- stored from that type
        language=question.language,
        prompt=question.prompt,
        max_marks=question.marks,
        expected_answer=question.expected_answer,
        key_points=marking.KEY_POINTS.validate_json(question.key_points_json),
        rubric=marking.RUBRIC.validate_json(question.rubric_json),
        text=text,
        missing="" if text.strip() else missing,
    )


@router.post("/second-readings/{reading}", responses=problems(*_CHANGE))
def give_second_points(
    reading: Key, asked: SecondPoints, person: Reviewer, parts: PartsDep, db: Db, now: Now
) -> SecondReadingItem:
    """Keeps the second reader's points; only then both are shown."""
    second.read(
        db,
        person,
        second.get(db, person, reading, lock=True),
        points_milli=milli(asked.points),
        reason=asked.reason.strip(),
        keys=parts.keys,
        now=now,
    )
    db.flush()
    return _item(second.get(db, person, reading))


def _item(one: Reading) -> SecondReadingItem:
    row, question = one.row, one.question
    waits = row.read_at is None
    first = one.first.points_milli if one.first else None
    return SecondReadingItem(
        id=row.id,
        interview=None if waits and not one.knows else one.interview.id,
        title=one.interview.title,
        question=question.id,
        position=question.position,
        kind=question.kind,  # pyright: ignore[reportArgumentType] -- stored from that type
        prompt=question.prompt,
        max_marks=question.marks,
        asked_at=row.asked_at,
        standing=one.standing,
        may_read=waits and not one.knows,
        first=None if waits or first is None else first / 1000,
        second=None if row.points_milli is None else row.points_milli / 1000,
        second_reason=row.reason,
    )

"""Notes which lines are wanted, keeps their sound and hands it out.

One rule: who wants a line only notes the wish; making it is the job of `tasks`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from server import outbox
from server.db import insert_unless_there
from server.models import SessionQuestion, SpokenLine
from server.models.interviews import InterviewSession
from server.models.papers import PaperVersion, QuestionPaper
from server.papers.document import PaperDocument
from server.speech.voices import Line
from server.spoken import rules
from shared.policy import Policy

TOPIC = "voice"
UNWANTED_AFTER = timedelta(days=400)
"""A line that no paper and no interview wanted for so long goes."""
_AT_ONCE = 200
"""Addresses in one statement."""


def wish_for_paper(db: Session, paper: QuestionPaper, policy: Policy, *, now: datetime) -> None:
    """Notes that this version is to be read aloud; the same wish is noted once."""
    _note(db, paper.id, paper.version, policy, now=now)


def wish_again(db: Session, interview: InterviewSession, *, now: datetime) -> None:
    """Notes the wish anew, once an hour at most, where lines of an interview are not there."""
    wanted = of_interview(db, interview)
    if len(there(db, wanted)) < len(wanted):
        policy = Policy.model_validate_json(interview.policy_json)
        hour = f":{now:%Y%m%d%H}"
        _note(db, interview.paper_id, interview.paper_version, policy, now=now, again=hour)


def of_interview(db: Session, interview: InterviewSession) -> tuple[Line, ...]:
    """What is said in an interview, in the order of its questions."""
    prompts = db.exec(
        select(SessionQuestion.prompt)
        # Further questions come too late to be read ahead: the machine's own voice reads them.
        .where(
            SessionQuestion.session_id == interview.id,
            col(SessionQuestion.follows_id).is_(None),
        )
        .order_by(col(SessionQuestion.position))
    )
    return rules.lines(Policy.model_validate_json(interview.policy_json), prompts)


def of_version(db: Session, paper_id: str, version: int, policy: Policy) -> tuple[Line, ...]:
    """What is said in any interview from this version; nothing where the version is gone."""
    query = select(PaperVersion.document_json).where(
        PaperVersion.paper_id == paper_id, PaperVersion.version == version
    )
    text = db.exec(query).one_or_none()
    if text is None:
        return ()
    document = PaperDocument.model_validate_json(text)
    return rules.lines(policy, (question.prompt for question in document.questions))


def there(db: Session, wanted: Sequence[Line]) -> set[str]:
    """Addresses of those whose sound is kept."""
    return {
        found
        for part in _parts(wanted)
        for found in db.exec(
            select(SpokenLine.address).where(col(SpokenLine.address).in_(part))
        ).all()
    }


def sounds(db: Session, wanted: Sequence[Line]) -> dict[str, bytes]:
    """The sound of each line that is kept, by the line's address."""
    return {
        address: sound
        for part in _parts(wanted)
        for address, sound in db.exec(
            select(SpokenLine.address, SpokenLine.sound).where(col(SpokenLine.address).in_(part))
        ).all()
    }


def keep(db: Session, line: Line, sound: bytes, *, now: datetime) -> None:
    """Keeps the sound of a line; somebody may have done so meanwhile."""
    row = {"address": line.address, "sound": sound, "asked_at": now}
    insert_unless_there(db, SpokenLine, row, by=("address",))


def settle(db: Session, wanted: Sequence[Line], *, now: datetime) -> None:
    """All of these were wanted now; what nobody wanted for long goes."""
    for part in _parts(wanted):
        db.execute(update(SpokenLine).where(col(SpokenLine.address).in_(part)).values(asked_at=now))
    db.execute(delete(SpokenLine).where(col(SpokenLine.asked_at) < now - UNWANTED_AFTER))


def _note(
    db: Session, paper_id: str, version: int, policy: Policy, *, now: datetime, again: str = ""
) -> None:
    voice = rules.voice_of(policy.language)
    if voice is None or not policy.speak_questions:
        return
    payload = {"paper": paper_id, "version": version, "language": policy.language}
    key = f"{TOPIC}:{paper_id}:{version}:{voice}{again}"
    outbox.note(db, TOPIC, key, payload, now=now)


def _parts(wanted: Sequence[Line]) -> Iterable[list[str]]:
    addresses = [line.address for line in wanted]
    return (addresses[n : n + _AT_ONCE] for n in range(0, len(addresses), _AT_ONCE))

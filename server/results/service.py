"""What a reviewer does: override a score, write a note, look at evidence, listen.

One rule: every review of pictures, every recording listened to and every decision leaves a row in
the audit log, in the same transaction.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from server import audit, countersign, evidence, looks, templates
from server.auth.people import Person
from server.candidate import answers
from server.keys import ServerKeys
from server.looks import Look
from server.models import Answer, InterviewSession, Score
from server.refusals import Refused
from server.results import queries, record, rules
from server.scoring import rules as scoring_rules
from server.scoring import service as scoring
from server.sealing import NotOpened, open_blob
from server.settings import Settings
from server.webhooks import outgoing
from shared.chain import canonical
from shared.ids import new_id, sha256_hex

NO_MARKS = (
    "A further question has no marks of its own: decide the points of the answer that it is about."
)
_ERASED = "It was erased, or it does not belong to this interview."


@dataclass(frozen=True, slots=True)
class Opened:
    """Content of a blob, for the reviewer's eyes and ears."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks, with what opens the blobs."""

    person: Person
    settings: Settings
    keys: ServerKeys
    now: datetime


def override(
    db: Session, looker: Looker, interview: InterviewSession, *, decision: rules.Decision
) -> None:
    """Adds and signs a person's score; refuses `not_found` and `invalid_request`."""
    question = answers.questions(db, interview.id).get(decision.question)
    if question is None:
        raise Refused("not_found", "This interview has no such question.")
    if question.follows_id is not None:
        raise Refused("invalid_request", NO_MARKS)
    if fault := rules.fault(decision, max_marks=question.marks):
        raise Refused(
            "invalid_request", errors=[{"field": "body.overrides.points", "message": fault}]
        )
    answer = answers.answer_to(db, interview.id, question.id)
    standing = scoring.current_scores(db, interview.id).get(question.id)
    given = {
        "answer": answer.id,
        "by": looker.person.id,
        "points_milli": decision.points_milli,
        "reason": decision.reason,
        "instead_of": standing.id if standing else "",
    }
    score = Score(
        id=new_id(),
        session_id=interview.id,
        answer_id=answer.id,
        grader=scoring_rules.PERSON,
        grader_version="1",
        state="final",
        points_milli=decision.points_milli,
        max_marks=question.marks,
        evidence_json="[]",
        reason=decision.reason,
        created_by=looker.person.actor,
        created_at=looker.now,
        input_sha256=sha256_hex(canonical(given)),
    )
    scoring.insert_score(db, score)
    countersign.add_link(
        db,
        interview,
        kind="score",
        about=sha256_hex(record.score_statement(score)),
        received_at=looker.now,
        keys=looker.keys,
    )
    scoring.add_up(db, interview.id, looker.now)
    data = {"interview": interview.id, "paper": interview.paper_id, "question": question.id}
    outgoing.tell(db, "result.overridden", data, org_id=interview.org_id, now=looker.now)
    _note(db, looker, "score.overridden", interview, question=question.id)


def write_note(db: Session, looker: Looker, interview: InterviewSession, note: str) -> None:
    """Replaces the note on the whole interview."""
    result = scoring.add_up(db, interview.id, looker.now)
    result.note = note
    db.add(result)
    _note(db, looker, "result.noted", interview)


def look(db: Session, looker: Looker, interview: InterviewSession, *, address: str) -> Opened:
    """Opens a picture (or any blob but a template) of the record; refuses `not_found`."""
    found = queries.evidence(db, interview.id, address)
    if found is None or templates.is_template(db, interview.id, address):
        raise Refused("not_found")
    content = _open(looker, interview, address)
    looked = Look(looker.person, "evidence.looked", looker.now)
    if not looks.is_noted(db, interview, looked):
        looks.note(db, interview, looked, keys=looker.keys, first=address)
    return Opened(content, found.media_type)


def listen(
    db: Session, looker: Looker, interview: InterviewSession, *, question: str, take: int
) -> Opened:
    """One take as a single Ogg stream: Ogg files may be joined end to end. Refuses `not_found`."""
    pieces = [
        piece for piece in queries.chunks(db, interview.id).get(question, []) if piece.take == take
    ]
    held = queries.held(db, interview.id)
    here = [piece for piece in pieces if piece.sha256 in held]
    if not here:
        raise Refused("not_found", "No recording of this take has come.")
    content = b"".join(_open(looker, interview, piece.sha256) for piece in here)
    listened = Look(looker.person, "audio.listened", looker.now)
    looks.note(db, interview, listened, keys=looker.keys, question=question, take=take)
    return Opened(content, here[0].media_type)


def note_download(
    db: Session, looker: Looker, interview: InterviewSession, action: str, **detail: object
) -> None:
    """Writes down who took a report or a record."""
    _note(db, looker, action, interview, **detail)


def last_take(db: Session, session: str, question: str) -> int:
    """The take that stands: the last one recorded; 1 where there is none."""
    found = db.exec(
        select(Answer.takes).where(
            Answer.session_id == session, Answer.session_question_id == question
        )
    ).first()
    return max(found or 1, 1)


def evidence_of(score: Score) -> list[dict[str, object]]:
    """The quotes of a score."""
    parsed = json.loads(score.evidence_json)
    return parsed if isinstance(parsed, list) else []


def run_of(score: Score) -> dict[str, object] | None:
    """What became of the tests of code; None for what was not scored by tests."""
    parsed = json.loads(score.evidence_json)
    return parsed if score.grader == scoring_rules.TESTS and isinstance(parsed, dict) else None


def calibration_of(score: Score) -> str | None:
    """What the gate said of the model that judged; None for other graders and for older scores."""
    found = json.loads(score.manifest_json).get("calibration")
    return found.get("standing") if isinstance(found, dict) else None


def why_of(score: Score) -> list[str]:
    """Why a person has to look, by code."""
    parsed = json.loads(score.why_json)
    return parsed if isinstance(parsed, list) else []


def _open(looker: Looker, interview: InterviewSession, address: str) -> bytes:
    sealed = evidence.store(looker.settings).get(interview.id, address)
    if sealed is None or interview.key_sealed is None:
        raise Refused("not_found", _ERASED if sealed is not None else "It has not come yet.")
    key = looker.keys.unwrap(interview.key_sealed, about=interview.id)
    try:
        return open_blob(key, sealed)
    except NotOpened:
        raise Refused("not_found", "It came sealed with another key: nobody can open it.") from None


def _note(
    db: Session, looker: Looker, action: str, interview: InterviewSession, **detail: object
) -> None:
    audit.note(
        db,
        looker.person.actor,
        action,
        subject=f"interview:{interview.id}",
        at=looker.now,
        org_id=interview.org_id,
        **detail,
    )

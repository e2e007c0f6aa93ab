"""Notes which answers want a further question, and asks what was chosen.

One rule: an answer gets its further questions once, in one transaction with the instruction that
brings them, and only while its interview runs; whatever is amiss leaves the interview as it was.
"""

import base64
import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import Session, col, select

from server import audit, countersign, instructions, outbox, timeline
from server.candidate import answers, terms
from server.candidate import rules as candidate_rules
from server.doorbell import INSTRUCTION, ring_after_commit
from server.follow_ups import rules
from server.keys import ServerKeys
from server.models import (
    Answer,
    FollowUp,
    GivenInstruction,
    InterviewSession,
    ProctoringEvent,
    SessionQuestion,
)
from server.papers import marking
from server.scoring import service as scoring
from server.sealing import NONCE_BYTES
from server.timeline import Cause
from shared.actions import ASK
from shared.clock import utc_text
from shared.events import InstructionApplied, Kind
from shared.exam import further_context
from shared.ids import new_id, sha256_hex
from shared.lifecycle import RUNNING
from shared.sync import Instruction, instruction_statement

TOPIC = "follow_up"
ACTOR = "server"
MAX_INSTRUCTIONS = 1000
"""As for people's (`server.proctoring.service`)."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An answer that gets further questions, with all that choosing them needs."""

    answer_id: str
    session_id: str
    question: SessionQuestion
    text: str
    """The answer as it can be read; empty where it cannot."""
    asked: tuple[str, ...]
    """What the interview asks anyway, and has asked further."""
    prepared: tuple[str, ...]
    language: str
    most: int
    within_s: float


@dataclass(frozen=True, slots=True)
class Further:
    """A question that was chosen, and where it comes from."""

    text: str
    source: str
    """`model` or `prepared`."""
    about: str = ""
    model: str = ""
    digest: str = ""
    prompt_version: str = ""
    prompt_sha256: str = ""
    instead: str = ""
    """Why it is a prepared one, by code."""


def consider(db: Session, interview: InterviewSession, question: str, *, now: datetime) -> None:
    """Notes the job for an answer that is done, where the interview wants further questions.

    A spoken answer waits for what was understood of it. The same answer is noted once.
    """
    policy = terms.policy(interview)
    if not (policy.follow_ups or policy.viva) or not _may_ask(interview, now):
        return
    asked = answers.questions(db, interview.id)
    about = asked.get(question)
    if about is None or about.follows_id is not None:
        return
    if not rules.room(policy, about.kind, _before(db, asked, interview.id)):
        return
    answer = db.exec(select(Answer).where(Answer.session_question_id == question)).first()
    if answer is None or answer.done_at is None or not _is_given(about, answer):
        return
    if about.kind == "spoken" and answers.transcript_of(answer) is None:
        return
    outbox.note(db, TOPIC, f"{TOPIC}:{answer.id}", {"answer": answer.id}, now=now)


def wanted(db: Session, answer_id: str, *, now: datetime) -> Wanted | None:
    """What the answer's further questions are chosen by; None where none are to be asked."""
    answer = db.get(Answer, answer_id)
    interview = None if answer is None else db.get(InterviewSession, answer.session_id)
    if answer is None or interview is None or not _may_ask(interview, now):
        return None
    asked, policy = answers.questions(db, interview.id), terms.policy(interview)
    question = asked[answer.session_question_id]
    most = rules.room(policy, question.kind, _before(db, asked, interview.id))
    if question.follows_id is not None or not most or _has_some(db, question.id):
        return None
    text, _ = scoring.readable(answer, question)
    return Wanted(
        answer_id=answer.id,
        session_id=interview.id,
        question=question,
        text=text,
        asked=tuple(one.prompt for one in asked.values()),
        prepared=tuple(marking.follow_ups(question.follow_ups_json)),
        language=policy.language,
        most=most,
        within_s=float(policy.follow_up_within_s),
    )


def ask(
    db: Session, about: Wanted, chosen: Sequence[Further], *, keys: ServerKeys, now: datetime
) -> int:
    """Asks them, each as an instruction; answers how many. None where the interview ended, was
    erased or has its further questions meanwhile."""
    interview = db.exec(
        select(InterviewSession)
        .where(InterviewSession.id == about.session_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if interview is None or not _may_ask(interview, now) or _has_some(db, about.question.id):
        return 0
    asked, policy = answers.questions(db, interview.id), terms.policy(interview)
    if about.question.id not in asked:
        return 0
    most = rules.room(policy, about.question.kind, _before(db, asked, interview.id))
    for slot, further in enumerate(chosen[:most], start=1):
        _ask_one(db, interview, about, further, slot=slot, keys=keys, now=now)
    return min(most, len(chosen))


def of_interview(db: Session, session: str) -> dict[str, FollowUp]:
    """Where the further questions of an interview came from, by the question's id."""
    found = db.exec(
        select(FollowUp)
        .where(FollowUp.session_id == session)
        .order_by(col(FollowUp.number), col(FollowUp.slot))
    )
    return {one.question_id: one for one in found}


def in_reading_order(asked: Mapping[str, SessionQuestion]) -> list[SessionQuestion]:
    """The questions as a reviewer reads them: further ones behind the one that they are about."""
    further: dict[str, list[SessionQuestion]] = {}
    for question in asked.values():
        if question.follows_id is not None:
            further.setdefault(question.follows_id, []).append(question)
    return [
        one for question in answers.own(asked) for one in (question, *further.get(question.id, []))
    ]


def outcomes(
    db: Session, interview: InterviewSession, further: Iterable[FollowUp]
) -> dict[int, str]:
    """What became of further questions that were applied, by the instruction's number."""
    numbers = {one.number for one in further if one.number <= interview.applied_instruction}
    if not numbers:
        return {}
    found = db.exec(
        select(ProctoringEvent.body_json).where(
            ProctoringEvent.session_id == interview.id,
            ProctoringEvent.kind == Kind.INSTRUCTION_APPLIED,
        )
    )
    told = [InstructionApplied.model_validate_json(body) for body in found]
    ineffective = {
        one.number: one.outcome or "unknown"
        for one in told
        if one.number in numbers and (one.outcome or one.action != ASK)
    }
    return dict.fromkeys(numbers, "shown") | ineffective


def _may_ask(interview: InterviewSession, now: datetime) -> bool:
    """Whether a machine that takes further questions holds the interview, and its time runs."""
    deadline = candidate_rules.deadline_now(
        interview.deadline_at, paused_at=interview.paused_at, now=now
    )
    return (
        interview.status in RUNNING
        and interview.key_sealed is not None
        and deadline is not None
        and now < deadline
        and ASK in interview.knows.split()
    )


def _is_given(question: SessionQuestion, answer: Answer) -> bool:
    """Whether there is anything to ask further about."""
    if answer.done_reason not in ("candidate", "time_up"):
        return False
    if question.kind == "spoken":
        return answer.takes > 0 or bool(answer.text.strip())
    return answer.revision > 0 and answer.text.strip() not in ("", question.starter.strip())


def _before(db: Session, asked: dict[str, SessionQuestion], session: str) -> list[str]:
    """Kinds of the answered questions that got further ones, one for each."""
    got = db.exec(select(FollowUp.follows_id).where(FollowUp.session_id == session))
    return [asked[question].kind for question in got if question in asked]


def _has_some(db: Session, question: str) -> bool:
    return db.exec(select(FollowUp.id).where(FollowUp.follows_id == question)).first() is not None


def _ask_one(
    db: Session,
    interview: InterviewSession,
    about: Wanted,
    further: Further,
    *,
    slot: int,
    keys: ServerKeys,
    now: datetime,
) -> None:
    number = instructions.last_number(db, interview.id) + 1
    if number > MAX_INSTRUCTIONS or interview.deadline_at is None or interview.key_sealed is None:
        return
    policy, agreed = terms.policy(interview), terms.accommodations(interview)
    asked = answers.questions(db, interview.id).values()
    first = about.question
    question = SessionQuestion(
        id=new_id(),
        session_id=interview.id,
        question_id=first.question_id,
        position=max(one.position for one in asked) + 1,
        kind=rules.kind_of(first.kind, (one.kind for one in asked)),
        prompt=further.text,
        topic=first.topic,
        marks=0,
        time_limit_s=policy.follow_up_time_s,
        difficulty=first.difficulty,
        follows_id=first.id,
    )
    db.add(question)
    db.flush()
    told = terms.exam_question(question, agreed)
    deadline = interview.deadline_at + timedelta(seconds=told.time_limit_s)
    key = keys.unwrap(interview.key_sealed, about=interview.id)
    nonce = os.urandom(NONCE_BYTES)
    content = told.model_dump_json().encode()
    sealed = nonce + AESGCM(key).encrypt(nonce, content, further_context(interview.id, number))
    draft = Instruction(
        number=number,
        action=ASK,
        seconds=told.time_limit_s,
        deadline_at=utc_text(deadline),
        sealed=base64.b64encode(sealed).decode("ascii"),
        at=utc_text(now),
        sig="",
    )
    statement = instruction_statement(draft, interview.id)
    kid = countersign.kid_of(db, interview, keys)
    instruction = draft.model_copy(update={"sig": keys.sign(statement, kid=kid)})
    db.add(
        GivenInstruction(
            session_id=interview.id,
            number=number,
            key=f"{ASK}:{question.id}",
            action=ASK,
            reason="",
            seconds=told.time_limit_s,
            given_at=now,
            given_by=ACTOR,
            wire_json=instruction.model_dump_json(),
        )
    )
    db.add(
        FollowUp(
            session_id=interview.id,
            question_id=question.id,
            follows_id=first.id,
            slot=slot,
            number=number,
            source=further.source,
            model=further.model[:200],
            digest=further.digest[:200],
            prompt_version=further.prompt_version,
            prompt_sha256=further.prompt_sha256,
            answer_sha256=sha256_hex(about.text.encode()) if further.source == "model" else "",
            about=further.about,
            instead=further.instead,
            made_at=now,
        )
    )
    timeline.shift_deadline(db, interview, deadline, Cause(ASK, now, ACTOR))
    audit.note(
        db,
        ACTOR,
        f"interview.{ASK}",
        subject=f"interview:{interview.id}",
        at=now,
        org_id=interview.org_id,
        number=number,
        source=further.source,
        question=question.id,
    )
    countersign.add_link(
        db,
        interview,
        kind=f"action:{ASK}",
        about=sha256_hex(statement),
        received_at=now,
        keys=keys,
    )
    db.flush()
    ring_after_commit(db, INSTRUCTION)
    _log.info("a further question (%s) for %s", further.source, interview.id)

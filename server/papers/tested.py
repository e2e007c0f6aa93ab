"""Whether a paper's coding questions may be asked: their tests were tested, or waived by a person.

One rule: a result holds for the very program and tests that were run; whoever changes either begins
again. A run that was good holds for every copy of them; a waiver only for its own question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import or_
from sqlmodel import Session, col, select

from server import audit, outbox
from server.auth.people import Person
from server.models import Question, QuestionCheck, QuestionPaper
from server.papers import marking
from server.refusals import Refused
from shared.chain import canonical
from shared.ids import new_id, sha256_hex

TOPIC = "check_question"
PENDING = ("waiting", "running")
MAX_PENDING = 20
"""Checks of one organisation that wait at a time: each takes a box for a quarter of an hour."""
State = Literal["untested", "waiting", "running", "good", "bad", "not_run", "waived"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one coding question stands."""

    question: Question
    state: State
    """Of the newest check of what the question holds now."""
    may_be_asked: bool
    check: QuestionCheck | None
    """That check; None for `untested`."""


def input_sha256(question: Question) -> str:
    """Of what a check of the question runs."""
    tests = marking.code_tests(question.tests_json)
    return sha256_hex(
        canonical(
            {
                "language": question.language or "",
                "reference": question.expected_answer,
                "tests": [
                    test.model_dump(exclude={"name", "weight", "visible"})
                    | {"tolerance": str(test.tolerance)}
                    for test in tests
                ],
            }
        )
    )


def standings(db: Session, questions: Sequence[Question]) -> list[Standing]:
    """Of the coding ones among `questions`, in their order."""
    coding = {one.id: one for one in questions if one.kind == "coding"}
    if not coding:
        return []
    wanted = {key: input_sha256(one) for key, one in coding.items()}
    copies = (col(QuestionCheck.state) == "good") & col(QuestionCheck.input_sha256).in_(
        set(wanted.values())
    )
    rows = db.exec(
        select(QuestionCheck)
        .where(or_(col(QuestionCheck.question_id).in_(list(coding)), copies))
        .order_by(col(QuestionCheck.created_at), col(QuestionCheck.id))
        .execution_options(populate_existing=True)
    ).all()
    return [_standing(one, wanted[key], rows) for key, one in coding.items()]


def refuse_untested(db: Session, questions: Sequence[Question]) -> None:
    """Refuses `question_untested` where one of them may not be asked yet."""
    open_ones = [one for one in standings(db, questions) if not one.may_be_asked]
    if not open_ones:
        return
    errors = [
        {"field": f"question {one.question.position}", "message": WORDS[one.state]}
        for one in open_ones
    ]
    where = ", ".join(str(one.question.position) for one in open_ones)
    raise Refused(
        "question_untested",
        f"Question {where}: open the paper and test it, or say there why it is asked untested.",
        errors=errors,
    )


def begin(
    db: Session, person: Person, paper: QuestionPaper, question: Question, *, now: datetime
) -> QuestionCheck:
    """Notes a check of a question of a locked paper as a job; refuses `wrong_state` for what is
    not code, is being checked, or where too many wait.
    """
    _refuse_other_kinds(question)
    (standing,) = standings(db, [question])
    if standing.state in PENDING:
        raise Refused("wrong_state", "This question is being tested. Wait for its result.")
    waiting = db.exec(
        select(QuestionCheck.id)
        .where(QuestionCheck.org_id == person.org_id, col(QuestionCheck.state).in_(PENDING))
        .limit(MAX_PENDING)
    ).all()
    if len(waiting) >= MAX_PENDING:
        raise Refused("wrong_state", f"{len(waiting)} questions are being tested. Wait for them.")
    made = _add(db, person, question, state="waiting", now=now)
    outbox.note(db, TOPIC, f"{TOPIC}:{made.id}", {"check": made.id}, now=now)
    _note(db, person, "question.check_begun", paper, question, now=now)
    return made


def waive(
    db: Session,
    person: Person,
    paper: QuestionPaper,
    question: Question,
    *,
    reason: str,
    now: datetime,
) -> QuestionCheck:
    """Lets a question of a locked paper be asked untested: the person answers for it."""
    _refuse_other_kinds(question)
    made = _add(db, person, question, state="waived", now=now)
    made.reason, made.settled_at = reason, now
    _note(db, person, "question.check_waived", paper, question, now=now, check=made.id)
    return made


WORDS: dict[State, str] = {
    "untested": "It was not tested since its program or its tests changed.",
    "waiting": "Its test has not begun yet.",
    "running": "It is being tested.",
    "good": "Its tests are good.",
    "bad": "Its tests cannot be relied on.",
    "not_run": "It could not be tested.",
    "waived": "It is asked untested.",
}


def _standing(question: Question, wanted: str, rows: Sequence[QuestionCheck]) -> Standing:
    """`rows`: oldest first."""
    fitting = [row for row in rows if row.input_sha256 == wanted]
    own = [row for row in fitting if row.question_id == question.id]
    good_copies = [row for row in fitting if row.state == "good"]
    settled = [row for row in own if row.state in ("good", "bad", "waived")]
    shown = own[-1] if own else good_copies[-1] if good_copies else None
    deciding = settled[-1] if settled else good_copies[-1] if good_copies else None
    return Standing(
        question,
        shown.state if shown else "untested",  # pyright: ignore[reportArgumentType] -- written here only
        deciding is not None and deciding.state in ("good", "waived"),
        shown,
    )


def _add(
    db: Session, person: Person, question: Question, *, state: State, now: datetime
) -> QuestionCheck:
    made = QuestionCheck(
        id=new_id(),
        org_id=person.org_id,
        question_id=question.id,
        input_sha256=input_sha256(question),
        state=state,
        created_by=person.id,
        created_at=now,
    )
    db.add(made)
    db.flush()
    return made


def _refuse_other_kinds(question: Question) -> None:
    if question.kind != "coding":
        raise Refused("wrong_state", "Only coding questions have tests.")


def _note(
    db: Session,
    person: Person,
    action: str,
    paper: QuestionPaper,
    question: Question,
    *,
    now: datetime,
    **detail: str,
) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"paper:{paper.id}",
        at=now,
        org_id=person.org_id,
        question=question.id,
        **detail,
    )

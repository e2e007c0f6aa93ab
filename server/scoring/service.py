"""Gives scores and keeps the total: rows are inserted, never changed.

One rule: the same input is scored once by the same grader, so every job may run again.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select as sql_select
from sqlalchemy import update
from sqlmodel import Session, col, select

from server import outbox
from server.candidate import answers
from server.db import insert_unless_there
from server.doorbell import LIVE, ring_after_commit
from server.models import Answer, InterviewResult, InterviewSession, Score, SessionQuestion
from server.papers import marking
from server.scoring import baseline, rules
from server.scoring.worth import Waiting, worth
from server.webhooks import outgoing
from shared.chain import canonical
from shared.ids import new_id, sha256_hex

BASELINE_ACTOR = "server"
CODE_TOPIC = "code_run"
"""Running the tests of code: noted with the baseline, which stands where nobody runs code."""
OLDEST_FIRST = (col(Score.created_at), col(Score.grader), col(Score.id))
"""Order of scores. In one instant the baseline comes before the judge that looked after it."""
_GIVEN = ("id", "grader", "state", "points_milli", "spread_milli", "why_json", "created_at")
"""Columns of a score that `rules.Given` is made of, in its order."""
_KEY_POINTS = TypeAdapter(list[baseline.KeyPoint])


def score_answer(db: Session, answer_id: str, now: datetime) -> None:
    """Scores one answer as it stands now, and brings the interview's total up to date."""
    answer = db.get(Answer, answer_id)
    if answer is None:
        return  # erased in the meantime: nothing is left to score
    question = db.get_one(SessionQuestion, answer.session_question_id)
    if question.follows_id is not None:
        return  # a further question has no marks: a person reads its answer beside the first one
    text, missing = readable(answer, question)
    own = key_points(question)
    points = baseline.key_points(own, question.expected_answer)
    expected = baseline.Expected(points, question.prompt, by_sentence=not own)
    verdict = baseline.grade(text, expected, max_marks=question.marks, missing=missing)
    given = {
        "text": text,
        "missing": missing,
        "marks": question.marks,
        "question": question.prompt,
        "by_sentence": expected.by_sentence,
        "key_points": [asdict(point) for point in points],
    }
    insert_score(
        db,
        Score(
            id=new_id(),
            session_id=answer.session_id,
            answer_id=answer.id,
            grader=baseline.GRADER,
            grader_version=baseline.GRADER_VERSION,
            state=verdict.state,
            points_milli=verdict.points_milli,
            max_marks=question.marks,
            why_json=json.dumps(verdict.why),
            manifest_json=json.dumps({"answer_sha256": sha256_hex(text.encode())}),
            evidence_json=json.dumps([asdict(one) for one in verdict.found], ensure_ascii=False),
            reason=verdict.reason,
            created_by=BASELINE_ACTOR,
            created_at=now,
            input_sha256=sha256_hex(canonical(given)),
        ),
    )
    if question.kind == "coding" and text.strip() and marking.code_tests(question.tests_json):
        key = f"{CODE_TOPIC}:{answer.id}:{sha256_hex(text.encode())}"
        outbox.note(db, CODE_TOPIC, key, {"answer": answer.id}, now=now)
    add_up(db, answer.session_id, now)


def note_unscored(db: Session, now: datetime) -> int:
    """Notes jobs for finished answers that no machine has scored; answers how many.

    What a lost job would have cost. A job that died for the same state is not noted again.
    """
    scored = select(Score.answer_id).where(Score.grader == baseline.GRADER)
    found = db.exec(
        select(Answer)
        .join(SessionQuestion, col(SessionQuestion.id) == col(Answer.session_question_id))
        .where(
            col(SessionQuestion.follows_id).is_(None),
            col(Answer.done_at).is_not(None),
            # A minute's grace: the job of a fresh answer is on its way.
            col(Answer.done_at) < now - timedelta(minutes=1),
            col(Answer.id).not_in(scored),
        )
    ).all()
    for answer in found:
        key = f"{answers.SCORE_TOPIC}:{answer.id}:sweep{answer.revision}.{answer.takes}"
        outbox.note(db, answers.SCORE_TOPIC, key, {"answer": answer.id}, now=now)
    return len(found)


def insert_score(db: Session, score: Score) -> None:
    """Inserts a score; one for the same input by the same grader stays as it is."""
    insert_unless_there(db, Score, score.model_dump())


def add_up(db: Session, session: str, now: datetime) -> InterviewResult:
    """Brings the interview's total up to date with its current scores, and who waits for a person.

    The total is locked before anything is read: whoever adds up at the same time waits and then
    sees this one's scores.
    """
    first = {"id": new_id(), "session_id": session, "note": "", "state": "open"}
    insert_unless_there(db, InterviewResult, first | {"updated_at": now}, by=("session_id",))
    result = db.exec(
        select(InterviewResult)
        .where(InterviewResult.session_id == session)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    asked = answers.questions(db, session)
    standing = current_scores(db, session)
    _rank(db, session, asked, standing)
    total = rules.total(
        [
            rules.Standing(question.marks, standing.get(question.id))
            for question in answers.own(asked)
        ]
    )
    result.total_milli, result.max_marks = total.points_milli, total.max_marks
    if total.state != "open" and result.state == "open":
        _tell(db, session, now)
    result.state, result.updated_at = total.state, now
    db.add(result)
    ring_after_commit(db, LIVE)
    return result


def _tell(db: Session, session: str, now: datetime) -> None:
    interview = db.get_one(InterviewSession, session)
    data = {"interview": session, "paper": interview.paper_id}
    outgoing.tell(db, "result.scored", data, org_id=interview.org_id, now=now)


def current_scores(db: Session, session: str) -> dict[str, rules.Given]:
    """The score that counts for each question that has one, by the question's id."""
    # Columns: evidence and manifest are the most of a score, and are not looked at here.
    found = db.execute(
        sql_select(col(Answer.session_question_id), *(getattr(Score, name) for name in _GIVEN))
        .join(Score, col(Score.answer_id) == col(Answer.id))
        .where(col(Score.session_id) == session)
        .order_by(*OLDEST_FIRST)
    )
    by_question: dict[str, list[rules.Given]] = {}
    for question, *score in found:
        by_question.setdefault(question, []).append(_given(*score))
    return {question: rules.current(scores) for question, scores in by_question.items()}


def scores_of(db: Session, answer_id: str, grader: str) -> list[Score]:
    """What this grader gave to an answer, oldest first."""
    found = db.exec(
        select(Score)
        .where(Score.answer_id == answer_id, Score.grader == grader)
        .order_by(*OLDEST_FIRST)
    )
    return list(found)


def given(score: Score) -> rules.Given:
    """What the rules need to know of a stored score."""
    return _given(*(getattr(score, name) for name in _GIVEN))


def _given(
    key: str,
    grader: str,
    state: str,
    points_milli: int | None,
    spread_milli: int | None,
    why_json: str,
    at: datetime,
) -> rules.Given:
    why = json.loads(why_json)
    return rules.Given(
        key,
        grader,
        state,
        points_milli,
        spread_milli,
        tuple(why) if isinstance(why, list) else (),
        at,
    )


def _rank(
    db: Session,
    session: str,
    asked: Mapping[str, SessionQuestion],
    standing: Mapping[str, rules.Given],
) -> None:
    """Notes with each answer what a person's look is worth; with none where one has decided."""
    kept = db.execute(
        sql_select(
            col(Answer.session_question_id), col(Answer.review_rank), col(Answer.waits_since)
        ).where(col(Answer.session_id) == session)
    )
    for key, *before in kept:
        score, after = standing.get(key), [None, None]
        if score is not None and score.grader != rules.PERSON:
            waiting = Waiting(
                score.grader, score.points_milli, score.spread_milli, asked[key].marks, score.why
            )
            after = [-round(1000 * worth(waiting)), score.at]
        if before != after:
            db.execute(
                update(Answer)
                .where(col(Answer.session_question_id) == key)
                .values(review_rank=after[0], waits_since=after[1])
            )


def readable(answer: Answer, question: SessionQuestion) -> tuple[str, str]:
    """(the text to grade, why there is none). A spoken answer is read by its transcript, as the
    candidate corrected it."""
    if question.kind != "spoken":
        missing = "No answer was given." if answer.revision == 0 else "The answer is empty."
        return answer.text, missing
    transcript = answers.transcript_of(answer)
    if transcript is not None and transcript.text.strip():
        return answer.text.strip() or transcript.text, ""
    if answer.takes == 0 and answer.text.strip():
        return answer.text, ""
    if answer.takes == 0:
        return "", "No answer was recorded."
    return "", f"Not transcribed, a person listens. {answer.transcript_reason}".strip()


def key_points(question: SessionQuestion) -> list[baseline.KeyPoint]:
    """The question's key points; none where the column does not hold any."""
    try:
        return _KEY_POINTS.validate_json(question.key_points_json)
    except ValidationError:
        return []

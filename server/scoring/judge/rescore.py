"""Judges again what was judged, by its manifest, and shows what came out differently.

One rule: it compares and stores nothing; what has changed since (answer, rubric, prompt, weights)
is named, because then another result proves nothing.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session, col, select

from server.db import Database
from server.models import Answer, InterviewSession, Score, SessionQuestion
from server.outside import may
from server.scoring.judge import prompt, service
from server.scoring.judge.judging import Plan, judge
from server.scoring.llm.asking import LlmError
from server.scoring.llm.model import Model
from shared.ids import sha256_hex
from shared.policy import Outside


@dataclass(frozen=True, slots=True)
class Compared:
    """One score and its repetition."""

    position: int
    """Of the question."""
    before_milli: int | None
    after_milli: int | None
    changed: tuple[str, ...]
    """What is not as it was: `answer`, `rubric`, `prompt`, `model`, `words` (of the prompts)."""
    failed: str = ""
    """Code of the error, where the model did not answer; `unnamed`: it was not asked, because the
    consent does not name it."""

    @property
    def is_same(self) -> bool:
        """Whether it came out as before, from the same things."""
        return not self.failed and not self.changed and self.before_milli == self.after_milli


def again(
    database: Database, model: Model, interview: str, *, outside: Outside | None = None
) -> Iterator[Compared]:
    """Every judged answer of the interview, by its newest judgement; nothing is sent to an
    `outside` service that its consent did not name."""
    with database.read() as db:
        held = db.get(InterviewSession, interview)
        found = _judged(db, interview)
        named = held is not None and may(held, outside)
    for position, score in found:
        if named:
            yield _compared(database, model, position, score)
        else:
            yield Compared(position, score.points_milli, None, (), failed="unnamed")


def _judged(db: Session, interview: str) -> list[tuple[int, Score]]:
    rows = db.exec(
        select(SessionQuestion.position, Score)
        .join(Answer, col(Answer.session_question_id) == col(SessionQuestion.id))
        .join(Score, col(Score.answer_id) == col(Answer.id))
        .where(
            Score.session_id == interview,
            Score.grader == service.GRADER,
            Score.state != "failed",
        )
        .order_by(col(SessionQuestion.position), col(Score.created_at))
    ).all()
    newest: dict[int, Score] = {}
    for position, score in rows:
        if "answer_sha256" not in json.loads(score.manifest_json):
            continue  # it was left to a person, unread
        newest[position] = score  # the last one of a question stays
    return list(newest.items())


def _compared(database: Database, model: Model, position: int, score: Score) -> Compared:
    kept = json.loads(score.manifest_json)
    with database.read() as db:
        ready = service.ready(db, score.answer_id)
    if ready is None:
        return Compared(position, score.points_milli, None, ("answer",))
    changed: list[str] = []
    if sha256_hex(ready.case.answer.encode()) != kept["answer_sha256"]:
        changed.append("answer")
    if service.rubric_sha256(ready.case) != kept["rubric_sha256"]:
        changed.append("rubric")
    if kept["prompt_version"] != prompt.PROMPT_VERSION:
        changed.append("prompt")
    try:
        found = judge(model, ready.case, Plan(kept["seed"], kept["samples"]))
    except LlmError as error:
        return Compared(position, score.points_milli, None, tuple(changed), error.code)
    if service.models(found) != kept["models"]:
        changed.append("model")
    if not changed and found.prompts_sha256 != kept["prompts_sha256"]:
        changed.append("words")
    return Compared(position, score.points_milli, found.verdict.points_milli, tuple(changed))

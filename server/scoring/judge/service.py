"""Reads what a judgement needs, and keeps what came of it.

One rule: it is kept only if the answer is still the one that was judged; the manifest holds hashes
and no words, so that what is erased is gone.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session, col, select

from server.candidate import answers
from server.models import Answer, InterviewSession, Score, SessionQuestion
from server.papers import marking
from server.scoring import service
from server.scoring.baseline import key_points
from server.scoring.judge import prompt, reply, rubric
from server.scoring.judge.admission import UNCALIBRATED, Backing
from server.scoring.judge.judging import TEMPERATURE, Case, Judgement, Plan
from server.scoring.judge.rules import WHY, Settled
from server.scoring.rules import LABEL, PERSON
from shared.chain import canonical
from shared.ids import new_id, sha256_hex

GRADER = "judge"
VERSION = f"p{prompt.PROMPT_VERSION}s{reply.SCHEMA_VERSION}"
"""Of prompt and schema: another one may score the same answer again."""
ACTOR = "server"


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that can be judged."""

    answer_id: str
    session_id: str
    org_id: str
    case: Case


def ready(db: Session, answer_id: str) -> Ready | None:
    """The answer with all that it is judged by; None where there is nothing to read or to look for:
    then the baseline has said so.
    """
    answer = db.get(Answer, answer_id)
    if answer is None:
        return None
    question = db.get_one(SessionQuestion, answer.session_question_id)
    if question.follows_id is not None:
        return None
    text, _ = service.readable(answer, question)
    if not text.strip():
        return None
    criteria = _criteria(question)
    if not criteria:
        return None
    transcript = answers.transcript_of(answer)
    spoken = question.kind == "spoken" and transcript is not None and text == transcript.text
    case = Case(
        question=prompt.Question(
            prompt=question.prompt,
            kind="spoken" if spoken else question.kind,
            expected=question.expected_answer,
            key_points=tuple(point.text for point in service.key_points(question)),
        ),
        criteria=criteria,
        answer=text,
        words=transcript.words if spoken and transcript is not None else (),
        max_marks=question.marks,
    )
    interview = db.get_one(InterviewSession, answer.session_id)
    return Ready(answer.id, answer.session_id, interview.org_id, case)


def keep(
    db: Session,
    judged: Ready,
    plan: Plan,
    found: Judgement,
    *,
    backing: Backing = UNCALIBRATED,
    now: datetime,
) -> bool:
    """Inserts the score and brings the total up to date; False where the answer has changed.

    `backing`: what the gate said of whatever judged.
    """
    if not _still(db, judged):
        return False
    verdict = found.verdict
    _insert(
        db,
        judged,
        state=verdict.state,
        points_milli=verdict.points_milli,
        spread_milli=verdict.spread_milli,
        why=verdict.why,
        evidence=evidence(verdict.settled, judged.case.answer),
        reason=f"{words(verdict.why)} {backing.words()}".strip(),
        manifest=manifest(judged.case, plan, found) | {"calibration": backing.kept()},
        now=now,
    )
    return True


def keep_failure(db: Session, judged: Ready, code: str, *, now: datetime) -> bool:
    """Notes that the model could not judge; no points, never a zero. False as with `keep`."""
    if not _still(db, judged):
        return False
    _insert(
        db,
        judged,
        state="failed",
        points_milli=None,
        spread_milli=None,
        why=(),
        evidence=[],
        reason=_FAILURES.get(code, "The language model could not judge this answer."),
        manifest={"failed": code},
        now=now,
    )
    return True


def keep_unadmitted(db: Session, judged: Ready, *, model: str, set_id: str, now: datetime) -> bool:
    """Leaves the answer to a person, because the gate let no model through that could judge it.

    False as with `keep`. The same is noted once; the answer may be judged later.
    """
    if not _still(db, judged):
        return False
    about = {"input": input_sha256(judged.case), "model": model, "set": set_id}
    _insert(
        db,
        judged,
        state="needs_person",
        points_milli=None,
        spread_milli=None,
        why=("unadmitted",),
        evidence=[],
        reason=f"{model or 'The language model'}, as it is now, was not admitted on your "
        "calibration set: a person reads the answer.",
        manifest={"calibration": {"standing": "not_admitted", "set": set_id}},
        now=now,
        own=f"unadmitted:{canonical(about).decode()}",
    )
    return True


def keep_unnamed(db: Session, judged: Ready, model: str, *, now: datetime) -> bool:
    """Leaves the answer to a person, because its author was not told of the service that would read
    it. False as with `keep`; the same is noted once.
    """
    if not _still(db, judged):
        return False
    about = {"input": input_sha256(judged.case), "model": model}
    _insert(
        db,
        judged,
        state="needs_person",
        points_milli=None,
        spread_milli=None,
        why=("unnamed",),
        evidence=[],
        reason="The consent to this interview named no language model outside of your own "
        "machines, so the answer was sent to none: a person reads it.",
        manifest={"outside": "not_named"},
        now=now,
        own=f"unnamed:{canonical(about).decode()}",
    )
    return True


def unadmitted(db: Session, org_id: str, *, limit: int) -> list[str]:
    """Answers that were left to a person for want of an admitted model, and that nobody has decided
    since or judged; the newest.
    """
    scores = db.exec(
        select(Score)
        .join(InterviewSession, col(Score.session_id) == col(InterviewSession.id))
        .where(
            InterviewSession.org_id == org_id,
            Score.grader == GRADER,
            Score.state == "needs_person",
            Score.grader_version == VERSION,
        )
        .order_by(col(Score.created_at).desc(), col(Score.id))
        .limit(limit)
    ).all()
    found = dict.fromkeys(
        score.answer_id for score in scores if "unadmitted" in json.loads(score.why_json)
    )
    settled = db.exec(
        select(Score.answer_id).where(
            col(Score.answer_id).in_(list(found)),
            (Score.grader == PERSON) | ((Score.grader == GRADER) & (Score.state != "needs_person")),
        )
    )
    gone = set(settled)
    return [answer for answer in found if answer not in gone]


def was_judged(db: Session, judged: Ready) -> bool:
    """Whether an earlier judgement of this very answer stands, by whichever version."""
    wanted = input_sha256(judged.case)
    return any(
        score.input_sha256 == wanted and score.state != "failed"
        for score in service.scores_of(db, judged.answer_id, GRADER)
    )


def is_judged(db: Session, judged: Ready) -> bool:
    """Whether this very answer has a judgement by this version already."""
    found = service.scores_of(db, judged.answer_id, GRADER)
    wanted = input_sha256(judged.case)
    return any(
        score.input_sha256 == wanted and score.grader_version == VERSION and score.state != "failed"
        for score in found
    )


def words(why: Sequence[str]) -> str:
    """What a person reads beside the points."""
    if not why:
        return f"Judged by criterion, each level with its words ({LABEL})."
    return f"A person has to look: {'; '.join(WHY[code] for code in why)}."


def evidence(settled: Sequence[Settled], answer: str) -> list[dict[str, Any]]:
    """The criteria in the baseline's format, with their levels; quotes are the answer's words."""
    lines: list[dict[str, Any]] = []
    for one in settled:
        quotes = [
            {
                "quote": answer[quote.start : quote.end],
                "start": quote.start,
                "end": quote.end,
                "similarity_milli": quote.similarity_milli,
            }
            for quote in one.quotes
        ]
        first = quotes[0] if quotes else {"quote": "", "start": 0, "end": 0}
        lines.append(
            {
                "key_point": one.criterion.name,
                "weight": one.criterion.weight,
                "found": bool(one.share_milli),
                "quote": first["quote"],
                "start": first["start"],
                "end": first["end"],
                "share_milli": one.share_milli,
                "levels": list(one.levels),
                "top": one.criterion.top,
                "finding": one.finding,
                "more": quotes[1:],
            }
        )
    return lines


def manifest(case: Case, plan: Plan, found: Judgement) -> dict[str, Any]:
    """What has to be the same for the score to be the same."""
    return {
        "prompt_version": prompt.PROMPT_VERSION,
        "schema_version": reply.SCHEMA_VERSION,
        "prompts_sha256": found.prompts_sha256,
        "answer_sha256": sha256_hex(case.answer.encode()),
        "rubric_sha256": rubric_sha256(case),
        "models": models(found),
        "seed": plan.seed,
        "samples": plan.samples,
        "temperature": TEMPERATURE,
        "examples": len(case.examples),
        "suspects": [asdict(one) for one in found.suspects],
        "hidden_chars": found.hidden,
        "unsure_words": found.unsure,
        "calls": found.spent.calls,
        "prompt_tokens": found.spent.prompt_tokens,
        "reply_tokens": found.spent.reply_tokens,
        "cost_micro": found.spent.cost_micro,
    }


def models(found: Judgement) -> list[dict[str, str]]:
    """Whatever answered, as the manifest names it."""
    return [{"model": model, "digest": digest} for model, digest in found.models]


def rubric_sha256(case: Case) -> str:
    """Version of what the answer is judged by."""
    return sha256_hex(
        canonical(
            {
                "question": asdict(case.question) | {"key_points": list(case.question.key_points)},
                "criteria": [
                    {"name": one.name, "weight": one.weight, "levels": list(one.levels)}
                    for one in case.criteria
                ],
                "marks": case.max_marks,
            }
        )
    )


def input_sha256(case: Case) -> str:
    """Of all that a judgement reads of an answer."""
    doubtful = [[word.text, word.probability_milli] for word in case.words]
    return sha256_hex(
        canonical({"rubric": rubric_sha256(case), "answer": case.answer, "words": doubtful})
    )


def _criteria(question: SessionQuestion) -> tuple[rubric.Criterion, ...]:
    try:
        stored = marking.RUBRIC.validate_json(question.rubric_json)
    except ValidationError:
        stored = []
    lines = [rubric.Line(one.name, one.weight, one.levels) for one in stored]
    points = key_points(service.key_points(question), question.expected_answer)
    return rubric.criteria(lines, points)


def _still(db: Session, judged: Ready) -> bool:
    again = ready(db, judged.answer_id)
    return again is not None and input_sha256(again.case) == input_sha256(judged.case)


def _insert(
    db: Session,
    judged: Ready,
    *,
    state: str,
    points_milli: int | None,
    spread_milli: int | None,
    why: Sequence[str],
    evidence: list[dict[str, Any]],
    reason: str,
    manifest: Mapping[str, Any],
    now: datetime,
    own: str = "",
) -> None:
    # A failure must not stand in the way of a later success for the same input.
    own = own or (f"failed:{new_id()}" if state == "failed" else "")
    service.insert_score(
        db,
        Score(
            id=new_id(),
            session_id=judged.session_id,
            answer_id=judged.answer_id,
            grader=GRADER,
            grader_version=VERSION,
            state=state,
            points_milli=points_milli,
            max_marks=judged.case.max_marks,
            spread_milli=spread_milli,
            why_json=json.dumps(list(why)),
            manifest_json=json.dumps(manifest, sort_keys=True),
            evidence_json=json.dumps(evidence, ensure_ascii=False),
            reason=reason,
            created_by=ACTOR,
            created_at=now,
            input_sha256=sha256_hex(own.encode()) if own else input_sha256(judged.case),
        ),
    )
    service.add_up(db, judged.session_id, now)


_FAILURES = {
    "overflow": "The answer is longer than the language model reads: a person reads it.",
    "refused": "The language model declined to judge this answer: a person reads it.",
    "bad_reply": "The language model gave no usable reply: a person reads the answer.",
    "misconfigured": "The language model's server refused the request: see the server's log.",
    "unreachable": "The language model could not be reached: a person reads the answer.",
    "too_slow": "The language model took too long: a person reads the answer.",
    "server_fault": "The language model's server failed: a person reads the answer.",
    "rate_limited": "The language model was busy for too long: a person reads the answer.",
    "circuit_open": "The language model could not be reached: a person reads the answer.",
}
"""What a person reads where the model said nothing, by the error's code."""

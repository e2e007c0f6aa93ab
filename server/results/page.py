"""Builds what one review page needs from the rows. One rule: it reads, and judges nothing."""

from collections.abc import Iterable, Mapping, Sequence, Set

from sqlmodel import Session

from server import templates
from server.candidate import answers
from server.follow_ups import service as follow_ups
from server.models import Answer, AudioChunk, FollowUp, InterviewSession, Score
from server.models import SessionQuestion as Frozen
from server.proctoring.as_json import events_json
from server.proctoring.rules import Noted
from server.proctoring.views import event_view
from server.results import certainty, queries, service
from server.results.views import (
    AnswerView,
    AskedView,
    FollowUpView,
    QuoteView,
    RecordView,
    ResultView,
    ReviewedInterview,
    ScoreView,
    StepView,
    TakeView,
    TemplateView,
    TotalView,
)
from server.scoring import rules as scoring_rules
from server.scoring import service as scoring

_LABELS = {
    "provisional": scoring_rules.LABEL,
    "needs_review": "proposed, a person has to look",
    "needs_person": "needs a person",
    "failed": "could not be judged",
    "final": "decided by a person",
}


def result_view(
    db: Session, interview: InterviewSession, *, events: Sequence[Noted] = ()
) -> ResultView:
    """Everything that one review page needs, and the report.

    `events`: those to be shown; a page gets them by `result_json`.
    """
    asked = answers.questions(db, interview.id)
    given = queries.answers(db, interview.id)
    scores = queries.scores(db, interview.id)
    chunks = queries.chunks(db, interview.id)
    revisions = queries.revision_counts(db, interview.id)
    held = queries.held(db, interview.id)
    kept = queries.result(db, interview.id)
    record = queries.record(db, interview.id)
    further = follow_ups.of_interview(db, interview.id)
    outcomes = follow_ups.outcomes(db, interview, further.values())
    views: list[AnswerView] = []
    for question in follow_ups.in_reading_order(asked):
        answer = given.get(question.id)
        takes = _takes(chunks.get(question.id, []), held)
        views.append(
            _answer(
                question,
                answer,
                takes=takes,
                scores=scores.get(answer.id, []) if answer else [],
                revisions=revisions.get(question.id, 0),
                follow_up=_follow_up(further.get(question.id), asked, outcomes),
            )
        )
    return ResultView(
        interview=ReviewedInterview.model_validate(
            interview.model_dump(include=set(ReviewedInterview.model_fields))
        ),
        timeline=[
            StepView(status=step.new, at=step.at, rule=step.rule, actor=step.actor)
            for step in queries.timeline(db, interview.id)
        ],
        events=[event_view(event) for event in events],
        answers=views,
        total=TotalView.model_validate(
            {
                "points": points(kept.total_milli) if kept else None,
                "standard_error": certainty.of_total(db, interview.id, asked.values()),
                "max_marks": sum(question.marks for question in answers.own(asked)),
                "state": kept.state if kept else "open",
                "note": kept.note if kept else "",
            }
        ),
        record=RecordView(
            rows=record.rows,
            head_seq=interview.head_seq,
            head_hash=interview.head_hash,
            forks=record.forks,
            quarantined=record.quarantined,
            segments=interview.record_segment,
            links=interview.link_count,
            missing_blobs=record.missing_blobs,
        ),
        templates=[
            TemplateView.model_validate(each.model_dump(include=set(TemplateView.model_fields)))
            for each in templates.kept(db, interview.id)
        ],
    )


def result_json(view: ResultView, events: Iterable[Noted]) -> bytes:
    """The view with these events as it travels: there may be thousands of them."""
    whole = view.model_dump_json(exclude={"events"}).encode()
    return whole[:-1] + b',"events":' + events_json(events) + b"}"


def without(view: ResultView, withheld: Set[str]) -> ResultView:
    """The same without the scores of these questions, and without a total that tells of them."""
    if not withheld:
        return view
    hidden = {"scores": [], "current": None, "withheld": True}
    answers = [
        one.model_copy(update=hidden) if one.question.id in withheld else one
        for one in view.answers
    ]
    total = view.total.model_copy(update={"points": None, "standard_error": None})
    return view.model_copy(update={"answers": answers, "total": total})


def _answer(
    question: Frozen,
    answer: Answer | None,
    *,
    takes: list[TakeView],
    scores: list[Score],
    revisions: int,
    follow_up: FollowUpView | None,
) -> AnswerView:
    transcript = answers.transcript_of(answer) if answer else None
    views = [_score(score) for score in scores]
    counting = scoring_rules.current([scoring.given(score) for score in scores]) if scores else None
    return AnswerView(
        question=AskedView.model_validate(question.model_dump(include=set(AskedView.model_fields))),
        answer_id=answer.id if answer else None,
        text=answer.text if answer else "",
        revision=answer.revision if answer else 0,
        revisions=revisions,
        takes=takes,
        transcript=transcript.text if transcript else "",
        transcript_reason=answer.transcript_reason if answer else "",
        transcript_by=transcript.by if transcript and transcript.text else "",
        done_reason=answer.done_reason if answer else "",
        spent_ms=answer.spent_ms if answer else 0,
        late=answer.late if answer else False,
        scores=views,
        current=next((view for view in views if counting and view.id == counting.id), None),
        follow_up=follow_up,
    )


def _follow_up(
    origin: FollowUp | None, asked: Mapping[str, Frozen], outcomes: Mapping[int, str]
) -> FollowUpView | None:
    if origin is None:
        return None
    return FollowUpView.model_validate(
        {
            **origin.model_dump(include={"source", "model", "digest", "about", "instead"}),
            "follows": origin.follows_id,
            "position": asked[origin.follows_id].position,
            "outcome": outcomes.get(origin.number, "pending"),
        }
    )


def _score(score: Score) -> ScoreView:
    calibration = service.calibration_of(score)
    label = _LABELS.get(score.state, score.state)
    if calibration == "none" and score.points_milli is not None:
        label = f"{label}; not calibrated"
    return ScoreView.model_validate(
        {
            **score.model_dump(include=set(ScoreView.model_fields)),
            "label": label,
            "calibration": calibration,
            "points": points(score.points_milli),
            "spread": points(score.spread_milli),
            "why": service.why_of(score),
            "run": service.run_of(score),
            "evidence": [QuoteView.model_validate(quote) for quote in service.evidence_of(score)],
        }
    )


def _takes(chunks: list[AudioChunk], held: set[str]) -> list[TakeView]:
    by_take: dict[int, list[AudioChunk]] = {}
    for chunk in chunks:
        by_take.setdefault(chunk.take, []).append(chunk)
    return [
        TakeView(
            take=take,
            duration_ms=sum(chunk.duration_ms for chunk in pieces),
            parts=len(pieces),
            missing=sum(chunk.sha256 not in held for chunk in pieces),
        )
        for take, pieces in by_take.items()
    ]


def points(milli: int | None) -> float | None:
    """Points of thousandths."""
    return None if milli is None else milli / 1000

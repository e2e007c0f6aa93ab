"""HTTP of results. One rule: somebody else's interview is `not_found`, never `forbidden`."""

import csv
import io
from typing import Annotated

from fastapi import Path, Query, Response
from sqlmodel import Session

from server import audit, templates
from server.auth.deps import ProctorOrReviewer, Reviewer
from server.candidate import answers
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.interviews import service as interviews
from server.models import Answer, AudioChunk, InterviewResult, InterviewSession, Score
from server.models import SessionQuestion as Frozen
from server.proctoring import service as proctoring
from server.proctoring.views import event_view
from server.results import queries, rules, service
from server.results.views import (
    AnswerView,
    AskedView,
    QuoteView,
    RecordView,
    ResultChange,
    ResultPage,
    ResultSummary,
    ResultView,
    ReviewedInterview,
    ScoreView,
    StepView,
    TakeView,
    TemplateView,
    TotalView,
)
from server.routers import feature_router
from server.scoring import rules as scoring_rules
from server.scoring import service as scoring
from server.views import Cursor, Key, Limit, cursor_after, read_cursor
from shared.ids import ID_PATTERN, SHA256_PATTERN

router = feature_router("/admin", "results")

_ADMIN = ("not_signed_in", "forbidden", "not_found")
MAX_CSV_LINES = 10_000
"""One download; whoever needs more narrows it down."""

_LABELS = {
    "provisional": scoring_rules.LABEL,
    "needs_person": "needs a person",
    "final": "decided by a person",
}


@router.get("/results", responses=problems("not_signed_in", "forbidden"))
def list_results(
    person: Reviewer, db: ReadDb, cursor: Cursor = None, limit: Limit = 50
) -> ResultPage:
    """Interviews that were started, newest first, with their totals."""
    found = queries.page(
        db, interviews.visible_to(person), after=read_cursor(cursor), limit=limit + 1
    )
    page = found[:limit]
    last = page[-1][0] if len(found) > limit else None
    return ResultPage(
        items=_summaries(db, page),
        next_cursor=cursor_after(last.created_at, last.id) if last else None,
    )


@router.get(
    "/results.csv",
    responses=problems("not_signed_in", "forbidden") | {200: {"content": {"text/csv": {}}}},
    response_class=Response,
)
def download_results(person: Reviewer, db: Db, now: Now) -> Response:
    """The same list for a spreadsheet, RFC 4180, nothing in it calculates."""
    found = queries.page(db, interviews.visible_to(person), after=None, limit=MAX_CSV_LINES)
    out = io.StringIO()
    writer = csv.writer(out)
    columns = [name for name in ResultSummary.model_fields if name != "id"]
    writer.writerow(["interview", *columns])
    for line in _summaries(db, found):
        values = line.model_dump(mode="json")
        writer.writerow(
            [line.id]
            + [
                rules.spreadsheet_text("" if values[name] is None else str(values[name]))
                for name in columns
            ]
        )
    audit.note(
        db,
        person.actor,
        "results.downloaded",
        subject="results",
        at=now,
        org_id=person.org_id,
        lines=len(found),
    )
    return Response(
        out.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="results.csv"'},
    )


@router.get("/result/{id}", responses=problems(*_ADMIN))
def get_result(id: Key, person: Reviewer, db: ReadDb) -> ResultView:
    """Everything that one review page needs."""
    return _result(db, interviews.get_interview(db, person, id))


@router.patch("/result/{id}", responses=problems(*_ADMIN, "csrf", "malformed_body"))
def change_result(
    id: Key, asked: ResultChange, person: Reviewer, parts: PartsDep, db: Db, now: Now
) -> ResultView:
    """Overrides scores, each with a reason, and writes the note."""
    interview = interviews.get_interview(db, person, id, lock=True)
    looker = service.Looker(person, parts.settings, parts.keys, now)
    for one in asked.overrides:
        decision = rules.Decision(one.question, rules.milli(one.points), one.reason.strip())
        service.override(db, looker, interview, decision=decision)
    if asked.note is not None:
        service.write_note(db, looker, interview, asked.note)
    db.flush()
    return _result(db, interview)


@router.get(
    "/result/{id}/evidence/{sha256}",
    responses=problems(*_ADMIN) | {200: {"content": {"image/*": {}}}},
    response_class=Response,
)
def get_evidence(
    id: Key,
    sha256: Annotated[str, Path(pattern=SHA256_PATTERN)],
    person: ProctorOrReviewer,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> Response:
    """A picture of the record, opened. The review is written down once in half an hour."""
    interview = interviews.get_interview(db, person, id)
    looker = service.Looker(person, parts.settings, parts.keys, now)
    opened = service.look(db, looker, interview, address=sha256)
    return _blob(opened, {"image/jpeg", "image/png", "audio/ogg"})


@router.get(
    "/result/{id}/audio/{question}",
    responses=problems(*_ADMIN) | {200: {"content": {"audio/ogg": {}}}},
    response_class=Response,
)
def get_audio(
    id: Key,
    question: Annotated[str, Path(pattern=ID_PATTERN)],
    person: Reviewer,
    parts: PartsDep,
    db: Db,
    now: Now,
    take: Annotated[int | None, Query(ge=1, le=1000, description="Default: the last.")] = None,
) -> Response:
    """One take of a spoken answer as a single Ogg file. The listening is written down."""
    interview = interviews.get_interview(db, person, id)
    looker = service.Looker(person, parts.settings, parts.keys, now)
    take = take or service.last_take(db, interview.id, question)
    opened = service.listen(db, looker, interview, question=question, take=take)
    return _blob(opened, {"audio/ogg"})


def _blob(opened: service.Opened, allowed: set[str]) -> Response:
    # The type was said by the candidate's machine: only harmless ones are shown as such.
    known = opened.media_type if opened.media_type in allowed else "application/octet-stream"
    headers = {
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(opened.content, media_type=known, headers=headers)


def _summaries(
    db: Session, page: list[tuple[InterviewSession, InterviewResult | None]]
) -> list[ResultSummary]:
    counts = queries.signal_counts(db, [interview.id for interview, _ in page])
    none = queries.Counts()
    return [
        ResultSummary.model_validate(
            {
                **interview.model_dump(include=set(ResultSummary.model_fields)),
                "points": _points(result.total_milli) if result else None,
                "max_marks": result.max_marks if result else 0,
                "state": result.state if result else "open",
                "high": counts.get(interview.id, none).high,
                "medium": counts.get(interview.id, none).medium,
            }
        )
        for interview, result in page
    ]


def _result(db: Session, interview: InterviewSession) -> ResultView:
    asked = answers.questions(db, interview.id)
    given = queries.answers(db, interview.id)
    scores = queries.scores(db, interview.id)
    chunks = queries.chunks(db, interview.id)
    revisions = queries.revision_counts(db, interview.id)
    held = queries.held(db, interview.id)
    kept = queries.result(db, interview.id)
    record = queries.record(db, interview.id)
    views: list[AnswerView] = []
    for question in asked.values():
        answer = given.get(question.id)
        takes = _takes(chunks.get(question.id, []), held)
        views.append(
            _answer(
                question,
                answer,
                takes=takes,
                scores=scores.get(answer.id, []) if answer else [],
                revisions=revisions.get(question.id, 0),
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
        events=[event_view(event) for event in proctoring.events(db, interview.id)],
        answers=views,
        total=TotalView.model_validate(
            {
                "points": _points(kept.total_milli) if kept else None,
                "max_marks": sum(question.marks for question in asked.values()),
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
            segments=interview.segment,
            links=interview.link_count,
            missing_blobs=record.missing_blobs,
        ),
        templates=[
            TemplateView.model_validate(each.model_dump(include=set(TemplateView.model_fields)))
            for each in templates.kept(db, interview.id)
        ],
    )


def _answer(
    question: Frozen,
    answer: Answer | None,
    *,
    takes: list[TakeView],
    scores: list[Score],
    revisions: int,
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
        done_reason=answer.done_reason if answer else "",
        spent_ms=answer.spent_ms if answer else 0,
        late=answer.late if answer else False,
        scores=views,
        current=next((view for view in views if counting and view.id == counting.id), None),
    )


def _score(score: Score) -> ScoreView:
    return ScoreView.model_validate(
        {
            **score.model_dump(include=set(ScoreView.model_fields)),
            "label": _LABELS.get(score.state, score.state),
            "points": _points(score.points_milli),
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


def _points(milli: int | None) -> float | None:
    return None if milli is None else milli / 1000

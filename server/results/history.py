"""How an answer came to be, for a reviewer: edits in their order, pastes, trial runs.

One rule: it is read from the record's own rows, opened for the moment; that somebody looked is
written down like a look at a picture. It says what was done, and never why.
"""

from collections.abc import Iterator

from sqlmodel import Session, col, select

from server import looks
from server.candidate import answers
from server.looks import Look
from server.models import InterviewSession, RecordRow
from server.refusals import Refused
from server.results.service import Looker
from server.results.views import AnchorView, EditView, HistoryView, PasteView, TrialView
from server.sealing import NotOpened, open_row
from shared.edits import replayed
from shared.events import BODIES, AnswerEdited, AnswerPasted, AnswerRevised, AnswerRun, Kind

KINDS = (Kind.ANSWER_EDITED, Kind.ANSWER_REVISED, Kind.ANSWER_PASTED, Kind.ANSWER_RUN)
Told = AnswerEdited | AnswerRevised | AnswerPasted | AnswerRun
LOOKED = "history.looked"
AT_ONCE = 500
"""Rows held in memory while they are opened; a revision may have 200,000 characters."""


def history(
    db: Session, looker: Looker, interview: InterviewSession, *, question: str
) -> HistoryView:
    """One question's; refuses `not_found` and, once its key is destroyed, `erased`."""
    asked = answers.questions(db, interview.id).get(question)
    if asked is None or asked.kind == "spoken":
        raise Refused("not_found", "This interview has no such written or coding question.")
    if interview.key_sealed is None:
        raise Refused("erased")
    key = looker.keys.unwrap(interview.key_sealed, about=interview.id)
    texts: list[AnswerEdited | AnswerRevised] = []
    pastes: list[PasteView] = []
    trials: list[TrialView] = []
    for body in _bodies(db, interview.id, key):
        if body.question != question:
            continue
        match body:
            case AnswerEdited() | AnswerRevised():
                texts.append(body)
            case AnswerPasted():
                pastes.append(PasteView.model_validate(body.model_dump()))
            case AnswerRun():
                trials.append(TrialView.model_validate(body.model_dump()))
    told = replayed(asked.starter, texts)
    look = Look(looker.person, LOOKED, looker.now)
    if not looks.is_noted(db, interview, look):
        looks.note(db, interview, look, keys=looker.keys, question=question)
    return HistoryView(
        question=question,
        steps=[EditView(life=life, **edit.model_dump()) for life, edit in told.steps],
        anchors=[AnchorView(step=step, text=text) for step, text in told.anchors],
        gaps=told.gaps,
        text=told.text,
        pastes=pastes,
        runs=trials,
    )


def _bodies(db: Session, session: str, key: bytes) -> Iterator[Told]:
    found = db.exec(
        select(RecordRow.kind, RecordRow.row, RecordRow.sealed)
        .where(
            RecordRow.session_id == session,
            col(RecordRow.kind).in_([str(kind) for kind in KINDS]),
            RecordRow.state != "quarantined",
        )
        .order_by(col(RecordRow.seq))
        .execution_options(yield_per=AT_ONCE)
    )
    for kind, row, sealed in found:
        try:
            _, raw = open_row(key, sealed, row)
        except NotOpened:
            # Stored by another key: the record's own check names it; a replay counts a gap.
            continue
        body = BODIES[kind].model_validate_json(raw)
        if isinstance(body, Told):
            yield body

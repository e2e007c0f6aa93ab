"""Text of written and coding answers: what was changed, what stands, what was pasted or tried.

One rule: each change is on disk within about a second as a small row; the whole text follows as a
revision at a pause, and before anything ends the answer.
"""

from dataclasses import replace

from client.exam.clock import interview_ms
from client.exam.facts import Edited, Pasted, Ran, Typed
from client.exam.orders import Append, Effect, Result
from client.exam.starters import opening_text
from client.exam.state import Answer, Now, State, with_answer
from shared.edits import batches
from shared.events import AnswerEdited, AnswerPasted, AnswerRevised, AnswerRun, Edit
from shared.exam import ExamQuestion


def editing(state: State, happened: Typed | Edited | Pasted | Ran, now: Now) -> Result:
    """Facts about the open question's text; those about another one change nothing."""
    question, answer = state.question, state.answer
    if isinstance(happened, Ran):
        return state, _run(state, happened, now)
    if question is None or happened.question != question.id or question.kind == "spoken":
        return state, ()
    if answer.done:
        return state, ()
    at_ms = max(0, interview_ms(state, now))
    match happened:
        case Edited() if happened.edits:
            return _edited(state, question, happened, at_ms)
        case Typed() if answer.unrevised or happened.text != answer.text:
            revised, row = _revised(question, replace(answer, text=happened.text), at_ms)
            return with_answer(state, revised), (row,)
        case Pasted():
            row = AnswerPasted(
                question=question.id,
                at_ms=at_ms,
                way=happened.way,
                outcome=happened.outcome,
                length=happened.length,
                text_sha256=happened.text_sha256,
            )
            return state, (Append(row),)
        case _:
            return state, ()


def settled(state: State, now: Now) -> Result:
    """Every text that its edits outran becomes a revision: nothing may end before."""
    if state.exam is None or not any(answer.unrevised for answer in state.answers):
        return state, ()
    at_ms = max(0, interview_ms(state, now))
    answers: list[Answer] = []
    rows: list[Effect] = []
    for question, answer in zip(state.exam.questions, state.answers, strict=True):
        if answer.unrevised:
            answer, row = _revised(question, answer, at_ms)
            rows.append(row)
        answers.append(answer)
    return replace(state, answers=tuple(answers)), tuple(rows)


def _edited(state: State, question: ExamQuestion, happened: Edited, at_ms: int) -> Result:
    answer = state.answer
    edits = tuple(edit.model_copy(update={"at_ms": at_ms}) for edit in happened.edits)
    template = opening_text(question) if not question.starter else ""
    if answer.edits == 0 and template:
        # The server knows the starter only: what we put in its place is the first edit.
        edits = (Edit(at_ms=at_ms, position=0, inserted=template, origin="template"), *edits)
    lengths = _lengths(len(happened.text), edits)
    rows: list[Effect] = []
    done = 0
    for group in batches(edits):
        done += len(group)
        rows.append(
            Append(
                AnswerEdited(
                    question=question.id,
                    batch=answer.edits + len(rows) + 1,
                    edits=group,
                    length=lengths[done - 1],
                )
            )
        )
    moved = replace(answer, text=happened.text, edits=answer.edits + len(rows), unrevised=True)
    return with_answer(state, moved), tuple(rows)


def _lengths(last: int, edits: tuple[Edit, ...]) -> list[int]:
    """Characters of the text after each edit, `last` after the last one."""
    lengths = [last]
    for edit in reversed(edits[1:]):
        lengths.append(lengths[-1] - len(edit.inserted) + len(edit.removed))
    return lengths[::-1]


def _revised(question: ExamQuestion, answer: Answer, at_ms: int) -> tuple[Answer, Append]:
    revised = replace(answer, revision=answer.revision + 1, unrevised=False)
    body = AnswerRevised(
        question=question.id, revision=revised.revision, text=revised.text, at_ms=at_ms
    )
    return revised, Append(body)


def _run(state: State, happened: Ran, now: Now) -> tuple[Effect, ...]:
    """Its answer may come when another question is open by now."""
    asked = () if state.exam is None else state.exam.questions
    if happened.question not in [question.id for question in asked] or state.question is None:
        return ()
    row = AnswerRun(
        question=happened.question,
        at_ms=max(0, interview_ms(state, now)),
        revision=happened.revision,
        code_sha256=happened.code_sha256,
        outcome=happened.outcome,
        passed=happened.passed,
        total=happened.total,
        reason=happened.reason,
    )
    return (Append(row),)

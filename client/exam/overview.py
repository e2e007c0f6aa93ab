"""How the questions of an interview stand, for the person's overview.

Pure. One rule: it says what is there, and judges nothing: a short answer is an answer.
"""

from dataclasses import dataclass

from client.exam.clock import limit_ms, spent_ms
from client.exam.starters import opening_text
from client.exam.state import Answer, Now, State
from shared.exam import ExamQuestion, QuestionKind


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the overview."""

    index: int
    """From 0."""
    position: int
    kind: QuestionKind
    topic: str
    here: bool
    """Whether it is the open one."""
    seen: bool
    """Whether it was opened at least once."""
    answered: bool
    flagged: bool
    done: bool
    """Whether it can be read only, or not even that where the questions come in order."""
    left_ms: int
    """Of its own time; the interview's end may come sooner."""


def overview(state: State, now: Now) -> tuple[Standing, ...]:
    """All questions in their order; empty before the start."""
    if state.exam is None:
        return ()
    return tuple(_standing(state, index, now=now) for index in range(len(state.exam.questions)))


def is_answered(question: ExamQuestion, answer: Answer) -> bool:
    """Whether something was said or written; the text it came with is no answer."""
    if answer.takes:
        return True
    return answer.revision > 0 and answer.text.strip() not in ("", opening_text(question).strip())


def _standing(state: State, index: int, *, now: Now) -> Standing:
    assert state.exam is not None
    question, answer = state.exam.questions[index], state.answers[index]
    here = index == state.index and state.question is not None
    spent = spent_ms(state, now) if here else answer.spent_ms
    return Standing(
        index=index,
        position=question.position,
        kind=question.kind,
        topic=question.topic,
        here=here,
        seen=answer.opened_ms is not None,
        answered=is_answered(question, answer),
        flagged=answer.flagged,
        done=answer.done != "",
        left_ms=0 if answer.done else max(0, limit_ms(question, answer) - spent),
    )

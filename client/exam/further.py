"""A further question that the server asks about an answer, among those that the paper asks.

One rule: it comes behind what the person is at, never in the way of it, and with its own time;
whoever has handed in gets none any more.
"""

from dataclasses import replace
from typing import Literal

from client.exam.orders import Result
from client.exam.questions import open_question
from client.exam.starters import opening_text
from client.exam.state import Answer, Now, Screen, State
from shared.exam import ExamQuestion

Outcome = Literal["", "late", "unreadable"]


def brought(state: State, question: ExamQuestion | None, now: Now) -> tuple[Result, Outcome]:
    """The further question in its place; opened at once where it is waited for."""
    exam, waited = state.exam, state.closing == "asking"
    if question is None:
        return (state, ()), "unreadable"
    if exam is None or not (waited or _runs(state)):
        return (state, ()), "late"
    if any(one.id == question.id for one in exam.questions):
        return (state, ()), ""  # another machine had it, and the exam came with it
    place = _place(state)
    questions = (*exam.questions[:place], question, *exam.questions[place:])
    fresh = Answer(text=opening_text(question))
    answers = (*state.answers[:place], fresh, *state.answers[place:])
    longer = replace(state, exam=exam.model_copy(update={"questions": questions}), answers=answers)
    if not waited:
        return (longer, ()), ""
    return open_question(replace(longer, closing=""), place, now), ""


def _runs(state: State) -> bool:
    return state.screen is Screen.QUESTION or state.aside_ms is not None


def _place(state: State) -> int:
    """Behind the open question and those that came before this one; last of all where the person
    goes about freely."""
    assert state.exam is not None
    questions = state.exam.questions
    if state.policy.navigation == "free" or state.closing == "asking":
        return len(questions)
    place = state.index + 1
    while place < len(questions) and questions[place].follows and not _seen(state, place):
        place += 1
    return place


def _seen(state: State, place: int) -> bool:
    return state.answers[place].opened_ms is not None

"""The questions of one session, immutable from the moment they are granted.

One rule: what a candidate may not see (key points, hidden tests, marks schemes) has no field
here, so it cannot leak. Samples are the tests that their author made visible, and no others.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.model import Digest, Id, Wire

QuestionKind = Literal["spoken", "written", "coding"]
Language = Literal["python", "javascript", "java", "c", "cpp", "go", "sql"]


class Sample(Wire):
    """A test of code that the candidate may see and run."""

    name: str
    """Distinct within its question."""
    input: str = ""
    """What the program reads from its standard input; empty where `call` is used."""
    call: str = ""
    """An expression in the question's language whose value is printed; empty: the program is run
    as it is."""
    expected: str = ""
    """What it must print."""


class ExamQuestion(Wire):
    """One question as the candidate sees it."""

    id: Id
    """Identifier inside this session."""
    position: Annotated[int, Field(ge=1, le=500)]
    """Place in the exam, from 1."""
    kind: QuestionKind
    """How it is answered."""
    prompt: Annotated[str, Field(min_length=1, max_length=20_000)]
    """What is asked, in plain text; also what is read aloud."""
    topic: str = ""
    """Subject area, for the overview; may be empty."""
    marks: Annotated[int, Field(ge=0, le=1000)] = 10
    """Most marks to be had; 0 of a further question, which has none of its own."""
    time_limit_s: Annotated[int, Field(ge=10, le=14_400)] = 300
    """Seconds for this question, accommodations included."""
    language: Language | None = None
    """Programming language of a coding question; None for the others."""
    starter: str = ""
    """Text or code that the editor opens with."""
    samples: tuple[Sample, ...] = ()
    """Visible tests of a coding question; empty for the others."""
    follows: Id | None = None
    """The question whose answer this one asks more about; None for the paper's own."""


class Exam(Wire):
    """All questions of a session, in order."""

    title: Annotated[str, Field(min_length=1, max_length=200)]
    """The paper's title."""
    version: Annotated[int, Field(ge=1)] = 1
    """The paper's version that was frozen for this session."""
    duration_s: Annotated[int, Field(ge=30, le=86_400)]
    """Seconds for the whole interview, accommodations included."""
    questions: tuple[ExamQuestion, ...]
    """In the order they are asked; at least one."""


MAX_AHEAD_CHARS = 6_000_000
"""Longest sealed exam: with it a grant is still an answer that the client takes (8 MiB)."""


class SealedExam(Wire):
    """The exam ahead of the start: it is on the machine, and its key is not."""

    id: Digest
    """SHA-256 of the key: whoever holds the exam names it by this at the start."""
    sealed: Annotated[str, Field(max_length=MAX_AHEAD_CHARS)]
    """Base64 (standard alphabet) of nonce (12) || AES-256-GCM(JSON of the `Exam`); the associated
    data are `exam_context` of the interview."""


def exam_context(session: str) -> bytes:
    """Binds a sealed exam to its interview."""
    return f"exam\n{session}".encode()


def further_context(session: str, number: int) -> bytes:
    """Binds a sealed further question to its interview and to the instruction that brings it."""
    return f"ask\n{session}\n{number}".encode()

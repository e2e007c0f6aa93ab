"""Bodies of the plain answer endpoints, for clients without a record."""

from typing import Annotated

from pydantic import Field

from shared.model import Id, Wire


class TextAnswer(Wire):
    """`POST /interview/answer/text`: the whole text of an answer."""

    question: Id
    """Which."""
    text: Annotated[str, Field(max_length=200_000)]
    """The whole text."""
    done: bool = False
    """Whether the candidate is done with this question."""


class AnswerKept(Wire):
    """What was kept."""

    question: Id
    """Which."""
    revision: int
    """Number of the kept text revision; 0 for a recording."""
    late: bool
    """Whether it came after the end."""

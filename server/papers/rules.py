"""What a question and an order of questions must be like.

One rule: nothing here reads a database; faults are sentences for the author.
"""

from collections.abc import Sequence

MAX_QUESTIONS = 200
"""Most questions in a paper."""


def question_fault(kind: str, language: str | None, tests: int = 0) -> tuple[str, str] | None:
    """The field that does not fit and why, or None."""
    if kind == "coding" and language is None:
        return "language", "A coding question needs a programming language."
    if kind != "coding" and language is not None:
        return "language", "Only coding questions have a programming language."
    if kind != "coding" and tests:
        return "tests", "Only coding questions have tests of code."
    return None


def placed(order: Sequence[str], key: str, position: int) -> list[str]:
    """`order` with `key` at `position` (from 1, beyond the end means last); adds it if missing."""
    rest = [other for other in order if other != key]
    index = min(max(position, 1), len(rest) + 1) - 1
    return [*rest[:index], key, *rest[index:]]

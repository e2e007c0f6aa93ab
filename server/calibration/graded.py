"""Answers that people have graded, from a table, and what automatic graders make of them.

One rule: a line that does not fit is named with its number, and nothing is measured then: a set
with holes measures something else.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from server.calibration.figures import DRAWS, Agreement, Pair, agreement
from server.calibration.overlap import overlap
from server.scoring.baseline import Expected, KeyPoint, grade, key_points

NEEDED = ("question", "expected_answer", "answer", "score", "max_score")
OPTIONAL = ("second_score", "key_points")
"""Marks of a second person; key points with ` ; ` between them."""
MOST_LINES = 50_000
Line = tuple[int, Mapping[str, str]]
"""A line's number and its cells by column."""


MOST_FAULTS = 50
"""Lines that are named; a file with more of them is another file."""


class BadLine(Exception):
    """Lines that do not fit; the message names the first."""

    def __init__(self, message: str, faults: Sequence["Fault"] = ()) -> None:
        super().__init__(message)
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one line, for the author of the file."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Graded:
    """One answer; scores in shares of the marks."""

    question: str
    expected_answer: str
    key_points: tuple[str, ...]
    answer: str
    score: float
    second: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A set as measured: without the ceiling and the yardstick a figure says nothing."""

    grader: Agreement
    overlap: Agreement
    people: Agreement | None
    """Of two people; None where there is no second score."""


def read(text: str) -> list[Graded]:
    """Answers of a CSV file with a header; blank answers are left out. Raises BadLine."""
    lines = csv.DictReader(io.StringIO(text))
    return of_lines(lines.fieldnames or (), enumerate(lines, start=2))


def of_lines(columns: Sequence[str], lines: Iterable[Line]) -> list[Graded]:
    """The same of lines with their numbers. Raises BadLine."""
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise BadLine(f"Columns are missing: {', '.join(missing)}.")
    found: list[Graded] = []
    faults: list[Fault] = []
    for place, (number, line) in enumerate(lines):
        if place == MOST_LINES:
            raise BadLine(f"There are more than {MOST_LINES} lines.")
        if not (line["answer"] or "").strip():
            continue
        try:
            found.append(_graded(line, number))
        except BadLine as fault:
            faults.append(Fault(number, str(fault)))
    refuse(faults)
    if not found:
        raise BadLine("There is no answer in it.")
    return found


def refuse(faults: Sequence[Fault]) -> None:
    """Raises BadLine that names them, if there are any."""
    if faults:
        more = len(faults) - 1
        rest = f" {more} more lines do not fit either." if more > 1 else ""
        rest = " One more line does not fit either." if more == 1 else rest
        raise BadLine(faults[0].message + rest, faults[:MOST_FAULTS])


def by_baseline(one: Graded) -> float:
    """What the baseline gives, as a share of the marks; 0 where it has nothing to look for."""
    own = [KeyPoint(text, 1) for text in one.key_points]
    points = key_points(own, one.expected_answer)
    expected = Expected(points, one.question, by_sentence=not own)
    return (grade(one.answer, expected, max_marks=1000, missing="").points_milli or 0) / 1_000_000


def compare(
    graded: Sequence[Graded], grader: Callable[[Graded], float], *, draws: int = DRAWS
) -> Comparison:
    """All figures of one grader, beside the yardstick and the ceiling."""
    by_words = [
        Pair(one.question, one.score, overlap(one.answer, one.expected_answer)) for one in graded
    ]
    people = [Pair(one.question, one.score, one.second) for one in graded if one.second is not None]
    return Comparison(
        agreement([Pair(one.question, one.score, grader(one)) for one in graded], draws=draws),
        agreement(by_words, draws=draws),
        agreement(people, draws=draws) if people else None,
    )


def most(line: Mapping[str, str], number: int) -> float:
    """The marks to be had; raises BadLine."""
    found = _number(line, "max_score", number)
    if found <= 0:
        raise BadLine(f"Line {number}: max_score must be above 0.")
    return found


def share(line: Mapping[str, str], name: str, whole: float, number: int) -> float:
    """A mark as a share of the `whole`; raises BadLine."""
    found = _number(line, name, number) / whole
    if not 0 <= found <= 1:
        raise BadLine(f"Line {number}: {name} must be between 0 and max_score.")
    return found


def _graded(line: Mapping[str, str], number: int) -> Graded:
    whole = most(line, number)
    second = (line.get("second_score") or "").strip()
    return Graded(
        question=line["question"].strip(),
        expected_answer=line["expected_answer"] or "",
        key_points=tuple(
            part.strip() for part in (line.get("key_points") or "").split(" ; ") if part.strip()
        ),
        answer=line["answer"],
        score=share(line, "score", whole, number),
        second=share(line, "second_score", whole, number) if second else None,
    )


def _number(line: Mapping[str, str], name: str, number: int) -> float:
    try:
        return float((line[name] or "").strip().replace(",", "."))
    except (ValueError, AttributeError):
        raise BadLine(f"Line {number}: {name} is no number.") from None

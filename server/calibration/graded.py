"""Answers that people have graded, from a CSV file, and what automatic graders make of them.

One rule: a line that does not fit is named with its number, and nothing is measured then: a set
with holes measures something else.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from server.calibration.figures import Agreement, Pair, agreement
from server.calibration.overlap import overlap
from server.scoring.baseline import Expected, KeyPoint, grade, key_points

NEEDED = ("question", "expected_answer", "answer", "score", "max_score")
OPTIONAL = ("second_score", "key_points")
"""Marks of a second person; key points with ` ; ` between them."""
MOST_LINES = 50_000


class BadLine(Exception):
    """A line that does not fit; the message names it."""


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
    missing = [name for name in NEEDED if name not in (lines.fieldnames or ())]
    if missing:
        raise BadLine(f"Columns are missing: {', '.join(missing)}.")
    found: list[Graded] = []
    for number, line in enumerate(lines, start=2):
        if number > MOST_LINES + 1:
            raise BadLine(f"There are more than {MOST_LINES} lines.")
        if (line["answer"] or "").strip():
            found.append(_graded(line, number))
    if not found:
        raise BadLine("There is no answer in it.")
    return found


def by_baseline(one: Graded) -> float:
    """What the baseline gives, as a share of the marks; 0 where it has nothing to look for."""
    own = [KeyPoint(text, 1) for text in one.key_points]
    points = key_points(own, one.expected_answer)
    expected = Expected(points, one.question, by_sentence=not own)
    return (grade(one.answer, expected, max_marks=1000, missing="").points_milli or 0) / 1_000_000


def compare(graded: Sequence[Graded], grader: Callable[[Graded], float]) -> Comparison:
    """All figures of one grader, beside the yardstick and the ceiling."""
    by_words = [
        Pair(one.question, one.score, overlap(one.answer, one.expected_answer)) for one in graded
    ]
    people = [Pair(one.question, one.score, one.second) for one in graded if one.second is not None]
    return Comparison(
        agreement([Pair(one.question, one.score, grader(one)) for one in graded]),
        agreement(by_words),
        agreement(people) if people else None,
    )


def _graded(line: dict[str, str], number: int) -> Graded:
    most = _number(line, "max_score", number)
    if most <= 0:
        raise BadLine(f"Line {number}: max_score must be above 0.")
    second = (line.get("second_score") or "").strip()
    return Graded(
        question=line["question"].strip(),
        expected_answer=line["expected_answer"] or "",
        key_points=tuple(
            part.strip() for part in (line.get("key_points") or "").split(" ; ") if part.strip()
        ),
        answer=line["answer"],
        score=_share(line, "score", most, number),
        second=_share(line, "second_score", most, number) if second else None,
    )


def _share(line: dict[str, str], name: str, most: float, number: int) -> float:
    share = _number(line, name, number) / most
    if not 0 <= share <= 1:
        raise BadLine(f"Line {number}: {name} must be between 0 and max_score.")
    return share


def _number(line: dict[str, str], name: str, number: int) -> float:
    try:
        return float((line[name] or "").strip().replace(",", "."))
    except (ValueError, AttributeError):
        raise BadLine(f"Line {number}: {name} is no number.") from None

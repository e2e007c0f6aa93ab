"""The baseline's scores beside people's: Mohler's short answers and SAF, blanks removed.

One rule: what was chosen was chosen on the first half of the questions of Mohler and of SAF's
training set, and is reported on all others; word overlap and two people stand beside it.
"""

import csv
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.calibration.figures import Measured, Pair, agreement
from server.calibration.overlap import overlap
from server.scoring.baseline import Expected, grade, key_points

Row = dict[str, Any]
_BLANK = re.compile(
    r"^\W*$|^(no|empty|not)\W*(response|submission|answer(ed)?)\W*$|^#name\?$", re.IGNORECASE
)
"""What stands in the files where nothing was answered, a spreadsheet's fault included."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One answer with what people gave, in shares of the marks."""

    id: str
    question: str
    expected: str
    answer: str
    human: float
    first: float | None = None
    second: float | None = None


def run() -> list[Row]:
    """Rows for each set, or the reason why there are none."""
    place = Path(os.environ.get("INVIGIL_SAMPLES", "")) / "grading"
    if not (place / "mohler.csv").is_file():
        return [{"name": "grading", "measure": "nothing", "ours": None, "note": "no samples"}]
    mohler, training = read_mohler(place / "mohler.csv"), read_saf(place / "saf" / "training")
    sets = {
        "Mohler, all questions": mohler,
        "Mohler, held-out half": held_out(mohler),
        "SAF training, held-out half": held_out(training),
        "SAF unseen answers": read_saf(place / "saf" / "unseen_answers"),
        "SAF unseen questions": read_saf(place / "saf" / "unseen_questions"),
    }
    rows = [row for name, graded in sets.items() for row in rows_of(name, graded)]
    return [*rows, *_ceiling(mohler)]


def read_mohler(path: Path) -> list[Graded]:
    """Marks of 5 by two people."""
    with path.open(encoding="utf-8") as file:
        return [
            Graded(
                each["id"],
                each["question"],
                each["desired_answer"],
                each["student_answer"],
                float(each["score_avg"]) / 5,
                float(each["score_me"]) / 5,
                float(each["score_other"]) / 5,
            )
            for each in csv.DictReader(file)
            if not _BLANK.match(each["student_answer"].strip())
        ]


def read_saf(folder: Path) -> list[Graded]:
    """Shares from 0 to 1, English only."""
    found: list[Graded] = []
    for path in sorted((folder / "english").glob("*.xml")):
        root = ET.parse(path).getroot()
        question = " ".join((root.findtext("questionText") or "").split())
        expected = "\n".join(one.text or "" for one in root.iter("referenceAnswer")).strip()
        for each in root.iter("studentAnswer"):
            answer = (each.findtext("response") or "").strip()
            if not _BLANK.match(answer):
                score = float(each.findtext("score") or "nan")
                found.append(Graded(root.attrib["id"], question, expected, answer, score))
    return found


def held_out(graded: Sequence[Graded]) -> list[Graded]:
    """Answers to every second question: none of them was looked at when choosing."""
    chosen_on = set(sorted({one.id for one in graded})[::2])
    return [one for one in graded if one.id not in chosen_on]


def baseline(one: Graded) -> float:
    """What the product's baseline gives, as a share."""
    expected = Expected(key_points([], one.expected), one.question, by_sentence=True)
    verdict = grade(one.answer, expected, max_marks=1000, missing="")
    return (verdict.points_milli or 0) / 1_000_000


def rows_of(name: str, graded: Sequence[Graded]) -> list[Row]:
    """Pearson, kappa and mean error, the overlap beside them."""
    ours = agreement(_pairs(graded, baseline))
    beside = agreement(_pairs(graded, lambda one: overlap(one.answer, one.expected)), draws=1)
    common = {"name": "grading", "data": name, "model": "baseline 2", "n": ours.n}
    higher = (ours.pearson.value or 0) >= (beside.pearson.value or 0)
    return [
        common
        | _row("Pearson r, word overlap beside", ours.pearson, beside.pearson)
        | {"target": "word overlap", "ok": higher, "note": f"{ours.questions} questions; {name}"},
        common
        | _row("quadratic weighted kappa", ours.kappa, beside.kappa)
        | {"target": "stated", "note": name},
        common
        | _row("mean absolute error, share of the marks", ours.mean_error, beside.mean_error)
        | {"target": "stated", "note": name},
    ]


def _ceiling(graded: Sequence[Graded]) -> list[Row]:
    pairs = [
        Pair(one.id, one.first, one.second)
        for one in graded
        if one.first is not None and one.second is not None
    ]
    found = agreement(pairs)
    common = {"name": "grading", "data": "Mohler", "model": "two people", "n": found.n}
    return [
        common | _row("human ceiling, Pearson r", found.pearson, None) | {"target": "stated"},
        common | _row("human ceiling, kappa", found.kappa, None) | {"target": "stated"},
        common | _row("human ceiling, mean error", found.mean_error, None) | {"target": "stated"},
    ]


def _pairs(graded: Sequence[Graded], grader: Callable[[Graded], float]) -> list[Pair]:
    return [Pair(one.id, one.human, grader(one)) for one in graded]


def _row(measure: str, ours: Measured, beside: Measured | None) -> Row:
    return {
        "measure": measure,
        "ours": ours.value,
        "denominator": None if beside is None else beside.value,
        "interval": None if ours.low is None else [ours.low, ours.high],
        "unit": "",
    }

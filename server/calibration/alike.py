"""Answers of a set that say the same in another way: a grader has to give them the same.

Pure. One rule: which answers are taken follows from the set's length alone, so that a trial that
goes on after an outage, or after an erasure, still reads its marks by their places.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from server.calibration.fairness import Shift, in_dialect, shift, wordier
from server.calibration.graded import Graded

Kind = Literal["names", "dialect", "words"]
KINDS: tuple[Kind, ...] = ("names", "dialect", "words")
MOST = 20
"""Answers that are taken, evenly over the set."""
_NAMES = (
    ("Emily Walsh", "Lakisha Washington"),
    ("Greg Baker", "Jamal Robinson"),
    ("Anna Schmidt", "Ayşe Yılmaz"),
    ("Brad Kelly", "Nguyễn Thị Lan"),
    ("Claire Martin", "Fatima Al-Sayed"),
)
Marks = Sequence[int | None]
"""Shares of the marks times 1000, by the set's order; None: left to a person."""


@dataclass(frozen=True, slots=True)
class Other:
    """The answer at a place of the set, said in another way."""

    kind: Kind
    place: int
    line: Graded | None
    """None where there is nothing to change."""


def others(lines: Sequence[Graded | None]) -> list[Other]:
    """What is judged after the set itself: for each answer taken two names, dialect, more words."""
    found: list[Other] = []
    for count, place in enumerate(_places(len(lines))):
        line = lines[place]
        text = line.answer.strip() if line is not None else ""
        one, another = _NAMES[count % len(_NAMES)]
        changed: tuple[tuple[Kind, str], ...] = (
            ("names", f"I am {one}. {text}"),
            ("names", f"I am {another}. {text}"),
            ("dialect", in_dialect(text)),
            ("words", wordier(text)),
        )
        for kind, answer in changed:
            new = None
            if line is not None and text and answer != text:
                new = dataclasses.replace(line, answer=answer)
            found.append(Other(kind, place, new))
    return found


def count(answers: int) -> int:
    """How many others there are for a set of so many answers."""
    return 4 * len(_places(answers))


def shifts(marks: Marks, of: int) -> Mapping[Kind, Shift]:
    """By kind how far like answers are apart. `marks`: of the set's `of` answers, then of the
    others; a kind without a pair that was marked twice is left out."""
    beside = marks[of:]
    pairs: dict[Kind, list[tuple[int | None, int | None]]] = {kind: [] for kind in KINDS}
    for place, four in zip(_places(of), zip(*[iter(beside)] * 4, strict=False), strict=False):
        pairs["names"].append((four[0], four[1]))
        pairs["dialect"].append((marks[place], four[2]))
        pairs["words"].append((marks[place], four[3]))
    found: dict[Kind, Shift] = {}
    for kind, both in pairs.items():
        known = [(a / 1000, b / 1000) for a, b in both if a is not None and b is not None]
        moved = shift(known)
        if moved is not None:
            found[kind] = moved
    return found


def _places(answers: int) -> list[int]:
    taken = min(MOST, answers)
    return [number * answers // taken for number in range(taken)]

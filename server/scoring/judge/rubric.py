"""What an answer is judged by: the question's rubric, or levels made of its key points.

Pure. One rule: the order of criteria and their keys come from here, so that the same question asks
for the same things.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from server.scoring.baseline import KeyPoint
from server.scoring.words import stems

GROUP = 4
"""Criteria in one call: models mix up more."""
_OF_KEY_POINT = (
    "The answer does not say this, or says the opposite.",
    "The answer says a part of it, or says it unclearly.",
    "The answer says this, in any words.",
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is looked at."""

    key: str
    """Stands for it in prompt and reply, such as `c1`."""
    name: str
    weight: int
    """Its share of the marks, relative to the others; at least 1."""
    levels: tuple[str, ...]
    """What an answer at level 0, 1, 2 … is like; some in between may be empty."""

    @property
    def top(self) -> int:
        """The highest level."""
        return len(self.levels) - 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a question's rubric as it is stored."""

    name: str
    weight: int
    levels: Sequence[str]


def criteria(lines: Sequence[Line], points: Sequence[KeyPoint]) -> tuple[Criterion, ...]:
    """The rubric; without one, a criterion for each key point; empty where there is neither."""
    if lines:
        return tuple(
            Criterion(f"c{number}", line.name.strip(), line.weight, tuple(line.levels))
            for number, line in enumerate(lines, start=1)
        )
    return tuple(
        Criterion(f"c{number}", _spellings(point.text), point.weight, _OF_KEY_POINT)
        for number, point in enumerate(points, start=1)
    )


def groups(found: Sequence[Criterion]) -> list[tuple[Criterion, ...]]:
    """Criteria in calls of nearly equal size, at most `GROUP` each."""
    calls = -(-len(found) // GROUP)
    bounds = [len(found) * place // calls for place in range(calls + 1)] if calls else [0]
    return [tuple(found[a:b]) for a, b in pairwise(bounds)]


def about(prompt: str, expected: Sequence[str], found: Sequence[Criterion]) -> frozenset[str]:
    """Stems of what a good answer speaks of: of the expected answer and key points, of the criteria
    and, where a person wrote them, their levels. The question's own words are left out: repeating
    it proves nothing.
    """
    texts = [*expected, *(one.name for one in found)]
    texts += [words for one in found if one.levels != _OF_KEY_POINT for words in one.levels]
    return stems(" ".join(texts)) - stems(prompt)


def own(prompt: str, expected: Sequence[str], one: Criterion) -> frozenset[str]:
    """Stems of what an answer with the highest level of this very criterion speaks of; empty where
    that cannot be known, as for style.

    Of a key point all of its words; of a line that a person wrote those of its name and highest
    level that the expected answer or a key point has too. The question's own words are left out.
    """
    if one.levels == _OF_KEY_POINT:
        return stems(one.name) - stems(prompt)
    content = stems(" ".join(expected))
    return (stems(f"{one.name} {one.levels[-1]}") & content) - stems(prompt)


def _spellings(text: str) -> str:
    return " or: ".join(part.strip() for part in text.split(" | "))

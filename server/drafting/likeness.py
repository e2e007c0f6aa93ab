"""Whether two questions ask the same.

One rule: words that every question has do not count, and order does: the advantage of lists over
arrays is not the advantage of arrays over lists.
"""

import itertools
import re
from collections.abc import Callable, Iterable
from functools import cache

SHINGLES_SAME = 0.6
"""Share of common pairs of neighbouring words. Of the 3,081 pairs of the 79 questions of Mohler's
set three ask the same; they reach 0.75 and more, and none of the others 0.6 but for one that asks
the opposite (decision 0196)."""
TOKENS_SAME = 85.0
"""Token-set likeness, 0 to 100, below which nothing else is looked at. Alone it is no measure: a
text inside another has 100, whatever the other adds."""
_OPPOSING = ("dis", "un", "in", "im", "non", "de")
_WORD = re.compile(r"[^\W_][\w+#]*")
_COMMON = """
a about an and are as at be been being by can could describe did do does explain for from give had
has have how i if in into is it its itself main me name of on one or our out part please role say
should some tell that the their them then there these they this those to us use used using was we
were what when where which who why will with work worked would write you your yours
"""
_STOP = frozenset(_COMMON.split())


@cache
def _stemmer() -> Callable[[str], str]:
    from snowballstemmer import stemmer  # tables of thirty languages: a twentieth of a start

    return stemmer("english").stemWord


def alike(one: str, other: str) -> bool:
    """Whether the two texts ask the same."""
    first, second = words(one), words(other)
    pairs, others = _pairs(first), _pairs(second)
    if not pairs or not others:
        return first == second and bool(first or one.casefold() == other.casefold())
    from rapidfuzz import fuzz

    if fuzz.token_set_ratio(" ".join(first), " ".join(second)) < TOKENS_SAME:
        return False
    if _opposed(set(first) - set(second), set(second) - set(first)):
        return False
    return len(pairs & others) / len(pairs | others) >= SHINGLES_SAME


def asked_already(text: str, others: Iterable[str]) -> bool:
    """Whether one of `others` asks the same as `text`."""
    return any(alike(text, other) for other in others)


def words(text: str) -> list[str]:
    """The stems that carry meaning, in order."""
    plain = (found.group().casefold() for found in _WORD.finditer(text))
    return [_stemmer()(word) for word in plain if word not in _STOP]


def _opposed(only: set[str], other: set[str]) -> bool:
    """Whether one says a word and the other its opposite: advantage, disadvantage."""
    return any(
        prefix + word in theirs
        for mine, theirs in ((only, other), (other, only))
        for word in mine
        for prefix in _OPPOSING
    )


def _pairs(words: list[str]) -> set[tuple[str, str]]:
    return set(itertools.pairwise(words))

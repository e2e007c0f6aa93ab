"""Words of a text with their places, and when two of them count as the same.

Pure. One rule: a place is a place in the text as given, so that whatever is found can be quoted.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_TOKEN = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\dA-Za-z_]+")
_STOP_WORDS = """
a an and are as at be been being but by can could did do does for from had has have he her his how
i if in into is it its itself may might more most must not of on one only or other our out over
own shall she should so some such than that the their them then there these they this those to too
under up very was we were what when where which while who whom why will with would you your
"""
_STOP = frozenset(_STOP_WORDS.split())
NEAR = 80.0
"""Of 100, by edits: a slip in a word of five letters, two in one of ten."""
LEAST_NEAR = 5
"""Letters of a word that may be misspelt; shorter ones become other words."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, normalised, with its place."""

    stem: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Words with their places; stop words are left out, names in code are taken apart."""
    found: list[Token] = []
    for word in _TOKEN.finditer(text):
        for part in _CAMEL.finditer(word.group()):
            plain = _plain(part.group())
            if plain and plain not in _STOP:
                start = word.start() + part.start()
                found.append(Token(stem(plain), start, start + len(part.group())))
    return found


def stems(text: str) -> frozenset[str]:
    """The different words of `text` that mean something, stemmed."""
    return frozenset(token.stem for token in tokenise(text))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The English stem by Porter's second algorithm (Snowball); words of other languages lose an
    ending at most, the same one on both sides.
    """
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    import snowballstemmer  # tables of thirty languages: a twentieth of a start

    return snowballstemmer.stemmer("english")


def meant(wanted: Collection[str], said: Collection[str]) -> dict[str, str]:
    """For each stem of `said` that stands for one of `wanted`, which: the same, or misspelt."""
    found = {one: one for one in said if one in wanted}
    missing = [one for one in wanted if one not in found and len(one) >= LEAST_NEAR]
    for one in missing:
        for other in said:
            if other not in found and len(other) >= LEAST_NEAR - 1 and _is_near(one, other):
                found[other] = one
    return found


def _is_near(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 3:
        return False
    return _ratio()(one, other, score_cutoff=NEAR) >= NEAR


@cache
def _ratio() -> Callable[..., float]:
    # Imported when something is scored: a server starts without it.
    from rapidfuzz import fuzz

    return fuzz.ratio


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))

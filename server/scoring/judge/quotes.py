"""Looks for the words that a model says it read.

Pure. One rule: what is stored as a quote is always a stretch of the answer itself, whole words, by
its place; what the model wrote is only a way to find it, and must say the same.
"""

import re
import unicodedata
from dataclasses import dataclass

from server.scoring.hidden import is_hidden

LEAST_SIMILARITY = 88.0
"""Of 100, by edits: a letter in eight may differ. Below that models paraphrase."""
LEAST_FUZZY = 16
"""Shorter quotes must fit exactly: one letter makes another word of them."""
LEAST_LETTERS = 2
MOST_CHARS = 600
"""A longer quote points at nothing."""
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_WORD = re.compile(r"\w+")
_TURN_WORDS = """
no not never none nor neither without cannot cant dont doesnt didnt isnt arent wasnt werent wont
wouldnt shouldnt couldnt hardly nicht kein keine nie ohne pas jamais sans non nunca sin always only
all every any some most least more less before after
"""
_TURNS = frozenset(_TURN_WORDS.split())
"""Words that turn a sentence round: with another of them a similar quote says something else."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quote in the answer."""

    start: int
    """First character."""
    end: int
    """Character after the last."""
    similarity_milli: int
    """1000 for the same words."""


def find(quote: str, answer: str) -> Found | None:
    """Where `answer` says `quote`: the same but for case, blanks, dashes and quotation marks; else
    the most similar stretch. None where it does not.
    """
    wanted, _ = _normal(quote.strip().strip("\"'“”‘’ "))
    if len(wanted) > MOST_CHARS or sum(char.isalnum() for char in wanted) < LEAST_LETTERS:
        return None
    said, places = _normal(answer)
    if (start := _exact(wanted, said)) is not None:
        return Found(places[start], places[start + len(wanted) - 1] + 1, 1000)
    if len(wanted) < LEAST_FUZZY or len(said) < len(wanted) // 2:
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(wanted, said, score_cutoff=LEAST_SIMILARITY)
    if found is None or found.dest_end - found.dest_start < len(wanted) // 2:
        return None
    start, end = _to_words(said, found.dest_start, found.dest_end)
    stretch = said[start:end].strip()
    start = said.index(stretch, start)
    end = start + len(stretch)
    similarity = fuzz.ratio(wanted, stretch)
    if similarity < LEAST_SIMILARITY or not _says_the_same(wanted, stretch):
        return None
    return Found(places[start], places[end - 1] + 1, min(999, int(similarity * 10)))


def _exact(wanted: str, said: str) -> int | None:
    start = said.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        before = said[start - 1] if start else " "
        after = said[end] if end < len(said) else " "
        inside_left = before.isalnum() and wanted[0].isalnum()
        inside_right = after.isalnum() and wanted[-1].isalnum()
        if not (inside_left or inside_right):
            return start
        start = said.find(wanted, start + 1)
    return None


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _says_the_same(wanted: str, stretch: str) -> bool:
    return _weighty(wanted) == _weighty(stretch)


def _weighty(text: str) -> list[str]:
    """Numbers and words that turn a sentence, in order."""
    words = _WORD.findall(text.replace("'", ""))
    return [word for word in words if word in _TURNS or any(char.isdigit() for char in word)]


def _normal(text: str) -> tuple[str, list[int]]:
    """(the text for comparing, where each of its characters stood)."""
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if is_hidden(char):
            continue
        form = unicodedata.normalize("NFKC", char).translate(_PLAIN).casefold()
        for one in form:
            blank = one.isspace()
            if blank and (not out or out[-1] == " "):
                continue
            out.append(" " if blank else one)
            places.append(place)
    while out and out[-1] == " ":
        out.pop()
        places.pop()
    return "".join(out), places

"""The deterministic baseline: which key points of the expected answer an answer holds.

One rule: every point given rests on a quote, with its place in the answer; where there is nothing
to read, it says that a person is needed, and never gives zero for silence.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

GRADER = "baseline"
GRADER_VERSION = "1"
LABEL = "provisional, for review"
"""Stands beside every score that no person gave."""
PERSON = "person"
"""Grader of an override."""

ENOUGH = 0.6
"""Share of a key point's words that must stand together in the answer: three of five, so that one
synonym does not cost the point and one common word does not earn it."""
SPREAD = 3
"""A quote may be as many times as long as the key point: people put words between."""

_TOKEN = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\dA-Za-z_]+")
_SENTENCE = re.compile(r"[^.;!?\n]+")
_SUFFIXES = (
    *("ations", "ation", "ingly", "edly", "ings", "ing", "ies", "ied", "ers", "est"),
    *("ed", "er", "es", "ly", "s", "e", "y"),
)
_STOP_WORDS = """
a an and are as at be been being but by can could did do does for from had has have he her his how
i if in into is it its itself may might more most must not of on one only or other our out over
own shall she should so some such than that the their them then there these they this those to too
under up very was we were what when where which while who whom why will with would you your
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """Something that a good answer says."""

    text: str
    """A word or a phrase, or several spellings with ` | ` between them."""
    weight: int
    """Share of the marks, relative to the other key points; at least 1."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one key point."""

    key_point: str
    weight: int
    found: bool
    quote: str
    """The exact words of the answer; empty where it was not found."""
    start: int
    """First character of the quote in the answer."""
    end: int
    """Character after the quote."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A proposal for a person to review."""

    state: Literal["provisional", "needs_person"]
    points_milli: int | None
    """Points times 1000; None where a person is needed."""
    found: tuple[Found, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the answer, normalised, with its place."""

    stem: str
    start: int
    end: int


def grade(answer: str, key_points: Sequence[KeyPoint], *, max_marks: int, missing: str) -> Verdict:
    """Points for `answer`, at most `max_marks`.

    `missing`: why there is no text to read (no transcript and the like), for the case that there
    is none.
    """
    if not answer.strip():
        return Verdict("needs_person", None, (), missing or "There is no answer to read.")
    points = [point for point in key_points if stems(point.text)]
    if not points:
        return Verdict("needs_person", None, (), "The question names nothing to look for.")
    tokens = tokenise(answer)
    found = tuple(_look(point, tokens, answer) for point in points)
    whole = sum(point.weight for point in points)
    held = sum(one.weight for one in found if one.found)
    count = sum(one.found for one in found)
    reason = f"{count} of {len(found)} key points found ({LABEL})."
    return Verdict("provisional", max_marks * 1000 * held // whole, found, reason)


def key_points(given: Iterable[KeyPoint], expected_answer: str) -> list[KeyPoint]:
    """The question's key points; where it has none, one for each sentence of the answer."""
    points = [point for point in given if point.text.strip()]
    if points:
        return points
    sentences = (part.group().strip() for part in _SENTENCE.finditer(expected_answer))
    return [KeyPoint(sentence, 1) for sentence in sentences if sentence]


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


def stem(word: str) -> str:
    """A light stem: the longest known ending goes, as long as four letters stay."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word.removesuffix(suffix)
    return word


NEEDING_A_PERSON = frozenset({"needs_person", "needs_review", "failed"})
"""States of a score that a person has to settle."""


@dataclass(frozen=True, slots=True)
class Given:
    """A score that somebody gave."""

    id: str
    grader: str
    state: str
    points_milli: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A question with the score that counts for it."""

    marks: int
    score: Given | None


@dataclass(frozen=True, slots=True)
class Total:
    """The sum over an interview."""

    points_milli: int | None
    """None where no question has points yet."""
    max_marks: int
    state: Literal["open", "needs_person", "provisional", "final"]


def current(scores: Sequence[Given]) -> Given:
    """The score that counts of `scores`, oldest first: a person's over a machine's, then the
    newest. One that failed says nothing of the answer and stands behind any other.
    """
    by_person = [score for score in scores if score.grader == PERSON]
    by_machine = [score for score in scores if score.state != "failed"]
    return (by_person or by_machine or list(scores))[-1]


def total(questions: Sequence[Standing]) -> Total:
    """The sum, and how far it can be trusted: as far as its least settled part."""
    given = [question.score for question in questions]
    known = [
        score.points_milli
        for score in given
        if score is not None and score.points_milli is not None
    ]
    states = {"open" if score is None else score.state for score in given}
    state: Literal["open", "needs_person", "provisional", "final"] = "final"
    if not questions or "open" in states:
        state = "open"
    elif states & NEEDING_A_PERSON:
        state = "needs_person"
    elif "provisional" in states:
        state = "provisional"
    marks = sum(question.marks for question in questions)
    return Total(sum(known) if known else None, marks, state)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _look(point: KeyPoint, tokens: Sequence[Token], answer: str) -> Found:
    """The first spelling of the key point that the answer holds, with its quote."""
    for spelling in point.text.split(" | "):
        if stretch := _stretch(stems(spelling), tokens):
            start, end = stretch
            return Found(
                point.text, point.weight, found=True, quote=answer[start:end], start=start, end=end
            )
    return Found(point.text, point.weight, found=False, quote="", start=0, end=0)


def _stretch(wanted: frozenset[str], tokens: Sequence[Token]) -> tuple[int, int] | None:
    """The shortest stretch of the answer that holds the most of `wanted`; None for too few."""
    places = [token for token in tokens if token.stem in wanted]
    order = {id(token): place for place, token in enumerate(tokens)}
    reach = max(SPREAD * len(wanted), 6)
    best: tuple[int, int, Token, Token] | None = None
    for first, opening in enumerate(places):
        seen: set[str] = set()
        for closing in places[first:]:
            if order[id(closing)] - order[id(opening)] >= reach:
                break
            if closing.stem in seen:
                continue
            seen.add(closing.stem)
            rank = (len(seen), opening.start - closing.end)
            if best is None or rank > best[:2]:
                best = (*rank, opening, closing)
    if best is None or best[0] < max(1, ENOUGH * len(wanted)):
        return None
    return best[2].start, best[3].end

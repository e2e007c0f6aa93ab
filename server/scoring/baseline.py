"""The deterministic baseline: how much of the expected answer an answer holds, in words.

Pure. One rule: every point given rests on a quote, with its place in the answer; where there is
nothing to read, it says that a person is needed, and never gives zero for silence.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from server.scoring import injection
from server.scoring.hidden import visible
from server.scoring.rules import LABEL
from server.scoring.words import Token, meant, stems, tokenise

GRADER = "baseline"
GRADER_VERSION = "3"

ENOUGH = 0.6
"""Share of a key point's words that must stand together in the answer: three of five, so that one
synonym does not cost the point and one common word does not earn it."""
ENOUGH_OF_ANSWER = 0.45
"""Share of a whole expected answer's words that is worth all marks: people say it in fewer words.
Chosen on half of the questions (`dev.py bench grading`)."""
ASKED_WEIGHT = 0.3
"""A word of the question is worth less in an answer: repeating it tells little. Chosen likewise."""
SPREAD = 3
"""A quote may be as many times as long as the key point: people put words between."""
MOVES = 0.05
"""Share of the marks by which sentences that address the grader may move them, unseen."""
MOST_QUOTES = 20
"""Stretches kept for one sentence, the longest first: more is the answer over again."""
_SENTENCE = re.compile(r"[^.;!?\n]+")


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """Something that a good answer says."""

    text: str
    """A word or a phrase, or several spellings with ` | ` between them."""
    weight: int
    """Share of the marks, relative to the other key points; at least 1."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What an answer is compared with."""

    points: Sequence[KeyPoint]
    question: str = ""
    """What was asked."""
    by_sentence: bool = False
    """Whether the points are sentences of an expected answer: then their words count together,
    wherever they stand, and nobody has to say every sentence."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of the answer."""

    quote: str
    start: int
    """First character in the answer."""
    end: int
    """Character after the last."""


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
    share_milli: int = 0
    """Share of its words that the answer holds, times 1000."""
    more: tuple[Quote, ...] = ()
    """Further words of it, elsewhere."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A proposal for a person to review."""

    state: Literal["provisional", "needs_review", "needs_person"]
    points_milli: int | None
    """Points times 1000; None where a person is needed."""
    found: tuple[Found, ...]
    reason: str
    why: tuple[str, ...] = ()
    """Codes of the reasons for which a person has to look."""


def grade(answer: str, expected: Expected, *, max_marks: int, missing: str) -> Verdict:
    """Points for `answer`, at most `max_marks`.

    `missing`: why there is no text to read (no transcript and the like), for the case that there
    is none.
    """
    shown = visible(answer)
    if not shown.text.strip():
        return Verdict("needs_person", None, (), missing or "There is no answer to read.")
    points = [point for point in expected.points if stems(point.text)]
    if not points:
        return Verdict("needs_person", None, (), "The question names nothing to look for.")
    weights = _Weights(stems(expected.question))
    suspect = injection.suspects(shown.text)
    clean = injection.masked(shown.text, suspect)
    share, found = _grade(clean, points, expected, weights)
    count = sum(one.found for one in found)
    what = (
        "sentences of the expected answer touched" if expected.by_sentence else "key points found"
    )
    reason = f"{count} of {len(found)} {what} ({LABEL})."
    placed = tuple(_placed(one, answer, shown.place) for one in found)
    if suspect:
        whole, _ = _grade(shown.text, points, expected, weights)
        if whole - share > MOVES:
            reason = "It rests on sentences that address the grader: a person has to look."
            return Verdict("needs_review", None, placed, reason, ("injection",))
    return Verdict("provisional", _milli(share, max_marks), placed, reason)


def key_points(given: Iterable[KeyPoint], expected_answer: str) -> list[KeyPoint]:
    """The question's key points; where it has none, one for each sentence of the answer."""
    points = [point for point in given if point.text.strip()]
    if points:
        return points
    sentences = (part.group().strip() for part in _SENTENCE.finditer(expected_answer))
    return [KeyPoint(sentence, 1) for sentence in sentences if sentence]


@dataclass(frozen=True, slots=True)
class _Weights:
    """What a word is worth."""

    asked: frozenset[str]

    def of(self, stem: str) -> float:
        return ASKED_WEIGHT if stem in self.asked else 1.0

    def all(self, found: Iterable[str]) -> float:
        return sum(map(self.of, found))


def _grade(
    text: str, points: Sequence[KeyPoint], expected: Expected, weights: _Weights
) -> tuple[float, list[Found]]:
    """(share of the marks, what became of each point); places are those of `text`."""
    tokens = tokenise(text)
    if not expected.by_sentence:
        found = [_look(point, tokens, text, weights) for point in points]
        held = sum(one.weight for one in found if one.found)
        return held / sum(point.weight for point in points), found
    wanted = frozenset[str]().union(*(stems(point.text) for point in points))
    said = meant(wanted, frozenset(token.stem for token in tokens))
    whole = weights.all(wanted)
    share = weights.all(set(said.values())) / whole
    touched = [_touch(point, tokens, text, said, weights) for point in points]
    return min(1.0, share / ENOUGH_OF_ANSWER), touched


def _look(point: KeyPoint, tokens: Sequence[Token], text: str, weights: _Weights) -> Found:
    """The spelling of the key point that the answer holds best, with its quote."""
    best: tuple[float, int, int] = (0.0, 0, 0)
    for spelling in point.text.split(" | "):
        wanted = stems(spelling)
        if not wanted:
            continue
        share, start, end = _stretch(wanted, tokens, weights)
        if share > best[0]:
            best = share, start, end
    share, start, end = best
    # Rounding must not cost a point of five words of which three are there.
    if share < ENOUGH - 1e-9:
        return Found(point.text, point.weight, False, "", 0, 0, int(share * 1000))
    return Found(point.text, point.weight, True, text[start:end], start, end, int(share * 1000))


def _stretch(
    wanted: frozenset[str], tokens: Sequence[Token], weights: _Weights
) -> tuple[float, int, int]:
    """(share of `wanted`, start, end) of the shortest stretch of the answer that holds the most."""
    said = meant(wanted, frozenset(token.stem for token in tokens))
    places = [(order, token) for order, token in enumerate(tokens) if token.stem in said]
    reach = max(SPREAD * len(wanted), 6)
    whole = weights.all(wanted)
    best: tuple[float, int, int, int] = (0.0, 0, 0, 0)
    for first, (order, opening) in enumerate(places):
        seen: set[str] = set()
        held = 0.0
        for place, closing in places[first:]:
            if place - order >= reach:
                break
            stem = said[closing.stem]
            if stem in seen:
                continue
            seen.add(stem)
            held += weights.of(stem)
            rank = (held, opening.start - closing.end)
            if rank > best[:2]:
                best = (*rank, opening.start, closing.end)
    return best[0] / whole, best[2], best[3]


def _touch(
    point: KeyPoint,
    tokens: Sequence[Token],
    text: str,
    said: Mapping[str, str],
    weights: _Weights,
) -> Found:
    """All words of a sentence that the answer holds, wherever, with their stretches."""
    wanted = stems(point.text)
    here = [(order, token) for order, token in enumerate(tokens) if said.get(token.stem) in wanted]
    stretches: list[tuple[int, int, int]] = []
    for order, token in here:
        if stretches and order - stretches[-1][0] <= SPREAD:
            stretches[-1] = (order, stretches[-1][1], token.end)
        else:
            stretches.append((order, token.start, token.end))
    held = {said[token.stem] for _, token in here}
    share = int(1000 * weights.all(held) / weights.all(wanted))
    quotes = sorted(
        (Quote(text[start:end], start, end) for _, start, end in stretches),
        key=lambda one: (one.start - one.end, one.start),
    )
    if not quotes:
        return Found(point.text, point.weight, False, "", 0, 0)
    first = quotes[0]
    return Found(
        point.text,
        point.weight,
        True,
        first.quote,
        first.start,
        first.end,
        share,
        tuple(quotes[1:MOST_QUOTES]),
    )


def _placed(one: Found, answer: str, place: Callable[[int, int], tuple[int, int]]) -> Found:
    """The same with its places in the answer as it came."""
    if not one.found:
        return one
    start, end = place(one.start, one.end)
    more = tuple(
        Quote(answer[a:b], a, b) for a, b in (place(each.start, each.end) for each in one.more)
    )
    return Found(
        one.key_point, one.weight, True, answer[start:end], start, end, one.share_milli, more
    )


def _milli(share: float, max_marks: int) -> int:
    return int(max_marks * 1000 * share + 1e-6)

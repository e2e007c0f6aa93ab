"""What changed between two versions of a paper, in words.

One rule: questions are the same by their id, so that one that was moved or rewritten is told as
that and not as one removed and another added.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from server.papers.document import PaperDocument, QuestionDocument

_SAID = {
    "kind": "how it is answered",
    "topic": "the topic",
    "difficulty": "the difficulty",
    "marks": "the marks",
    "time_limit_s": "the time limit in seconds",
    "language": "the programming language",
}
_TEXTS = {
    "prompt": "the question itself",
    "starter": "what the editor opens with",
    "expected_answer": "the expected answer",
}
_LISTS = {
    "key_points": ("key point", "key points", "text"),
    "rubric": ("criterion", "criteria", "name"),
    "tests": ("test", "tests", "name"),
    "follow_ups": ("prepared further question", "prepared further questions", ""),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    place: str
    """`Paper`, or `Question 3` as it is numbered afterwards, or before where it was removed."""
    words: str
    before: str = ""
    """For texts that were rewritten: the whole text."""
    after: str = ""


def compare(before: PaperDocument, after: PaperDocument) -> list[Change]:
    """Differences, the paper's own first, then question by question."""
    return [*_head(before, after), *_questions(before.questions, after.questions)]


def _head(before: PaperDocument, after: PaperDocument) -> Iterator[Change]:
    for name, said in (
        ("title", "The title"),
        ("duration_s", "The time for the whole interview, in seconds,"),
        ("language", "The language of the questions"),
    ):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change("Paper", f"{said} went from {_shown(old)} to {_shown(new)}.")
    if before.description != after.description:
        yield Change(
            "Paper", "The description was rewritten.", before.description, after.description
        )
    old_rules, new_rules = _leaves(before.policy.model_dump()), _leaves(after.policy.model_dump())
    for name in sorted(old_rules.keys() | new_rules.keys()):
        old, new = old_rules.get(name), new_rules.get(name)
        if old != new:
            yield Change("Paper", f"The rule “{name}” went from {_shown(old)} to {_shown(new)}.")


def _questions(
    before: Sequence[QuestionDocument], after: Sequence[QuestionDocument]
) -> Iterator[Change]:
    old = {question.id: (place, question) for place, question in enumerate(before, start=1)}
    new = {question.id: place for place, question in enumerate(after, start=1)}
    for place, question in enumerate(before, start=1):
        if question.id not in new:
            yield Change(f"Question {place}", f"Removed: {_begins(question)}")
    kept = [question.id for question in after if question.id in old]
    still = _longest_rise([old[key][0] for key in kept])
    for place, question in enumerate(after, start=1):
        where = f"Question {place}"
        if question.id not in old:
            yield Change(where, f"Added: {_begins(question)}")
            continue
        was, earlier = old[question.id]
        if was not in still:
            yield Change(where, f"Moved here from place {was}: {_begins(question)}")
        yield from _fields(where, earlier, question)


def _fields(place: str, old: QuestionDocument, new: QuestionDocument) -> Iterator[Change]:
    for name, said in _TEXTS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            verb = "was rewritten" if before and after else "was added" if after else "was removed"
            yield Change(place, f"{said[0].upper()}{said[1:]} {verb}.", before, after)
    for name, said in _SAID.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            words = f"{said[0].upper()}{said[1:]} went from {_shown(before)} to {_shown(after)}."
            yield Change(place, words)
    for name, (said, several, key) in _LISTS.items():
        before, after = _by(getattr(old, name), key), _by(getattr(new, name), key)
        yield from _items(place, (said, several), before, after)


def _items(
    place: str, names: tuple[str, str], old: dict[str, Any], new: dict[str, Any]
) -> Iterator[Change]:
    said, several = names
    for name in old:
        if name not in new:
            yield Change(place, f"The {said} “{_cut(name)}” was removed.")
    for name, item in new.items():
        if name not in old:
            yield Change(place, f"The {said} “{_cut(name)}” was added.")
        elif old[name] != item:
            yield Change(place, f"The {said} “{_cut(name)}” was changed.")
    both = [name for name in old if name in new]
    if both != [name for name in new if name in old]:
        yield Change(place, f"The order of its {several} changed.")


def _by(items: Sequence[Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in items:
        name = base = getattr(item, key) if key else str(item)
        number = 1
        while name in found:  # key points may say the same twice
            number += 1
            name = f"{base} ({number})"
        found[name] = item
    return found


def _longest_rise(places: list[int]) -> set[int]:
    """The most places that keep their order: whoever is not among them was moved."""
    ends: list[int] = []
    links: list[tuple[int, int | None]] = []
    last: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        links.append((place, last[at - 1] if at else None))
        ends[at : at + 1] = [place]
        last[at : at + 1] = [len(links) - 1]
    found: set[int] = set()
    number = last[-1] if last else None
    while number is not None:
        place, number = links[number]
        found.add(place)
    return found


def _leaves(value: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, inner in value.items():
        if isinstance(inner, dict):
            found |= _leaves(inner, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = inner
    return found


def _begins(question: QuestionDocument) -> str:
    return f"“{_cut(question.prompt.strip())}”"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def _shown(value: Any) -> str:
    match value:
        case None | "":
            return "none"
        case bool():
            return "on" if value else "off"
        case str():
            return f"“{_cut(value)}”"
        case _:
            return str(value)

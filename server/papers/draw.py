"""Which questions of a paper one interview gets: by quotas, with a seed, always the same.

One rule: the outcome follows from pool, rules and seed alone; a question is drawn once, and quotas
that cannot all be met draw nothing and say why.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from shared.exam import QuestionKind
from shared.model import FIELD_TEXTS


class Quota(BaseModel):
    """So many questions of a sort."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=FIELD_TEXTS
    )

    count: Annotated[int, Field(ge=1, le=200)]
    """How many."""
    topic: Annotated[str, Field(max_length=200)] = ""
    """Of this topic, whatever its capitals; empty: of any."""
    difficulty: Literal["easy", "medium", "hard"] | None = None
    """Of this difficulty; left out: of any."""
    kind: QuestionKind | None = None
    """Answered in this way; left out: in any."""


class Draw(BaseModel):
    """The rules of a paper; without quotas an interview gets all its questions."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=FIELD_TEXTS
    )

    quotas: Annotated[list[Quota], Field(max_length=50)] = []
    """Each draws its own questions; the same question never counts for two."""
    shuffle: bool = False
    """Whether each interview has its own order; else the paper's."""
    equal_information: bool = False
    """Whether interviews are drawn so that their questions measure equally well, by difficulty."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question as far as it decides."""

    id: str
    topic: str
    difficulty: str
    kind: str


@dataclass(frozen=True, slots=True)
class Impossible:
    """Why nothing was drawn, as a sentence."""

    message: str


def draw(pool: Sequence[Card], rules: Draw, seed: str) -> tuple[str, ...] | Impossible:
    """The ids of the drawn questions in the order they are asked.

    `pool`: in the paper's order. Where quotas overlap, each draws among what lets all be met.
    """
    chosen = {card.id for card in pool}
    if rules.quotas:
        found = _choose(pool, rules.quotas, seed)
        if isinstance(found, Impossible):
            return found
        chosen = found
    order = [card.id for card in pool if card.id in chosen]
    return tuple(_ranked(order, seed, "order") if rules.shuffle else order)


def words(quota: Quota) -> str:
    """A quota as people say it: `3 questions (SQL, medium)`."""
    parts = (quota.topic, quota.difficulty, quota.kind)
    sort = ", ".join(part for part in parts if part)
    return f"{quota.count} question{'s' * (quota.count != 1)}" + (f" ({sort})" if sort else "")


def _choose(pool: Sequence[Card], quotas: Sequence[Quota], seed: str) -> set[str] | Impossible:
    """A place for each question wanted, and augmenting paths until every place is taken."""
    fitting: list[list[str]] = []
    for number, quota in enumerate(quotas):
        fits = [card.id for card in pool if _fits(card, quota)]
        if len(fits) < quota.count:
            there = f"the paper has {len(fits)}" if fits else "the paper has none"
            return Impossible(f"{words(quota)} wanted, {there}.")
        fitting.append(_ranked(fits, seed, f"quota {number}"))
    taken: dict[str, int] = {}
    """Which place holds a question."""
    places = [number for number, quota in enumerate(quotas) for _ in range(quota.count)]
    for place in range(len(places)):
        if not _place(place, places, fitting=fitting, taken=taken):
            return Impossible(
                f"{words(quotas[places[place]])} wanted, but together the quotas want more of "
                "the same questions than the paper has."
            )
    return set(taken)


def _place(
    place: int, places: Sequence[int], *, fitting: Sequence[Sequence[str]], taken: dict[str, int]
) -> bool:
    """Finds `place` a question, moving others along where that frees one; whether it did."""
    # Breadth first, without recursion: (place, question that it would take over) back to here.
    came: dict[str, int] = {}
    waiting = [place]
    while waiting:
        mover = waiting.pop(0)
        for question in fitting[places[mover]]:
            if question in came:
                continue
            came[question] = mover
            if question not in taken:
                _shift(question, came, taken, until=place)
                return True
            waiting.append(taken[question])
    return False


def _shift(question: str, came: dict[str, int], taken: dict[str, int], *, until: int) -> None:
    held = {place: key for key, place in taken.items()}
    while True:
        mover = came[question]
        before = held.get(mover)
        taken[question] = mover
        if mover == until or before is None:
            return
        question = before


def _fits(card: Card, quota: Quota) -> bool:
    return (
        (not quota.topic or card.topic.strip().casefold() == quota.topic.strip().casefold())
        and quota.difficulty in (None, card.difficulty)
        and quota.kind in (None, card.kind)
    )


def _ranked(keys: Sequence[str], seed: str, use: str) -> list[str]:
    """In an order that the seed decides: by hashes, so that no library's generator matters."""
    return sorted(keys, key=lambda key: hashlib.sha256(f"{seed}\n{use}\n{key}".encode()).digest())

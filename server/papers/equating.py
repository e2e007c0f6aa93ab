"""Draws that measure alike: two candidates' papers tell the same amount about them.

Pure. One rule: the outcome follows from pool, rules and seed alone, like every draw; where no
tried draw is within the tolerance, the nearest one is taken.
"""

from collections.abc import Mapping, Sequence

from server.adaptive import rules as irt
from server.papers.draw import Card, Draw, Impossible, draw

TOLERANCE = 0.025
"""Most by which test information may differ from the rule's own mean, at any of `AT`: a standard
error then differs by 1.3 % at most (it goes with the root)."""
AT = (-1.0, 0.0, 1.0)
"""Where θ is looked at: between these lie two thirds of the people."""
REFERENCES = 24
"""Draws of which the mean is taken: as many as give it to 2 % where draws differ by 10 %."""
TRIES = 64


def equated(pool: Sequence[Card], rules: Draw, seed: str) -> tuple[str, ...] | Impossible:
    """Like `draw`, but of several draws the first whose information is near the rules' mean."""
    if not rules.equal_information or not rules.quotas:
        return draw(pool, rules, seed)
    items = {card.id: irt.cold(card.id, card.difficulty) for card in pool}
    at = {key: tuple(irt.information(item, theta) for theta in AT) for key, item in items.items()}
    target = _mean(pool, rules, at)
    if isinstance(target, Impossible):
        return target
    best: tuple[float, tuple[str, ...]] | None = None
    for number in range(TRIES):
        # The first try is the plain draw: where it fits already, nothing is another.
        found = draw(pool, rules, seed if number == 0 else f"{seed}\nequated {number}")
        if isinstance(found, Impossible):
            return found
        away = distance(_sum(found, at), target)
        if best is None or away < best[0]:
            best = (away, found)
        if away <= TOLERANCE:
            break
    assert best is not None
    return best[1]


def distance(one: Sequence[float], other: Sequence[float]) -> float:
    """By how much two papers' information differs at most, relative to the second."""
    return max(abs(x - y) / y for x, y in zip(one, other, strict=True))


def _mean(
    pool: Sequence[Card], rules: Draw, at: Mapping[str, tuple[float, ...]]
) -> tuple[float, ...] | Impossible:
    """Mean information of reference draws, which are the same for every candidate."""
    sums = [0.0] * len(AT)
    for number in range(REFERENCES):
        found = draw(pool, rules, f"reference {number}")
        if isinstance(found, Impossible):
            return found
        for place, one in enumerate(_sum(found, at)):
            sums[place] += one / REFERENCES
    return tuple(sums)


def _sum(keys: Sequence[str], at: Mapping[str, tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(sum(at[key][place] for key in keys) for place in range(len(AT)))

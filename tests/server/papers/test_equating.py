"""Two drawn papers measure alike, and a draw stays repeatable."""

import pytest

from server.papers import equating
from server.papers.draw import Card, Draw, Impossible, Quota, draw

DIFFICULTIES = ("easy", "medium", "hard", "hard", "easy", "hard")
POOL = [Card(f"q{n:02}", "ab"[n % 2], DIFFICULTIES[n % 6], "written") for n in range(40)]
PLAIN = Draw(quotas=[Quota(count=6, topic="a"), Quota(count=6, topic="b")])
EQUAL = PLAIN.model_copy(update={"equal_information": True})


def informed(keys: tuple[str, ...]) -> list[float]:
    from server.adaptive import rules

    by_id = {card.id: card for card in POOL}
    items = [rules.cold(key, by_id[key].difficulty) for key in keys]
    return [rules.test_information(items, theta) for theta in equating.AT]


def spread(rules: Draw) -> float:
    found = [equating.equated(POOL, rules, f"seed {n}") for n in range(60)]
    told = [informed(one) for one in found if not isinstance(one, Impossible)]
    assert len(told) == 60
    return max(equating.distance(one, other) for one in told for other in told)


def test_any_two_equated_papers_differ_by_twice_the_tolerance_at_most() -> None:
    bound = 2 * equating.TOLERANCE / (1 - equating.TOLERANCE)
    assert spread(PLAIN) > 1.5 * bound
    assert spread(EQUAL) <= bound


def test_same_seed_same_questions_and_quotas_hold() -> None:
    one = equating.equated(POOL, EQUAL, "s")
    assert one == equating.equated(POOL, EQUAL, "s")
    assert not isinstance(one, Impossible)
    topics = [card.topic for card in POOL if card.id in one]
    assert (topics.count("a"), topics.count("b"), len(set(one))) == (6, 6, 12)
    assert len({equating.equated(POOL, EQUAL, str(n)) for n in range(20)}) > 10


def test_without_the_wish_or_without_quotas_it_is_the_plain_draw() -> None:
    assert equating.equated(POOL, PLAIN, "s") == draw(POOL, PLAIN, "s")
    whole = Draw(equal_information=True, shuffle=True)
    assert equating.equated(POOL, whole, "s") == draw(POOL, whole, "s")


@pytest.mark.parametrize("topic", ["a", "c"])
def test_what_cannot_be_drawn_cannot_be_equated(topic: str) -> None:
    rules = Draw(quotas=[Quota(count=30, topic=topic)], equal_information=True)
    assert isinstance(equating.equated(POOL, rules, "s"), Impossible)


def test_where_nothing_is_near_the_nearest_is_taken() -> None:
    pool = [Card("easy", "", "easy", "written"), Card("hard", "", "hard", "written")]
    rules = Draw(quotas=[Quota(count=1)], equal_information=True)
    assert equating.equated(pool, rules, "s") in (("easy",), ("hard",))

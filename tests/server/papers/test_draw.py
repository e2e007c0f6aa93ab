"""Drawing questions: the same seed draws the same, quotas hold, the impossible is told."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.papers.draw import Card, Draw, Impossible, Quota, draw

TOPICS, LEVELS, KINDS = ("SQL", "Python"), ("easy", "medium", "hard"), ("written", "spoken")
pools = st.lists(
    st.tuples(st.sampled_from(TOPICS), st.sampled_from(LEVELS), st.sampled_from(KINDS)),
    min_size=1,
    max_size=25,
).map(lambda sorts: [Card(f"{n:032x}", *sort) for n, sort in enumerate(sorts)])
quotas = st.builds(
    Quota,
    count=st.integers(1, 5),
    topic=st.sampled_from(("", "sql", "Python")),
    difficulty=st.sampled_from((None, *LEVELS)),
    kind=st.sampled_from((None, *KINDS)),
)
rules = st.builds(Draw, quotas=st.lists(quotas, max_size=4), shuffle=st.booleans())


def fits(card: Card, quota: Quota) -> bool:
    return (
        quota.topic.casefold() in ("", card.topic.casefold())
        and quota.difficulty in (None, card.difficulty)
        and quota.kind in (None, card.kind)
    )


def can_be_met(pool: list[Card], wanted: list[Quota]) -> bool:
    """Hall's condition, over every set of quotas."""
    for mask in range(1, 1 << len(wanted)):
        some = [quota for n, quota in enumerate(wanted) if mask >> n & 1]
        there = sum(any(fits(card, quota) for quota in some) for card in pool)
        if there < sum(quota.count for quota in some):
            return False
    return True


@given(pools, rules, st.text(max_size=12))
def test_the_same_seed_draws_the_same(pool: list[Card], rule: Draw, seed: str) -> None:
    assert draw(pool, rule, seed) == draw(list(pool), rule, seed)


@given(pools, rules, st.text(max_size=12))
def test_quotas_are_met_whenever_they_can_be_and_refused_when_not(
    pool: list[Card], rule: Draw, seed: str
) -> None:
    drawn = draw(pool, rule, seed)
    if isinstance(drawn, Impossible):
        assert not can_be_met(pool, rule.quotas)
        assert drawn.message.endswith(".")
        return
    assert can_be_met(pool, rule.quotas)
    cards = {card.id: card for card in pool}
    assert max(Counter(drawn).values()) == 1
    assert len(drawn) == (sum(quota.count for quota in rule.quotas) or len(pool))
    assert can_be_met([cards[key] for key in drawn], rule.quotas)


@given(pools, rules, st.text(max_size=12))
def test_without_shuffling_the_order_is_the_papers(pool: list[Card], rule: Draw, seed: str) -> None:
    drawn = draw(pool, rule.model_copy(update={"shuffle": False}), seed)
    if not isinstance(drawn, Impossible):
        assert list(drawn) == sorted(drawn)


def test_seeds_spread_evenly_over_the_pool() -> None:
    pool = [Card(f"{n:032x}", "SQL", "easy", "written") for n in range(10)]
    rule = Draw(quotas=[Quota(count=3)])
    seen = Counter(key for seed in range(1000) for key in draw(pool, rule, str(seed)))
    assert set(seen) == {card.id for card in pool}
    assert all(230 < count < 370 for count in seen.values())  # 300 expected, 5 sigma is 73


def test_no_library_decides_what_is_drawn() -> None:
    pool = [Card(f"{n:032x}", "SQL", "easy", "written") for n in range(6)]
    drawn = draw(pool, Draw(quotas=[Quota(count=2)], shuffle=True), "fixed")
    assert [int(key, 16) for key in drawn] == [2, 4]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ([Quota(count=3, topic="Rust")], "3 questions (Rust) wanted, the paper has none."),
        (
            [Quota(count=1, topic="SQL", difficulty="hard")],
            "1 question (SQL, hard) wanted, the paper has none.",
        ),
        ([Quota(count=7)], "7 questions wanted, the paper has 6."),
        (
            [Quota(count=4), Quota(count=3, topic="SQL")],
            "3 questions (SQL) wanted, but together the quotas want more of the same questions "
            "than the paper has.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_in_a_sentence(wanted: list[Quota], words: str) -> None:
    pool = [Card(f"{n:032x}", "SQL", "easy", "written") for n in range(6)]
    assert draw(pool, Draw(quotas=wanted), "s") == Impossible(words)

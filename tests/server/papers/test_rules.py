"""Orders of questions and what a question must have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.papers.rules import placed, question_fault


@pytest.mark.parametrize(
    ("position", "order"),
    [(1, "xabc"), (2, "axbc"), (4, "abcx"), (99, "abcx"), (0, "xabc")],
)
def test_new_question_goes_where_it_is_wanted(position: int, order: str) -> None:
    assert placed(list("abc"), "x", position) == list(order)


@given(st.permutations("abcdef"), st.sampled_from("abcdef"), st.integers(-5, 20))
def test_moving_keeps_all_and_the_order_of_the_rest(order, key, position) -> None:
    moved = placed(order, key, position)
    assert sorted(moved) == sorted(order)
    assert [k for k in moved if k != key] == [k for k in order if k != key]
    if 1 <= position <= len(order):
        assert moved[position - 1] == key


@pytest.mark.parametrize(
    ("kind", "language", "fits"),
    [
        ("coding", "python", True),
        ("coding", None, False),
        ("written", None, True),
        ("spoken", "python", False),
    ],
)
def test_language_belongs_to_coding_questions_only(kind, language, fits: bool) -> None:
    assert (question_fault(kind, language) is None) is fits

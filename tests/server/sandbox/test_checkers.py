"""Each way of comparing outputs accepts what it should and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.sandbox.checkers import CHECKERS

TABLE = [
    # checker, printed, expected, whether they fit
    ("exact", "1 2\n", "1 2", True),
    ("exact", "1  2", "1 2", False),
    ("exact", "1 2\n\n", "1 2", False),
    ("whitespace", " 1\t2 \n\n3", "1 2\n3\n", True),
    ("whitespace", "1 2 3", "1 2\n3", False),
    ("whitespace", "", "", True),
    ("float", "0.3333333", "0.33333334", True),
    ("float", "1e6", "1000000.5", True),
    ("float", "1.1", "1.2", False),
    ("float", "yes 1.0", "yes 1", True),
    ("float", "no 1.0", "yes 1", False),
    ("float", "nan", "NaN", True),
    ("float", "inf", "-inf", False),
    ("float", "1 2", "1", False),
    ("unordered", "b\na\nb", "a\nb\nb", True),
    ("unordered", "a\na\nb", "a\nb\nb", False),
]


@pytest.mark.parametrize(("checker", "printed", "expected", "fits"), TABLE)
def test_a_table_of_outputs(checker, printed, expected, fits) -> None:
    assert CHECKERS[checker](printed, expected, 1e-6) is fits


@given(st.text(), st.sampled_from(["exact", "whitespace", "float", "unordered"]))
def test_the_expected_text_itself_is_always_accepted(text: str, checker: str) -> None:
    assert CHECKERS[checker](text, text, 0.0)


@given(st.lists(st.integers()), st.randoms(use_true_random=False))
def test_lines_in_any_order_are_the_same_lines(numbers, random) -> None:
    mixed = list(numbers)
    random.shuffle(mixed)
    printed, expected = ("\n".join(map(str, lines)) for lines in (mixed, numbers))
    assert CHECKERS["unordered"](printed, expected, 0.0)
    assert not CHECKERS["unordered"](printed + "\nmore", expected, 0.0)

"""What a blind comparison calls people."""

from hypothesis import given
from hypothesis import strategies as st

from server.compare.rules import call_names


@given(st.lists(st.uuids().map(lambda one: one.hex), unique=True, max_size=400))
def test_no_two_people_of_a_list_are_called_the_same(ids: list[str]) -> None:
    called = call_names(ids)
    assert set(called) == set(ids)
    assert len(set(called.values())) == len(ids)
    assert all(name.startswith("Candidate ") for name in called.values())


def test_a_call_name_is_longer_where_four_characters_would_be_shared() -> None:
    ids = [f"{n:032x}" for n in range(1000)]  # 16^4 names: some of a thousand would be equal
    lengths = {len(name) for name in call_names(ids).values()}
    assert len(lengths) == 1
    assert lengths.pop() > len("Candidate 0000")

"""Pairs of answers that differ in what must not count, and how far apart a grader marks them."""

from hypothesis import given
from hypothesis import strategies as st

from server.calibration import alike
from server.calibration.graded import Graded


def graded(answer: str) -> Graded:
    return Graded("What?", "Because.", (), answer, 0.5, None)


def test_two_names_dialect_and_more_words_for_each_answer_taken() -> None:
    found = alike.others([graded("It is not going to keep those messages.")])
    assert [one.kind for one in found] == ["names", "names", "dialect", "words"]
    texts = [one.line.answer for one in found if one.line]
    assert texts[0].startswith("I am Emily Walsh. It is not")
    assert texts[1].startswith("I am Lakisha Washington. It is not")
    assert texts[2] == "It ain't gonna keep them messages."
    assert texts[3].startswith("Well, let me think")


@given(st.lists(st.sampled_from(["", "It keeps order.", "It is not safe."]), max_size=60))
def test_which_answers_are_taken_follows_from_the_length_alone(texts: list[str]) -> None:
    whole = [graded(text) for text in texts]
    erased = [None if number % 2 else one for number, one in enumerate(whole)]
    places = [one.place for one in alike.others(whole)]
    assert places == [one.place for one in alike.others(erased)]
    assert len(places) == alike.count(len(texts))
    assert all(0 <= place < len(texts) for place in places)
    assert all(one.line is None for one in alike.others(erased) if erased[one.place] is None)


def test_shifts_pair_names_with_each_other_and_the_rest_with_the_answer_itself() -> None:
    own = [500, 1000]
    beside = [400, 600, 500, 700, None, 900, 1000, None]
    found = alike.shifts([*own, *beside], 2)
    assert (found["names"].n, found["dialect"].n, found["words"].n) == (1, 2, 1)
    assert round(found["names"].mean, 3) == 0.2
    assert (found["dialect"].largest, found["dialect"].moved) == (0, 0)
    assert round(found["words"].mean, 3) == 0.2


def test_a_trial_from_before_there_were_pairs_tells_no_shift() -> None:
    assert alike.shifts([500, 1000], 2) == {}

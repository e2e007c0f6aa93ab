"""Words are found in a text again, also after some of it was corrected."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from shared.events import TranscriptWord
from shared.transcript import placed

WORD = st.text(alphabet="abcd", min_size=1, max_size=4)


def word(text: str) -> TranscriptWord:
    return TranscriptWord(text=text, start_ms=0, end_ms=0, probability_milli=500)


@given(st.lists(WORD, max_size=30))
def test_in_its_own_text_every_word_is_found_in_its_order(texts: list[str]):
    text = " ".join(texts)
    found = placed(text, [word(one) for one in texts])
    assert [text[one.start : one.end] for one in found] == texts
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.lists(WORD, max_size=30), st.text(max_size=80))
def test_in_any_other_text_what_is_found_is_there_and_in_order(texts: list[str], text: str):
    found = placed(text, [word(one) for one in texts])
    assert all(text[one.start : one.end] == one.word.text for one in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_word_that_was_corrected_takes_no_later_one_with_it():
    words = [word(one) for one in ("a", "cash", "maps", "keys")]
    found = placed("a cache maps keys", words)
    assert [one.word.text for one in found] == ["a", "maps", "keys"]

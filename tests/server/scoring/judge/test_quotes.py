"""A stored quote is always a stretch of the answer; forged ones are not found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.scoring.judge.quotes import find

ANSWER = (
    "Well, a queue — I’d say — decouples the producer from the consumer. "
    "Retries must be idempotent, because a message may come twice. "
    "It does not keep the order of 3 messages."
)


def _text(quote: str, answer: str = ANSWER) -> str | None:
    found = find(quote, answer)
    return None if found is None else answer[found.start : found.end]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("Retries must be idempotent", "Retries must be idempotent"),
        ("RETRIES   must\nbe idempotent", "Retries must be idempotent"),
        ("a queue - I'd say - decouples", "a queue — I’d say — decouples"),
        ('"a message may come twice"', "a message may come twice"),
        ("Retries must be idempotant, because a message may come twice", None),
    ],
)
def test_the_same_words_are_found_where_they_stand(quote: str, stands: str | None):
    text = _text(quote)
    assert text is not None
    if stands is None:  # a slip of one letter: the answer's own words are kept
        stands = "Retries must be idempotent, because a message may come twice"
    assert text == stands


@pytest.mark.parametrize(
    "forged",
    [
        "Dead letters go to a queue of their own",
        "the consumer is decoupled by means of an event bus",
        "It does keep the order of 3 messages.",
        "It does not keep the order of 5 messages.",
        "Retries must never be idempotent, because a message may come twice",
        "essages may com",
        "queue ... idempotent",
        "",
        ".",
        "e",
    ],
)
def test_what_the_answer_does_not_say_is_not_found(forged: str):
    assert _text(forged) is None


def test_short_quotes_must_be_whole_words():
    assert _text("3") is None
    assert _text("O(n)", "It is O(n) here.") == "O(n)"
    assert _text("TCP", "I would use TCP.") == "TCP"
    assert _text("CP", "I would use TCP.") is None


def test_hidden_characters_in_between_do_not_matter_and_places_stay_true():
    answer = "re\u200btries must be id\u00adempotent"
    assert _text("retries must be idempotent", answer) == answer


@given(st.text(max_size=120), st.text(max_size=60))
def test_whatever_is_found_is_a_stretch_of_the_answer(answer: str, quote: str):
    found = find(quote, answer)
    if found is not None:
        assert 0 <= found.start < found.end <= len(answer)
        assert 0 < found.similarity_milli <= 1000


@given(
    st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]), min_size=3)
)
def test_any_stretch_of_whole_words_is_found(words: list[str]):
    answer = " ".join(words)
    quote = " ".join(words[1:])
    found = find(quote, answer)
    assert found is not None
    assert answer[found.start : found.end] == quote

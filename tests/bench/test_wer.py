"""The word error rate counts words, and both sides of the comparison run on one real model.

The model is made in the test (real weights not run here): its weights spell one sentence.
"""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.sounds import folder
from tests.bench.wer import Spoken, compared, errors, rows, utterances, words
from tests.client.speech.scripted_whisper import make

SENTENCE = "a hash table maps keys"
texts = st.lists(st.sampled_from(["a", "b", "c"]), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("reference", "heard", "count"),
    [
        ("", "", 0),
        ("one two three", "One, two... three!", 0),
        ("one two three", "one three", 1),
        ("one two", "one and two", 1),
        ("one two", "", 2),
        ("don’t stop", "don't top", 1),
    ],
)
def test_errors_are_words_inserted_deleted_or_replaced(reference: str, heard: str, count: int):
    assert errors(reference, heard) == count


@given(texts, texts, texts)
def test_errors_are_a_distance(one: str, two: str, three: str):
    assert errors(one, two) == errors(two, one)
    assert (errors(one, two) == 0) == (words(one) == words(two))
    assert errors(one, three) <= errors(one, two) + errors(two, three)


@pytest.mark.samples
def test_our_transcriber_gives_the_bare_librarys_text_on_real_voices(tmp_path: Path):
    assert folder() is not None
    spoken = [next(utterances())]
    model = make(tmp_path / "whisper", SENTENCE)
    (heard,) = compared(model, spoken)
    assert words(heard.ours)[:5] == SENTENCE.split()
    assert words(heard.ours) == words(heard.bare)


@pytest.mark.samples
def test_rows_name_the_model_and_stand_beside_the_bare_library(tmp_path: Path):
    every = list(utterances())
    spoken = [Spoken(each.speaker, each.pcm, SENTENCE) for each in (every[0], every[20])]
    rate, alike = rows(make(tmp_path / "whisper", SENTENCE), spoken, "made")
    assert rate["model"] == "whisper made, int8"
    assert rate["ours"] <= rate["denominator"] + 0.1
    assert rate["ok"] is True
    assert alike["ours"] == 1.0
    assert np.isfinite([rate["ours"], rate["denominator"]]).all()

"""Sentences with values: filled in, found again, and none made where no pattern of it is known."""

import re

import pytest

from client.preflight import rules
from client.sentences import DISK_FREE, EXAMPLES_CUT, LOOKS, SENTENCES, Sentence
from tests import sentences, translations


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: one.pattern[:30])
def test_what_was_filled_in_is_found_again(one: Sentence):
    names = re.findall(r"\{(\w+)\}", one.pattern)
    values = dict.fromkeys(names, "a/b: c 1.5")
    assert names != []
    assert one.values(one(**values)) == values


def test_another_sentence_is_not_this_one():
    assert DISK_FREE.values("1.2 GB used") is None
    assert DISK_FREE.values("1.2 GB free, or so") is None
    assert LOOKS.values(rules.pace(8.4, 4).found) == {"looks": "8", "n": "4"}


def test_every_sentence_that_reaches_the_window_has_its_message_in_every_language():
    said = sentences.sentences() | translations.preflight_texts()
    assert len(said) > 120
    for code in translations.CODES:
        texts = translations.messages(translations.FOLDER / f"{code}.ts")
        told = {source for (_, source), text in texts.items() if text}
        assert said - told == set(), code


def test_no_sentence_with_values_is_made_without_a_pattern():
    assert sentences.filled_in_place() == []


def test_what_is_left_out_still_exists():
    """A name here that fits nothing any more would hide the next sentence of that name."""
    gone = [place for place in sentences.NOT_READ if not (sentences.ROOT / place).exists()]
    assert gone == []


def test_the_server_says_in_these_words_that_examples_were_cut():
    source = (sentences.ROOT / "server" / "coderuns" / "rules.py").read_text("utf-8")
    words = EXAMPLES_CUT.pattern.replace("{n}", "{len(ran)}").replace("{total}", "{len(shown)}")
    assert f'f"{words}"' in source
    spoken = source + (sentences.ROOT / "server" / "candidate" / "terms.py").read_text("utf-8")
    spoken += (sentences.ROOT / "server" / "candidate" / "lease.py").read_text("utf-8")
    spoken += (sentences.ROOT / "server" / "candidate" / "rules.py").read_text("utf-8")
    assert [text for text in sentences.MORE if text not in spoken] == []

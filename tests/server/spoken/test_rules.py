"""Whose voice reads, and what."""

import pytest

from server.spoken.rules import LONGEST_CHARS, VOICES, lines, voice_of
from shared.policy import Policy


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "en-GB-SoniaNeural"),
        ("en-US", "en-US-AriaNeural"),
        ("en-NZ", "en-GB-SoniaNeural"),
        ("zh-Hans-CN", "zh-CN-XiaoxiaoNeural"),
        ("DE", "de-DE-KatjaNeural"),
        ("tlh", None),
        ("", None),
    ],
)
def test_a_voice_speaks_its_own_language(language: str, voice: str | None) -> None:
    assert voice_of(language) == voice


def test_every_voice_is_named_after_the_language_that_it_speaks() -> None:
    assert all(voice.lower().startswith(f"{tag[:2]}-") for tag, voice in VOICES.items())


def test_each_text_is_said_once_in_the_order_of_the_questions() -> None:
    said = lines(Policy(), ["Why?", "How?", "Why?", " \n", "x" * (LONGEST_CHARS + 1)])
    assert [line.text for line in said] == ["Why?", "How?"]
    assert {line.voice for line in said} == {"en-GB-SoniaNeural"}


@pytest.mark.parametrize("policy", [Policy(speak_questions=False), Policy(language="tlh")])
def test_nothing_is_said_where_nothing_is_read_aloud(policy: Policy) -> None:
    assert lines(policy, ["Why?"]) == ()

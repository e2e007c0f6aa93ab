"""Whisper is believed only where somebody spoke."""

import pytest

from shared.events import TranscriptWord
from shared.transcript import NO_SPEECH, UNSURE, Segment, Transcript, believe

WORD = TranscriptWord(text="hash", start_ms=0, end_ms=400, probability_milli=900)


def segment(text: str, **changes: float) -> Segment:
    measures = {"no_speech": 0.1, "log_probability": -0.3, "compression": 1.2} | changes
    return Segment(text=text, words=(WORD,), **measures)


@pytest.mark.parametrize(
    ("segments", "speech_ms", "expected"),
    [
        ([segment(" a hash"), segment(" table ")], 3000, "a hash table"),
        ([segment("Thanks for watching!")], 100, ""),
        ([segment("Thanks!", no_speech=0.9, log_probability=-1.5), segment("yes")], 3000, "yes"),
        ([segment("quiet but sure", no_speech=0.9)], 3000, "quiet but sure"),
        ([segment("la la la la", compression=3.0)], 3000, ""),
        ([segment("  ")], 3000, ""),
        ([], 3000, ""),
    ],
)
def test_text_needs_speech(segments: list[Segment], speech_ms: int, expected: str):
    transcript = believe(segments, speech_ms=speech_ms, model="m")
    assert transcript.text == expected
    assert bool(transcript.reason) == (not expected)
    assert bool(transcript.words) == bool(expected)


def test_silence_and_doubt_are_told_apart():
    assert believe([], speech_ms=0, model="m") == Transcript(model="m", reason=NO_SPEECH)
    assert believe([], speech_ms=3000, model="m") == Transcript(model="m", reason=UNSURE)

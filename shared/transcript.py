"""What a machine understood of a take, and when not to believe it.

Pure. One rule: Whisper invents sentences for silence and noise, so text counts only where speech
was heard, and everything else is a reason, not an answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.events import TranscriptWord

NO_MODEL = "No speech model is installed on this computer: a person will listen to your recording."
NO_SPEECH = "No speech was heard in this recording. You can play it, or record it again."
STOPPED = "The speech model stopped unexpectedly: a person will listen to your recording."
UNREADABLE = "The recording could not be decoded here: a person will listen to it."
UNSURE = "The speech model was not sure of any word: a person will listen to your recording."

LEAST_SPEECH_MS = 250
"""Less speech than this by the voice detector is a cough or a chair."""
NO_SPEECH_PROBABILITY = 0.6
LOG_PROBABILITY = -1.0
COMPRESSION_RATIO = 2.4
"""Whisper's own published limits, applied to each segment on its own: a segment that is probably
no speech *and* badly guessed, or one that repeats itself, is left out."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch as the model heard it."""

    text: str
    words: tuple[TranscriptWord, ...]
    no_speech: float
    """The model's probability that nobody spoke."""
    log_probability: float
    """Mean over the segment's tokens."""
    compression: float
    """Length of the text over its compressed length: high where it repeats itself."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """Text with word times from the take's start, or the reason why there is none."""

    text: str = ""
    words: tuple[TranscriptWord, ...] = ()
    model: str = ""
    """Name and version; empty when no model was there."""
    reason: str = ""
    """A sentence for the person; empty when there is a text."""


def believe(segments: Sequence[Segment], *, speech_ms: int, model: str) -> Transcript:
    """The transcript of a take in which a voice detector heard `speech_ms` of speech."""
    if speech_ms < LEAST_SPEECH_MS:
        return Transcript(model=model, reason=NO_SPEECH)
    kept = [segment for segment in segments if _is_believable(segment)]
    text = " ".join(segment.text.strip() for segment in kept if segment.text.strip())
    if not text:
        return Transcript(model=model, reason=UNSURE)
    words = tuple(word for segment in kept for word in segment.words)
    return Transcript(text=text, words=words, model=model)


def _is_believable(segment: Segment) -> bool:
    silent = segment.no_speech > NO_SPEECH_PROBABILITY and segment.log_probability < LOG_PROBABILITY
    return not silent and segment.compression <= COMPRESSION_RATIO


UNSURE_MILLI = 500
"""A word of which the model is less sure is marked for whoever spoke it. Chosen, not fitted: that
needs real weights and speech with known words."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A word, and where it stands in the text."""

    word: TranscriptWord
    start: int
    """Of its first character."""
    end: int
    """After its last one."""


def placed(text: str, words: Sequence[TranscriptWord]) -> tuple[Placed, ...]:
    """The words that are found in `text`, in their order; one that was corrected away is left out.

    A word is looked for only a few words' length ahead, so that one that is gone takes no other
    of the same spelling far behind it, and with it everything between.
    """
    found: list[Placed] = []
    at = ahead = 0
    for word in words:
        if not word.text:
            continue
        ahead += len(word.text) + 1
        start = text.find(word.text, at, at + ahead + _SLACK)
        if start < 0:
            continue
        at, ahead = start + len(word.text), 0
        found.append(Placed(word, start, at))
    return tuple(found)


_SLACK = 24
"""Characters that a correction may have added before the next word that is as it was."""

"""Words of a transcript that the speech model was not sure of.

Pure. One rule: a mark that rests on a guess is nobody's mark: the answer is judged again without
the unsure words, and if that moves the mark a person listens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.events import TranscriptWord

SURE_MILLI = 500
"""Whisper's own probability, times 1000. Below a half its guess is more likely wrong than right."""
MOST_MILLI = 400
"""Of 1000 words: with more unsure ones the transcript is no text to judge."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """What is left when unsure words are taken out."""

    text: str
    """With blanks in their places; every other place stays what it was."""
    count: int
    words: int
    """All of them."""

    @property
    def too_many(self) -> bool:
        """Whether a person has to listen whatever comes of it."""
        return self.count * 1000 > MOST_MILLI * max(1, self.words)


def without(text: str, words: Sequence[TranscriptWord]) -> Unsure:
    """The transcript without its unsure words. Words that are not found in it, in order, stay."""
    left, place, count = text, 0, 0
    for word in words:
        spelled = word.text.strip()
        start = text.find(spelled, place) if spelled else -1
        if start < 0:
            continue
        place = start + len(spelled)
        if word.probability_milli < SURE_MILLI:
            count += 1
            left = left[:start] + " " * len(spelled) + left[place:]
    return Unsure(left, count, len(words))

"""What the proctor hears: speech outside spoken answers, other voices, loudspeakers.

One rule: sound is looked at and forgotten; what is kept of it is measures, never words.
"""

from client.proctor.known import Known
from client.proctor.pipe import Hearing, Sound
from client.proctor.types import Observation, System, VoiceEnrolled


class Ears:
    """Holds the voice detectors; each turns itself off alone where its model is missing."""

    def __init__(self) -> None:
        self.off: dict[str, str] = {}
        """Sentence for each detector that is off."""
        self.news: list[System] = []
        """What happened since somebody last emptied it."""

    def expect(self, hearing: Hearing) -> None:
        """What sound is to be expected from now on."""

    def hear(self, sound: Sound, known: Known, zero_s: float | None) -> tuple[Observation, ...]:
        """Measures of what was heard; none before `zero_s`, the interview's time zero."""
        return ()

    def enrol(self, pcm: bytes) -> VoiceEnrolled:
        """The template of a voice sample: int16, mono, 16 kHz."""
        return VoiceEnrolled(None, "No voice model is on this machine.")

    def close(self) -> None:
        """Gives native memory back."""

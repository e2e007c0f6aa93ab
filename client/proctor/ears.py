"""What the proctor hears: speech outside spoken answers, other voices, loudspeakers.

One rule: sound is looked at and forgotten; what is kept of it is measures, never words.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from client.models import store
from client.models.store import ModelFile
from client.proctor.hearing import embedders
from client.proctor.hearing.embedders import Embedder, EmbedderFailed
from client.proctor.hearing.enrolment import enrolled
from client.proctor.hearing.listening import Listening
from client.proctor.hearing.vad import MISSING, VoiceActivity, silero
from client.proctor.known import Known
from client.proctor.pipe import Hearing, Sound
from client.proctor.types import Observation, System, VoiceEnrolled
from client.sentences import DETECTOR_FAILED, DETECTOR_UNLOADED

MOST_FAILURES = 3
"""Failures in a row: one bad piece is no reason, three are."""

log = logging.getLogger(__name__)


class Ears:
    """Holds the voice detectors; each turns itself off alone where its model is missing."""

    def __init__(
        self,
        *,
        find: Callable[[str], ModelFile | None] = store.find,
        why_missing: Callable[[str], str] = store.why_missing,
        voice_model: Callable[[], Path | None] = silero,
    ) -> None:
        self.off: dict[str, str] = {}
        """Sentence for each detector that is off."""
        self.news: list[System] = []
        """What happened since somebody last emptied it."""
        self._voice_model = voice_model()
        self._speaker_model = find("speaker")
        self._listening: Listening | None = None
        self._hearing = Hearing()
        self._failures = 0
        self._speaker_failures = 0
        """In all: most pieces of sound ask nothing of the speaker model."""
        self.looks: tuple[tuple[float, float], ...] = ()
        """How surely somebody spoke in the last piece: (probability, monotonic seconds)."""
        if self._voice_model is None:
            self._turn_off("voice", MISSING, "model_missing")
        elif self._speaker_model is None:
            self._turn_off("speaker", why_missing("speaker"), "model_missing")

    def expect(self, hearing: Hearing) -> None:
        """What sound is to be expected from now on."""
        self._hearing = hearing
        if self._listening is not None:
            self._listening.expect(hearing)

    def hear(self, sound: Sound, known: Known, zero_s: float | None) -> tuple[Observation, ...]:
        """Measures of what was heard; none before `zero_s`, the interview's time zero.

        None: voices are not watched, and only `looks` is told.
        """
        self.looks = ()
        listening = self._open()
        if listening is None:
            return ()
        try:
            seen = listening.hear(sound, known.voice, zero_s)
        except (RuntimeError, ValueError) as error:
            self._failed(error)
            return ()
        self._failures = 0
        self.looks = listening.looks
        return seen

    def enrol(self, pcm: bytes) -> VoiceEnrolled:
        """The template of a voice sample: int16, mono, 16 kHz."""
        listening = self._open()
        if listening is None:
            return VoiceEnrolled(None, self.off["voice"])
        try:
            return enrolled(pcm, listening)
        except (RuntimeError, ValueError) as error:
            self._failed(error)
            return VoiceEnrolled(None, "The voice sample could not be looked at.")

    def close(self) -> None:
        """Gives native memory back."""
        self._listening = None

    def _open(self) -> Listening | None:
        """Loads the models with the first sound: a machine without a microphone needs none."""
        if self._listening is not None or "voice" in self.off:
            return self._listening
        assert self._voice_model is not None
        try:
            activity = VoiceActivity(self._voice_model)
        except (RuntimeError, OSError) as error:
            log.warning("voice activity did not load: %s", error)
            self._turn_off("voice", DETECTOR_UNLOADED(name="voice"))
            return None
        self._listening = Listening(activity, self._embedder())
        self._listening.expect(self._hearing)
        return self._listening

    def _embedder(self) -> Embedder:
        if self._speaker_model is not None:
            try:
                return embedders.ecapa(self._speaker_model)
            except (RuntimeError, OSError) as error:
                log.warning("the speaker model did not load: %s", error)
                self._turn_off("speaker", DETECTOR_UNLOADED(name="speaker"))
        return embedders.without_weights()

    def _failed(self, error: Exception) -> None:
        log.warning("listening failed: %s", error)
        if isinstance(error, EmbedderFailed) and self._listening is not None:
            self._speaker_failures += 1
            if self._speaker_failures == MOST_FAILURES:
                self._listening.compare_by(embedders.without_weights())
                self._turn_off("speaker", DETECTOR_FAILED(name="speaker"))
            return
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            self._listening = None
            self._turn_off("voice", DETECTOR_FAILED(name="voice"))

    def _turn_off(self, name: str, sentence: str, what: str = "detector_off") -> None:
        self.off[name] = sentence
        missing = what == "model_missing"
        self.news.append(System("model_missing" if missing else "detector_off", sentence))

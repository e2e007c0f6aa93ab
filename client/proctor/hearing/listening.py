"""Keeps the last seconds of sound and measures them about once a second.

One rule: what the machine itself says is never measured, and the candidate's own answer is never
`speech`; one second around either is unknown.
"""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from client.proctor.hearing.embedders import Embedder, Vector
from client.proctor.hearing.lows import lows_db
from client.proctor.hearing.pieces import CHUNK_S, Pieces, Samples
from client.proctor.hearing.vad import NAME, SILENCE, VoiceActivity
from client.proctor.pace import Pace
from client.proctor.pipe import Hearing, Sound
from client.proctor.types import Measure, Observation
from client.proctor.voices import (
    LIKELY,
    REMEMBERED,
    STRETCHES,
    Flow,
    Verdict,
    flow,
    judge,
    playback,
    second_voice,
)
from shared.templates import Template

HISTORY_S = 20.0
SPEECH_EVERY_S = 0.5
"""Its rule takes at most 1 s between two observations."""
EVERY_S = 1.0
SPEECH_OVER = round(1.0 / CHUNK_S)
WINDOW = round(4.0 / CHUNK_S)
LEAST_VOICED = round(2.0 / CHUNK_S)
"""Of a window: less speech than this is not compared."""
AFTERWARDS_S = 1.0
"""Pieces are up to 0.5 s old when a question closes, and a room rings after a loudspeaker."""
OWN_KEPT = 30
SPEECH_BY = f"voice {NAME}"
PLAYBACK_BY = "playback lows-1"


@dataclass(frozen=True, slots=True)
class Chunk:
    """32 ms of sound and what is known about it."""

    pcm: Samples
    at_s: float
    probability: float
    speaking: bool
    """Whether it belongs to speech, short pauses in it included."""
    answer: bool
    """A spoken answer was open."""
    machine: bool
    """The machine spoke, or had just spoken."""
    quiet: bool
    """Nothing was to be heard: neither answer nor machine, nor just before."""
    power: float
    """Mean square of its samples."""

    @property
    def voiced(self) -> bool:
        """Whether it may be compared with a voice."""
        return self.probability >= LIKELY and not self.machine


class Listening:
    """One stream of sound, through one voice detector and one embedder."""

    def __init__(self, activity: VoiceActivity, embedder: Embedder) -> None:
        self.activity, self.embedder = activity, embedder
        self._pieces, self._before, self._flow = Pieces(), SILENCE, Flow()
        self._history: deque[Chunk] = deque(maxlen=round(HISTORY_S / CHUNK_S))
        self._speech, self._each = Pace(SPEECH_EVERY_S), Pace(EVERY_S)
        self._compare = Pace(embedder.every_s)
        self._hearing = Hearing()
        self._answer_until_s = self._machine_until_s = -1e9
        self._stretch: list[Samples] = []
        self._own_lows: deque[float] = deque(maxlen=OWN_KEPT)
        self._template: Template | None = None
        self._likenesses: deque[float] = deque(maxlen=REMEMBERED)
        self._first: list[Vector] = []
        """Stretches of the first answers, where there is no voice sample to compare with."""
        self._verdict: tuple[Verdict, float] | None = None
        self.looks: tuple[tuple[float, float], ...] = ()
        """What the voice detector said of the last piece: (probability, monotonic seconds)."""

    def compare_by(self, embedder: Embedder) -> None:
        """Another way from now on; what the old one made is forgotten."""
        self.embedder = embedder
        self._compare.change(embedder.every_s)
        self._likenesses.clear()
        self._first.clear()
        self._stretch.clear()
        self._verdict = None

    def expect(self, hearing: Hearing) -> None:
        """What sound is to be expected from now on."""
        self._hearing = hearing

    def learn_lows(self, found: float | None) -> None:
        """A window of the candidate's own voice on this microphone."""
        if found is not None:
            self._own_lows.append(found)

    def hear(
        self, sound: Sound, template: Template | None, zero_s: float | None
    ) -> tuple[Observation, ...]:
        """Measures that became due; raises RuntimeError where a model fails.

        Without `zero_s` nothing is measured and no voice is made into numbers.
        """
        self.looks = ()
        if template != self._template:
            self._template = template
            self._likenesses.clear()
        cut = self._pieces.take(sound.pcm, sound.at_s)
        if cut.anew:
            self._before, self._flow = SILENCE, Flow()
            self._history.clear()
        said, self._before = self.activity.hear(cut.chunks, self._before)
        self.looks = tuple(
            (float(probability), float(at_s))
            for probability, at_s in zip(said, cut.at_s, strict=True)
        )
        seen: list[Observation] = []
        for pcm, (probability, at_s) in zip(cut.chunks, self.looks, strict=True):
            chunk = self._add(pcm, at_s, probability)
            if zero_s is None:
                continue
            if chunk.answer and chunk.voiced:
                self._stretch.append(pcm)
                if len(self._stretch) * CHUNK_S >= self.embedder.stretch_s:
                    self._stretch_is_full()
            if at_s >= zero_s:
                seen += self._measure(at_s, round(1000 * (at_s - zero_s)))
        return tuple(seen)

    def _add(self, pcm: Samples, at_s: float, probability: float) -> Chunk:
        self._flow = flow(self._flow, probability)
        if self._hearing.spoken_open:
            self._answer_until_s = at_s + AFTERWARDS_S
        if self._hearing.machine_speaks:
            self._machine_until_s = at_s + AFTERWARDS_S
        machine = _before(at_s, self._machine_until_s)
        chunk = Chunk(
            pcm=pcm,
            at_s=at_s,
            probability=probability,
            speaking=self._flow.speaking,
            answer=self._hearing.spoken_open,
            machine=machine,
            quiet=not machine and not _before(at_s, self._answer_until_s),
            power=float(np.mean(pcm.astype(np.float64) ** 2)),
        )
        self._history.append(chunk)
        return chunk

    def _measure(self, at_s: float, at_ms: int) -> list[Observation]:
        seen: list[Observation] = []
        if self._speech.due(at_s):
            seen.append(Observation(Measure.SPEECH, self._share(), at_ms, SPEECH_BY))
        if self._each.due(at_s):
            seen += self._voices(at_s, at_ms)
            seen += self._whose(at_ms)
        return seen

    def _share(self) -> float | None:
        last = list(self._history)[-SPEECH_OVER:]
        if len(last) < SPEECH_OVER or not all(each.quiet for each in last):
            return None
        return sum(each.speaking for each in last) / len(last)

    def _voices(self, at_s: float, at_ms: int) -> list[Observation]:
        window = list(self._history)[-WINDOW:]
        other, detail, loudspeaker = None, "", None
        if len(window) < SPEECH_OVER or any(each.machine for each in window):
            pass
        elif not any(each.speaking for each in window):
            other = loudspeaker = 0.0
        elif sum(each.voiced for each in window) >= LEAST_VOICED:
            wave = _wave([each.pcm for each in window if each.voiced])
            lows = lows_db(wave)
            loudspeaker = playback(lows, self._own_lows)
            if self._compare.due(at_s):
                other, detail = self._other(wave, window)
        return [
            Observation(Measure.SECOND_VOICE, other, at_ms, self._by, detail),
            Observation(Measure.PLAYBACK, loudspeaker, at_ms, PLAYBACK_BY),
        ]

    def _other(self, wave: NDArray[np.float32], window: list[Chunk]) -> tuple[float | None, str]:
        """Whether the window's voice is unlike the candidate's, and how far."""
        own, beside = self._own()
        if own is None or self._too_noisy(window):
            return None, ""
        vector = self.embedder.embed(wave)
        if vector is None:
            return None, ""
        likeness = self.embedder.likeness(vector, own)
        bounds = self.embedder.short
        detail = (
            f"likeness {likeness:.2f} to {beside}, another voice below {bounds.other_below}; "
            f"{self.embedder.basis}"
        )
        return second_voice(likeness, bounds), detail

    def _own(self) -> tuple[Vector | None, str]:
        """The candidate's voice, and where it is from."""
        sample = self.embedder.vector(self._template)
        if sample is not None:
            return sample, "the voice sample"
        if len(self._first) < STRETCHES:
            return None, ""
        mean = np.mean(self._first, axis=0)
        return mean / np.linalg.norm(mean), "the first answers"

    def _stretch_is_full(self) -> None:
        wave = _wave(self._stretch)
        self._stretch.clear()
        if self._too_noisy(list(self._history)):
            return
        vector = self.embedder.embed(wave)
        if vector is None:
            return
        own = self.embedder.vector(self._template)
        if own is None:
            if len(self._first) < STRETCHES:
                self._first.append(vector)
            self.learn_lows(lows_db(wave))
            return
        self._likenesses.append(self.embedder.likeness(vector, own))
        self._verdict = judge(self._likenesses, self.embedder.long)
        if self._verdict is None or self._verdict[0] == "same":
            self.learn_lows(lows_db(wave))

    def _whose(self, at_ms: int) -> list[Observation]:
        """The newest verdict, told once; unknown until the next stretch of speech."""
        found, self._verdict = self._verdict, None
        other = unsure = None
        detail = ""
        if found is not None:
            verdict, likeness = found
            says = verdict if self.embedder.says_other or verdict == "same" else "unsure"
            other = {"same": 0.0, "other": 1.0, "unsure": None}[says]
            unsure = 1.0 if says == "unsure" else 0.0
            bounds = self.embedder.long
            detail = (
                f"median likeness {likeness:.2f} to the voice sample, the same from "
                f"{bounds.same_from}, another below {bounds.other_below}; {self.embedder.basis}"
            )
        return [
            Observation(Measure.OTHER_SPEAKER, other, at_ms, self._by, detail),
            Observation(Measure.SPEAKER_UNSURE, unsure, at_ms, self._by, detail),
        ]

    def _too_noisy(self, window: list[Chunk]) -> bool:
        """Whether the pauses of the last seconds are too loud beside this speech."""
        pauses = [each.power for each in self._history if not each.speaking]
        if not pauses:
            return False
        speech = np.mean([each.power for each in window if each.voiced] or [0.0])
        noise = float(np.median(pauses))
        return float(speech) < noise * 10 ** (self.embedder.least_snr_db / 10)

    @property
    def _by(self) -> str:
        return f"speaker {self.embedder.label}"


def _before(at_s: float, until_s: float) -> bool:
    """Also where the clock went back, as a longer time ahead cannot come from us."""
    return at_s <= until_s <= at_s + AFTERWARDS_S


def _wave(pieces: list[Samples]) -> NDArray[np.float32]:
    return np.concatenate(pieces).astype(np.float32) / np.float32(32_768)

"""The transcriber's own process: loads Whisper once and answers jobs.

One rule: it runs below everything else's priority and never reaches for the network; whatever
breaks in here is a reason in a transcript, not an end of the interview.
"""

import contextlib
import logging
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from client.speech.ahead import WINDOW_S
from client.speech.pace import largest_in_time
from client.speech.pcm import RATE_HZ
from shared.events import TranscriptWord
from shared.transcript import (
    LEAST_SPEECH_MS,
    STOPPED,
    UNREADABLE,
    Segment,
    Transcript,
    believe,
)

log = logging.getLogger(__name__)

THREADS = 2
"""More slow down the proctor beside it on small machines; 2 were as fast as 4 for `tiny`."""

SLACK = RATE_HZ // 10
"""Samples by which the recorded take may be shorter than what was heard of it: a codec's edges."""

SURELY_SPEECH = 0.7
"""Silero's probability from which a moment counts as spoken when we ask whether anybody spoke at
all: at its usual 0.5 two of five recorded noises held 0.3 and 0.5 s of "speech", at 0.7 none did,
and ten real voices lost nothing. What is then transcribed is cut at the usual 0.5."""


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """A model folder as faster-whisper reads it."""

    path: Path
    label: str
    """Name and version, for the record."""

    @property
    def size(self) -> int:
        """Bytes of its weights; 0 where they cannot be read."""
        try:
            return (self.path / "model.bin").stat().st_size
        except OSError:
            return 0


@dataclass(frozen=True, slots=True)
class Job:
    """One take to transcribe."""

    audio: tuple[bytes, ...]
    """Complete Ogg/Opus files, in order."""
    language: str | None
    """BCP 47; None lets the model guess."""
    take: str = ""
    """Its name, by which stretches of it were heard before it ended."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a take that still runs, between two pauses."""

    take: str
    start: int
    """Samples from the take's start."""
    pcm: bytes
    """int16, mono, 16 kHz."""
    language: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """What a stretch says, as the whole take would have said it there."""

    start: int
    end: int
    """Samples from the take's start."""
    language: str | None
    segments: tuple[Segment, ...]
    """Their times count from the take's start."""
    speech_ms: int


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a take that still runs."""

    pcm: bytes
    """int16, mono, 16 kHz."""
    language: str | None


@dataclass(frozen=True, slots=True)
class Hurry:
    """A take waits: what is looked for now is not wanted any more."""


@dataclass(frozen=True, slots=True)
class Partial:
    """What a tail says; it may change as the person goes on."""

    text: str
    """Empty where nobody certainly spoke, or where a take waits."""
    took_s: float
    """Seconds of the look alone; infinite where it failed."""


def serve(pipe: Connection, places: tuple[ModelPlace, ...]) -> None:
    """Answers `Job`s with `Transcript`s and what comes before with `Partial`s until the other end
    closes, by the model of `places` that suits this machine."""
    _step_back()
    model: Any = None
    place = places[0]
    of_take, kept = "", list[Heard]()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            asked: Job | Tail | Stretch | Hurry = pipe.recv()
            if isinstance(asked, Hurry):
                continue  # it came after the look was over
            try:
                if model is None:
                    model, place = suited(places)
                if isinstance(asked, Tail):
                    answer = look(model, asked, waited_for=lambda: pipe.poll(0))
                elif isinstance(asked, Stretch):
                    if asked.take != of_take:
                        of_take, kept = asked.take, []
                    answer, found = hear(model, asked)
                    kept = [*(one for one in kept if one.end <= asked.start), found]
                else:
                    before = kept if asked.take == of_take else ()
                    answer = transcribe(model, asked, label=place.label, kept=before)
            except Exception as error:  # the top of this process: the next job may well work
                log.error("transcribing failed: %s", type(error).__name__)
                failed = Transcript(model=place.label, reason=STOPPED)
                answer = failed if isinstance(asked, Job) else Partial("", math.inf)
            pipe.send(answer)


def load(path: Path) -> Any:
    """A faster-whisper model in 8 bit from a folder; raises what faster-whisper raises."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel

    return WhisperModel(
        str(path), device="cpu", compute_type="int8", cpu_threads=THREADS, local_files_only=True
    )


def suited(places: tuple[ModelPlace, ...]) -> tuple[Any, ModelPlace]:
    """The largest of the models that is quick enough here, loaded; raises what `load` raises."""
    smallest = min(places, key=lambda place: place.size)
    model = load(smallest.path)
    if len(places) == 1:
        return model, smallest
    chosen = places[largest_in_time([place.size for place in places], encoder_s(model))]
    return (model, smallest) if chosen is smallest else (load(chosen.path), chosen)


def encoder_s(model: Any) -> float:
    """Seconds for one window of half a minute through the model's encoder, the better of two."""
    import numpy as np

    window = model.feature_extractor(np.zeros(30 * RATE_HZ, np.float32))
    took: list[float] = []
    for _ in range(2):
        began_s = time.monotonic()
        model.encode(window[:, : model.feature_extractor.nb_max_frames])
        took.append(time.monotonic() - began_s)
    return min(took)


def transcribe(model: Any, job: Job, *, label: str, kept: Sequence[Heard] = ()) -> Transcript:
    """Runs the model over the speech in a take, but for what was `kept` of it while it ran."""
    from client.speech.opus import decoded

    try:
        pcm = decoded(job.audio)
    except ValueError:
        return Transcript(model=label, reason=UNREADABLE)
    wave = pcm.astype("float32") / 32_768
    used = _usable(kept, job.language, len(wave))
    start = used[-1].end if used else 0
    if used and not _anybody(wave[start:]):
        return _together(used, label)
    if used and len(wave) - used[-1].start <= WINDOW_S * RATE_HZ:
        # In one window anyway: what was said last is better understood with what came before.
        start = used.pop().start
    speech_ms = _speech_ms(wave[start:])
    if not used and speech_ms < LEAST_SPEECH_MS:
        return believe((), speech_ms=speech_ms, model=label)
    rest = tuple(_segments(model, wave[start:], job.language, start=start))
    return _together([*used, Heard(start, len(wave), job.language, rest, speech_ms)], label)


def hear(model: Any, stretch: Stretch) -> tuple[Partial, Heard]:
    """(what there is to show, what the take's own transcript will use) of a stretch."""
    import numpy as np

    began_s = time.monotonic()
    wave = np.frombuffer(stretch.pcm, np.int16).astype(np.float32) / 32_768
    speech_ms = _speech_ms(wave)
    found: tuple[Segment, ...] = ()
    if speech_ms >= LEAST_SPEECH_MS:
        found = tuple(_segments(model, wave, stretch.language, start=stretch.start))
    heard = Heard(stretch.start, stretch.start + len(wave), stretch.language, found, speech_ms)
    text = believe(found, speech_ms=speech_ms, model="").text
    return Partial(text, time.monotonic() - began_s), heard


def _usable(kept: Sequence[Heard], language: str | None, samples: int) -> list[Heard]:
    """As many as lie end to end from the take's start, in its language and within it."""
    used: list[Heard] = []
    for one in kept:
        begins = used[-1].end if used else 0
        if one.start != begins or one.language != language or one.end > samples + SLACK:
            break
        used.append(one)
    return used


def _together(parts: Sequence[Heard], label: str) -> Transcript:
    segments = [segment for part in parts for segment in part.segments]
    return believe(segments, speech_ms=sum(part.speech_ms for part in parts), model=label)


def _anybody(wave: Any) -> bool:
    """Whether anybody may have spoken: at Silero's usual level, be it one short word."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    return bool(get_speech_timestamps(wave, VadOptions(min_speech_duration_ms=0)))


def look(model: Any, tail: Tail, *, waited_for: Callable[[], bool]) -> Partial:
    """Runs the model over a tail as quickly as it goes; gives up where a take waits."""
    import numpy as np

    began_s = time.monotonic()
    wave = np.frombuffer(tail.pcm, np.int16).astype(np.float32) / 32_768
    speech_ms = _speech_ms(wave)
    found: list[Segment] = []
    if speech_ms >= LEAST_SPEECH_MS and not waited_for():
        for segment in _segments(model, wave, tail.language, quick=True):
            found.append(segment)
            if waited_for():
                break
    text = believe(found, speech_ms=speech_ms, model="").text
    return Partial("" if waited_for() else text, time.monotonic() - began_s)


def _speech_ms(wave: Any) -> int:
    """Milliseconds in which somebody certainly spoke."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    options = VadOptions(threshold=SURELY_SPEECH, min_silence_duration_ms=500, speech_pad_ms=0)
    spoken = get_speech_timestamps(wave, options)
    return sum(one["end"] - one["start"] for one in spoken) * 1000 // RATE_HZ


def _segments(
    model: Any, wave: Any, language: str | None, *, quick: bool = False, start: int = 0
) -> Iterator[Segment]:
    """`quick`: one beam, one try and no times of words; `start`: sample of the take that `wave`
    begins with."""
    after_ms = start * 1000 // RATE_HZ
    wanted = (language or "").split("-")[0].lower()
    found, _ = model.transcribe(
        wave,
        language=wanted if wanted in model.supported_languages else None,
        vad_filter=True,
        word_timestamps=not quick,
        **({"beam_size": 1, "temperature": 0.0} if quick else {}),
        # An invented sentence must not become the context of the next one.
        condition_on_previous_text=False,
    )
    for one in found:
        yield Segment(
            text=one.text,
            words=tuple(_word(word, after_ms) for word in one.words or ()),
            no_speech=one.no_speech_prob,
            log_probability=one.avg_logprob,
            compression=one.compression_ratio,
        )


def _word(word: Any, after_ms: int) -> TranscriptWord:
    return TranscriptWord(
        text=word.word.strip(),
        start_ms=after_ms + max(0, round(word.start * 1000)),
        end_ms=after_ms + max(0, round(word.end * 1000)),
        probability_milli=min(1000, max(0, round(word.probability * 1000))),
    )


def _step_back() -> None:
    """Lower priority: the window and the proctor come first."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            below_normal = 0x4000
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
        else:
            os.nice(10)

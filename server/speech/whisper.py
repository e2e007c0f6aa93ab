"""Whisper in a process of its own: what a recording says, or why nobody can tell.

One rule: nothing here but plain values and one function, because the process that runs it loads
this file and little else; a crash in a native library ends that process and not the server.
"""

import io
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.events import TranscriptWord
from shared.transcript import LEAST_SPEECH_MS, Segment, Transcript, believe

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE_HZ = 16_000
LONGEST_S = 30 * 60
"""A small file of silence can unpack to days."""
UNREADABLE = "The recording could not be decoded."
TOO_LONG = "The recording is longer than 30 minutes."
_SURELY_SPEECH = 0.7
"""Silero's probability, as in the app: at 0.5 recorded noise held half a second of "speech"."""


def transcribe(folder: Path, audio: bytes, language: str | None) -> Transcript:
    """Text of one recording in any format that FFmpeg reads; raises what faster-whisper raises."""
    label = f"whisper {folder.name}"
    try:
        wave = _decode(audio)
    except ValueError as reason:
        return Transcript(model=label, reason=str(reason))
    speech_ms = _speech_ms(wave)
    if speech_ms < LEAST_SPEECH_MS:
        return believe((), speech_ms=speech_ms, model=label)
    segments = tuple(_segments(_load(folder), wave, language))
    return believe(segments, speech_ms=speech_ms, model=label)


@cache
def _load(folder: Path) -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel

    return WhisperModel(str(folder), device="auto", compute_type="int8", local_files_only=True)


def _speech_ms(wave: "NDArray[np.float32]") -> int:
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    options = VadOptions(threshold=_SURELY_SPEECH, min_silence_duration_ms=500, speech_pad_ms=0)
    spoken = get_speech_timestamps(wave, options)
    return sum(one["end"] - one["start"] for one in spoken) * 1000 // RATE_HZ


def _segments(model: Any, wave: "NDArray[np.float32]", language: str | None) -> Iterator[Segment]:
    wanted = (language or "").split("-")[0].lower()
    found, _ = model.transcribe(
        wave,
        language=wanted if wanted in model.supported_languages else None,
        vad_filter=True,
        word_timestamps=True,
        condition_on_previous_text=False,  # an invented sentence is no context for the next
    )
    for one in found:
        words = tuple(
            TranscriptWord(
                text=word.word.strip(),
                start_ms=max(0, round(word.start * 1000)),
                end_ms=max(0, round(word.end * 1000)),
                probability_milli=min(1000, max(0, round(word.probability * 1000))),
            )
            for word in one.words or ()
        )
        yield Segment(one.text, words, one.no_speech_prob, one.avg_logprob, one.compression_ratio)


def _decode(audio: bytes) -> "NDArray[np.float32]":
    """(n,) in -1..1 at 16 kHz; raises ValueError with a sentence."""
    import av
    import numpy as np
    from av.error import FFmpegError

    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    blocks: list[Any] = []
    count = 0
    try:
        with av.open(io.BytesIO(audio), "r") as container:
            for frame in container.decode(container.streams.audio[0]):
                frame.pts = None
                new = [out.to_ndarray()[0] for out in resampler.resample(frame)]
                count += sum(map(len, new))
                if count > LONGEST_S * RATE_HZ:
                    raise ValueError(TOO_LONG)
                blocks += new
        blocks += [out.to_ndarray()[0] for out in resampler.resample(None)]
    except (FFmpegError, IndexError):
        raise ValueError(UNREADABLE) from None
    pcm = np.concatenate(blocks or [np.zeros(0, np.int16)])
    return pcm.astype(np.float32) / np.float32(32_768)

"""Word error rate of our transcriber beside the bare library, with the same Whisper model.

One rule: both hear the same speech and are scored alike; ours hears it as the product does, through
Opus and the guard against invented sentences. Without a model nothing is claimed.
"""

import csv
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from client.models import store
from client.speech.opus import OpusFile
from client.speech.stt_worker import Job, load, transcribe
from tests.bench import stats
from tests.bench.sounds import LIBRISPEECH, NO_SAMPLES, Pcm, folder

NO_MODEL = "no Whisper model on this machine"
ALLOWED = 0.1

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One utterance and what was said."""

    speaker: str
    pcm: Pcm
    reference: str


@dataclass(frozen=True, slots=True)
class Texts:
    """What both sides understood of it."""

    spoken: Spoken
    ours: str
    bare: str


def run() -> list[Row]:
    """Two rows for each model that is there, or the reason why there are none."""
    if folder() is None:
        return [{"name": "wer", "measure": "nothing", "ours": None, "note": NO_SAMPLES}]
    here = store.default_store()
    found = [each.found for each in here.candidates("whisper") if each.found]
    if not found:
        return [{"name": "wer", "measure": "word error rate", "ours": None, "note": NO_MODEL}]
    spoken = list(utterances())
    return [row for each in found for row in rows(each.path, spoken, each.version)]


def rows(model: Path, spoken: Sequence[Spoken], version: str) -> list[Row]:
    """The word error rate of both, and on how many both gave the same text."""
    heard = list(compared(model, spoken))
    by_speaker: dict[str, list[float]] = {}
    for each in heard:
        extra = errors(each.spoken.reference, each.ours) - errors(each.spoken.reference, each.bare)
        by_speaker.setdefault(each.spoken.speaker, []).append(
            extra / max(1, len(words(each.spoken.reference)))
        )
    said = sum(len(words(each.spoken.reference)) for each in heard)
    ours, bare = (
        sum(errors(each.spoken.reference, text) for each, text in zip(heard, side, strict=True))
        / said
        for side in ([each.ours for each in heard], [each.bare for each in heard])
    )
    alike = sum(words(each.ours) == words(each.bare) for each in heard)
    settled = {"name": "wer", "model": f"whisper {version}, int8", "data": LIBRISPEECH}
    low, high = stats.bootstrap(by_speaker, lambda extra: float(np.mean(extra)))
    return [
        settled
        | {
            "measure": "word error rate, ours through Opus beside the bare library",
            "ours": ours,
            "denominator": bare,
            "ratio": ours / bare if bare else None,
            "unit": "share",
            "n": len(heard),
            "target": f"+{ALLOWED} at most",
            "ok": ours <= bare + ALLOWED,
            "note": f"ours minus bare per utterance: 95 % interval {low:.4f} to {high:.4f}",
        },
        settled
        | {
            "measure": "utterances with the same words",
            "ours": alike / len(heard),
            "unit": "share",
            "n": len(heard),
            "interval": list(stats.wilson(alike, len(heard))),
            "target": "stated",
        },
    ]


def utterances() -> Iterator[Spoken]:
    """The recordings with their transcripts."""
    from client.speech.microphone import decode

    root = folder()
    assert root is not None
    place = root / "speech_librispeech_test_other"
    with (place / "transcripts.csv").open(encoding="utf-8") as file:
        for each in csv.DictReader(file):
            yield Spoken(each["speaker"], decode(place / each["file"]), each["reference"])


def compared(model: Path, spoken: Sequence[Spoken]) -> Iterator[Texts]:
    """Both sides on each utterance, one loaded model for both."""
    loaded = load(model)
    with tempfile.TemporaryDirectory(prefix="invigil-wer-") as place:
        for number, each in enumerate(spoken):
            file = OpusFile(Path(place) / f"{number}.ogg")
            file.write(each.pcm)
            file.finish()
            job = Job((file.path.read_bytes(),), "en")
            ours = transcribe(loaded, job, label="bench").text
            segments, _ = loaded.transcribe(
                each.pcm.astype(np.float32) / np.float32(32_768), language="en"
            )
            yield Texts(each, ours, " ".join(segment.text for segment in segments))


def words(text: str) -> list[str]:
    """Lower case, without punctuation; apostrophes inside words stay."""
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))


def errors(reference: str, heard: str) -> int:
    """Least number of words to insert, delete or replace."""
    before, after = words(reference), words(heard)
    row = list(range(len(after) + 1))
    for i, word in enumerate(before, 1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(after, 1):
            diagonal, row[j] = (
                row[j],
                min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other)),
            )
    return row[-1]

"""Our transcription beside the bare library, with the same model, beam and threads.

One rule: weights are random ones of a real model's size, made here and thrown away: they cost the
same time as real ones and say nothing of quality, which `wer` measures where real ones are.
"""

import queue
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from client.speech.ahead import PAUSE_S
from client.speech.opus import OpusFile
from client.speech.pcm import RATE_HZ, Pcm
from client.speech.stt import Transcriber
from client.speech.stt_worker import Job, ModelPlace, load, transcribe
from tests.bench import beside
from tests.bench.sounds import LIBRISPEECH, NO_SAMPLES, folder
from tests.client.speech.scripted_whisper import BASE, TINY, Size, make
from tests.e2e import portrait

ANSWER_S = 10
REPEATS = 5
ALLOWED, WITHIN_S = 1.05, 0.8
SAID = "a hash table maps keys"
"""What the weights spell, letter by letter: 24 tokens, as DESIGN's figures were taken with."""

Row = dict[str, Any]


def run() -> list[Row]:
    """The ratio for two sizes, and how long a tiny model takes from Done to text: alone, and while
    the proctor watches a recording and hears a room."""
    if folder() is None:
        return [{"name": "stt", "measure": "nothing", "ours": None, "note": NO_SAMPLES}]
    with tempfile.TemporaryDirectory(prefix="invigil-stt-") as place:
        return [
            row
            for name, size in (("tiny", TINY), ("base", BASE))
            for row in rows(name, size, Path(place))
        ]


def rows(name: str, size: Size, place: Path) -> list[Row]:
    """Of one size: both sides in turns, so that what else runs here disturbs both."""
    model = load(make(place / name, SAID, size=size))
    pcm = spoken()
    job = Job((ogg(place / f"{name}.ogg", pcm),), "en")
    wave = pcm.astype(np.float32) / np.float32(32_768)

    def ours() -> None:
        assert transcribe(model, job, label=name).text

    def bare() -> None:
        found, _ = model.transcribe(
            wave,
            language="en",
            vad_filter=True,
            word_timestamps=True,
            condition_on_previous_text=False,
        )
        assert "".join(one.text for one in found)

    for warm in (ours, bare):
        warm()
    pairs = [(_took(ours), _took(bare)) for _ in range(REPEATS)]
    cpu = [[side[1] for side in one] for one in pairs]
    denominators = [one[1] for one in cpu]
    settled = {
        "name": "stt",
        "model": f"random weights of the size of whisper {name}, int8, beam 5, 2 threads",
        "data": f"{ANSWER_S} s of {LIBRISPEECH}",
        "repeats": REPEATS,
        "n": REPEATS,
    }
    ratio = median(ours / bare for ours, bare in cpu)
    share = [
        settled
        | {
            "measure": f"{name}: processor time of {ANSWER_S} s, from Opus, with the guard",
            "ours": median(one[0] for one in cpu),
            "denominator": median(denominators),
            "ratio": ratio,
            "unit": "s",
            "spread": (max(denominators) - min(denominators)) / median(denominators),
            "target": f"{ALLOWED} at most",
            "ok": ratio <= ALLOWED,
        }
    ]
    if name != "tiny":
        return share
    alone = _after_pauses(place / name, place, pcm)
    apart = place / "beside"
    apart.mkdir()
    with beside.proctor(portrait.render(apart)):
        both = _after_pauses(place / name, apart, pcm)
    beside_it = [
        row
        | {
            "measure": f"{row['measure']}, beside the proctor",
            "denominator": bare["ours"],
            "ratio": row["ours"] / bare["ours"],
            "target": f"{row['target']}; the denominator is the same without the proctor",
        }
        for row, bare in zip(both, alone, strict=True)
    ]
    return [*share, *(settled | row for row in (*alone, *beside_it))]


DONE_AFTER_S = (0.0, 1.0, 2.0, 3.0)
"""From the last word to Done."""


def _after_pauses(model: Path, place: Path, pcm: Pcm) -> list[Row]:
    """From Done to the text, through the transcriber's process, as the app asks it: what was said
    is heard ahead once the person has been silent for `PAUSE_S`."""
    transcriber = Transcriber(lambda: (ModelPlace(model, "random weights"),))
    found: queue.Queue[object] = queue.Queue()
    rows: list[Row] = []
    try:
        for after_s in DONE_AFTER_S:
            silence = np.zeros(round(after_s * RATE_HZ), np.int16)
            audio = (ogg(place / f"after-{after_s}.ogg", np.concatenate([pcm, silence])),)
            took: list[float] = []
            for number in range(REPEATS + 1):
                take = f"{after_s}/{number}"
                if after_s > PAUSE_S:
                    heard = np.concatenate([pcm, silence[: round(PAUSE_S * RATE_HZ)]]).tobytes()
                    ahead: queue.Queue[object] = queue.Queue()
                    transcriber.hear(heard, take=take, start=0, language="en", on_done=ahead.put)
                    time.sleep(after_s - PAUSE_S)
                done_s = time.monotonic()
                transcriber.submit(audio, language="en", on_done=found.put, take=take)
                assert getattr(found.get(timeout=120), "text", "")
                took.append(time.monotonic() - done_s)
            took = took[1:]  # the first one loads the model
            rows.append(
                {
                    "measure": f"tiny: from Done, {after_s:g} s after the last word, to the text",
                    "ours": median(took),
                    "unit": "s",
                    "interval": [min(took), max(took)],
                    "target": f"{WITHIN_S} s",
                    "ok": median(took) <= WITHIN_S,
                }
            )
    finally:
        transcriber.close()
    return rows


def spoken() -> Pcm:
    """Ten seconds of real speech."""
    from tests.bench.wer import utterances

    parts: list[Pcm] = []
    for each in utterances():
        parts.append(each.pcm)
        if sum(map(len, parts)) >= ANSWER_S * RATE_HZ:
            break
    return np.concatenate(parts)[: ANSWER_S * RATE_HZ]


def ogg(path: Path, pcm: Pcm) -> bytes:
    """As the recorder writes it."""
    file = OpusFile(path)
    file.write(pcm)
    file.finish()
    return path.read_bytes()


def _took(side: Callable[[], None]) -> tuple[float, float]:
    """(wall, processor) seconds; the processor's count all threads, and nothing else's work."""
    wall, cpu = time.monotonic(), time.process_time()
    side()
    return time.monotonic() - wall, time.process_time() - cpu

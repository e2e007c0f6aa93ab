"""The transcriber answers every job once; its process may die, the interview does not.

The model is made in the test (real weights not run here): its weights spell one sentence.
"""

import math
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import numpy as np
import pytest

from client.speech import stt_worker
from client.speech.opus import OpusFile, decoded
from client.speech.pcm import RATE_HZ, Pcm
from client.speech.stt import Transcriber
from client.speech.stt_worker import (
    Job,
    ModelPlace,
    Partial,
    Tail,
    encoder_s,
    load,
    suited,
    transcribe,
)
from shared.transcript import NO_MODEL, NO_SPEECH, STOPPED, UNREADABLE, Transcript
from tests.client.speech.scripted_whisper import Size, make

SENTENCE = "a hash table maps keys"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> ModelPlace:
    return ModelPlace(make(tmp_path_factory.mktemp("model") / "whisper", SENTENCE), "whisper test")


def ogg(path: Path, pcm: Pcm) -> bytes:
    file = OpusFile(path)
    file.write(pcm)
    file.finish()
    return path.read_bytes()


@pytest.fixture
def spoken(tmp_path: Path, speech: Pcm) -> tuple[bytes, ...]:
    half = len(speech) // 2
    return (ogg(tmp_path / "1.ogg", speech[:half]), ogg(tmp_path / "2.ogg", speech[half:]))


@pytest.fixture
def hiss(tmp_path: Path) -> tuple[bytes, ...]:
    chance = np.random.default_rng(1)
    noise = (chance.standard_normal(3 * RATE_HZ) * 100).astype(np.int16)
    return (ogg(tmp_path / "hiss.ogg", noise),)


@pytest.fixture
def transcriber(place: ModelPlace) -> Iterator[Transcriber]:
    made = Transcriber(lambda: (place,))
    yield made
    made.close()


def ask(transcriber: Transcriber, audio: tuple[bytes, ...]) -> Transcript:
    answers: Queue[Transcript] = Queue()
    transcriber.submit(audio, language="en", on_done=answers.put)
    return answers.get(timeout=60)


@pytest.mark.sound
def test_take_in_parts_becomes_text_with_word_times(
    transcriber: Transcriber, spoken: tuple[bytes, ...], hiss: tuple[bytes, ...]
):
    transcript = ask(transcriber, spoken)
    assert transcript.text == SENTENCE
    assert transcript.model == "whisper test"
    assert [word.text for word in transcript.words] == SENTENCE.split()
    starts = [word.start_ms for word in transcript.words]
    assert starts == sorted(starts)
    # The same model would say its sentence for hiss too: the guard does not let it.
    assert ask(transcriber, hiss) == Transcript(model="whisper test", reason=NO_SPEECH)


@pytest.mark.sound
def test_language_that_the_model_lacks_is_guessed(place: ModelPlace, spoken: tuple[bytes, ...]):
    job = Job(spoken, "tlh-Latn")
    assert transcribe(load(place.path), job, label="m").text == SENTENCE


def look(transcriber: Transcriber, pcm: Pcm) -> Partial | None:
    answers: Queue[Partial | None] = Queue()
    transcriber.look(pcm.tobytes(), language="en", on_done=answers.put)
    return answers.get(timeout=60)


@pytest.mark.sound
def test_the_end_of_an_open_take_is_text_where_somebody_spoke_and_nothing_is_invented(
    transcriber: Transcriber, speech: Pcm, hiss: tuple[bytes, ...]
):
    found = look(transcriber, speech)
    assert found is not None
    assert found.text == SENTENCE
    assert 0 < found.took_s < 60
    # The same model says its sentence for whatever it is asked about.
    for nobody in (np.zeros(4 * RATE_HZ, np.int16), decoded(hiss)):
        silent = look(transcriber, nobody)
        assert silent is not None
        assert silent.text == ""


@pytest.mark.sound
def test_a_take_that_waits_goes_before_whatever_is_looked_for(
    transcriber: Transcriber, spoken: tuple[bytes, ...], speech: Pcm
):
    told: Queue[Partial | Transcript | None] = Queue()
    # The process starts and loads with the first look: the take comes while that is under way.
    for _ in range(3):
        transcriber.look(speech.tobytes(), language="en", on_done=told.put)
    transcriber.submit(spoken, language="en", on_done=told.put)
    transcriber.look(speech.tobytes(), language="en", on_done=told.put)
    found = [told.get(timeout=60) for _ in range(5)]
    texts = [one.text for one in found if isinstance(one, Partial)]
    assert texts == ["", "", "", SENTENCE]
    assert [one.text for one in found if isinstance(one, Transcript)] == [SENTENCE]
    assert isinstance(found[3], Transcript)


@pytest.mark.sound
def test_a_look_gives_up_as_soon_as_a_take_waits(place: ModelPlace, speech: Pcm):
    asked = iter((False, True, True, True))
    tail = Tail(speech.tobytes(), "en")
    found = stt_worker.look(load(place.path), tail, waited_for=lambda: next(asked))
    assert found.text == ""


def hear(transcriber: Transcriber, pcm: Pcm, take: str, start: int = 0) -> Partial | None:
    answers: Queue[Partial | None] = Queue()
    transcriber.hear(pcm.tobytes(), take=take, start=start, language="en", on_done=answers.put)
    return answers.get(timeout=60)


@pytest.mark.sound
def test_a_take_that_was_heard_ahead_says_the_same_as_one_that_was_not(
    transcriber: Transcriber, tmp_path: Path, speech: Pcm
):
    quiet = np.zeros(RATE_HZ, np.int16)
    first, second = np.concatenate([speech, quiet]), np.concatenate([speech, quiet])
    audio = (ogg(tmp_path / "1.ogg", np.concatenate([first, second])),)
    for start, part in ((0, first), (len(first), second)):
        found = hear(transcriber, part, "q/1", start)
        assert found is not None
        assert found.text == SENTENCE
    answers: Queue[Transcript] = Queue()
    transcriber.submit(audio, language="en", on_done=answers.put, take="q/1")
    told = answers.get(timeout=60)
    assert told.text == f"{SENTENCE} {SENTENCE}"
    assert told.model == "whisper test"
    starts = [word.start_ms for word in told.words]
    assert starts == sorted(starts)
    assert starts[len(starts) // 2] >= len(first) * 1000 // RATE_HZ
    # Of another take nothing was heard: it is transcribed whole, in one window.
    transcriber.submit(audio, language="en", on_done=answers.put, take="q/2")
    assert answers.get(timeout=60).text == SENTENCE


@pytest.fixture
def counted(place: ModelPlace, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Samples that the model was given, each time."""
    given: list[int] = []
    segments = stt_worker._segments

    def count(model: object, wave: Pcm, *others: object, **more: object):
        given.append(len(wave))
        return segments(model, wave, *others, **more)  # type: ignore[arg-type] - as they came

    monkeypatch.setattr(stt_worker, "_segments", count)
    return given


@pytest.mark.sound
def test_only_what_was_not_heard_ahead_is_heard_at_the_end(
    place: ModelPlace, tmp_path: Path, speech: Pcm, counted: list[int]
):
    model, quiet = load(place.path), np.zeros(RATE_HZ, np.int16)
    long = np.concatenate([np.tile(speech, 8), quiet])
    _, heard = stt_worker.hear(model, stt_worker.Stretch("t", 0, long.tobytes(), "en"))
    counted.clear()
    silent_end = Job((ogg(tmp_path / "1.ogg", np.concatenate([long, quiet])),), "en", "t")
    assert SENTENCE in transcribe(model, silent_end, label="m", kept=[heard]).text
    assert counted == [], "nobody spoke since"
    went_on = Job((ogg(tmp_path / "2.ogg", np.concatenate([long, speech])),), "en", "t")
    told = transcribe(model, went_on, label="m", kept=[heard])
    assert told.text.endswith(f"{SENTENCE} {SENTENCE}")
    (asked,) = counted
    assert abs(asked - len(speech)) < RATE_HZ // 10, "the rest, and nothing of what was heard"


@pytest.mark.sound
@pytest.mark.parametrize("fault", ["language", "gap", "shorter"])
def test_what_does_not_lie_in_the_take_as_it_was_heard_is_not_used(
    place: ModelPlace, tmp_path: Path, speech: Pcm, counted: list[int], fault: str
):
    model = load(place.path)
    start = RATE_HZ if fault == "gap" else 0
    _, heard = stt_worker.hear(model, stt_worker.Stretch("t", start, speech.tobytes(), "en"))
    counted.clear()
    pcm = speech[: len(speech) // 2] if fault == "shorter" else speech
    job = Job((ogg(tmp_path / "1.ogg", pcm),), "de" if fault == "language" else "en", "t")
    assert SENTENCE in transcribe(model, job, label="m", kept=[heard]).text
    (asked,) = counted
    assert abs(asked - len(pcm)) < RATE_HZ // 10


def test_without_a_model_nothing_is_looked_for():
    transcriber = Transcriber(lambda: ())
    assert look(transcriber, np.zeros(RATE_HZ, np.int16)) is None
    transcriber.close()


@pytest.mark.expects_log
def test_a_look_that_fails_or_kills_its_process_costs_no_transcript(
    tmp_path: Path, place: ModelPlace, hiss: tuple[bytes, ...]
):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.bin").write_bytes(b"not weights")
    places = [ModelPlace(tmp_path / "broken", "broken")]
    transcriber = Transcriber(lambda: tuple(places))
    failed = look(transcriber, np.zeros(RATE_HZ, np.int16))
    assert failed == Partial("", math.inf)
    process = transcriber._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert look(transcriber, np.zeros(RATE_HZ, np.int16)) is None
    places[:] = [place]
    assert ask(transcriber, hiss).reason == NO_SPEECH
    transcriber.close()


def test_recording_that_cannot_be_decoded_has_a_reason(transcriber: Transcriber):
    assert ask(transcriber, (b"no sound",)).reason == UNREADABLE


def test_without_a_model_a_person_listens(hiss: tuple[bytes, ...]):
    transcriber = Transcriber(lambda: ())
    assert ask(transcriber, hiss) == Transcript(reason=NO_MODEL)
    transcriber.close()


def test_broken_model_has_a_reason(tmp_path: Path, hiss: tuple[bytes, ...]):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "model.bin").write_bytes(b"not weights")
    transcriber = Transcriber(lambda: (ModelPlace(tmp_path / "broken", "broken"),))
    assert ask(transcriber, hiss) == Transcript(model="broken", reason=STOPPED)
    transcriber.close()


@pytest.mark.expects_log
def test_killed_process_costs_one_transcript(transcriber: Transcriber, hiss: tuple[bytes, ...]):
    assert ask(transcriber, hiss).reason == NO_SPEECH
    process = transcriber._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert ask(transcriber, hiss).reason == STOPPED
    assert ask(transcriber, hiss).reason == NO_SPEECH


@pytest.mark.expects_log
def test_listener_that_fails_does_not_end_the_transcriber(hiss: tuple[bytes, ...]):
    def fail(transcript: Transcript) -> None:
        raise RuntimeError("a listener's fault")

    transcriber = Transcriber(lambda: ())
    listener: Callable[[Transcript], None] = fail
    transcriber.submit(hiss, language=None, on_done=listener)
    assert ask(transcriber, hiss).reason == NO_MODEL
    transcriber.close()


def test_closing_does_not_wait_for_a_job(place: ModelPlace, hiss: tuple[bytes, ...]):
    transcriber = Transcriber(lambda: (place,))
    answers: list[Transcript] = []
    transcriber.submit(hiss, language="en", on_done=answers.append)
    transcriber.close()
    assert answers == []


def test_the_largest_model_that_is_quick_enough_is_loaded(place: ModelPlace, tmp_path: Path):
    larger = make(tmp_path / "larger", "another", size=Size(width=128, layers=2))
    both = (ModelPlace(larger, "larger"), place)
    assert both[0].size > both[1].size > 0
    assert encoder_s(load(place.path)) > 0
    assert suited(both)[1].label == "larger"
    assert suited((place,))[1] is place

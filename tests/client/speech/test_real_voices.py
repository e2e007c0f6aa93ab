"""On recordings of real people speech is heard as speech; on recorded noise nothing is invented."""

import os
from pathlib import Path

import pytest

from client.speech.microphone import decode
from client.speech.opus import OpusFile
from client.speech.pcm import RATE_HZ
from client.speech.stt_worker import Job, load, transcribe
from shared.transcript import NO_SPEECH
from tests.client.speech.scripted_whisper import make

pytestmark = pytest.mark.samples
SENTENCE = "somebody spoke"


def recordings(folder: str, suffixes: tuple[str, ...], most: int) -> list[Path]:
    root = Path(os.environ["INVIGIL_SAMPLES"]) / folder
    found = sorted(path for path in root.rglob("*") if path.suffix in suffixes)
    return found[:: max(1, len(found) // most)][:most]


def job(tmp_path: Path, recording: Path) -> Job:
    file = OpusFile(tmp_path / f"{recording.stem}.ogg")
    file.write(decode(recording)[: 10 * RATE_HZ])
    file.finish()
    return Job((file.path.read_bytes(),), "en")


def test_voices_are_transcribed_and_noise_is_not(tmp_path: Path):
    model = load(make(tmp_path / "whisper", SENTENCE))
    voices = recordings("speech_librispeech_test_other", (".flac", ".wav"), 10)
    noises = recordings("noise", (".flac", ".wav"), 5)
    assert len(voices) == 10
    assert noises
    heard = [transcribe(model, job(tmp_path, path), label="m") for path in voices]
    assert all(transcript.text.startswith(SENTENCE) for transcript in heard)
    invented = [transcribe(model, job(tmp_path, path), label="m") for path in noises]
    assert [transcript.reason for transcript in invented] == [NO_SPEECH] * len(noises)

"""Whisper beside the server. The model is made in the test: real weights are not run here."""

import http.server
import io
import json
import os
import shutil
import signal
import subprocess
import threading
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from server.refusals import Refused
from server.speech import transcriber as module
from server.speech.remote import Remote
from server.speech.transcriber import Local, open_transcriber
from server.speech.whisper import LONGEST_S, RATE_HZ, TOO_LONG, UNREADABLE, transcribe
from shared.transcript import NO_SPEECH
from tests.client.speech.scripted_whisper import make

SENTENCE = "a hash table maps keys"
needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no espeak-ng")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("model") / "tiny", SENTENCE)


@pytest.fixture(scope="module")
def spoken() -> bytes:
    words = ["espeak-ng", "--stdout", "A hash table maps keys to values, and it is quick."]
    return subprocess.run(words, check=True, capture_output=True).stdout


@pytest.fixture
def local(model: Path) -> Iterator[Local]:
    made = Local(model)
    yield made
    made.close()


def wav(seconds: float) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(np.zeros(round(seconds * RATE_HZ), np.int16).tobytes())
    return file.getvalue()


@needs_espeak
@pytest.mark.expects_log
def test_a_crash_costs_one_answer_and_the_next_recording_is_heard(
    local: Local, spoken: bytes
) -> None:
    first = local.transcribe(spoken, language="en-GB")
    assert (first.text, first.model) == (SENTENCE, "whisper tiny")
    (pid,) = local.pids
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(Refused) as refused:
        local.transcribe(spoken, language=None)
    assert refused.value.code == "no_speech"
    assert local.transcribe(spoken, language=None).text == SENTENCE


@pytest.mark.expects_log
def test_a_model_that_takes_for_ever_is_ended(model: Path, spoken: bytes) -> None:
    impatient = Local(model, within_s=0.0)
    with pytest.raises(Refused) as refused:
        impatient.transcribe(spoken, language=None)
    assert refused.value.code == "no_speech"
    assert impatient.pids == ()


def test_a_fifth_recording_is_told_to_come_again(local: Local) -> None:
    for _ in range(module.MOST_WAITING):
        assert local._places.acquire(blocking=False)
    with pytest.raises(Refused) as refused:
        local.transcribe(b"", language=None)
    assert (refused.value.code, refused.value.retry_after_s) == ("overloaded", 30)


@pytest.mark.parametrize(
    ("audio", "reason"),
    [
        (b"no sound at all", UNREADABLE),
        (wav(2), NO_SPEECH),
        (wav(LONGEST_S + 1), TOO_LONG),
    ],
)
def test_no_text_comes_with_a_reason(model: Path, audio: bytes, reason: str) -> None:
    found = transcribe(model, audio, None)
    assert (found.text, found.reason) == ("", reason)


def test_what_is_not_installed_or_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused) as refused:
        open_transcriber(None).transcribe(b"", language=None)
    assert "INVIGIL_STT_MODEL" in str(refused.value.detail)
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Refused) as refused:
        open_transcriber(Path("somewhere")).transcribe(b"", language=None)
    assert "invigil[speech]" in str(refused.value.detail)


class Gpu(http.server.BaseHTTPRequestHandler):
    """Answers as the Modal app does."""

    answer: tuple[int, bytes] = (200, b"")
    asked: tuple[str, str, bytes] = ("", "", b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked = (self.path, self.headers["Authorization"], body)
        status, content = self.answer
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def gpu() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gpu)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_gpu_elsewhere_gives_the_same_answers(gpu: str) -> None:
    told = {"text": "maps", "model": "whisper large-v3", "words": []}
    Gpu.answer = (200, json.dumps(told).encode())
    remote = Remote(gpu, "secret")
    found = remote.transcribe(b"sound", language="en")
    remote.close()
    assert (found.text, found.model) == ("maps", "whisper large-v3")
    assert Gpu.asked == ("/stt?language=en", "Bearer secret", b"sound")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((500, b"{}"), "cannot be reached"),
        ((401, b"{}"), "cannot be reached"),
        ((200, b"[]"), "something else"),
        ((200, b"{}"), "neither a text nor a reason"),
        ((200, b"<html>"), "something else"),
    ],
)
def test_a_gpu_that_fails_is_a_refusal(gpu: str, answer: tuple[int, bytes], says: str) -> None:
    Gpu.answer = answer
    remote = Remote(gpu, "secret")
    with pytest.raises(Refused) as refused:
        remote.transcribe(b"sound", language=None)
    remote.close()
    assert refused.value.code == "no_speech"
    assert says in str(refused.value.detail)

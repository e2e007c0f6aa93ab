"""Questions are read aloud where there is a voice; elsewhere there is a reason."""

import subprocess
from threading import Event

import pytest

from client.speech import tts
from client.speech.tts import NO_VOICE, Speaker, synthesise, why_silent


@pytest.mark.sound
@pytest.mark.parametrize("language", ["en", "de-DE", "xx", "-f/etc/passwd", ""])
def test_any_language_has_some_voice(language: str):
    frames, rate_hz = synthesise("42", language)
    assert rate_hz >= 16_000
    assert len(frames) / 2 / rate_hz > 0.3


@pytest.mark.sound
def test_text_is_never_an_option():
    frames, _ = synthesise("--version", "en")
    assert len(frames) > 10_000


def test_missing_voice_is_a_reason_not_an_error(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tts.shutil, "which", lambda name: None)
    assert why_silent() == NO_VOICE
    done = Event()
    reasons: list[str] = []
    speaker = Speaker()
    speaker.say("hello", on_done=lambda why: (reasons.append(why), done.set()))
    assert done.wait(10.0)
    speaker.stop()
    assert reasons == [NO_VOICE]


def test_voice_that_breaks_is_a_reason(monkeypatch: pytest.MonkeyPatch):
    def broken(command: list[str], **given: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, 1, b"", b"")

    monkeypatch.setattr(tts.shutil, "which", lambda name: "/usr/bin/espeak-ng")
    monkeypatch.setattr(tts.subprocess, "run", broken)
    reasons: list[str] = []
    speaker = Speaker()
    done = Event()
    speaker.say("hello", on_done=lambda why: (reasons.append(why), done.set()))
    assert done.wait(10.0)
    speaker.stop()
    assert reasons == [NO_VOICE]

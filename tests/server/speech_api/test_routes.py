"""The speech tools at the HTTP surface, and who may use them."""

import pytest

from server.speech.transcriber import Nobody
from server.speech.voices import Line, VoiceAway, Voices
from shared.events import TranscriptWord
from shared.transcript import NO_SPEECH, Transcript
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

STT, TTS = "/api/interview/stt", "/api/interview/tts"
OGG = {"Content-Type": "audio/ogg"}


class Listener:
    """Stands where Whisper does."""

    def __init__(self) -> None:
        self.heard: list[tuple[bytes, str | None]] = []

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        self.heard.append((audio, language))
        if audio == b"hiss":
            return Transcript(model="w", reason=NO_SPEECH)
        word = TranscriptWord(text="maps", start_ms=10, end_ms=300, probability_milli=900)
        return Transcript("maps", (word,), "w")

    def close(self) -> None: ...


@pytest.fixture
def listener(parts) -> Listener:
    made = Listener()
    object.__setattr__(parts, "transcriber", made)
    return made


@pytest.fixture
def spoken(parts, tmp_path) -> list[Line]:
    said: list[Line] = []

    def speak(line: Line) -> bytes:
        if line.text == "away":
            raise VoiceAway("The voice service cannot be reached.")
        said.append(line)
        return b"mp3"

    object.__setattr__(parts, "voices", Voices(speak, tmp_path / "voices", most_bytes=1000))
    return said


def test_a_recording_becomes_text_with_word_times(admin_client, listener) -> None:
    answer = admin_client.post(
        STT, content=b"sound", headers=OGG, params={"language": "en-GB"}
    ).json()
    assert answer["text"] == "maps"
    assert answer["words"][0]["start_ms"] == 10
    assert listener.heard == [(b"sound", "en-GB")]
    assert admin_client.post(STT, content=b"hiss", headers=OGG).json()["reason"] == NO_SPEECH


def test_the_machine_that_holds_an_interview_may_ask(
    client, parts, admin, listener, spoken
) -> None:
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    assert machine.grant is not None
    held = {"Authorization": f"Bearer {machine.grant.token}"}
    assert client.post(STT, content=b"sound", headers=OGG | held).status_code == 200
    assert client.get(TTS, params={"text": "Why?"}, headers=held).content == b"mp3"


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer " + "x" * 43}])
def test_nobody_else_may(client, listener, spoken, headers) -> None:
    for answer in (
        client.post(STT, content=b"sound", headers=OGG | headers),
        client.get(TTS, params={"text": "Why?"}, headers=headers),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


@pytest.mark.parametrize(
    ("content", "kind", "status", "code"),
    [
        (b"", "audio/ogg", 422, "invalid_request"),
        (b"{}", "application/json", 415, "unsupported_media"),
        (bytes(16 * 1024 * 1024 + 1), "audio/ogg", 413, "too_large"),
    ],
)
def test_what_is_no_recording_is_refused(
    admin_client, listener, content, kind, status, code
) -> None:
    answer = admin_client.post(STT, content=content, headers={"Content-Type": kind})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not listener.heard


def test_without_a_model_the_answer_says_what_is_missing(admin_client, parts) -> None:
    object.__setattr__(parts, "transcriber", Nobody("No speech model is set."))
    answer = admin_client.post(STT, content=b"sound", headers=OGG)
    assert (answer.status_code, answer.json()["code"]) == (503, "no_speech")
    assert answer.json()["detail"] == (
        "No speech model is set. A person will listen to the recording."
    )


def test_the_same_text_is_spoken_once(admin_client, spoken) -> None:
    asked = {"text": "Why <b>?", "voice": "de-DE-KatjaNeural", "rate_percent": -10}
    first, again = (admin_client.get(TTS, params=asked) for _ in range(2))
    assert first.headers["Content-Type"] == "audio/mpeg"
    assert first.content == again.content == b"mp3"
    assert spoken == [Line("Why <b>?", "de-DE-KatjaNeural", -10)]


def test_a_voice_service_that_is_away_is_said_clearly(admin_client, spoken) -> None:
    answer = admin_client.get(TTS, params={"text": "away"})
    assert (answer.status_code, answer.json()["code"]) == (503, "no_voice")
    assert answer.json()["detail"].startswith("The voice service cannot be reached.")


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"text": ""},
        {"text": "x" * 2001},
        {"text": "x", "voice": "../../etc"},
        {"text": "x", "rate_percent": 51},
    ],
)
def test_lines_that_do_not_fit_are_refused(admin_client, spoken, asked) -> None:
    assert admin_client.get(TTS, params=asked).status_code == 422


def test_reading_aloud_can_be_switched_off(admin_client, parts) -> None:
    object.__setattr__(parts, "voices", None)
    answer = admin_client.get(TTS, params={"text": "Why?"})
    assert (answer.status_code, answer.json()["code"]) == (503, "no_voice")
    assert "switched off" in answer.json()["detail"]

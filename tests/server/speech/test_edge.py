"""The adapter against a service that speaks Edge's protocol, faults included."""

import gc
import ssl
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.speech.edge import edge_voice
from server.speech.voices import Line, VoiceAway
from tests.server.speech.edge_service import SOUND, EdgeService

# aiohttp leaves the sockets of broken TLS connections to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
LINE = Line("What is a <hash> table & why?", "en-GB-SoniaNeural", -10)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EdgeService]:
    made = EdgeService(tmp_path_factory.mktemp("edge"))
    yield made
    made.close()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def service(running: EdgeService, monkeypatch: pytest.MonkeyPatch) -> EdgeService:
    context = ssl.create_default_context(cafile=running.certificate)
    monkeypatch.setattr("edge_tts.communicate._SSL_CTX", context)
    running.fault = ""
    running.heard.clear()
    return running


def test_a_line_is_spoken_by_the_voice_and_pace_asked_for(service: EdgeService) -> None:
    assert edge_voice(service.proxy)(LINE) == SOUND
    (ssml,) = service.heard
    assert "en-GB, SoniaNeural" in ssml
    assert "rate='-10%'" in ssml
    assert "What is a &lt;hash&gt; table &amp; why?" in ssml


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("refused", "did not answer as expected"),
        ("hangs up", "sent no sound"),
        ("nonsense", "did not answer as expected"),
        ("silent", "sent no sound"),
    ],
)
def test_whatever_breaks_is_said_in_a_sentence(service: EdgeService, fault: str, says: str) -> None:
    service.fault = fault
    with pytest.raises(VoiceAway, match=says):
        edge_voice(service.proxy)(LINE)


def test_a_service_that_is_not_there_is_said_to_be_away(tmp_path: Path) -> None:
    with pytest.raises(VoiceAway, match="expected|reached"):
        edge_voice("http://127.0.0.1:1")(LINE)

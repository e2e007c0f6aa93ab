"""A headset that changes its rate in mid-take: through a real sound server, as it happens when a
Bluetooth headset changes its profile. The take goes on, and the record says what was missed."""

from collections.abc import Iterator

import numpy as np
import pytest

from client import exam
from client.speech.microphone import ASK_EVERY_S
from client.speech.opus import decoded
from client.speech.pcm import RATE_HZ, Pcm
from client.speech.tts import Speaker
from client.spool.store import Spool
from client.ui.conductor import Parts
from client.ui.ears import Listening
from shared.events import Kind
from tests.client.speech.conftest import Cable, plugged
from tests.client.ui.conduct import NOTHING, Desk
from tests.client.ui.edges import SPOKEN

pytestmark = pytest.mark.sound
TONE_HZ, PLAYED_HZ = 440.0, 24_000


@pytest.fixture
def headset() -> Iterator[Cable]:
    yield from plugged("invigil_test_headset", 48_000)


@pytest.fixture
def built_in() -> Iterator[Cable]:
    """Where the server moves the stream when the headset is away."""
    yield from plugged("invigil_test_built_in")


@pytest.fixture
def tone(headset: Cable) -> Iterator[None]:
    times = np.arange(PLAYED_HZ * 30) / PLAYED_HZ
    samples = (8000 * np.sin(2 * np.pi * TONE_HZ * times)).astype(np.int16).tobytes()
    speaker = Speaker(headset.sink)
    speaker.play(lambda: (samples, PLAYED_HZ))
    yield
    speaker.stop()


class Spoken(Desk):
    """A desk at the spoken question, with a real sound server."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(spool, index=1)
        self.ears = Listening(self.conductor)
        self.conductor.use(Parts(NOTHING, self.ears, NOTHING))
        self.ears.use_spool(spool)

    def close(self) -> None:
        self.ears.stop()
        super().close()


@pytest.fixture
def desk(qtbot, spool: Spool) -> Iterator[Spoken]:
    made = Spoken(spool)
    yield made
    made.close()


def is_tone(pcm: Pcm) -> bool:
    loud = float(np.sqrt(np.mean(pcm.astype(np.float64) ** 2)))
    peak = int(np.argmax(np.abs(np.fft.rfft(pcm)))) * RATE_HZ / len(pcm)
    return loud > 500 and abs(peak - TONE_HZ) < 5


@pytest.mark.usefixtures("built_in", "tone")
def test_a_take_goes_on_with_a_headset_that_changed_its_rate_and_the_record_says_so(
    qtbot, desk: Spoken, headset: Cable
):
    ears = desk.ears
    with qtbot.waitSignal(ears.found, timeout=10_000):
        ears.look()
    ears.choose_microphone(headset.microphone.key)
    qtbot.waitUntil(lambda: ears.microphone_key == headset.microphone.key, timeout=10_000)
    noted = len(desk.rows(Kind.SYSTEM))
    heard: list[tuple[Pcm, float]] = []
    ears.on_sound = lambda pcm, at_s: heard.append((pcm, at_s))
    qtbot.waitUntil(lambda: bool(heard) and is_tone(heard[-1][0]), timeout=10_000)
    desk.conductor.feed(exam.RecordPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recording", timeout=10_000)
    qtbot.wait(round(ASK_EVERY_S * 1500))

    headset.unplug()
    headset.plug(8_000)
    qtbot.waitUntil(lambda: len(desk.rows(Kind.SYSTEM)) > noted, timeout=10_000)
    back = len(heard)
    qtbot.waitUntil(lambda: len(heard) > back + 25, timeout=10_000)
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recorded", timeout=10_000)

    (row,) = desk.rows(Kind.SYSTEM)[noted:]
    assert row["what"] == "microphone_changed"
    assert 0 < row["gap_ms"] <= 1000 * (ASK_EVERY_S + 1.0)
    assert desk.state.live.notices == ()
    pcm = decoded(ears._takes.sound(SPOKEN, 1))
    # Before and after it is the same sound at the same pitch, at 16 kHz.
    assert is_tone(pcm[RATE_HZ // 2 : RATE_HZ])
    assert is_tone(pcm[-RATE_HZ // 2 :])
    # One take whose sound covers its time: what was missed is no longer than the row says.
    times = np.array([at_s for _, at_s in heard])
    assert float(np.diff(times).max()) <= row["gap_ms"] / 1000 + 0.5


@pytest.mark.usefixtures("tone")
def test_a_take_goes_on_with_a_headset_that_was_away_for_longer(
    qtbot, desk: Spoken, headset: Cable
):
    ears = desk.ears
    with qtbot.waitSignal(ears.found, timeout=10_000):
        ears.look()
    ears.choose_microphone(headset.microphone.key)
    qtbot.waitUntil(lambda: ears.microphone_key == headset.microphone.key, timeout=10_000)
    desk.conductor.feed(exam.RecordPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recording", timeout=10_000)
    qtbot.wait(800)
    headset.unplug()
    qtbot.waitUntil(lambda: "microphone_lost" in desk.state.live.notices, timeout=15_000)
    headset.plug(8_000)
    qtbot.waitUntil(
        lambda: ears.look() is None and "microphone_lost" not in desk.state.live.notices,
        timeout=15_000,
    )
    heard: list[Pcm] = []
    ears.on_sound = lambda pcm, at_s: heard.append(pcm)
    qtbot.waitUntil(lambda: len(heard) > 25, timeout=10_000)
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recorded", timeout=10_000)
    assert is_tone(decoded(ears._takes.sound(SPOKEN, 1))[-RATE_HZ // 2 :])
    assert [row["what"] for row in desk.rows(Kind.SYSTEM)][-2:] == [
        "microphone_lost",
        "microphone_back",
    ]

"""A recording never holds our own voice: through a real sound server, a loudspeaker that the
microphone hears in full."""

from collections.abc import Iterator

import pytest

from client import exam
from client.speech.opus import decoded
from client.speech.pcm import BLOCK, measure
from client.spool.store import Spool
from client.ui.conductor import Parts
from client.ui.ears import Listening
from tests.client.speech.conftest import Cable, plugged
from tests.client.ui.conduct import NOTHING, Desk
from tests.client.ui.edges import SPOKEN

pytestmark = pytest.mark.sound

LOUD_DBFS, SILENT_DBFS = -35.0, -60.0


class Loop(Desk):
    """A desk at the spoken question, whose microphone hears its loudspeaker."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(spool, index=1)
        self.ears = Listening(self.conductor)
        self.conductor.use(Parts(NOTHING, self.ears, NOTHING))
        self.ears.use_spool(spool)

    def close(self) -> None:
        self.ears.stop()
        super().close()


@pytest.fixture
def loop_cable() -> Iterator[Cable]:
    yield from plugged("invigil_test_loop")


@pytest.fixture
def desk(qtbot, spool: Spool) -> Iterator[Loop]:
    made = Loop(spool)
    yield made
    made.close()


def test_a_recording_that_is_begun_in_mid_question_holds_nothing_of_the_voice(
    qtbot, desk: Loop, loop_cable: Cable
):
    ears = desk.ears
    with qtbot.waitSignal(ears.found, timeout=10_000):
        ears.look()
    ears.choose_speaker(loop_cable.sink.key)
    ears.choose_microphone(loop_cable.microphone.key)
    qtbot.waitUntil(lambda: ears.microphone_key == loop_cable.microphone.key, timeout=10_000)
    heard: list[float] = []
    ears.on_sound = lambda pcm, at_s: heard.append(measure(pcm).rms_dbfs)
    ears.speak("one two three four five six seven eight nine ten eleven twelve", "en", "")
    qtbot.waitUntil(lambda: any(level > LOUD_DBFS for level in heard), timeout=15_000)
    desk.conductor.feed(exam.RecordPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recording", timeout=10_000)
    assert not ears.reading
    qtbot.wait(1200)
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recorded", timeout=10_000)
    pcm = decoded(ears._takes.sound(SPOKEN, 1))
    levels = [measure(pcm[at : at + BLOCK]).rms_dbfs for at in range(0, len(pcm), BLOCK)]
    assert len(pcm) > 8_000
    assert max(levels) < SILENT_DBFS

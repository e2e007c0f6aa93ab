"""The real sound system: what is spoken into a virtual microphone is heard and recorded."""

from pathlib import Path
from threading import Event

import pytest

from client.speech.devices import microphones, speakers, still_there
from client.speech.opus import duration_ms
from client.speech.recorder import Part, Recorder
from client.speech.tts import Speaker
from tests.client.speech.conftest import Cable
from tests.client.speech.test_microphone import Ear

pytestmark = pytest.mark.sound


def test_devices_are_listed_by_name_without_monitors(cable: Cable):
    names = [one.key for one in microphones()]
    assert cable.microphone.key in names
    assert not any(name.endswith(".monitor") for name in names)
    assert cable.sink.key in [one.key for one in speakers()]
    assert still_there(cable.microphone)


def test_question_read_aloud_reaches_the_microphone_and_the_disk(cable: Cable, tmp_path: Path):
    parts: list[Part] = []
    recorder = Recorder(tmp_path, question="a" * 32, take=1, on_part=parts.append)
    ear = Ear()
    listening = ear.microphone(cable.microphone)
    listening.start()
    ear.until(lambda: bool(ear.blocks))
    done = Event()
    reasons: list[str] = []
    speaker = Speaker(cable.sink)
    speaker.say("What is a hash table?", on_done=lambda why: (reasons.append(why), done.set()))
    assert done.wait(20.0)
    listening.stop()
    for block in ear.blocks:
        recorder.feed(block)
    take = recorder.end()
    speaker.stop()
    assert reasons == [""]
    assert max(level.rms_dbfs for level in ear.levels) > -35
    assert take.duration_ms == pytest.approx(sum(map(len, ear.blocks)) / 16, abs=20)
    assert duration_ms(b"".join(part.content() for part in parts)) == take.duration_ms


def test_speech_stops_at_once_when_asked(cable: Cable):
    reasons: list[str] = []
    speaker = Speaker(cable.sink)
    speaker.say("one two three four five six seven eight nine ten " * 5, on_done=reasons.append)
    speaker.stop()
    assert reasons == [""]


def test_unplugged_microphone_is_noticed_and_another_goes_on(cable: Cable, second_cable: Cable):
    ear = Ear()
    listening = ear.microphone(cable.microphone)
    listening.start()
    ear.until(lambda: bool(ear.blocks))
    cable.unplug()
    ear.until(lambda: bool(ear.lost))
    before = len(ear.blocks)
    listening.switch(second_cable.microphone)
    ear.until(lambda: len(ear.blocks) > before + 3)
    listening.stop()
    assert len(ear.lost) == 1
    assert ear.lost[0].source == cable.microphone

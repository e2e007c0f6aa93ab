"""Microphones that are missing, busy, lost and back: a sentence, a row, and no word lost.

PortAudio is the edge; microphone, recorder, encoder and spool are real.
"""

import math
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client import exam
from client.exam import Screen
from client.speech.looking import Looking
from client.speech.pcm import RATE_HZ
from client.speech.stt import Partial
from client.spool.sealing import to_base64url
from client.spool.spoken import keep
from client.spool.store import Spool
from client.ui.conductor import Parts
from client.ui.ears import Listening
from client.ui.partials import Partials
from client.ui.words import notice
from shared import spoken
from shared.events import Kind
from shared.session import Started
from shared.transcript import Transcript
from tests.client.speech.test_prepared import mp3
from tests.client.ui.conduct import NOTHING, Desk
from tests.client.ui.edges import PAPER, SPOKEN

SECOND = np.full(RATE_HZ // 20, 3000, np.int16)
"""A block of 50 ms; twenty of them are a second."""


class FakePortAudio:
    """Devices that come and go; the test pushes what they hear."""

    class PortAudioError(Exception):
        pass

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.busy = False
        self.tries = 0
        self.streams: list[Any] = []
        self.default = SimpleNamespace(device=(0, -1))
        self._initialized = 0
        self._listed: list[str] = []
        self._initialize()

    def _initialize(self) -> None:
        self._initialized += 1
        self._listed = list(self.names)

    def _terminate(self) -> None:
        self._initialized -= 1

    def query_devices(self, device: Any = None, kind: str = "") -> Any:
        listed = [
            {
                "name": name,
                "index": number,
                "max_input_channels": 1,
                "max_output_channels": 0,
                "default_samplerate": float(RATE_HZ),
            }
            for number, name in enumerate(self._listed)
        ]
        if not kind:
            return listed
        if not listed:
            raise self.PortAudioError("no device")
        return listed[device or 0]

    def RawInputStream(self, **given: Any) -> Any:  # noqa: N802 - PortAudio's name
        self.tries += 1
        if self.busy or not self.names:
            raise self.PortAudioError("cannot")
        stream = SimpleNamespace(
            **given, start=lambda: None, abort=lambda: None, close=lambda: None
        )
        self.streams.append(stream)
        return stream

    def hear(self, blocks: int = 20) -> None:
        for _ in range(blocks):
            self.streams[-1].callback(SECOND.tobytes(), len(SECOND), None, None)

    def unplug(self, name: str) -> None:
        self.names.remove(name)
        self.streams[-1].finished_callback()


class Spoken(Desk):
    """A desk at the spoken question."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(spool, index=1)
        self.ears = Listening(self.conductor)
        self.conductor.use(Parts(NOTHING, self.ears, NOTHING))

    def noted(self) -> list[str]:
        return [row["what"] for row in self.rows(Kind.SYSTEM)]

    def close(self) -> None:
        self.ears.stop()
        super().close()


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    fake = FakePortAudio("Built in")
    monkeypatch.setitem(sys.modules, "sounddevice", fake)  # type: ignore[arg-type] - stands for it
    # No sound server is asked, and nothing is read aloud.
    monkeypatch.setenv("PATH", "")
    # Each look finds what is there now, as one some seconds later does.
    monkeypatch.setattr("client.speech.portaudio.RENEW_AFTER_S", 0.0)
    return fake


@pytest.fixture
def desk(qtbot, sound: FakePortAudio, spool: Spool) -> Iterator[Spoken]:
    made = Spoken(spool)
    made.ears.use_spool(spool)
    yield made
    made.close()


def listening(qtbot, desk: Spoken, key: str = "Built in") -> None:
    qtbot.waitUntil(lambda: desk.ears.microphone_key == key)


def recording(qtbot, desk: Spoken) -> None:
    desk.conductor.feed(exam.RecordPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recording")


def test_no_microphone_is_a_row_and_a_sentence_and_recording_says_so(
    qtbot, desk: Spoken, sound: FakePortAudio
):
    sound.names.clear()
    desk.ears.open()
    qtbot.waitUntil(lambda: desk.notices == ("microphone_lost",) and desk.idle())
    assert "Plug it in" in notice("microphone_lost")
    assert [(row["what"], row["detail"]) for row in desk.rows(Kind.SYSTEM)] == [
        ("microphone_lost", "no_microphone")
    ]
    desk.conductor.feed(exam.RecordPressed())
    qtbot.waitUntil(lambda: desk.state.live.problem is not None)
    assert desk.state.live.problem is not None
    assert "Plug one in" in desk.state.live.problem.title
    assert desk.state.phase != "starting"


def test_a_busy_microphone_is_tried_once_for_each_look(qtbot, desk: Spoken, sound: FakePortAudio):
    sound.busy = True
    desk.ears.open()
    qtbot.waitUntil(lambda: desk.notices == ("microphone_lost",))
    qtbot.wait(100)
    once = sound.tries
    qtbot.wait(100)
    assert sound.tries == once
    sound.busy = False
    desk.ears.look()
    listening(qtbot, desk)
    qtbot.waitUntil(lambda: desk.notices == () and desk.idle())
    assert desk.noted() == ["microphone_lost", "microphone_back"]


def test_a_take_outlives_its_microphone_and_goes_on_with_the_next(
    qtbot, desk: Spoken, sound: FakePortAudio
):
    desk.ears.open()
    listening(qtbot, desk)
    recording(qtbot, desk)
    sound.hear()
    sound.unplug("Built in")
    qtbot.waitUntil(lambda: desk.notices == ("microphone_lost",))
    assert desk.state.phase == "recording"
    sound.names.append("Headset")
    desk.ears.look()
    listening(qtbot, desk, "Headset")
    qtbot.waitUntil(lambda: desk.notices == ())
    sound.hear()
    qtbot.wait(100)
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recorded" and desk.idle())
    assert desk.noted() == ["microphone_lost", "microphone_back"]
    chunks = desk.rows(Kind.ANSWER_CHUNK)
    assert {(one["question"], one["take"]) for one in chunks} == {(SPOKEN, 1)}
    assert sum(one["duration_ms"] for one in chunks) == pytest.approx(2000, abs=100)


def test_a_take_whose_microphone_stays_away_keeps_what_was_said(
    qtbot, desk: Spoken, sound: FakePortAudio
):
    desk.ears.open()
    listening(qtbot, desk)
    recording(qtbot, desk)
    sound.hear()
    qtbot.wait(100)
    sound.unplug("Built in")
    qtbot.waitUntil(lambda: desk.notices == ("microphone_lost",))
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recorded" and desk.idle())
    assert sum(one["duration_ms"] for one in desk.rows(Kind.ANSWER_CHUNK)) >= 900


def test_another_microphone_in_mid_take_is_a_row_and_the_take_goes_on(
    qtbot, desk: Spoken, sound: FakePortAudio
):
    sound.names.append("Headset")
    desk.ears.open()
    listening(qtbot, desk)
    desk.ears.look()
    recording(qtbot, desk)
    desk.ears.choose_microphone("Headset")
    listening(qtbot, desk, "Headset")
    qtbot.waitUntil(desk.idle)
    assert desk.noted() == ["microphone_changed"]
    assert desk.state.phase == "recording"


def test_a_disk_that_fills_up_in_mid_take_is_told_once_and_its_end_as_well(
    qtbot, desk: Spoken, sound: FakePortAudio
):
    desk.ears.open()
    listening(qtbot, desk)
    recording(qtbot, desk)
    desk.ears._takes.disk_full()
    desk.ears._takes.disk_full()
    qtbot.waitUntil(lambda: desk.notices == ("disk_full",))
    sound.hear()
    qtbot.wait(100)
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recorded" and desk.notices == () and desk.idle())
    assert desk.noted() == ["disk_full", "disk_back"]


def test_where_transcripts_are_off_the_row_says_why(qtbot, desk: Spoken, sound: FakePortAudio):
    desk.ears.open()
    listening(qtbot, desk)
    recording(qtbot, desk)
    sound.hear()
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: bool(desk.rows(Kind.ANSWER_TRANSCRIBED)))
    (row,) = desk.rows(Kind.ANSWER_TRANSCRIBED)
    assert "off for this interview" in row["reason"]


def test_what_is_heard_goes_on_to_whoever_listens_with_its_time(
    qtbot, desk: Spoken, sound: FakePortAudio
):
    heard: list[tuple[int, float]] = []
    desk.ears.on_sound = lambda pcm, at_s: heard.append((len(pcm), at_s))
    desk.ears.open()
    listening(qtbot, desk)
    sound.hear(3)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert [size for size, _ in heard] == [len(SECOND)] * 3
    times = [at_s for _, at_s in heard]
    assert times == sorted(times)


def test_the_voice_sample_is_at_hand_as_it_was_heard(qtbot, desk: Spoken, sound: FakePortAudio):
    desk.conductor.state = replace(desk.state, screen=Screen.VOICE, exam=None, phase="ready")
    desk.ears.open()
    listening(qtbot, desk)
    recording(qtbot, desk)
    sound.hear(4)
    qtbot.waitUntil(lambda: len(desk.ears.sample) == 4 * SECOND.nbytes)
    assert desk.ears.sample == SECOND.tobytes() * 4


def test_the_app_s_own_voice_is_known_from_the_order_to_its_end(
    qtbot, desk: Spoken, monkeypatch: pytest.MonkeyPatch
):
    import client.speech.tts

    over: list[Callable[[str], None]] = []

    class SlowSpeaker:
        volume = 1.0
        sounded_until_s = 0.0

        def __init__(self, device: object) -> None: ...

        def say(
            self, text: str, *, language: str, slower: bool, on_done: Callable[[str], None]
        ) -> None:
            over.append(on_done)

        def use(self, device: object) -> None: ...

        def stop(self) -> None: ...

    monkeypatch.setattr(client.speech.tts, "Speaker", SlowSpeaker)
    changes: list[bool] = []
    desk.ears.speaking_changed.connect(lambda: changes.append(desk.ears.speaking))
    desk.ears.speak("One.", "en", "")
    desk.ears.speak("Two.", "en", "")
    assert desk.ears.speaking
    qtbot.waitUntil(lambda: len(over) == 2)
    over[0]("")
    qtbot.wait(20)
    assert desk.ears.speaking
    over[1]("")
    qtbot.waitUntil(lambda: changes == [True, False])


class Understanding:
    """In place of the transcriber: tells what the test has it tell."""

    def __init__(self) -> None:
        self.tails: list[bytes] = []
        self.found: list[Partial | None] = []
        self.took: list[tuple[bytes, ...]] = []
        self.stretches: list[tuple[str, int, int]] = []
        """(take, first sample, samples) that were to be heard ahead."""
        self.names: list[str] = []

    def look(self, pcm: bytes, *, language: str, on_done: Callable[[Partial | None], None]) -> None:
        self.tails.append(pcm)
        on_done(self.found.pop(0))

    def hear(
        self,
        pcm: bytes,
        *,
        take: str,
        start: int,
        language: str,
        on_done: Callable[[Partial | None], None],
    ) -> None:
        self.stretches.append((take, start, len(pcm) // 2))
        on_done(self.found.pop(0))

    def submit(
        self,
        audio: tuple[bytes, ...],
        *,
        language: str,
        on_done: Callable[[Transcript], None],
        take: str,
    ) -> None:
        self.names.append(take)
        self.took.append(audio)
        on_done(Transcript("whole answer", model="w"))

    def close(self) -> None: ...


def test_what_was_understood_so_far_is_shown_while_somebody_speaks_and_kept_nowhere(
    qtbot, desk: Spoken, sound: FakePortAudio, monkeypatch: pytest.MonkeyPatch
):
    import client.speech.stt

    there = Understanding()
    monkeypatch.setattr(client.speech.stt, "Transcriber", lambda: there)
    monkeypatch.setattr("client.ui.partials.Looking", lambda: Looking(wait_s=0.01))
    monkeypatch.setattr("client.speech.looking.EVERY_S", 0.01)
    partials = Partials(desk.conductor, desk.ears._transcripts, parent=desk.ears)
    monkeypatch.setattr(desk.ears, "_partials", partials)
    policy = desk.state.policy.model_copy(update={"transcribe": True})
    desk.conductor.state = replace(desk.state, policy=policy)
    shown: list[str] = []
    partials.understood.connect(shown.append)
    there.found = [Partial("a hash", 0.0001), Partial("", 0.0001), Partial("maps keys", 0.0001)]
    there.found += [Partial("", math.inf)] * 2

    desk.ears.open()
    listening(qtbot, desk)
    recording(qtbot, desk)
    sound.hear(20)
    qtbot.wait(30)
    assert there.tails == []  # one second is too little to understand
    sound.hear(30)
    qtbot.waitUntil(lambda: not there.found)
    assert shown == ["a hash", "maps keys"]
    blocks = len(there.tails[0]) // len(SECOND.tobytes())
    assert blocks >= 40
    assert there.tails[0] == SECOND.tobytes() * blocks
    # Two slow looks: this machine has no room, and nobody asks again.
    qtbot.wait(30)
    assert len(there.tails) == 5
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.answer.heard is not None)
    assert len(there.took) == 1
    written = b"".join(row.body for row in desk.spool.rows())
    assert b"whole answer" in written
    assert b"hash" not in written
    assert b"maps keys" not in written


def test_what_is_said_before_a_pause_is_heard_in_it_and_the_take_says_which_it_was(
    qtbot, desk: Spoken, sound: FakePortAudio, monkeypatch: pytest.MonkeyPatch
):
    import client.speech.stt

    there = Understanding()
    monkeypatch.setattr(client.speech.stt, "Transcriber", lambda: there)
    policy = desk.state.policy.model_copy(update={"transcribe": True})
    desk.conductor.state = replace(desk.state, policy=policy)
    off = Partials(desk.conductor, desk.ears._transcripts, parent=desk.ears)
    off._looking = Looking(slow=2)
    monkeypatch.setattr(desk.ears, "_partials", off)
    shown: list[str] = []
    desk.ears.understood.connect(shown.append)

    def speaks(said: bool) -> None:
        """A second of it, as the proctor hears it."""
        before = desk.ears._ahead._samples
        sound.hear(20)
        qtbot.waitUntil(lambda: desk.ears._ahead._samples >= before + RATE_HZ)
        now = time.monotonic()
        desk.ears.spoke([(0.9 if said else 0.0, now + at / 1000) for at in range(0, 1000, 30)])
        qtbot.wait(5)

    desk.ears.open()
    listening(qtbot, desk)
    recording(qtbot, desk)
    there.found = [Partial("a hash", 0.5), Partial("a hash table", 0.5)]
    speaks(True)
    assert there.stretches == []
    speaks(False)
    qtbot.waitUntil(lambda: len(there.stretches) == 1)
    take, start, samples = there.stretches[0]
    assert start == 0
    assert samples >= RATE_HZ
    qtbot.waitUntil(lambda: shown == ["a hash"])
    speaks(False)
    assert len(there.stretches) == 1, "nothing was said since"
    for _ in range(5):
        speaks(True)
    speaks(False)
    qtbot.waitUntil(lambda: shown == ["a hash", "a hash table"])
    assert there.stretches[1][:2] == (take, 0), "short stretches are heard anew with what follows"
    assert there.stretches[1][2] > samples
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.answer.heard is not None)
    assert there.names == [take]

    def written() -> bytes:
        return b"".join(row.body for row in desk.spool.rows())

    qtbot.waitUntil(lambda: b"whole answer" in written())
    assert b"a hash" not in written()


def test_a_look_that_comes_back_after_the_take_shows_nothing(qtbot, desk: Spoken):
    later: list[Callable[[Partial | None], None]] = []
    transcripts = SimpleNamespace(look=lambda pcm, language, then: later.append(then))
    partials = Partials(desk.conductor, transcripts, parent=desk.ears)  # type: ignore[arg-type] - a Transcripts
    policy = desk.state.policy.model_copy(update={"transcribe": True})
    desk.conductor.state = replace(desk.state, policy=policy)
    shown: list[str] = []
    partials.understood.connect(shown.append)
    partials.begin()
    for _ in range(300):
        partials.feed(SECOND)
    partials._look()
    partials.end()
    partials.begin()
    later[0](Partial("of the take before", 0.1))
    assert shown == []
    partials.feed(SECOND)
    assert partials._samples == len(SECOND)  # nothing of the take before
    partials.end()


class Reader:
    """In place of the loudspeaker and the machine's own voice: what each was given."""

    volume = 1.0
    sounded_until_s = 0.0

    def __init__(self, device: object) -> None:
        self.played: list[float] = []
        self.said: list[str] = []
        READERS.append(self)

    def play(self, make: Callable[[], Any], *, on_done: Callable[[str], None]) -> None:
        frames, rate_hz = make()
        self.played.append(len(frames) / 2 / rate_hz)
        on_done("")

    def say(
        self, text: str, *, language: str, slower: bool, on_done: Callable[[str], None]
    ) -> None:
        self.said.append(text)
        on_done("")

    def use(self, device: object) -> None: ...

    def stop(self) -> None: ...


READERS: list[Reader] = []


def test_a_question_is_heard_as_it_was_prepared_and_else_in_the_machine_s_own_voice(
    qtbot, desk: Spoken, spool: Spool, monkeypatch: pytest.MonkeyPatch
):
    import client.speech.tts

    monkeypatch.setattr(client.speech.tts, "Speaker", Reader)
    READERS.clear()
    lines = {spoken.address("Why?"): mp3(2.0), spoken.address("How?"): b"damaged"}
    context = spoken.spoken_context(spool.grant.session)
    sealed = b"n" * 12 + AESGCM(b"s" * 32).encrypt(b"n" * 12, spoken.pack(lines), context)
    keep(spool, sealed)

    def speaks(text: str, question: str = "q") -> None:
        desk.ears.speak(text, "en", question)
        qtbot.waitUntil(lambda: not desk.ears.speaking)

    speaks("Why?")  # the start has brought no key yet
    (reader,) = READERS
    assert (reader.said, reader.played) == (["Why?"], [])
    at = "2026-11-22T15:00:00.000Z"
    key = to_base64url(b"s" * 32)
    spool.save_started(
        Started(exam=PAPER, spoken_key=key, started_at=at, deadline_at=at, server_time=at)
    )
    speaks("Why?")
    desk.ears.tune_voice(slower=True, percent=100)
    speaks("Why?")
    assert reader.played == [pytest.approx(2.0, abs=0.2), pytest.approx(2.8, abs=0.3)]
    for text in ("How?", "Not prepared."):
        speaks(text)
    speaks("Why?", question="")  # the app's own words, not a question
    assert reader.said == ["Why?", "How?", "Not prepared.", "Why?"]


def recorded_for(qtbot, desk: Spoken, sound: FakePortAudio, seconds: int) -> None:
    recording(qtbot, desk)
    sound.hear(20 * seconds)
    qtbot.wait(100)
    desk.conductor.feed(exam.StopPressed())
    qtbot.waitUntil(lambda: desk.state.phase == "recorded" and desk.idle())


def test_every_take_can_be_heard_again_also_after_a_restart(
    qtbot, desk: Spoken, sound: FakePortAudio, spool: Spool, monkeypatch: pytest.MonkeyPatch
):
    import client.speech.tts

    monkeypatch.setattr(client.speech.tts, "Speaker", Reader)
    READERS.clear()
    desk.ears.open()
    listening(qtbot, desk)
    assert not desk.ears.playable(SPOKEN, 1)
    recorded_for(qtbot, desk, sound, 1)
    recorded_for(qtbot, desk, sound, 2)
    played: list[bool] = []
    for ears in (desk.ears, Listening(desk.conductor)):
        if ears is not desk.ears:  # the app was started anew
            ears.use_spool(spool)
            qtbot.waitUntil(lambda again=ears: again.playable(SPOKEN, 2))
        ears.played.connect(played.append)
        for take, start_ms in ((1, 0), (2, 0), (2, 1500)):
            assert ears.playable(SPOKEN, take)
            with qtbot.waitSignal(ears.played):
                ears.play(SPOKEN, take, start_ms)
        assert READERS[-1].played == [pytest.approx(one, abs=0.15) for one in (1.0, 2.0, 0.5)]
        assert not ears.playable(SPOKEN, 3)
        ears.stop()
    assert len(READERS) == 2
    assert played == [True] * 6


def test_a_take_whose_sound_is_gone_or_that_no_loudspeaker_plays_is_told(
    qtbot, desk: Spoken, sound: FakePortAudio, spool: Spool
):
    desk.ears.open()
    listening(qtbot, desk)
    recorded_for(qtbot, desk, sound, 1)
    with qtbot.waitSignal(desk.ears.played) as told:  # this machine has no loudspeaker
        desk.ears.play(SPOKEN, 1, 0)
    assert told.args == [False]
    (address,) = spool.blob_addresses()
    (spool.folder / "blobs" / address).unlink()
    with qtbot.waitSignal(desk.ears.played) as told:
        desk.ears.play(SPOKEN, 1, 0)
    assert told.args == [False]
    assert not desk.ears.playing

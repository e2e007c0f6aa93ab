"""The ears measure about once a second, never what is expected, and survive whatever is sent."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from client.models.store import ModelFile, file_sha256
from client.proctor.ears import Ears
from client.proctor.hearing.embedders import EmbedderFailed, without_weights
from client.proctor.known import NOTHING_KNOWN, Known
from client.proctor.pipe import Hearing, Sound
from client.proctor.types import Measure, Observation
from tests.client.proctor.hearing.puppet import HIGH, LOW, RATE_HZ, Puppet

Pcm = np.ndarray


class Sure:
    """In place of Silero, which does not take every puppet for a person: what is loud is speech."""

    def __init__(self, _: Path) -> None: ...

    def hear(self, chunks: Pcm, before: object) -> tuple[Pcm, object]:
        loud = np.abs(chunks.astype(np.int32)).max(axis=1) > 500
        return np.where(loud, 0.9, 0.0).astype(np.float32), before


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("client.proctor.ears.VoiceActivity", Sure)


MISSING = "The speaker model is not on this machine."


def ears(**changed: object) -> Ears:
    settled: dict[str, object] = {"find": lambda _: None, "why_missing": lambda _: MISSING}
    return Ears(**(settled | changed))  # pyright: ignore[reportArgumentType]


@dataclass
class Room:
    """Plays sound to ears at no real time."""

    ears: Ears = field(default_factory=ears)
    known: Known = NOTHING_KNOWN
    at_s: float = 50.0
    zero_s: float | None = 50.0

    def play(self, wave: Pcm, piece: int = 4_000) -> list[Observation]:
        seen: list[Observation] = []
        for start in range(0, len(wave), piece):
            part = wave[start : start + piece]
            self.at_s += len(part) / RATE_HZ
            seen += self.ears.hear(Sound(part.tobytes(), self.at_s), self.known, self.zero_s)
        return seen

    def enrol(self, puppet: Puppet) -> None:
        template = self.ears.enrol(puppet.says(5, seed=90).tobytes()).template
        assert template is not None
        self.known = replace(self.known, voice=template)


def of(seen: list[Observation], measure: Measure) -> list[float | None]:
    return [each.value for each in seen if each.measure is measure]


def silence(seconds: float) -> Pcm:
    return np.zeros(round(seconds * RATE_HZ), np.int16)


def test_every_measure_comes_about_once_a_second_with_the_time_of_its_sound():
    seen = Room().play(silence(20))
    for measure in (Measure.SECOND_VOICE, Measure.PLAYBACK, Measure.OTHER_SPEAKER):
        assert 18 <= len(of(seen, measure)) <= 21
    assert 36 <= len(of(seen, Measure.SPEECH)) <= 41  # its rule bridges one second at most
    times = [each.at_ms for each in seen]
    assert times == sorted(times)
    assert times[0] >= 0
    assert 19_000 <= times[-1] <= 20_000


def test_silence_holds_no_voice_and_no_verdict():
    seen = Room().play(silence(6))
    assert set(of(seen, Measure.SPEECH)[3:]) == {0.0}
    assert of(seen, Measure.SECOND_VOICE)[-1] == 0.0
    assert of(seen, Measure.PLAYBACK)[-1] == 0.0
    assert set(of(seen, Measure.OTHER_SPEAKER)) == {None}
    assert set(of(seen, Measure.SPEAKER_UNSURE)) == {None}


def test_speech_is_a_share_of_the_last_second():
    seen = of(Room().play(np.concatenate([LOW.says(5), silence(4)])), Measure.SPEECH)
    known = [each for each in seen if each is not None]
    assert max(known) > 0.9
    assert known[-1] == 0.0


def test_own_answer_and_the_machines_voice_are_never_speech_nor_the_second_around_them():
    for hearing in (Hearing(spoken_open=True), Hearing(machine_speaks=True)):
        room = Room()
        room.ears.expect(hearing)
        assert set(of(room.play(LOW.says(5)), Measure.SPEECH)) == {None}
        room.ears.expect(Hearing())
        after = of(room.play(LOW.says(5, seed=2)), Measure.SPEECH)
        assert after[:3] == [None] * 3
        assert after[-1] is not None


def test_machines_voice_is_no_second_voice_and_no_loudspeaker():
    room = Room()
    room.enrol(LOW)
    room.ears.expect(Hearing(machine_speaks=True))
    seen = room.play(HIGH.says(8))
    assert set(of(seen, Measure.SECOND_VOICE)) == {None}
    assert set(of(seen, Measure.PLAYBACK)) == {None}


@pytest.mark.usefixtures("sure")
def test_voice_unlike_the_sample_is_a_second_voice_and_the_own_is_none():
    room = Room()
    room.enrol(LOW)
    own = room.play(LOW.says(10, seed=3))
    assert 1.0 not in of(own, Measure.SECOND_VOICE)
    assert 0.0 in of(own, Measure.SECOND_VOICE)
    other = [each for each in room.play(HIGH.says(10, seed=4)) if each.value == 1.0]
    found = [each for each in other if each.measure is Measure.SECOND_VOICE]
    assert found
    assert "cepstra-1" in found[-1].detector
    assert "to the voice sample" in found[-1].detail
    assert "no trained model" in found[-1].detail


@pytest.mark.usefixtures("sure")
def test_without_a_sample_the_first_answers_stand_for_the_candidate():
    room = Room()
    assert 1.0 not in of(room.play(HIGH.says(8, seed=4)), Measure.SECOND_VOICE)
    room.ears.expect(Hearing(spoken_open=True))
    room.play(LOW.says(30, seed=5))
    room.ears.expect(Hearing())
    other = room.play(HIGH.says(10, seed=6))
    found = [each for each in other if each.measure is Measure.SECOND_VOICE and each.value == 1.0]
    assert "to the first answers" in found[-1].detail


@pytest.mark.usefixtures("sure")
def test_where_voices_are_not_watched_only_pauses_are_told(monkeypatch: pytest.MonkeyPatch):
    def compared(wave: Pcm) -> None:
        raise AssertionError("a voice was made into numbers")

    monkeypatch.setattr(
        "client.proctor.ears.embedders.without_weights",
        lambda: replace(without_weights(), embed=compared),
    )
    room = Room(zero_s=None)
    room.ears.expect(Hearing(spoken_open=True))
    assert room.play(LOW.says(20, seed=7)) == []
    assert len(room.ears.looks) in (7, 8)
    assert room.ears.looks[0][0] == pytest.approx(0.9)


@pytest.mark.usefixtures("sure")
def test_answers_are_judged_by_several_stretches_and_each_verdict_is_told_once():
    room = Room()
    room.enrol(LOW)
    room.ears.expect(Hearing(spoken_open=True))
    seen = room.play(LOW.says(40, seed=7))
    verdicts = [each for each in of(seen, Measure.OTHER_SPEAKER) if each is not None]
    assert set(verdicts) == {0.0}
    assert 2 <= len(verdicts) <= 8
    assert of(seen, Measure.OTHER_SPEAKER)[:10] == [None] * 10


@pytest.mark.usefixtures("sure")
def test_measure_without_weights_never_says_other_speaker_only_unsure():
    room = Room()
    room.enrol(LOW)
    room.ears.expect(Hearing(spoken_open=True))
    seen = room.play(HIGH.says(40, seed=8))
    assert 1.0 not in of(seen, Measure.OTHER_SPEAKER)
    assert 1.0 in of(seen, Measure.SPEAKER_UNSURE)


@pytest.mark.usefixtures("sure")
def test_another_sample_forgets_what_was_compared_with_the_old_one():
    room = Room()
    room.enrol(LOW)
    room.ears.expect(Hearing(spoken_open=True))
    room.play(HIGH.says(40, seed=8))
    room.enrol(HIGH)
    seen = room.play(HIGH.says(40, seed=9))
    assert 0.0 in of(seen, Measure.OTHER_SPEAKER)
    assert of(seen, Measure.SPEAKER_UNSURE).count(1.0) <= 1


@pytest.mark.usefixtures("sure")
def test_voice_without_the_lows_of_the_own_voice_sounds_like_a_loudspeaker():
    def lows(wave: Pcm, times: float) -> Pcm:
        spectrum = np.fft.rfft(wave.astype(float))
        spectrum[np.fft.rfftfreq(len(wave), 1 / RATE_HZ) < 300] *= times
        return np.clip(np.fft.irfft(spectrum), -32_768, 32_767).astype(np.int16)

    room = Room()
    template = room.ears.enrol(lows(LOW.says(5, seed=2), 3).tobytes()).template
    assert template is not None
    live = of(room.play(lows(LOW.says(8, seed=3), 3)), Measure.PLAYBACK)
    assert 1.0 not in live
    assert 0.0 in live
    assert 1.0 in of(room.play(lows(LOW.says(8, seed=4), 0.05)), Measure.PLAYBACK)


def test_before_time_zero_nothing_is_observed():
    room = Room(zero_s=None)
    assert room.play(LOW.says(3)) == []
    room.zero_s = room.at_s + 1.0
    seen = room.play(LOW.says(3))
    assert min(each.at_ms for each in seen) >= 0


@pytest.mark.usefixtures("sure")
def test_noise_in_which_nobody_can_be_told_apart_is_unknown():
    room = Room()
    room.enrol(LOW)
    chance = np.random.default_rng(1)

    def noisy(wave: Pcm) -> Pcm:
        return (wave + chance.uniform(-450, 450, len(wave))).astype(np.int16)

    room.play(noisy(silence(6)))
    found = of(room.play(noisy(HIGH.says(8, peak=2_500))), Measure.SECOND_VOICE)
    assert set(found[-4:]) == {None}
    # The same voice without the noise is told.
    room.play(silence(21))
    assert 1.0 in of(room.play(HIGH.says(8, peak=2_500)), Measure.SECOND_VOICE)


@pytest.mark.parametrize(
    ("wave", "sentence"),
    [
        (b"", "too little speech"),
        (b"\x01", "too little speech"),
        (silence(5).tobytes(), "too little speech"),
        (LOW.says(1.5).tobytes(), "too little speech"),
        (LOW.says(5, peak=150).tobytes(), "hard to hear"),
        (np.clip(LOW.says(5).astype(int) * 9, -32_768, 32_767).astype("<i2").tobytes(), "too loud"),
        (np.concatenate([LOW.says(4), HIGH.says(4)]).tobytes(), "more than one voice"),
    ],
)
def test_poor_sample_gives_a_sentence_and_no_template(wave: bytes, sentence: str):
    enrolled = ears().enrol(wave)
    assert enrolled.template is None
    assert sentence in enrolled.reason


def test_good_sample_names_the_model_that_made_it():
    enrolled = ears().enrol(LOW.says(5).tobytes() + b"\x01")
    assert enrolled.reason == ""
    assert enrolled.template is not None
    assert enrolled.model == f"cepstra-1 {enrolled.template.sha256[:12]}"
    assert enrolled.template.what == "voice"


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.binary(max_size=3_000) | st.just(b"\xff\x7f" * 6_000) | st.just(b"\x00\x80" * 6_000),
            st.floats(-5, 5) | st.just(0.4) | st.just(float("nan")) | st.just(float("inf")),
            st.booleans(),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_whatever_is_sent_gives_observations_in_order_and_in_range(
    pieces: list[tuple[bytes, float, bool, bool]],
):
    hearing, at_s = ears(), 100.0
    for pcm, step_s, spoken, machine in pieces:
        hearing.expect(Hearing(spoken, machine))
        at_s = at_s + step_s if np.isfinite(step_s) else at_s
        sound = Sound(pcm, at_s if np.isfinite(step_s) else step_s)
        for each in hearing.hear(sound, NOTHING_KNOWN, 100.0):
            assert each.value is None or 0 <= each.value <= 1
            assert each.at_ms >= 0


def test_gap_joins_nothing():
    room = Room()
    room.play(LOW.says(3))
    room.at_s += 30
    assert of(room.play(silence(1.2)), Measure.SPEECH)[0] is None


def test_missing_speaker_model_turns_off_that_alone_with_a_sentence():
    here = ears()
    assert here.off == {"speaker": MISSING}
    assert [(each.what, each.detail) for each in here.news] == [("model_missing", MISSING)]
    assert Room(here).play(LOW.says(2))


def test_missing_voice_activity_turns_everything_off_with_a_sentence():
    here = ears(voice_model=lambda: None)
    assert "not installed" in here.off["voice"]
    assert Room(here).play(LOW.says(2)) == []
    assert here.enrol(LOW.says(5).tobytes()).reason == here.off["voice"]


@pytest.mark.expects_log
def test_damaged_voice_activity_is_off_and_said_once(tmp_path: Path):
    (tmp_path / "broken.onnx").write_bytes(b"no model")
    here = ears(voice_model=lambda: tmp_path / "broken.onnx")
    here.news.clear()
    assert Room(here).play(LOW.says(2)) == []
    assert [each.what for each in here.news] == ["detector_off"]


@pytest.mark.expects_log
def test_damaged_speaker_model_leaves_the_measure_without_weights(tmp_path: Path):
    (tmp_path / "broken.onnx").write_bytes(b"no model")
    model = ModelFile("speaker", tmp_path / "broken.onnx", "1", "0" * 64, "test")
    here = ears(find=lambda _: model)
    enrolled = here.enrol(LOW.says(5).tobytes())
    assert enrolled.model.startswith("cepstra-1")
    assert here.off == {"speaker": "speaker could not be loaded and is off."}


@pytest.mark.expects_log
def test_model_of_another_kind_is_not_taken_for_the_speakers():
    from client.proctor.hearing.vad import silero

    path = silero()
    assert path is not None
    model = ModelFile("speaker", path, "1", file_sha256(path), "test")
    here = ears(find=lambda _: model)
    assert here.enrol(LOW.says(5).tobytes()).model.startswith("cepstra-1")


@pytest.mark.expects_log
def test_ears_that_fail_again_and_again_go_off_and_stay_off(monkeypatch: pytest.MonkeyPatch):
    from client.proctor.hearing.vad import VoiceActivity

    def fails(*_: object) -> None:
        raise RuntimeError("native trouble")

    room = Room()
    room.play(LOW.says(1))
    room.ears.news.clear()
    monkeypatch.setattr(VoiceActivity, "hear", fails)
    assert room.play(LOW.says(2)) == []
    assert room.ears.off["voice"] == "voice failed again and again and is off."
    assert [each.what for each in room.ears.news] == ["detector_off"]
    monkeypatch.undo()
    assert room.play(LOW.says(2)) == []


@pytest.mark.expects_log
@pytest.mark.usefixtures("sure")
def test_speaker_model_that_fails_again_and_again_goes_off_alone(monkeypatch: pytest.MonkeyPatch):
    def fails(_: Pcm) -> None:
        raise EmbedderFailed("native trouble")

    monkeypatch.setattr(
        "client.proctor.hearing.embedders.ecapa",
        lambda _: replace(without_weights(), name="ecapa-tdnn", embed=fails),
    )
    model = ModelFile("speaker", Path("speaker.onnx"), "1", "0" * 64, "test")
    room = Room(ears(find=lambda _: model))
    assert room.ears.enrol(LOW.says(5).tobytes()).template is None
    room.ears.expect(Hearing(spoken_open=True))
    room.play(LOW.says(15))
    assert room.ears.off == {"speaker": "speaker failed again and again and is off."}
    room.enrol(LOW)
    assert 0.0 in of(room.play(LOW.says(10, seed=3)), Measure.SECOND_VOICE)


def test_closed_ears_open_again_with_the_next_sound():
    room = Room()
    room.play(LOW.says(2))
    room.ears.close()
    assert room.play(LOW.says(2))

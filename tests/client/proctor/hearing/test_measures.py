"""Voices as numbers: the same voice is alike, another is not, and what is no sound is None."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from client.proctor.hearing.cepstra import cepstra, likeness
from client.proctor.hearing.embedders import without_weights
from client.proctor.hearing.lows import lows_db
from client.proctor.hearing.vad import SILENCE, VoiceActivity, silero
from shared.templates import Template
from tests.client.proctor.hearing.puppet import HIGH, LOW, RATE_HZ

NO_SOUND = [
    np.zeros(0),
    np.zeros(100),
    np.zeros(RATE_HZ * 2),
    np.full(RATE_HZ * 2, np.nan),
    np.full(RATE_HZ * 2, np.inf),
]


def voice(puppet: object, seconds: float, seed: int) -> np.ndarray:
    return puppet.says(seconds, seed=seed) / 32_768


@pytest.mark.parametrize("wave", NO_SOUND)
def test_what_is_no_sound_is_unknown(wave: np.ndarray):
    assert cepstra(wave) is None
    assert lows_db(wave) is None


def test_same_voice_is_more_alike_than_another_however_loud():
    sample, again, other = (
        cepstra(voice(who, 4, seed)) for who, seed in ((LOW, 1), (LOW, 2), (HIGH, 3))
    )
    assert sample is not None
    assert again is not None
    assert other is not None
    assert likeness(sample, again) > without_weights().short.same_from
    assert likeness(sample, other) < without_weights().short.other_below
    louder = cepstra(voice(LOW, 4, 2) * 7)
    assert louder is not None
    # Only the floor of the logarithm can differ, and both are set to one loudness before it.
    assert likeness(again, louder) == pytest.approx(1, abs=1e-6)


@given(arrays.arrays(np.float64, 9_000, elements=st.floats(-1, 1), fill=st.just(0.25)))
def test_any_wave_gives_a_unit_vector_or_none(wave: np.ndarray):
    vector = cepstra(wave)
    assert vector is None or (
        vector.shape == (47,) and np.isfinite(vector).all() and abs(vector @ vector - 1) < 1e-9
    )


def test_template_gives_the_vector_back_and_never_meets_another_models():
    embedder = without_weights()
    vector = cepstra(voice(LOW, 4, 1))
    assert vector is not None
    template = embedder.template(vector, 4.2)
    back = embedder.vector(template)
    assert back is not None
    assert np.abs(back - vector).max() <= 0.5e-6  # half a unit of the fixed point
    assert template.samples == 4
    changed: tuple[dict[str, object], ...] = (
        {"model": "ecapa-tdnn 1"},
        {"sha256": "0" * 64},
        {"what": "face"},
    )
    for change in changed:
        assert embedder.vector(Template.model_validate(template.model_dump() | change)) is None
    assert embedder.vector(None) is None


def test_loudspeaker_without_lows_reads_lower():
    wave = voice(LOW, 3, 1)
    spectrum = np.fft.rfft(wave)
    spectrum[np.fft.rfftfreq(len(wave), 1 / RATE_HZ) < 400] *= 0.05
    whole, thin = lows_db(wave), lows_db(np.fft.irfft(spectrum))
    assert whole is not None
    assert thin is not None
    assert thin < whole - 15


def test_silero_hears_the_voice_in_pieces_as_in_one_and_nothing_in_silence():
    model = silero()
    assert model is not None
    activity = VoiceActivity(model)
    chunks = LOW.says(4.096).reshape(-1, 512)
    at_once, _ = activity.hear(chunks, SILENCE)
    state, parts = SILENCE, []
    for start in range(0, len(chunks), 7):
        said, state = activity.hear(chunks[start : start + 7], state)
        parts.append(said)
    # The network's sums in another order, single precision.
    assert np.allclose(np.concatenate(parts), at_once, atol=1e-4)
    assert (at_once >= 0.5).mean() > 0.7
    quiet, _ = activity.hear(np.zeros((40, 512), np.int16), SILENCE)
    assert quiet.max() < 0.1

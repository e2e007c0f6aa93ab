"""The speaker model's features are finite, level for level, whatever the sound."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from client.models.fbank import BANDS, HOP, TOP_DB, WINDOW, fbank


@given(
    arrays.arrays(
        np.float32,
        st.integers(WINDOW, 4 * WINDOW),
        elements=st.floats(-1, 1, width=32),
    )
)
def test_every_wave_gives_finite_bands_without_mean_inside_the_range(wave: np.ndarray):
    features = fbank(wave)
    assert features.shape == (1 + len(wave) // HOP, BANDS)
    assert np.isfinite(features).all()
    # Sums of up to 11 frames of at most 80 dB in single precision.
    assert np.abs(features.mean(axis=0)).max() <= 1e-4
    assert features.max() - features.min() <= 2 * TOP_DB


def test_tone_is_loudest_in_its_band_and_louder_sound_has_the_same_shape():
    at = np.arange(8_000) / 16_000
    burst = np.sin(2 * np.pi * 1_000 * at) * (at > 0.25)
    features = fbank(0.1 * burst)
    loudest = int(np.argmax(features[-10]))
    assert 25 <= loudest <= 31  # 1 kHz is 1000 of 2840 mel: band 28 of 80
    # The floor of the silent half moves with the loudest band, so only rounding is left.
    assert np.allclose(fbank(0.4 * burst), features, atol=1e-3)


@pytest.mark.parametrize(
    "wave",
    [np.zeros(0), np.zeros(WINDOW - 1), np.zeros((2, 800)), np.full(800, np.nan), [np.inf] * 800],
)
def test_what_is_no_wave_is_refused(wave: np.ndarray):
    with pytest.raises(ValueError, match=r"shape|no number"):
        fbank(np.asarray(wave))

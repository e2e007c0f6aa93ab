"""Levels are what an instrument would read, and hints come from seconds, not from a peak."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.speech.pcm import BLOCK, FLOOR_DBFS, HINTS, RATE_HZ, measure


def tone(amplitude: float) -> np.ndarray:
    at = np.arange(BLOCK) / RATE_HZ
    return (amplitude * np.sin(2 * math.pi * 400 * at)).astype(np.int16)


@pytest.mark.parametrize(
    ("amplitude", "rms_dbfs", "peak_dbfs"),
    [(32_767, -3.0, 0.0), (3_277, -23.0, -20.0), (328, -43.0, -40.0)],
)
def test_sine_reads_three_decibels_below_its_peak(
    amplitude: float, rms_dbfs: float, peak_dbfs: float
):
    block = measure(tone(amplitude))
    assert block.rms_dbfs == pytest.approx(rms_dbfs, abs=0.2)
    assert block.peak_dbfs == pytest.approx(peak_dbfs, abs=0.1)
    assert block.seconds == 0.05


@given(st.lists(st.integers(-32_768, 32_767), min_size=1, max_size=50))
def test_any_block_has_a_finite_level(samples: list[int]):
    block = measure(np.array(samples, np.int16))
    assert FLOOR_DBFS <= block.rms_dbfs <= 0.0
    assert block.rms_dbfs <= block.peak_dbfs <= 0.0
    assert block.zero == (not any(samples))


def test_every_hint_says_what_to_do():
    assert all(sentence.count(".") >= 2 for sentence in HINTS.values())

"""Levels are what an instrument would read, and hints come from seconds, not from a peak."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.speech.pcm import BLOCK, FLOOR_DBFS, HINTS, RATE_HZ, Block, Hint, judge, measure


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


def hint_after(seconds: float, block: Block) -> Hint | None:
    past: tuple[Block, ...] = ()
    hint: Hint | None = None
    for _ in range(round(seconds / block.seconds)):
        past, level = judge(past, block)
        hint = level.hint
    return hint


@pytest.mark.parametrize(
    ("amplitude", "seconds", "hint"),
    [
        (0, 1.9, None),
        (0, 2.0, "silent"),
        (20, 2.9, None),
        (20, 3.0, "too_quiet"),
        (5_000, 10.0, None),
        (32_767, 0.05, "clipping"),
    ],
)
def test_hint_comes_after_its_seconds(amplitude: float, seconds: float, hint: Hint | None):
    assert hint_after(seconds, measure(tone(amplitude))) == hint


def test_hint_goes_when_somebody_speaks():
    past: tuple[Block, ...] = ()
    for _ in range(100):
        past, level = judge(past, measure(tone(20)))
    past, level = judge(past, measure(tone(5_000)))
    assert level.hint is None


def test_clipping_is_forgotten_after_a_second():
    past, level = judge((), measure(tone(32_767)))
    for _ in range(20):
        past, level = judge(past, measure(tone(5_000)))
    assert level.hint is None


def test_every_hint_says_what_to_do():
    assert all(sentence.count(".") >= 2 for sentence in HINTS.values())

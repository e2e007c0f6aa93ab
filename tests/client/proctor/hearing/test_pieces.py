"""Pieces of any length become the same chunks; gaps and clocks that go back begin anew."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.proctor.hearing.pieces import CHUNK, GAP_S, RATE_HZ, Pieces

SOUND = (np.arange(5 * CHUNK + 100) % 30_000).astype(np.int16)


@given(st.lists(st.integers(1, 2 * CHUNK), min_size=1, max_size=12))
def test_however_it_is_cut_the_chunks_and_their_times_are_the_same(lengths: list[int]):
    pieces, start = Pieces(), 0
    chunks, times = [], []
    for length in lengths:
        part = SOUND[start : start + length]
        start += len(part)
        if len(part):
            cut = pieces.take(part.tobytes(), 7.0 + start / RATE_HZ)
            chunks.append(cut.chunks)
            times.append(cut.at_s)
    got, at_s = np.concatenate(chunks), np.concatenate(times)
    count = start // CHUNK
    assert np.array_equal(got.ravel(), SOUND[: count * CHUNK])
    # Double precision at a time of 7 s.
    assert np.allclose(at_s, 7.0 + CHUNK / RATE_HZ * np.arange(1, count + 1), atol=1e-9)


def test_half_a_sample_at_the_end_is_dropped():
    cut = Pieces().take(SOUND[:CHUNK].tobytes() + b"\x01", 1.0)
    assert cut.chunks.shape == (1, CHUNK)


@pytest.mark.parametrize(("pcm", "at_s"), [(b"", 1.0), (b"\x01", 1.0), (b"\x01\x02", float("nan"))])
def test_nothing_comes_of_nothing(pcm: bytes, at_s: float):
    assert Pieces().take(pcm, at_s).chunks.shape == (0, CHUNK)


@pytest.mark.parametrize("jump_s", [GAP_S + 0.1, -GAP_S - 0.1, 3_600.0, -3_600.0])
def test_gap_or_clock_set_back_begins_anew_without_what_was_left(jump_s: float):
    pieces = Pieces()
    assert pieces.take(SOUND[: CHUNK // 2].tobytes(), 10.0).anew
    cut = pieces.take(SOUND[:CHUNK].tobytes(), 10.0 + CHUNK / RATE_HZ + jump_s)
    assert cut.anew
    assert np.array_equal(cut.chunks[0], SOUND[:CHUNK])


def test_jitter_is_no_gap():
    pieces = Pieces()
    pieces.take(SOUND[:CHUNK].tobytes(), 10.0)
    assert not pieces.take(SOUND[:CHUNK].tobytes(), 10.0 + CHUNK / RATE_HZ + 0.2).anew

"""Ogg/Opus files are complete, join up, and lose half a second at most when cut."""

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client.speech.opus import OpusFile, duration_ms, repaired
from client.speech.pcm import BLOCK, RATE_HZ


def murmur(seconds: float) -> np.ndarray:
    chance = np.random.default_rng(1)
    return (chance.standard_normal(int(seconds * RATE_HZ)) * 1000).astype(np.int16)


def encoded(path: Path, seconds: float) -> bytes:
    file = OpusFile(path)
    file.write(murmur(seconds))
    file.finish()
    return path.read_bytes()


@pytest.mark.parametrize("seconds", [0.02, 0.5, 1.234, 3.0])
def test_file_is_as_long_as_what_was_spoken(tmp_path: Path, seconds: float):
    content = encoded(tmp_path / "a.ogg", seconds)
    assert duration_ms(content) == pytest.approx(seconds * 1000, abs=21)
    assert repaired(content) is not None


def test_files_may_be_joined(tmp_path: Path):
    first, second = encoded(tmp_path / "a.ogg", 1.0), encoded(tmp_path / "b.ogg", 2.0)
    assert duration_ms(first + second) == 3000


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(blocks=st.integers(12, 80), torn=st.integers(0, 400))
def test_kill_at_any_moment_costs_half_a_second(
    tmp_path_factory: pytest.TempPathFactory, blocks: int, torn: int
):
    path = tmp_path_factory.mktemp("cut") / "a.ogg"
    file = OpusFile(path)
    sound = murmur(blocks * BLOCK / RATE_HZ)
    for start in range(0, len(sound), BLOCK):
        file.write(sound[start : start + BLOCK])
    cut = path.read_bytes()
    file.abandon()
    spoken_ms = blocks * 50
    whole = repaired(cut)
    assert whole is not None
    assert spoken_ms - whole[1] <= 550
    assert duration_ms(whole[0]) == whole[1]
    # A power cut may also tear the last page: that is one page of a quarter second more.
    ragged = repaired(cut[: len(cut) - torn])
    assert spoken_ms - (ragged[1] if ragged else 0) <= 820


def test_growing_file_is_synced_every_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    synced: list[int] = []
    now_s = [0.0]
    monkeypatch.setattr(os, "fsync", synced.append)
    monkeypatch.setattr("client.speech.opus.time.monotonic", lambda: now_s[0])
    file = OpusFile(tmp_path / "a.ogg")
    for _ in range(60):
        now_s[0] += 0.05
        file.write(murmur(0.05))
    assert 2 <= len(synced) <= 3
    file.finish()


@pytest.mark.parametrize("content", [b"", b"OggS", b"not a sound at all" * 20])
def test_what_holds_no_sound_is_nothing(content: bytes):
    assert repaired(content) is None
    assert duration_ms(content) == 0


def test_no_file_is_overwritten(tmp_path: Path):
    encoded(tmp_path / "a.ogg", 0.1)
    with pytest.raises(FileExistsError):
        OpusFile(tmp_path / "a.ogg")

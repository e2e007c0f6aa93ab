"""Prepared sound is played whole, slower where that is wished, or not at all."""

import io

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.speech import prepared
from client.speech.prepared import RATE_HZ, SLOWER, ready


def mp3(seconds: float, *, rate_hz: int = 24_000, hz: float = 440.0, loud: float = 8000.0) -> bytes:
    """A tone as Edge's service sends sound: MPEG layer 3, mono, 48 kbit/s."""
    times = np.arange(int(rate_hz * seconds)) / rate_hz
    wave = (loud * np.sin(2 * np.pi * hz * times) / 32_768).astype(np.float32)
    out = io.BytesIO()
    with av.open(out, "w", format="mp3") as file:
        stream = file.add_stream("libmp3lame", rate=rate_hz, layout="mono")
        stream.bit_rate = 48_000
        frame = av.AudioFrame.from_ndarray(wave[None, :], format="fltp", layout="mono")
        frame.sample_rate = rate_hz
        file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return out.getvalue()


TONE = mp3(2.0)


def pitch_hz(pcm: np.ndarray) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(pcm)))) * RATE_HZ / len(pcm)


@pytest.mark.parametrize("rate_hz", [24_000, 44_100, 16_000])
def test_sound_of_any_rate_is_played_at_its_pace(rate_hz: int) -> None:
    frames, rate = ready(mp3(2.0, rate_hz=rate_hz), slower=False)
    pcm = np.frombuffer(frames, np.int16)
    assert (rate, len(pcm) / RATE_HZ) == (RATE_HZ, pytest.approx(2.0, abs=0.15))
    assert pitch_hz(pcm) == pytest.approx(440, abs=3)


def test_slower_takes_longer_at_the_same_pitch() -> None:
    pcm = np.frombuffer(ready(TONE, slower=True)[0], np.int16)
    assert len(pcm) / RATE_HZ == pytest.approx(2.0 / SLOWER, abs=0.2)
    assert pitch_hz(pcm) == pytest.approx(440, abs=6)


@pytest.mark.parametrize("content", [b"", b"no sound at all", mp3(1.0, loud=0.0), b"\xff\xf3" * 50])
def test_what_holds_no_sound_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ready(content, slower=False)


def test_what_unpacks_to_more_than_its_share_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MOST_S", 1)
    with pytest.raises(ValueError, match="longer"):
        ready(TONE, slower=False)


@given(at=st.integers(0, len(TONE) - 1), byte=st.integers(0, 255), cut=st.integers(0, len(TONE)))
def test_damaged_sound_is_played_or_refused_and_nothing_else(at: int, byte: int, cut: int) -> None:
    damaged = bytearray(TONE)
    damaged[at] = byte
    try:
        frames, _ = ready(bytes(damaged[:cut]), slower=False)
    except ValueError:
        return
    assert len(frames) // 2 <= 3 * RATE_HZ

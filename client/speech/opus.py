"""Spoken answers as Ogg/Opus files that are useful even when cut anywhere.

One rule: what was spoken half a second ago is in the file, whatever kills us; finished files are
complete by themselves and may be concatenated.
"""

import io
import os
import time
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import av
import numpy as np
from av.error import FFmpegError

from client.speech.pcm import RATE_HZ, Pcm

MEDIA_TYPE = "audio/ogg; codecs=opus"
BIT_RATE = 24_000
"""Bits a second: transparent for speech at 16 kHz; 30 kB for ten seconds."""
PAGE = {"page_duration": "250000", "flush_packets": "1"}
"""Microseconds in a page, and no waiting in libavformat's buffer. A page is written when the next
one is full: with 250 ms a cut file lacked at most 0.55 s, with 500 ms 0.8 s (measured)."""
SYNC_EVERY_S = 1.0
"""Seconds between two fsyncs of a growing file: what a power cut may cost."""
FRAME = RATE_HZ // 50
"""Samples in Opus' usual frame of 20 ms."""


class OpusFile:
    """One growing Ogg/Opus file. Not thread-safe."""

    def __init__(self, path: Path) -> None:
        """Begins the file; raises OSError where it cannot be written."""
        self.path = path
        self._file: BinaryIO = open(path, "xb", buffering=0)  # noqa: SIM115 - closed by finish
        self._container = av.open(self._file, "w", format="ogg", options=PAGE)
        self._stream = self._container.add_stream("libopus", rate=RATE_HZ)
        self._stream.layout = "mono"
        self._stream.bit_rate = BIT_RATE
        self._rest = np.zeros(0, np.int16)
        self._samples = 0
        self._synced_s = time.monotonic()

    @property
    def duration_ms(self) -> int:
        """Milliseconds taken so far."""
        return (self._samples + len(self._rest)) * 1000 // RATE_HZ

    def write(self, pcm: Pcm) -> None:
        """Adds (n,) int16 samples at 16 kHz; raises OSError where the disk is full."""
        self._rest = np.concatenate([self._rest, pcm])
        whole = len(self._rest) // FRAME * FRAME
        self._encode(self._rest[:whole])
        self._rest = self._rest[whole:]
        if time.monotonic() - self._synced_s >= SYNC_EVERY_S:
            os.fsync(self._file.fileno())
            self._synced_s = time.monotonic()

    def finish(self) -> None:
        """Writes what is left and completes the file, durable when this returns."""
        self._encode(self._rest)
        self._rest = self._rest[:0]
        self._container.mux(self._stream.encode(None))
        self._container.close()
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Lets go of the file as it is."""
        self._file.close()

    def _encode(self, pcm: Pcm) -> None:
        for start in range(0, len(pcm), FRAME):
            frame = av.AudioFrame.from_ndarray(
                pcm[None, start : start + FRAME], format="s16", layout="mono"
            )
            frame.sample_rate = RATE_HZ
            frame.pts = self._samples
            frame.time_base = Fraction(1, RATE_HZ)
            self._samples += frame.samples
            self._container.mux(self._stream.encode(frame))


def repaired(cut: bytes) -> tuple[bytes, int] | None:
    """(a complete file, its milliseconds) from a file that was cut off; None where it holds
    no sound."""
    packets: list[av.Packet] = []
    out = io.BytesIO()
    try:
        with av.open(io.BytesIO(cut), "r") as source, av.open(out, "w", format="ogg") as target:
            stream = source.streams.audio[0]
            copy = target.add_stream_from_template(stream)
            try:
                for packet in source.demux(stream):
                    if packet.size and packet.dts is not None:
                        packet.stream = copy
                        packets.append(packet)
            except FFmpegError:
                pass  # the cut end: what came before it counts
            for packet in packets:
                target.mux(packet)
    except (FFmpegError, IndexError):
        return None
    content = out.getvalue()
    milliseconds = duration_ms(content)
    return (content, milliseconds) if milliseconds > 0 else None


def duration_ms(content: bytes) -> int:
    """Milliseconds of sound in an Ogg/Opus file, by decoding it; 0 where there is none."""
    samples = 0
    try:
        with av.open(io.BytesIO(content), "r") as container:
            for frame in container.decode(container.streams.audio[0]):
                samples += frame.samples * 1000 // (frame.sample_rate // 1000)
    except (FFmpegError, IndexError):
        return 0
    return samples // 1000


def decoded(parts: tuple[bytes, ...]) -> Pcm:
    """Complete files in order as one piece of sound; raises ValueError where one cannot be read."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    blocks: list[Pcm] = []
    try:
        for content in parts:
            with av.open(io.BytesIO(content), "r") as container:
                for frame in container.decode(container.streams.audio[0]):
                    frame.pts = None
                    blocks += [out.to_ndarray()[0] for out in resampler.resample(frame)]
        blocks += [out.to_ndarray()[0] for out in resampler.resample(None)]
    except (FFmpegError, IndexError) as error:
        raise ValueError(f"not decodable: {error}") from error
    return np.concatenate(blocks) if blocks else np.zeros(0, np.int16)

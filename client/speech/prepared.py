"""A question's prepared sound, made ready for the loudspeaker.

One rule: what cannot be played whole is not played at all: the caller then reads with the
machine's own voice.
"""

import io
from typing import Any

import av
import numpy as np
from av.error import BlockingIOError as NotYet
from av.error import EOFError as AtEnd
from av.error import FFmpegError
from av.filter import Graph

from client.speech.tts import SLOWER_WORDS_A_MINUTE, WORDS_A_MINUTE, Sound

RATE_HZ = 24_000
"""What the server's voices are made with."""
MOST_S = 20 * 60
"""A small file can unpack to days."""
SLOWER = SLOWER_WORDS_A_MINUTE / WORDS_A_MINUTE
"""The same share as for the machine's own voice; the pitch stays."""


def ready(content: bytes, *, slower: bool) -> Sound:
    """(int16 mono samples, rate) of a file in any format that FFmpeg reads; raises ValueError."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    blocks: list[Any] = []
    count = 0
    try:
        with av.open(io.BytesIO(content), "r") as container:
            for frame in container.decode(container.streams.audio[0]):
                frame.pts = None
                new = [out.to_ndarray()[0] for out in resampler.resample(frame)]
                count += sum(map(len, new))
                if count > MOST_S * RATE_HZ:
                    raise ValueError(f"longer than {MOST_S} s")
                blocks += new
        blocks += [out.to_ndarray()[0] for out in resampler.resample(None)]
    except (FFmpegError, IndexError) as error:
        raise ValueError(f"not decodable: {error}") from error
    pcm = np.concatenate(blocks or [np.zeros(0, np.int16)])
    if not pcm.any():
        raise ValueError("nothing is to be heard in it")
    return (_stretched(pcm) if slower else pcm).tobytes(), RATE_HZ


def _stretched(pcm: Any) -> Any:
    """(n,) int16 in `SLOWER` times the pace, by FFmpeg's own filter."""
    graph = Graph()
    source = graph.add_abuffer(sample_rate=RATE_HZ, format="s16", layout="mono")
    tempo, sink = graph.add("atempo", f"{SLOWER:.3f}"), graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(pcm[None, :], format="s16", layout="mono")
    frame.sample_rate = RATE_HZ
    graph.push(frame)
    graph.push(None)
    blocks: list[Any] = []
    while True:
        try:
            out = graph.pull()
        except (AtEnd, NotYet):
            return np.concatenate(blocks or [pcm])
        assert isinstance(out, av.AudioFrame)
        blocks.append(out.to_ndarray()[0])

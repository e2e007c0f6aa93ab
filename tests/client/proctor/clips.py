"""Small videos made in the test, so that a real worker has something real to decode."""

from pathlib import Path

import av
import numpy as np


def write_clip(path: Path, *, seconds: float = 2.0, fps: int = 20, level: int = 120) -> Path:
    """A textured picture that moves by one pixel a frame; its first pixels count the frames."""
    rng = np.random.default_rng(5)
    wide = rng.integers(0, 2, (120, 1000, 3)) * level
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=fps)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuvj420p"
        for number in range(round(seconds * fps)):
            picture = np.ascontiguousarray(
                wide[:, number % 840 : number % 840 + 160].astype(np.uint8)
            )
            image = av.VideoFrame.from_ndarray(picture, format="rgb24")
            image.pts = number
            container.mux(stream.encode(image))
        container.mux(stream.encode())
    return path


def write_black(path: Path, *, seconds: float = 3.0) -> Path:
    """A covered lens."""
    return write_clip(path, seconds=seconds, level=0)

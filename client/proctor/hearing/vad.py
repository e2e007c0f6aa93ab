"""Silero VAD as it lies in faster-whisper's wheel: how surely somebody speaks, for each 32 ms.

One rule: without the file nothing is guessed from loudness; the detector is off, with a sentence.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from client.models.onnx import session
from client.proctor.hearing.pieces import CHUNK, Samples

NAME = "silero_vad_v6"
MISSING = (
    "Voice activity is off: faster-whisper, which carries its model, is not installed; voices are "
    "not listened to."
)
_CONTEXT = 64
_STATE = (1, 1, 128)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the network remembers between two calls."""

    h: NDArray[np.float32]
    c: NDArray[np.float32]
    context: NDArray[np.float32]
    """(64,) the last samples."""


SILENCE = Heard(
    np.zeros(_STATE, np.float32), np.zeros(_STATE, np.float32), np.zeros(_CONTEXT, "f4")
)


def silero() -> Path | None:
    """The model's file, without importing the package around it."""
    spec = importlib.util.find_spec("faster_whisper")
    folders = () if spec is None else spec.submodule_search_locations or ()
    files = (Path(folder) / "assets" / f"{NAME}.onnx" for folder in folders)
    return next((file for file in files if file.is_file()), None)


class VoiceActivity:
    """The open model; raises RuntimeError where it cannot be opened or run."""

    def __init__(self, model: Path) -> None:
        self._session = session(model)

    def hear(self, chunks: Samples, before: Heard) -> tuple[NDArray[np.float32], Heard]:
        """(k,) probabilities of speech in 0..1 for (k, 512) samples, and what to remember."""
        if not len(chunks):
            return np.zeros(0, np.float32), before
        samples = chunks.astype(np.float32).ravel() / np.float32(32_768)
        wave = np.concatenate([before.context, samples])
        windows = np.lib.stride_tricks.sliding_window_view(wave, CHUNK + _CONTEXT)[::CHUNK]
        try:
            said, h, c = self._session.run(
                None, {"input": np.ascontiguousarray(windows), "h": before.h, "c": before.c}
            )
        except Exception as error:  # ONNX Runtime's errors share no base class but Exception
            raise RuntimeError(f"voice activity failed: {error}") from error
        return np.asarray(said, np.float32).ravel(), Heard(
            np.asarray(h), np.asarray(c), wave[-_CONTEXT:]
        )

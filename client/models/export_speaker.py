"""Turns SpeechBrain's ECAPA-TDNN into the ONNX file that the app runs.

One rule: a file is left behind only where it agrees with SpeechBrain on the whole way from sound
to embedding: our features and ONNX Runtime on one side, SpeechBrain in torch on the other. Runs
where torch and SpeechBrain are installed (the `models` extra), which no candidate's machine needs.
"""

# pyright: reportMissingImports=false
# torch and SpeechBrain are never in the environment in which types are checked.

import importlib.util
import os
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from client.models.errors import ModelError
from client.models.fbank import BANDS, RATE_HZ, fbank
from client.models.onnx import session

CHECKPOINT = "speaker-checkpoint"
"""The manifest's name of SpeechBrain's weights."""
LEAST_COSINE = 0.9999
LENGTHS_S = (2, 4, 10)
CHANNELS = 1024
OPSET = 17
_REPEATS = 5


class ExportError(ModelError):
    """The model could not be exported."""

    code = "model_export_failed"


@dataclass(frozen=True, slots=True)
class Parity:
    """How one length of sound came out on both sides; processor times of one call."""

    seconds: int
    cosine: float
    speechbrain_ms: float
    ours_ms: float

    def __str__(self) -> str:
        share = self.ours_ms / self.speechbrain_ms
        return (
            f"{self.seconds} s of sound: cosine {self.cosine:.7f}, {self.ours_ms:.1f} ms against "
            f"{self.speechbrain_ms:.1f} ms in torch ({share:.2f})"
        )


def export(checkpoint: Path, out: Path, *, say: Callable[[str], None]) -> tuple[Parity, ...]:
    """Writes `out`; `checkpoint` is the state of SpeechBrain's `embedding_model`.

    Raises ExportError with what to do; then `out` is as it was.
    """
    torch = torch_here()
    model = _ecapa(torch, checkpoint)
    with tempfile.TemporaryDirectory(prefix="invigil-speaker-", dir=out.parent) as folder:
        draft = Path(folder) / out.name
        _write(torch, model, draft)
        say(f"wrote {draft.stat().st_size} bytes of ONNX; comparing with SpeechBrain")
        found = _compare(torch, model, draft)
        for each in found:
            say(str(each))
        worst = min(each.cosine for each in found)
        if not worst >= LEAST_COSINE:
            raise ExportError(
                f"The exported model differs from SpeechBrain's (cosine {worst:.6f}, at least "
                f"{LEAST_COSINE} is wanted), so it was not kept: try the pinned versions of torch "
                "and speechbrain."
            )
        os.replace(draft, out)
    return found


def torch_here() -> Any:
    """torch, beside a SpeechBrain that works; raises ExportError with what is to be installed."""
    absent = [
        name
        for name in ("torch", "torchaudio", "speechbrain", "onnx")
        if importlib.util.find_spec(name) is None
    ]
    if absent:
        raise ExportError(
            f"Exporting the speaker model needs {', '.join(absent)}: install Invigil with its "
            "[models] extra on the machine that exports. The app itself needs none of them."
        )
    warnings.simplefilter("ignore")  # torch and SpeechBrain announce what they will change one day
    try:
        import speechbrain.lobes.features  # noqa: F401
        import torch
    except (ImportError, OSError) as error:
        raise ExportError(
            f"torch and speechbrain are installed but cannot be loaded ({error}). A torchaudio "
            "built for CUDA fails beside a torch for the processor: delete its _torchaudio.abi3.so."
        ) from error
    torch.set_num_threads(1)
    return torch


def sounds() -> dict[int, NDArray[np.float32]]:
    """Sound to compare with, by its length in seconds: pulses of noise, nobody's voice."""
    chance = np.random.default_rng(7)
    made: dict[int, NDArray[np.float32]] = {}
    for seconds in LENGTHS_S:
        at = np.arange(seconds * RATE_HZ) / RATE_HZ
        hum = np.sin(2 * np.pi * 140 * at + 3 * np.sin(2 * np.pi * 3 * at))
        loud = 0.05 + 0.25 * np.abs(np.sin(2 * np.pi * 2.1 * at))
        wave = loud * (hum + 0.3 * chance.standard_normal(len(at)))
        made[seconds] = wave.astype(np.float32)
    return made


def _ecapa(torch: Any, checkpoint: Path) -> Any:
    """SpeechBrain's network with these weights, as `spkrec-ecapa-voxceleb` describes it."""
    from speechbrain.lobes.models.ECAPA_TDNN import ECAPA_TDNN

    model = ECAPA_TDNN(
        BANDS,
        channels=[CHANNELS] * 4 + [3 * CHANNELS],
        kernel_sizes=[5, 3, 3, 3, 1],
        dilations=[1, 2, 3, 4, 1],
        attention_channels=128,
        lin_neurons=192,
    )
    try:
        model.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True))
    except FileNotFoundError:
        raise ExportError(f"There is no checkpoint at {checkpoint}.") from None
    except Exception as error:  # pickle, zip and torch each fail in ways of their own
        raise ExportError(
            f"{checkpoint.name} holds no weights of SpeechBrain's spkrec-ecapa-voxceleb "
            f"({type(error).__name__})."
        ) from error
    return model.eval()


def _write(torch: Any, model: Any, path: Path) -> None:
    class Squeezed(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = model

        def forward(self, features: Any) -> Any:
            return self.inner(features)[:, 0]

    torch.onnx.export(
        Squeezed().eval(),  # the exporter puts back the mode it finds, also of the inner model
        (torch.randn(1, 201, BANDS),),
        str(path),
        input_names=["features"],
        output_names=["embedding"],
        dynamic_axes={"features": {1: "frames"}},
        opset_version=OPSET,
        dynamo=False,  # the other exporter needs onnxscript and writes the same network
    )


def _compare(torch: Any, model: Any, path: Path) -> tuple[Parity, ...]:
    from speechbrain.lobes.features import Fbank
    from speechbrain.processing.features import InputNormalization

    features = Fbank(n_mels=BANDS)
    normal = InputNormalization(norm_type="sentence", std_norm=False)
    opened = session(path)

    def theirs(wave: NDArray[np.float32]) -> NDArray[np.float64]:
        with torch.no_grad():
            sound = torch.from_numpy(wave)[None]
            return model(normal(features(sound), torch.ones(1)))[0, 0].numpy().astype(np.float64)

    def ours(wave: NDArray[np.float32]) -> NDArray[np.float64]:
        embedding = opened.run(None, {"features": fbank(wave)[None]})[0]
        return np.asarray(embedding, dtype=np.float64)[0]

    found: list[Parity] = []
    for seconds, wave in sounds().items():
        cosine = _cosine(theirs(wave), ours(wave))
        found.append(Parity(seconds, cosine, *_times(wave, theirs, ours)))
    return tuple(found)


def _cosine(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))


def _times(wave: Any, *sides: Callable[[Any], Any]) -> tuple[float, ...]:
    """Median milliseconds of processor time of each side, in turns: both have one thread, so
    other programs change neither much."""
    took: list[list[float]] = [[] for _ in sides]
    for _ in range(_REPEATS):
        for side, times in zip(sides, took, strict=True):
            began = time.process_time()
            side(wave)
            times.append(1000 * (time.process_time() - began))
    return tuple(float(np.median(times)) for times in took)

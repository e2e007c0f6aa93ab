"""Tells skin from paper and screens in one picture: two MiniFASNets, one near and one wide crop.

One rule: it is a vote, never a verdict: on 64 studio photographs of living people it calls every
tenth a picture (docs/detectors/liveness.md).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import cv2
import numpy as np

from client.models import onnx, store
from client.models.store import ModelFile
from client.proctor.types import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

MODELS = (("antispoof", 2.7), ("antispoof_wide", 4.0))
"""Names in the manifest, and how many face boxes the crop is wide."""
_EDGE = 80
_REAL = 1
"""Of the three classes; the others are kinds of pictures."""


class Antispoof:
    """Holds both sessions."""

    def __init__(self, models: tuple[ModelFile, ...]) -> None:
        """In the order of `MODELS`; raises RuntimeError where one takes another shape."""
        self._sessions = [
            (onnx.session(model.path), scale)
            for model, (_, scale) in zip(models, MODELS, strict=True)
        ]
        for session, _ in self._sessions:
            if list(session.get_inputs()[0].shape[1:]) != [3, _EDGE, _EDGE]:
                raise RuntimeError(
                    f"takes {session.get_inputs()[0].shape}, expected [n, 3, 80, 80]"
                )
        self.title = ", ".join(f"{model.version} {model.sha256[:8]}" for model in models)

    def real(self, rgb: "Pixels", box: Box) -> float | None:
        """Mean probability of both that this is a living face; None for a face without extent."""
        votes: list[float] = []
        for session, scale in self._sessions:
            seen = crop(rgb, box, scale)
            if seen is None:
                return None
            pixels = np.ascontiguousarray(seen[:, :, ::-1].transpose(2, 0, 1)[None], np.float32)
            votes.append(_probability(onnx.run(session, pixels).ravel()))
        return sum(votes) / len(votes)


def load(find: Callable[[str], ModelFile | None] = store.find) -> Antispoof | None:
    """Both networks, or None where one is missing; raises RuntimeError for a damaged one."""
    found = [find(name) for name, _ in MODELS]
    models = tuple(model for model in found if model is not None)
    return Antispoof(models) if len(models) == len(MODELS) else None


def crop(rgb: "Pixels", box: Box, scale: float) -> "Pixels | None":
    """(80, 80, 3): `scale` boxes wide and high around the middle of the box.

    As the networks were trained: where that is more than the picture, less; where it sticks out,
    moved inside.
    """
    height, width = rgb.shape[:2]
    across, down = box[2] * width, box[3] * height
    if not (np.isfinite(box).all() and across >= 1 and down >= 1 and min(height, width) > 1):
        return None
    scale = min(scale, (height - 1) / down, (width - 1) / across)
    half_x, half_y = across * scale / 2, down * scale / 2
    x = min(max(box[0] * width + across / 2, half_x), width - 1 - half_x)
    y = min(max(box[1] * height + down / 2, half_y), height - 1 - half_y)
    left, right = int(max(0, x - half_x)), int(x + half_x) + 1
    top, bottom = int(max(0, y - half_y)), int(y + half_y) + 1
    part = np.ascontiguousarray(rgb[top:bottom, left:right])
    if part.size == 0:
        return None
    return np.asarray(cv2.resize(part, (_EDGE, _EDGE)), dtype=np.uint8)


def _probability(scores: "NDArray[np.float32]") -> float:
    """Of a living face; exported with or without its softmax."""
    values = scores.astype(np.float64)
    if values.min() < 0 or abs(values.sum() - 1) > 1e-3:
        values = np.exp(values - values.max())
        values /= values.sum()
    return float(values[_REAL])

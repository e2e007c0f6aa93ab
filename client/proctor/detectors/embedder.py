"""Faces as numbers: aligned crops through an ONNX network that the model store found.

One rule: what a network was trained on decides how pixels go in; one of another shape is refused
when it is loaded, never fed something that only fits.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from client.models import onnx, store
from client.models.errors import MissingModelError
from client.models.store import ModelFile
from client.proctor import alignment
from client.proctor.identity import Levels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Vector = NDArray[np.float64]

VARIABLE = "INVIGIL_IDENTITY_MODEL"
"""Names one of `KINDS`; without it the first that is there is used."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of network and how to feed it."""

    name: str
    """In the models' manifest."""
    size: int
    """Edge of the aligned square, pixels."""
    channels_last: bool
    scale: float
    """Pixels are BGR, 0..255, times this."""
    levels: Levels


ARCFACE = Kind(
    # As DeepFace 0.0.103 feeds its ONNX file: (n, 112, 112, 3), BGR, 0..1, no further normalising;
    # its distance threshold of 0.68 holds for just that. `other` is our own, lower guess.
    "arcface",
    112,
    channels_last=True,
    scale=1 / 255,
    levels=Levels(0.32, 0.22, "DeepFace's published threshold, false matches not measured here"),
)
FACE_REID = Kind(
    "face_reid",
    128,
    channels_last=False,
    scale=1.0,
    levels=Levels(0.40, 0.30, "no false match among 247 pairs of strangers measured"),
)
KINDS = (ARCFACE, FACE_REID)
"""In the order in which they are preferred."""


class Embedder:
    """Holds the native session."""

    def __init__(self, kind: Kind, model: ModelFile) -> None:
        """Raises RuntimeError where the file is no network of this kind."""
        self.kind, self.sha256 = kind, model.sha256
        self.model = f"{kind.name} {model.version}"
        self.title = f"{self.model} {model.sha256[:8]}"
        """For a person to read."""
        self._session = onnx.session(model.path)
        given = self._session.get_inputs()[0].shape
        edge = kind.size
        wanted = [edge, edge, 3] if kind.channels_last else [3, edge, edge]
        if list(given[1:]) != wanted:
            raise RuntimeError(f"{model.name} takes {given}, expected n times {wanted}")

    def embed(self, crop: "Pixels") -> "Vector | None":
        """Unit vector of an aligned RGB square of `kind.size`; None where there is none."""
        pixels = crop[:, :, ::-1].astype(np.float32) * np.float32(self.kind.scale)
        if not self.kind.channels_last:
            pixels = pixels.transpose(2, 0, 1)
        found = onnx.run(self._session, np.ascontiguousarray(pixels[None]))
        return unit(np.asarray(found, dtype=np.float64).ravel())

    def aligned(self, rgb: "Pixels", points: "NDArray[np.float32]") -> "Pixels | None":
        """The face's square; see the function."""
        return aligned(rgb, points, self.kind.size)


def load(
    find: Callable[[str], ModelFile | None] = store.find,
    why_missing: Callable[[str], str] = store.why_missing,
) -> Embedder:
    """The preferred network that is there; raises MissingModelError, or RuntimeError."""
    named = os.environ.get(VARIABLE, "")
    kinds = [kind for kind in KINDS if named in ("", kind.name)]
    if not kinds:
        names = ", ".join(kind.name for kind in KINDS)
        raise MissingModelError(f"{VARIABLE} names {named}; there are {names}.")
    for kind in kinds:
        model = find(kind.name)
        if model is not None:
            return Embedder(kind, model)
    raise MissingModelError(" ".join(why_missing(kind.name) for kind in kinds))


def unit(vector: "Vector") -> "Vector | None":
    """The vector at length 1; None for one without a direction."""
    length = float(np.linalg.norm(vector))
    return vector / length if np.isfinite(length) and length > 1e-12 else None


def mean(vectors: Sequence["Vector"]) -> "Vector | None":
    """The unit vector in the middle of these."""
    return unit(np.mean(vectors, axis=0)) if vectors else None


def aligned(rgb: "Pixels", points: "NDArray[np.float32]", size: int) -> "Pixels | None":
    """(size, size, 3): the face of these landmarks on its standard place; None where it has none.

    A large face is shrunk by its area first: sampling every fourth pixel would make grain of it.
    """
    placing = alignment.placing(points, size)
    if placing is None:
        return None
    height, width = rgb.shape[:2]
    corners = np.array([[0, 0], [size, 0], [0, size], [size, size]], dtype=np.float64)
    back = np.linalg.inv(placing[:, :2])
    seen = (corners - placing[:, 2]) @ back.T
    left, top = np.clip(np.floor(seen.min(axis=0)) - 2, 0, (width, height)).astype(int)
    right, bottom = np.clip(np.ceil(seen.max(axis=0)) + 2, 0, (width, height)).astype(int)
    if right <= left or bottom <= top:
        return None
    part = rgb[top:bottom, left:right]
    shrink = min(1.0, float(np.hypot(placing[0, 0], placing[1, 0])))
    if shrink < 0.7:
        small = (max(1, round(part.shape[1] * shrink)), max(1, round(part.shape[0] * shrink)))
        part = cv2.resize(part, small, interpolation=cv2.INTER_AREA)
    factor = np.array([part.shape[1] / (right - left), part.shape[0] / (bottom - top)])
    # Pixel centres lie half a pixel in, at either size.
    turn = placing[:, :2] / factor
    shift = placing[:, 2] + placing[:, :2] @ (np.array([left, top]) + 0.5 / factor - 0.5)
    part = np.ascontiguousarray(part)
    square = cv2.warpAffine(part, np.column_stack([turn, shift]), (size, size))
    return np.asarray(square, dtype=np.uint8)


def sharpness(crop: "Pixels") -> float:
    """Variance of the Laplacian of the luma (0..255) at 112 pixels."""
    luma = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    if luma.shape[0] != 112:
        luma = cv2.resize(luma, (112, 112), interpolation=cv2.INTER_AREA)
    return float(cv2.meanStdDev(cv2.Laplacian(luma, cv2.CV_16S))[1][0, 0]) ** 2

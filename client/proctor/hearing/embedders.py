"""A voice as a vector: by ECAPA-TDNN where its model is there, else by a measure without weights.

One rule: vectors of different embedders never meet; each has its own name in every template and
event, and its own thresholds with what is known about their error.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from client.models.fbank import WINDOW, fbank
from client.models.onnx import session
from client.models.store import ModelFile
from client.proctor.hearing import cepstra
from client.proctor.voices import Bounds
from shared.templates import SCALE, Template

Vector = NDArray[np.float64]


class EmbedderFailed(RuntimeError):
    """The model did not run; voice activity is not to blame."""


@dataclass(frozen=True, slots=True)
class Embedder:
    """One way to compare voices."""

    name: str
    """Name and version of the model."""
    sha256: str
    """Of the model's file, or of the recipe where there is none."""
    embed: Callable[[NDArray[np.float32]], Vector | None]
    """(n,) speech in -1..1 -> a vector of length 1, or None; raises EmbedderFailed."""
    likeness: Callable[[Vector, Vector], float]
    short: Bounds
    """For about two seconds of speech, as in a second voice."""
    long: Bounds
    """For the median of several stretches."""
    stretch_s: float
    """Seconds of speech in one stretch."""
    says_other: bool
    """Whether its error is small enough to say `other` of the candidate's answers."""
    least_snr_db: float
    """In more noise than this it does not compare."""
    basis: str
    """What is known of its error, for a person to read."""
    every_s: float = 1.0
    """Least seconds between two comparisons of a window."""

    @property
    def label(self) -> str:
        """For events: name, version and the start of the hash."""
        return f"{self.name} {self.sha256[:12]}"

    def template(self, vector: Vector, seconds: float) -> Template:
        """What is kept of a sample of so many seconds of speech."""
        values = tuple(int(each) for each in np.rint(vector * SCALE))
        samples = max(1, round(seconds))
        return Template(
            what="voice",
            model=self.name,
            sha256=self.sha256,
            values_micro=values,
            samples=samples,
        )

    def vector(self, template: Template | None) -> Vector | None:
        """None where there is no template, or where another model made it."""
        if template is None or template.what != "voice":
            return None
        if (template.model, template.sha256) != (self.name, self.sha256):
            return None
        return np.asarray(template.values_micro, np.float64) / SCALE


def without_weights() -> Embedder:
    """Mel cepstra; its thresholds were chosen on the speakers of LibriSpeech test-other."""
    return Embedder(
        name="cepstra-1",
        sha256=hashlib.sha256(cepstra.RECIPE.encode()).hexdigest(),
        embed=cepstra.cepstra,
        likeness=cepstra.likeness,
        short=Bounds(same_from=0.20, other_below=-0.05),
        long=Bounds(same_from=0.25, other_below=0.10),
        stretch_s=5.0,
        says_other=False,
        least_snr_db=15.0,
        basis="no trained model: a hint, wrong for about one pair of short recordings in thirteen",
    )


def ecapa(model: ModelFile) -> Embedder:
    """ECAPA-TDNN as `export-speaker` writes it; raises RuntimeError where it cannot be opened.

    Its thresholds lie around the 0.25 that SpeechBrain's own verification uses; its published
    equal error rate on VoxCeleb1 is 0.8 %. Real weights were not run: docs/detectors/speaker.md.
    """
    opened = session(model.path)
    inputs = [each.name for each in opened.get_inputs()]
    if inputs != ["features"]:
        raise RuntimeError(f"the speaker model takes {inputs}, expected features")
    return Embedder(
        name=f"ecapa-tdnn {model.version}",
        sha256=model.sha256,
        embed=_Ecapa(opened),
        likeness=lambda one, other: float(one @ other),
        short=Bounds(same_from=0.30, other_below=0.10),
        long=Bounds(same_from=0.35, other_below=0.15),
        stretch_s=4.0,
        says_other=True,
        least_snr_db=5.0,
        basis="published false-match rate about 1 in 100 at 0.25; not measured on this machine",
        every_s=2.0,  # 0.1 s of one core a call
    )


class _Ecapa:
    def __init__(self, opened: Any) -> None:
        self._session = opened

    def __call__(self, wave: NDArray[np.float32]) -> Vector | None:
        if len(wave) < 20 * WINDOW or not np.isfinite(wave).all() or not wave.any():
            return None
        try:
            said = self._session.run(None, {"features": fbank(wave)[None]})[0]
        except Exception as error:  # ONNX Runtime's errors share no base class but Exception
            raise EmbedderFailed(f"the speaker model failed: {error}") from error
        vector = np.asarray(said, np.float64).ravel()
        length = float(np.linalg.norm(vector))
        return vector / length if np.isfinite(length) and length > 0 else None

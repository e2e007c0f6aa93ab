"""Compares the face with the one on the selfie, and makes the selfie's template.

One rule: it paces itself. It is asked on every look, and compares a few clear frames every ten
seconds, whenever a face comes back, and whenever the camera or the selfie changes.
"""

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from client.proctor import alignment, identity
from client.proctor.detectors import embedder
from client.proctor.detectors.embedder import Embedder
from client.proctor.identity import CHECKING, ENROLLING, Check, Gate, Quality
from client.proctor.scene import Identity, Scene
from shared.templates import SCALE, Template

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Vector = NDArray[np.float64]

ENROL_FRAMES = 5
ENROL_LEAST = 3
"""Clear frames of which the template is the mean."""
ENROL_WITHIN_S = 4.0
"""How old the oldest of them may be."""


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What came of making a template."""

    template: Template | None
    refused: str = ""
    """Why there is none, in a sentence for the person."""


class IdentityDetector:
    """Needs `faces` and `pose`; holds the native session and the newest clear crops."""

    def __init__(self, network: Embedder) -> None:
        self._network = network
        self._check = Check()
        self._camera: tuple[int, tuple[int, ...]] | None = None
        self._against: tuple[Template, Vector] | None = None
        self._kept: deque[tuple[float, Pixels]] = deque(maxlen=ENROL_FRAMES)

    @property
    def title(self) -> str:
        """Which model: name, version and the start of its SHA-256."""
        return self._network.title

    def look(self, scene: Scene) -> Scene:
        """Fills `identity` on the frame that completes a check."""
        self._notice_camera(scene)
        self._keep(scene)
        template = scene.known.face
        if template is None:
            self._check, self._against = Check(), None
            return scene
        if self._against is None or self._against[0] != template:
            self._check = Check()
            self._against = (template, np.asarray(template.values_micro, np.float64) / SCALE)
        at_s = scene.frame.at_s
        clear = not identity.refusal(quality(scene, sharpness=np.inf), CHECKING)
        face = bool(scene.faces)
        self._check, compare = identity.look(self._check, at_s, face=face, clear=clear)
        if compare and template.sha256 != self._network.sha256:
            self._check = replace(self._check, began_s=None, due_s=at_s + identity.EVERY_S)
            return replace(scene, identity=self._incomparable(template))
        if compare:
            self._compare(scene, self._against[1])
        levels = self._network.kind.levels
        self._check, verdict = identity.settle(self._check, levels, self._network.title)
        return scene if verdict is None else replace(scene, identity=verdict)

    def enrol(self, scene: Scene) -> Enrolled:
        """The template of the newest clear frames; refused where this frame is not clear."""
        crop = _crop(scene, self._network.kind.size, ENROLLING)
        if isinstance(crop, str):
            return Enrolled(None, crop)
        oldest_s = scene.frame.at_s - ENROL_WITHIN_S
        crops = [kept for at_s, kept in self._kept if at_s >= oldest_s]
        found = (self._network.embed(each) for each in crops)
        vectors = [vector for vector in found if vector is not None]
        middle = embedder.mean(vectors)
        if len(vectors) < ENROL_LEAST or middle is None:
            return Enrolled(None, "Too few clear pictures; please hold still for two seconds.")
        every = np.stack(vectors)
        if float((every @ every.T).min()) < self._network.kind.levels.same:
            return Enrolled(None, "The pictures differ too much; please hold still.")
        values = tuple(round(float(value) * SCALE) for value in middle)
        return Enrolled(
            Template(
                what="face",
                model=self._network.model,
                sha256=self._network.sha256,
                values_micro=values,
                samples=len(vectors),
            )
        )

    def close(self) -> None:
        """The session goes with this object."""

    def _notice_camera(self, scene: Scene) -> None:
        """Frames of another camera count from the beginning or have another size."""
        number, size = scene.frame.number, scene.frame.rgb.shape[:2]
        if self._camera is not None and (number < self._camera[0] or size != self._camera[1]):
            self._check = Check()
            self._kept.clear()
        self._camera = (number, size)

    def _keep(self, scene: Scene) -> None:
        at_s = scene.frame.at_s
        if self._kept and 0 <= at_s - self._kept[-1][0] < identity.APART_S:
            return
        crop = _crop(scene, self._network.kind.size, ENROLLING)
        if not isinstance(crop, str):
            self._kept.append((at_s, crop))
        elif not scene.faces or len(scene.faces) != 1:
            self._kept.clear()  # whoever comes next may be somebody else

    def _compare(self, scene: Scene, selfie: "Vector") -> None:
        crop = _crop(scene, self._network.kind.size, CHECKING)
        if isinstance(crop, str):
            return
        vector = self._network.embed(crop)
        if vector is not None and len(vector) == len(selfie):
            cosine = float(vector @ selfie / np.linalg.norm(selfie))
            self._check = identity.compared(self._check, cosine)

    def _incomparable(self, template: Template) -> Identity:
        made = f"{template.model} {template.sha256[:8]}"
        return Identity(
            "unsure", None, f"the selfie was enrolled with {made}, this machine has {self.title}"
        )


def make() -> IdentityDetector:
    """With the preferred model that is there; raises MissingModelError or RuntimeError."""
    return IdentityDetector(embedder.load())


def quality(scene: Scene, *, sharpness: float) -> Quality:
    """What the gate asks of a frame's largest face."""
    if not scene.faces:
        return Quality(None if scene.faces is None else 0)
    face = scene.faces[0]
    left, top, width, height = face.box
    return Quality(
        len(scene.faces),
        scene.pose,
        alignment.eye_distance(face.points),
        face.brightness,
        sharpness,
        inside=left >= 0 and top >= 0 and left + width <= 1 and top + height <= 1,
    )


def _crop(scene: Scene, size: int, gate: Gate) -> "Pixels | str":
    """The aligned face, or why it does not do."""
    refused = identity.refusal(quality(scene, sharpness=np.inf), gate)
    if refused or not scene.faces:
        return refused
    crop = embedder.aligned(scene.frame.rgb, scene.faces[0].points, size)
    if crop is None:
        return "The face cannot be made out."
    sharp = embedder.sharpness(crop)
    return identity.refusal(quality(scene, sharpness=sharp), gate) or crop

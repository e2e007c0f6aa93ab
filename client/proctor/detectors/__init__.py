"""Models that look at frames and say what they see; each in one module with its own card.

One rule: `DETECTORS` is the whole list, in the order in which they look: a later one may use
what an earlier one put into the scene.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from client.models.store import ModelFile
from client.proctor.detectors import identity, liveness
from client.proctor.detectors.company import CompanyDetector
from client.proctor.detectors.face import FaceDetector
from client.proctor.detectors.gaze import GazeDetector
from client.proctor.detectors.head_pose import HeadPoseDetector
from client.proctor.detectors.loop import LoopDetector
from client.proctor.detectors.objects import ObjectsDetector
from client.proctor.detectors.people import PeopleDetector
from client.proctor.detectors.picture import PictureDetector
from client.proctor.scene import Scene


class Detector(Protocol):
    """Looks at frames of one source in the order of their times."""

    def look(self, scene: Scene) -> Scene:
        """The scene with this detector's field filled; raises RuntimeError or ValueError."""
        ...

    def close(self) -> None:
        """Gives native memory and threads back."""
        ...


@runtime_checkable
class Partial(Protocol):
    """A detector that also works without its model, only less well."""

    @property
    def without(self) -> str:
        """A sentence about what is missing; empty where nothing is."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One detector."""

    name: str
    model: str | None
    """Name in the models' manifest; None where it computes from what others found."""
    every_s: float
    """Least seconds between two looks."""
    make: Callable[[ModelFile | None], Detector]
    """Loads it; raises RuntimeError, ValueError or OSError where the model cannot be used, and
    MissingModelError where it looks for its model itself and finds none."""
    gives_way: bool = False
    """Whether it looks less often where the machine cannot keep up (`strain`), and on a frame of
    its own where several are due: what it needs of other rows must be of those that do not."""


def _face(model: ModelFile | None) -> Detector:
    assert model is not None
    return FaceDetector(model)


def _people(model: ModelFile | None) -> Detector:
    assert model is not None
    return PeopleDetector(model)


def _objects(model: ModelFile | None) -> Detector:
    assert model is not None
    return ObjectsDetector(model)


FACE_EVERY_S = 0.1

DETECTORS: tuple[Row, ...] = (
    Row("picture", None, FACE_EVERY_S, lambda _: PictureDetector()),
    Row("face", "face", FACE_EVERY_S, _face),
    Row("head_pose", None, FACE_EVERY_S, lambda _: HeadPoseDetector()),
    Row("gaze", None, FACE_EVERY_S, lambda _: GazeDetector()),
    Row("loop", None, FACE_EVERY_S, lambda _: LoopDetector()),
    Row("identity", None, FACE_EVERY_S, lambda _: identity.make()),
    Row("liveness", None, FACE_EVERY_S, lambda _: liveness.make()),
    Row("people", "people", 0.3, _people, gives_way=True),
    Row("objects", "objects", 1.0, _objects, gives_way=True),
    Row("company", None, FACE_EVERY_S, lambda _: CompanyDetector()),
)

"""Adds persons whose face is not seen to the people in the picture.

A head that is cut off, turned away or hidden has no face to be found, but its body is a person to
the object detector. One rule: such a person counts only while seen in two looks running, and as
long as no face is found in their place, so that nobody counts twice.
"""

from collections.abc import Iterable
from dataclasses import replace

from client.proctor.detectors.yolox import overlap
from client.proctor.framing import middle_inside
from client.proctor.scene import Scene
from client.proctor.types import Box

BELIEVED_S = 4.5
"""Longest time between two looks of the object detector on a machine that cannot keep up."""
_SAME_PLACE = 0.5
"""Share of the smaller box that the same person's two boxes share."""


class CompanyDetector:
    """Needs `things`, and `people` or `faces`; remembers the last look at each."""

    def __init__(self) -> None:
        self._faces: tuple[Box, ...] | None = None
        self._candidates: tuple[Box, ...] = ()
        self._faceless: tuple[Box, ...] = ()
        self._seen_s = 0.0

    def look(self, scene: Scene) -> Scene:
        """Extends `people` where it is known, or makes it of `faces` where nobody else fills it."""
        at_s = scene.frame.at_s
        if not 0 <= at_s - self._seen_s <= BELIEVED_S:
            self._candidates = self._faceless = ()
        if scene.people is not None:
            self._faces = scene.people
        near = tuple(face.box for face in scene.faces or ())
        if scene.things is not None:
            self._remember(scene, (*near, *(self._faces or ())))
        people = scene.people
        if people is None and self._faces is None and scene.faces is not None:
            people = near
        if people is None:
            return scene
        faces = (*near, *people)
        alone = tuple(each for each in self._faceless if not _has_face(each, faces))
        return replace(scene, people=(*people, *alone))

    def close(self) -> None:
        """Nothing to give back."""

    def _remember(self, scene: Scene, faces: Iterable[Box]) -> None:
        faces = tuple(faces)
        persons = (each.box for each in scene.things or () if each.what == "person")
        seen = tuple(box for box in persons if not _has_face(box, faces))
        again = (box for box in seen if any(_same(box, before) for before in self._candidates))
        self._candidates, self._faceless = seen, tuple(again)
        self._seen_s = scene.frame.at_s


def _has_face(person: Box, faces: Iterable[Box]) -> bool:
    return any(middle_inside(face, person) for face in faces)


def _same(first: Box, second: Box) -> bool:
    smaller = min(first[2] * first[3], second[2] * second[3])
    return overlap(first, second) > _SAME_PLACE * smaller

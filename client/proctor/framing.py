"""What a rule's picture shows, and who in it must not be recognised.

Pure. One rule: whoever is not the point of the rule is blurred; the candidate is the largest face
of the landmarker, and where there is none nobody is known to be the candidate.
"""

from dataclasses import dataclass

from client.proctor.rules import Rule
from client.proctor.scene import Scene, Something
from client.proctor.types import Box, Measure

_THING: dict[Measure, Something] = {
    Measure.PHONE: "phone",
    Measure.BOOK: "book",
    Measure.SECOND_SCREEN: "screen",
}
_HEAD = 0.4
"""Upper share of a person's box in which the head is, whether they sit or stand."""


@dataclass(frozen=True, slots=True)
class Framing:
    """Boxes of the frame."""

    show: tuple[Box, ...]
    """The picture is cut out around all of them."""
    blur: tuple[Box, ...]


def framing(scene: Scene, rule: Rule) -> Framing | None:
    """What this rule's picture shows of the scene; None where that is not in it."""
    near = tuple(face.box for face in scene.faces or ())
    others = _others(scene, near)
    if rule.about_things:
        wanted = _THING.get(rule.measure)
        things = tuple(each.box for each in scene.things or () if each.what == wanted)
        return Framing(things, others) if things else None
    if rule.about_others:
        everybody = (*near[:1], *others)
        return Framing(everybody, ()) if everybody else None
    return Framing(near[:1], others) if near else None


def middle_inside(box: Box, other: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    left, top, width, height = other
    return left <= x <= left + width and top <= y <= top + height


def _others(scene: Scene, near: tuple[Box, ...]) -> tuple[Box, ...]:
    """Faces and heads of everybody but the candidate, as far as this frame knows them."""
    heads = (
        (x, y, width, _HEAD * height)
        for x, y, width, height in (
            each.box for each in scene.things or () if each.what == "person"
        )
    )
    others = list(near[1:])
    for box in (*(scene.people or ()), *heads):
        theirs = any(_same_place(box, face) for face in near[:1])
        if not theirs and not any(_same_place(box, known) for known in others):
            others.append(box)
    return tuple(others)


def _same_place(first: Box, second: Box) -> bool:
    return middle_inside(first, second) or middle_inside(second, first)

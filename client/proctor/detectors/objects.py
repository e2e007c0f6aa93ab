"""Finds phones, books, screens and persons with YOLOX-nano, about once a second.

One rule: it says how sure it is of each thing; from when that counts stands in the rules, which
also ask for it again in the next looks.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from client.models import lighter, onnx
from client.models.store import ModelFile
from client.proctor.detectors import yolox
from client.proctor.scene import Scene, Something, Thing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

LEAST = 0.2
"""Below this nothing is reported; the rules' levels lie above."""
LEAST_PERSON = 0.5
"""A person is counted or not, no rule weighs it: from here on none too many was seen in 486 looks
at one person (docs/detectors/people.md)."""
KINDS: dict[int, Something] = {0: "person", 62: "screen", 63: "screen", 67: "phone", 73: "book"}
"""COCO's person, tv, laptop, cell phone and book. A tv is any monitor. A laptop counts as a screen
as well: the candidate's own stands behind the camera, so one in the picture is another one."""

_TRIED = (64, 96)
"""Height and width of the picture on which a network shows that it follows its input's size."""

log = logging.getLogger(__name__)


class ObjectsDetector:
    """Keeps nothing between frames."""

    def __init__(self, model: ModelFile) -> None:
        self._session, self._square = open_network(model.path)
        (first, *_), (output, *_) = self._session.get_inputs(), self._session.get_outputs()
        self._input, self._output = first.name, output.name

    def look(self, scene: Scene) -> Scene:
        """Fills `things`, the surest first."""
        rgb = scene.frame.rgb
        size = yolox.input_size(rgb.shape, square=self._square)
        (cells,) = self._session.run([self._output], {self._input: yolox.letterboxed(rgb, size)})
        found = yolox.found(
            np.asarray(cells, np.float32), rgb.shape, tuple(KINDS), LEAST, given=size
        )
        things = (Thing(KINDS[each.kind], each.box, each.confidence) for each in found)
        return replace(
            scene,
            things=tuple(
                each for each in things if each.what != "person" or each.confidence >= LEAST_PERSON
            ),
        )

    def close(self) -> None:
        """The session goes with the detector."""


def open_network(
    path: Path, opening: "Callable[[Path | bytes], InferenceSession]" = onnx.session
) -> "tuple[InferenceSession, bool]":
    """The session, and whether it takes nothing but its whole square.

    Below a 4:3 picture a quarter of the square is grey, and a quarter of the work. An export in
    which inner sizes are written down works on the square alone. Raises RuntimeError, and
    ValueError for a network of another size.
    """
    light = lighter.of_any_size(path.read_bytes(), yolox.EDGE, yolox.EDGE)
    light = lighter.of_kinds(lighter.without_focus(light), tuple(KINDS), yolox.KINDS)
    try:
        free = opening(light)
        seen = onnx.run(free, np.zeros((1, 3, *_TRIED), np.float32))
        if seen.shape[:2] == (1, yolox.cells_of(_TRIED)):
            return free, False
    except RuntimeError as error:
        log.info("the objects' network takes its whole square only: %s", error)
    square = opening(path)
    given, wanted = square.get_inputs()[0].shape, [1, 3, yolox.EDGE, yolox.EDGE]
    if given != wanted:
        raise ValueError(f"expected an input of {wanted}, got {given}")
    return square, True

"""Finds phones, books, screens and persons with YOLOX-nano, about once a second.

One rule: it says how sure it is of each thing; from when that counts stands in the rules, which
also ask for it again in the next looks.
"""

from dataclasses import replace

import numpy as np

from client.models.onnx import session
from client.models.store import ModelFile
from client.proctor.detectors import yolox
from client.proctor.scene import Scene, Something, Thing

LEAST = 0.2
"""Below this nothing is reported; the rules' levels lie above."""
LEAST_PERSON = 0.5
"""A person is counted or not, no rule weighs it: from here on none too many was seen in 486 looks
at one person (docs/detectors/people.md)."""
KINDS: dict[int, Something] = {0: "person", 62: "screen", 63: "screen", 67: "phone", 73: "book"}
"""COCO's person, tv, laptop, cell phone and book. A tv is any monitor. A laptop counts as a screen
as well: the candidate's own stands behind the camera, so one in the picture is another one."""


class ObjectsDetector:
    """Keeps nothing between frames."""

    def __init__(self, model: ModelFile) -> None:
        self._session = session(model.path)
        (first, *_), (output, *_) = self._session.get_inputs(), self._session.get_outputs()
        wanted = [1, 3, yolox.EDGE, yolox.EDGE]
        if first.shape != wanted:
            raise ValueError(f"expected an input of {wanted}, got {first.shape}")
        self._input, self._output = first.name, output.name

    def look(self, scene: Scene) -> Scene:
        """Fills `things`, the surest first."""
        rgb = scene.frame.rgb
        (cells,) = self._session.run([self._output], {self._input: yolox.letterboxed(rgb)})
        found = yolox.found(np.asarray(cells, np.float32), rgb.shape, tuple(KINDS), LEAST)
        things = (Thing(KINDS[each.kind], each.box, each.confidence) for each in found)
        return replace(
            scene,
            things=tuple(
                each for each in things if each.what != "person" or each.confidence >= LEAST_PERSON
            ),
        )

    def close(self) -> None:
        """The session goes with the detector."""

"""The detectors that are loaded, and those that are off with the reason.

One rule: a detector that cannot load or fails again and again is turned off alone, and visibly.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from client.models import store
from client.models.store import ModelFile
from client.proctor.detectors import DETECTORS, Detector, Row
from client.proctor.pace import Pace
from client.proctor.scene import Scene
from client.proctor.types import System

MOST_FAILURES = 3
"""Failures in a row: one bad frame is no reason, three are."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Loaded:
    row: Row
    detector: Detector
    pace: Pace
    failures: int = 0


class Bank:
    """Runs every detector that is due on a frame."""

    def __init__(
        self,
        rows: tuple[Row, ...] = DETECTORS,
        *,
        find: Callable[[str], ModelFile | None] = store.find,
        why_missing: Callable[[str], str] = store.why_missing,
    ) -> None:
        self.off: dict[str, str] = {}
        """Sentence for each detector that is off."""
        self.news: list[System] = []
        """What happened since somebody last emptied it."""
        self._loaded: list[_Loaded] = []
        for row in rows:
            self._load(row, find, why_missing)

    def runs(self, name: str) -> bool:
        """Whether that detector is loaded."""
        return any(each.row.name == name for each in self._loaded)

    @property
    def running(self) -> frozenset[str]:
        """Names of the detectors that are loaded."""
        return frozenset(each.row.name for each in self._loaded)

    def look(self, scene: Scene) -> tuple[Scene, bool]:
        """The scene after all detectors that are due, and whether any was."""
        any_due = False
        for each in tuple(self._loaded):
            if each.pace.due(scene.frame.at_s):
                any_due = True
                scene = self._look(each, scene)
        return scene, any_due

    def close(self) -> None:
        """Closes every detector."""
        for each in self._loaded:
            each.detector.close()
        self._loaded.clear()

    def _look(self, each: _Loaded, scene: Scene) -> Scene:
        try:
            scene = each.detector.look(scene)
        except (RuntimeError, ValueError) as error:
            each.failures += 1
            log.warning("detector %s failed: %s", each.row.name, error)
            if each.failures >= MOST_FAILURES:
                self._loaded.remove(each)
                each.detector.close()
                self._turn_off(each.row, f"{each.row.name} failed again and again and is off.")
            return scene
        each.failures = 0
        return scene

    def _load(
        self,
        row: Row,
        find: Callable[[str], ModelFile | None],
        why_missing: Callable[[str], str],
    ) -> None:
        model = None
        if row.model is not None:
            model = find(row.model)
            if model is None:
                self.off[row.name] = why_missing(row.model)
                self.news.append(System("model_missing", self.off[row.name]))
                return
        try:
            detector = row.make(model)
        except (RuntimeError, ValueError, OSError) as error:
            log.warning("detector %s did not load: %s", row.name, error)
            self._turn_off(row, f"{row.name} could not be loaded and is off.")
            return
        self._loaded.append(_Loaded(row, detector, Pace(row.every_s)))

    def _turn_off(self, row: Row, sentence: str) -> None:
        self.off[row.name] = sentence
        self.news.append(System("detector_off", sentence))

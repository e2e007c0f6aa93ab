"""Where the candidate looks: a point on the calibrated screen, or against an assumed one.

One rule: better unknown than wrong. An answer is the median of a third of a second, and a look
that says nothing (a blink, a turned head) is unknown at once.
"""

from collections import deque
from dataclasses import replace
from statistics import median

from client.proctor import offscreen
from client.proctor.calibration import Aim, Calibration
from client.proctor.detectors.gaze_eyes import eye_shot
from client.proctor.scene import Scene

EYES_DISAGREE = 0.15
"""Eye widths by which the eyes may drift against each other: beyond, one is misread."""
STEADY_S = 0.35
"""Looks so far back are joined; longer would be seen in the onset of an episode."""


class GazeDetector:
    """Needs `faces` and `pose`; keeps the aims of the last third of a second."""

    def __init__(self) -> None:
        self._aims: deque[tuple[float, Aim]] = deque()
        self._by: Calibration | None = None

    def look(self, scene: Scene) -> Scene:
        """Fills `eyes`, `look` and `gaze`."""
        if not scene.faces:
            return scene
        shot = eye_shot(scene.frame.rgb, scene.faces[0].points)
        if shot is None:
            return scene
        look = None if scene.pose is None else shot.look(scene.pose)
        scene = replace(scene, eyes=shot.eyes, look=look)
        aim, calibration = _aim(scene), scene.known.calibration
        if aim is None:
            return scene
        steady = self._steady(scene.frame.at_s, aim, calibration)
        known = scene.known.screen or offscreen.ASSUMED
        screen = known if calibration is None else calibration.screen
        return replace(scene, gaze=offscreen.gaze(screen, steady, measured=calibration is not None))

    def close(self) -> None:
        """Nothing to give back."""

    def _steady(self, at_s: float, aim: Aim, by: Calibration | None) -> Aim:
        """The median of this aim and those just before it, of one model and one clock."""
        if by is not self._by or (self._aims and at_s <= self._aims[-1][0]):
            self._aims.clear()
        self._by = by
        self._aims.append((at_s, aim))
        while self._aims[0][0] < at_s - STEADY_S:
            self._aims.popleft()
        kept = [each for _, each in self._aims]
        return Aim(
            median(each.x_deg for each in kept),
            median(each.y_deg for each in kept),
            max(each.half_deg for each in kept),
        )


def _agree(scene: Scene) -> bool:
    """Whether both eyes have kept together; where they drift apart, one is misread."""
    rest = None if scene.known.neutral is None else scene.known.neutral.eyes
    if rest is None or scene.eyes is None:
        return True
    return abs(scene.eyes.apart - rest.apart) <= EYES_DISAGREE


def _aim(scene: Scene) -> Aim | None:
    known = scene.known
    if not _agree(scene):
        return None
    if known.calibration is not None:
        if scene.look is None:
            return None
        return offscreen.calibrated(known.calibration, scene.look, known.neutral)
    if scene.pose is None or scene.eyes is None or known.neutral is None:
        return None
    return offscreen.uncalibrated(scene.pose, scene.eyes, known.neutral)

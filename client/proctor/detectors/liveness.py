"""Whether the face lives: signs of life in the landmarks, and networks that know paper and screens.

One rule: evidence only, and it runs without its models: then the signs alone speak, and say so.
"""

import statistics
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from client.models import store
from client.models.store import ModelFile
from client.proctor.alignment import eye_distance
from client.proctor.detectors import antispoof, signs
from client.proctor.detectors.antispoof import Antispoof
from client.proctor.detectors.signs import Life, Shape
from client.proctor.pace import Pace
from client.proctor.scene import Liveness, Scene

SAY_EVERY_S = 1.0
VOTE_EVERY_S = 2.0
VOTES = 5
"""Frames of which the networks' median counts; the newest ten are kept."""
PICTURE = 0.3
"""Median probability of a living face below which the networks call it a picture."""
DOUBT = 0.5
_EYES_PX = 30
"""In a smaller face a blink is a pixel."""
_YAW_DEG, _PITCH_DEG = 20.0, 25.0
"""Further round, an eye hides behind the nose, and its opening is a guess."""
_DARK_FACE = 0.12


class LivenessDetector:
    """Needs `faces` and `pose`; holds the networks where there are any."""

    def __init__(self, networks: Antispoof | None, without: str = "") -> None:
        self._networks, self._without = networks, without
        self._say, self._vote = Pace(SAY_EVERY_S), Pace(VOTE_EVERY_S)
        self._life = Life()
        self._votes: deque[float] = deque(maxlen=2 * VOTES)
        self._camera: tuple[int, tuple[int, ...]] | None = None

    @property
    def without(self) -> str:
        """Which part is off, in a sentence; empty where none is."""
        return self._without

    def look(self, scene: Scene) -> Scene:
        """Fills `liveness` about once a second while exactly one face is there."""
        at_s = scene.frame.at_s
        self._notice_camera(scene)
        self._life = signs.watch(self._life, at_s, clear_shape(scene))
        if scene.faces is None or len(scene.faces) != 1:
            self._votes.clear()  # whoever comes next may be somebody else
            return scene
        if self._networks is not None and self._vote.due(at_s):
            vote = self._networks.real(scene.frame.rgb, scene.faces[0].box)
            if vote is not None:
                self._votes.append(vote)
        if not self._say.due(at_s):
            return scene
        return replace(scene, liveness=verdict(self._life, tuple(self._votes)))

    def close(self) -> None:
        """The sessions go with this object."""

    def _notice_camera(self, scene: Scene) -> None:
        """Frames of another camera count from the beginning or have another size."""
        number, size = scene.frame.number, scene.frame.rgb.shape[:2]
        if self._camera is not None and (number < self._camera[0] or size != self._camera[1]):
            self._life = Life()
            self._votes.clear()
        self._camera = (number, size)


def make(
    find: Callable[[str], ModelFile | None] = store.find,
    why_missing: Callable[[str], str] = store.why_missing,
) -> LivenessDetector:
    """With the networks where both are there, else with the signs alone."""
    try:
        networks = antispoof.load(find)
    except RuntimeError:
        return LivenessDetector(None, "The antispoof models cannot be opened.")
    if networks is not None:
        return LivenessDetector(networks)
    missing = (name for name, _ in antispoof.MODELS if find(name) is None)
    return LivenessDetector(None, why_missing(next(missing, antispoof.MODELS[0][0])))


def clear_shape(scene: Scene) -> Shape | None:
    """What the landmarks say of a face that is alone, near, lit and ahead; else None."""
    if scene.faces is None or len(scene.faces) != 1 or scene.pose is None:
        return None
    face, pose = scene.faces[0], scene.pose
    ahead = abs(pose.yaw_deg) <= _YAW_DEG and abs(pose.pitch_deg) <= _PITCH_DEG
    if not ahead or face.brightness < _DARK_FACE or not eye_distance(face.points) >= _EYES_PX:
        return None
    return signs.shape(face.points)


def verdict(life: Life, votes: tuple[float, ...]) -> Liveness:
    """Both kinds of evidence together; either alone can call it a picture."""
    by_signs, by_networks = life.not_alive, _by_networks(votes)
    said = [_said(life)]
    if by_networks is not None:
        said.append(f"networks: {statistics.median(votes):.2f} real in {len(votes)} frames")
    detail = "; ".join(said)
    if by_signs == 1 or by_networks == 1:
        return Liveness(1.0, detail)
    if by_networks is not None and by_networks > 0:
        return Liveness(by_networks, detail)
    # That a picture is a good one is no sign of life: the networks alone never say alive.
    return Liveness(by_signs, detail)


def _by_networks(votes: tuple[float, ...]) -> float | None:
    if len(votes) < VOTES:
        return None
    middle = statistics.median(votes)
    if middle < PICTURE:
        return 1.0
    return 0.5 if middle < DOUBT else 0.0


def _said(life: Life) -> str:
    watched = f"{life.lifeless_s:.0f} s of watching"
    if life.not_alive == 1:
        return f"no blink and nothing that moved within the face in {watched}"
    if life.sign:
        return f"{life.sign}, {watched} ago"
    return f"no sign of life yet in {watched}"

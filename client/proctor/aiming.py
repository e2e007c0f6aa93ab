"""Collects looks at known points of the screen and fits the candidate's own gaze model.

One rule: a look counts only while head and eyes are seen clearly; points held out for the error
never enter the fit.
"""

from collections import deque

from client.proctor import gaze_fit
from client.proctor.calibration import Calibration, corrected, steady
from client.proctor.gaze_fit import Sighting
from client.proctor.pace import Pace
from client.proctor.pipe import Clicked, FitGaze, LookAt
from client.proctor.pose import Look
from client.proctor.scene import Scene
from client.proctor.types import Aimed, GazeFitted

SETTLES_S = 0.5
"""Eyes reach a new point 0.2 to 0.4 s after it appears."""
WANTED = 8
"""Clear looks at one point: 0.8 s at ten frames a second."""
FEWEST = 3
"""With fewer the point is left out."""
LONGEST_S = 2.8
"""A point that is not seen by then is given up: thirteen of them stay below 40 s."""
APART = 0.06
"""A look further than this from the point's median, in eye widths (6 degrees), went elsewhere."""
_SAYS_EVERY_S = 0.2
_REMEMBERS_S = 3.0
_BEFORE_CLICK_S, _AFTER_CLICK_S = 0.5, 0.1
"""Eyes stay on what they click from half a second before the click."""


class Aiming:
    """One calibration after the other, and the drift between them."""

    def __init__(self) -> None:
        self._target: LookAt | None = None
        self._since_s: float | None = None
        self._found: dict[int, tuple[LookAt, list[Look]]] = {}
        self._says = Pace(_SAYS_EVERY_S)
        self._recent: deque[tuple[float, Look]] = deque()
        self._calibration: Calibration | None = None

    def look_at(self, target: LookAt) -> None:
        """Looks that follow belong to this point; point 0 begins anew."""
        if target.number == 0:
            self._found.clear()
        self._target, self._since_s = target, None
        self._found[target.number] = (target, [])
        self._says = Pace(_SAYS_EVERY_S)

    def see(self, scene: Scene) -> Aimed | None:
        """Takes one look; how far the point has come, a few times a second."""
        at_s = scene.frame.at_s
        self._calibration = scene.known.calibration
        self._remember(at_s, scene.look)
        if self._target is None:
            return None
        if self._since_s is None or at_s < self._since_s:
            self._since_s = at_s
        waited = at_s - self._since_s
        looks = self._found[self._target.number][1]
        share = len(looks) / WANTED
        if share < 1 and waited >= SETTLES_S and scene.look is not None:
            looks.append(scene.look)
            share = len(looks) / WANTED
        if waited >= LONGEST_S:
            share = 1.0
        due = self._says.due(at_s)
        return Aimed(self._target.number, min(1.0, share)) if due or share >= 1 else None

    def fit(self, order: FitGaze) -> GazeFitted:
        """The model of all looks so far."""
        self._target = None
        sides: dict[bool, list[Sighting]] = {False: [], True: []}
        for target, looks in self._found.values():
            kept = clear(looks)
            if len(kept) >= FEWEST:
                sides[target.held_out].append(Sighting(target.x_mm, target.y_mm, kept))
        self._found.clear()
        found = gaze_fit.fit(order.screen, sides[False], sides[True])
        return GazeFitted(
            found.calibration,
            found.reason,
            points=len(sides[False]),
            held_out=len(sides[True]),
            error_deg=found.error_deg,
            error_mm=found.error_mm,
            interval90_deg=found.interval90_deg,
        )

    def clicked(self, click: Clicked) -> Calibration | None:
        """The calibration after comparing a click with the gaze at that moment.

        None where there is none, or where head and eyes were not seen clearly just then.
        """
        if self._calibration is None:
            return None
        start, end = click.at_s - _BEFORE_CLICK_S, click.at_s + _AFTER_CLICK_S
        looks = [look for at_s, look in self._recent if start <= at_s <= end]
        if len(looks) < 2:
            return None
        self._calibration = corrected(self._calibration, looks, click.x_mm, click.y_mm)
        return self._calibration

    def _remember(self, at_s: float, look: Look | None) -> None:
        if self._recent and at_s < self._recent[-1][0]:
            self._recent.clear()
        if look is not None:
            self._recent.append((at_s, look))
        while self._recent and self._recent[0][0] < at_s - _REMEMBERS_S:
            self._recent.popleft()


def clear(looks: list[Look]) -> tuple[Look, ...]:
    """Those looks at one point that agree with their median."""
    if not looks:
        return ()
    middle = steady(looks)
    return tuple(
        look
        for look in looks
        if abs(look.across - middle.across) <= APART and abs(look.down - middle.down) <= APART
    )

"""Collects looks at known points of the screen and fits the candidate's own gaze model.

One rule: a look counts only while head and eyes are seen clearly; points held out for the error
never enter the fit.
"""

from client.proctor.pipe import Clicked, FitGaze, LookAt
from client.proctor.scene import Scene
from client.proctor.types import Aimed, GazeFitted


class Aiming:
    """One calibration after the other, and the drift between them."""

    def look_at(self, target: LookAt) -> None:
        """Looks that follow belong to this point; point 0 begins anew."""

    def see(self, scene: Scene) -> Aimed | None:
        """Takes one look; how far the point has come, a few times a second."""
        return None

    def fit(self, order: FitGaze) -> GazeFitted:
        """The model of all looks so far."""
        return GazeFitted(None, "No point was looked at.", 0, 0)

    def clicked(self, click: Clicked) -> None:
        """Compares a click with where the gaze was thought to be."""

"""The light challenge: the screen changes its colour slowly, and living skin answers.

Pure. One rule: it is evidence only, and what cannot be told is `unknown`.
"""

from client.proctor.pipe import Light
from client.proctor.scene import Scene
from client.proctor.types import LightJudged


class LightChallenge:
    """Watches the face's colour between the first `Light` and the last."""

    def shine(self, light: Light) -> None:
        """The screen shines in this colour from its time on."""

    def see(self, scene: Scene) -> None:
        """Takes the colour of the face and of what is behind it."""

    def judge(self) -> LightJudged:
        """What the face did; begins anew."""
        return LightJudged("unknown", None, "No light was shown.")

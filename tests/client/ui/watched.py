"""A desk whose camera is watched by a scripted proctor."""

from collections.abc import Callable

from client.proctor.types import Camera, Message, SourceSpec
from client.spool.store import Spool
from client.ui.conductor import Parts
from client.ui.watch import Watching
from tests.client.ui.conduct import NOTHING, Desk
from tests.client.ui.edges import ScriptedProctor

ONE, TWO = Camera(0, "Built in"), Camera(1, "Desk")
CHALLENGE = (((200, 220, 255), 0.01), ((255, 230, 180), 0.01))
"""Quicker than the product's."""


class Watched(Desk):
    """A desk whose camera is watched by a scripted proctor."""

    def __init__(self, spool: Spool) -> None:
        super().__init__(spool)
        self.proctors: list[ScriptedProctor] = []
        self.cameras: tuple[Camera, ...] = (ONE, TWO)
        self.watch = Watching(
            self.conductor, self._make, list_cameras=lambda: self.cameras, challenge=CHALLENGE
        )
        self.conductor.use(Parts(NOTHING, NOTHING, self.watch))

    def _make(
        self, source: SourceSpec | None, on_message: Callable[[Message], None]
    ) -> ScriptedProctor:
        self.proctors.append(ScriptedProctor(source, on_message))
        return self.proctors[-1]

    @property
    def proctor(self) -> ScriptedProctor:
        return self.proctors[-1]

    def close(self) -> None:
        self.watch.stop()
        self.watch.close()
        super().close()

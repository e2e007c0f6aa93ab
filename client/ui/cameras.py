"""The cameras of this machine, and which one is watched.

One rule: a recording in place of a camera is the only choice there is.
"""

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from client.proctor.types import Camera, SourceSpec
from client.ui.conductor import Conductor
from client.ui.devices import Choice
from shared.events import SystemNoted

log = logging.getLogger(__name__)

REPLAY_KEY = "replay"


class Cameras(QObject):
    """Lists and chooses; `use` is told of another source."""

    found = Signal(object)
    """Cameras as a tuple of Choice."""

    def __init__(
        self,
        conductor: Conductor,
        *,
        listed: Callable[[], Sequence[Camera]],
        fixed: SourceSpec | None,
        use: Callable[[SourceSpec], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._list = listed
        self._fixed = fixed
        self._use = use
        """Whether anybody watches who could take it."""
        self._cameras: dict[str, Camera] = {}
        self.source = fixed
        self.key = REPLAY_KEY if fixed is not None else ""

    def look(self) -> None:
        """Lists cameras; answered by `found`."""
        if self._fixed is not None:
            self.found.emit((Choice(REPLAY_KEY, self.tr("Recording")),))
            return
        self._conductor.background.run(
            self._list, self._listed, lambda error: log.warning("cameras: %s", error)
        )

    def lost(self) -> None:
        """The one in use went away: another may be there."""
        if self._fixed is None:
            self.look()

    def choose(self, key: str) -> None:
        """Watches through another camera."""
        camera = self._cameras.get(key)
        if camera is None or not self._use(camera):
            return
        changed = bool(self.key) and key != self.key
        self.key, self.source = key, camera
        if changed:
            self._conductor.system(SystemNoted(what="camera_changed"))
        self._tell()

    def _listed(self, cameras: Sequence[Camera]) -> None:
        self._cameras = {str(camera.index): camera for camera in cameras}
        if not self.key and self._cameras:
            first = next(iter(self._cameras))
            if self._use(self._cameras[first]):
                self.key, self.source = first, self._cameras[first]
        self._tell()

    def _tell(self) -> None:
        self.found.emit(tuple(Choice(key, one.name) for key, one in self._cameras.items()))

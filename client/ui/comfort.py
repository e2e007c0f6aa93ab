"""What the machine itself is asked for while an interview runs: stay awake, be quiet, tell of an
empty battery.

One rule: each that the system does not grant is on record, once, and changes nothing else.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from client.awake import Allowed, Awake
from client.exam import State
from client.power import Power, is_low, read
from client.ui.background import Background
from client.ui.conductor import Conductor
from shared.events import SystemNoted

if TYPE_CHECKING:
    from client.ui.quiet import Quiet

log = logging.getLogger(__name__)

LOOK_MS = 30_000
"""Between two looks at the battery."""


class Comfort(QObject):
    """Follows the flow: holds from the start to the hand-in."""

    def __init__(
        self,
        conductor: Conductor,
        *,
        awake: Awake | None = None,
        power: Callable[[], Power | None] = read,
        make_quiet: "Callable[[], Quiet] | None" = None,
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._background: Background = conductor.background
        self._awake = awake or Awake()
        self._power = power
        self._make_quiet = make_quiet or _quiet
        self._holding = False
        self._low = False
        self._lid: Allowed | None = None
        """Not held, and not on record yet."""
        self._portable = False
        """Whether a battery was seen: what has none has no lid."""
        self.looking = False
        """Whether a look at the battery is under way."""
        self._quiet: Quiet | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.look)

    def follow(self, state: State) -> None:
        """Begins with the clock, ends when everything is handed in."""
        wanted = state.clock is not None and state.closing != "done"
        if wanted == self._holding:
            return
        self._holding = wanted
        if wanted:
            self._look.start()
            self._background.run(self._hold, self._held)
            self.look()
        else:
            self.release()

    def look(self) -> None:
        """Reads the battery, off the GUI thread; one look at a time, so an older one never wins."""
        if not self.looking:
            self.looking = True
            self._background.run(self._power, self._seen, self._unseen)

    def release(self) -> None:
        """The machine may do as it likes again."""
        self._look.stop()
        self._awake.release()
        if self._quiet is not None:
            self._quiet.release()

    def _hold(self) -> tuple[Allowed, ...]:
        self._quiet = self._make_quiet()
        return self._awake.hold() + self._quiet.hold()

    def _held(self, allowed: tuple[Allowed, ...]) -> None:
        if not self._holding:
            self.release()
            return
        for one in allowed:
            if one.what == "lid_allowed":
                self._lid = one
            else:
                self._note(one)
        self._note_lid()

    def _note(self, allowed: Allowed) -> None:
        self._conductor.system(SystemNoted(what=allowed.what, detail=allowed.why))

    def _note_lid(self) -> None:
        lid = self._lid
        if lid is not None and self._portable and self._holding:
            self._lid = None
            self._note(lid)

    def _unseen(self, error: Exception) -> None:
        self.looking = False
        log.warning("the battery cannot be read: %s", type(error).__name__)

    def _seen(self, power: Power | None) -> None:
        self.looking = False
        self._portable = self._portable or power is not None
        self._note_lid()
        low = is_low(power, was_low=self._low)
        if low == self._low or not self._holding:
            return
        self._low = low
        percent = "" if power is None else f"{power.percent} %"
        what = "battery_low" if low else "battery_back"
        self._conductor.system(SystemNoted(what=what, detail=percent))


def _quiet() -> "Quiet":
    from client.ui.quiet import Quiet

    return Quiet()

"""The lockdown follows the interview: entered with the clock, left at the hand-in.

One rule: it records what holds, what did not and what was seen, and never ends or judges anything.
"""

import contextlib
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from client.exam import Guarded, State
from client.lockdown.guard import Guard
from client.lockdown.journal import NAME, Journal
from client.lockdown.measures import Lockdown, Measure
from client.lockdown.undoing import UNDOINGS, boot
from client.spool.lock import FileLock
from client.ui.conductor import Conductor
from client.ui.holding import AboveAll, EmptyClipboard, Keys
from shared.events import FocusMoved, KeysHeld, LockdownChanged

log = logging.getLogger(__name__)

TICK_MS = 100
"""Between two tries to get a lost focus back."""
BEAT_MS = 1000
"""Between two signs of life to the watchdog; the keyboard is taken again as often."""
MOST_WATCHDOGS = 3
"""Who ends each of them, or a computer on which none runs, does not make the lockdown come and go
for ever: from then on what would outlive the app is not held, and the record says so."""
KEYS_MS = 10_000
"""Keys that were held make one row for each name in so much time."""

OWNER = "lockdown.owner"
"""Held, in the app's data folder, by the app whose changes stand; it dies with its process."""

MakeMeasures = Callable[[State, QWidget, Callable[[str], None]], Sequence[Measure]]


class Guarding(QObject):
    """Owns the lockdown, its watchdog and the eye on the focus; lives on the GUI thread."""

    def __init__(
        self,
        conductor: Conductor,
        window: QWidget,
        data_dir: Path,
        make_measures: MakeMeasures | None = None,
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._window = window
        self._make_measures = make_measures or measures_for
        self._journal = Journal(data_dir / NAME)
        self._owner = FileLock(data_dir / OWNER)
        self._guard = Guard(self._journal)
        self._guarded = False
        """Whether a watchdog was started that has to be there still."""
        self._watchdogs_lost = 0
        self._lockdown: Lockdown | None = None
        self._state = State()
        self._keys: Keys | None = None
        self._counted: Counter[str] = Counter()
        self._away = QElapsedTimer()
        self._beat, self._pull, self._tell = QTimer(self), QTimer(self), QTimer(self)
        for timer, every_ms, then in (
            (self._beat, BEAT_MS, self._beaten),
            (self._pull, TICK_MS, self._pulled),
            (self._tell, KEYS_MS, self._told),
        ):
            timer.setInterval(every_ms)
            timer.timeout.connect(then)
        self._tell.setSingleShot(True)

    @property
    def entered(self) -> bool:
        """Whether the lockdown stands."""
        return self._lockdown is not None

    def follow(self, state: State) -> None:
        """Begins with the clock, ends when everything is handed in."""
        self._state = state
        wanted = (
            state.policy.lockdown != "off" and state.clock is not None and state.closing != "done"
        )
        if wanted and not self.entered:
            self._enter()
        elif not wanted and self.entered:
            self.release()

    def release(self) -> None:
        """The computer is as it was before; harmless where nothing is held."""
        lockdown, self._lockdown = self._lockdown, None
        if lockdown is None or not lockdown.measures:
            return
        for timer in (self._beat, self._pull, self._tell):
            timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.disconnect(self._moved)
        self._told()
        self._away.invalidate()
        lockdown.leave()
        self._guard.stop()
        self._owner.release()
        self._conductor.feed(Guarded(LockdownChanged(what="left")))

    def _enter(self) -> None:
        made = self._make_measures(self._state, self._window, self._held)
        if not made:
            self._lockdown = Lockdown((), self._journal, guarded=False)
            return
        self._keys = next((one for one in made if isinstance(one, Keys)), None)
        self._guarded = (
            self._watchdogs_lost < MOST_WATCHDOGS and self._owns() and self._guard.start()
        )
        self._lockdown = Lockdown(made, self._journal, guarded=self._guarded)
        if self._guarded:
            # Of an app that was killed a moment ago, whose watchdog may not have come to it yet.
            with contextlib.suppress(OSError):
                self._journal.restore(UNDOINGS, boot())
        with self._guard.inherited():
            stood = self._lockdown.enter()
        for one in stood:
            if not one.held:
                log.info("%s does not hold: %s", one.name, one.reason)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._moved)
        self._beat.start()
        self._conductor.feed(Guarded(LockdownChanged(what="entered", measures=stood)))

    def _owns(self) -> bool:
        """Whether no other app on this computer holds it; without a folder nothing is noted."""
        try:
            return self._owner.acquire()
        except OSError as error:
            log.warning("the lockdown's folder cannot be used: %s", error.strerror)
            return False

    def _beaten(self) -> None:
        if self._keys is not None:
            self._keys.again()
        if self._guarded and not self._guard.beat():
            # It set everything back, because we were silent for too long, or it was ended.
            log.warning("the watchdog is gone; the lockdown is entered anew")
            self._watchdogs_lost += 1
            self.release()
            self._enter()

    def _moved(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._back()
        elif not self._away.isValid():
            self._away.start()
            self._conductor.feed(Guarded(FocusMoved(what="lost")))
            self._pulled()
            self._pull.start()

    def _pulled(self) -> None:
        self._window.raise_()
        self._window.activateWindow()

    def _back(self) -> None:
        self._pull.stop()
        if self._away.isValid():
            gap_ms = self._away.elapsed()
            self._away.invalidate()
            self._conductor.feed(Guarded(FocusMoved(what="back", gap_ms=max(0, gap_ms))))

    def _held(self, name: str) -> None:
        first = not self._counted
        self._counted[name] += 1
        if first:
            self._tell.start()

    def _told(self) -> None:
        counted, self._counted = self._counted, Counter()
        for name, times in counted.items():
            self._conductor.feed(Guarded(KeysHeld(keys=name, times=times)))


def set_back(data_dir: Path, undoings: Mapping[str, Callable[..., None]] = UNDOINGS) -> list[str]:
    """What an earlier run could not set back, unless another app on this computer still holds it;
    the kinds that failed."""
    journal, owner = Journal(data_dir / NAME), FileLock(data_dir / OWNER)
    if not journal.path.exists() or not owner.acquire():
        return []
    try:
        return journal.restore(undoings, boot())
    finally:
        owner.release()


def measures_for(state: State, window: QWidget, held: Callable[[str], None]) -> list[Measure]:
    """What is held on this system with this candidate, in order."""
    measures: list[Measure] = [AboveAll(window)]
    # A screen reader has its own keys, and speaks of other windows.
    if not state.accommodations.screen_reader:
        measures.append(Keys(window, held))
        if QGuiApplication.platformName() == "xcb":
            from client.lockdown.linux import ServerKeys

            measures.append(ServerKeys())
    measures.append(EmptyClipboard())
    return measures

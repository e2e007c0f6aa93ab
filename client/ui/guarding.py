"""The lockdown follows the interview: entered with the clock, left at the hand-in.

One rule: it records what holds, what did not and what was seen, and never ends or judges anything.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from client.exam import Guarded, State
from client.lockdown.journal import NAME, Journal
from client.lockdown.lasting import OWNER, Entered, Lasting
from client.lockdown.measures import Lockdown, Measure
from client.lockdown.standing import Standing, looked
from client.lockdown.undoing import UNDOINGS, boot
from client.spool.lock import FileLock
from client.ui.background import Counted
from client.ui.conductor import Conductor
from client.ui.holding import TAKEN, AboveAll, EmptyClipboard, Keys
from shared.events import FocusMoved, KeysHeld, LockdownChanged
from shared.events import Measure as Stood

log = logging.getLogger(__name__)

TICK_MS = 100
"""Between two tries to get a lost focus back."""
BEAT_MS = 1000
"""Between two signs of life to the watchdog; the keyboard is asked for as often."""
MOST_WATCHDOGS = 3
"""Who ends each of them, or a computer on which none runs, does not make the lockdown come and go
for ever: from then on what would outlive the app is not held, and the record says so."""
KEYS_MS = 10_000
"""Keys that were held make one row for each name in so much time."""
CLOSE_S = 30.0
"""Longer than all programs of the system may take together."""

MakeMeasures = Callable[[State, QWidget, Callable[[str], None]], Sequence[Measure]]


@runtime_checkable
class AskedAgain(Protocol):
    """A measure of the window that others can take away, and that may hold later."""

    name: str

    def again(self) -> bool:
        """Whether it holds now; tries to."""
        ...


@dataclass(frozen=True, slots=True)
class _Stay:
    """One entering of the lockdown, told apart from others by being itself."""

    measures: tuple[Measure, ...]
    own: Lockdown
    """Those of the window."""


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
        self._lasting = Lasting(data_dir)
        self._aside = Counted(conductor.background, "lockdown")
        self._stay: _Stay | None = None
        self._guarded = False
        """Whether a watchdog was started that has to be there still."""
        self._watchdogs_lost = 0
        self._standing = Standing()
        self._asked: tuple[AskedAgain, ...] = ()
        self._state = State()
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
        """Whether the lockdown stands, or is being entered."""
        return self._stay is not None

    @property
    def busy(self) -> bool:
        """Whether the system has still to answer: nothing is on record of it before it has."""
        return self._aside.waiting > 0

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
        """The computer will be as it was before; harmless where nothing is held."""
        stay, self._stay = self._stay, None
        if stay is None or not stay.measures:
            return
        for timer in (self._beat, self._pull, self._tell):
            timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.disconnect(self._moved)
        self._told()
        self._away.invalidate()
        self._guarded, self._asked = False, ()
        stay.own.leave()
        self._aside.run(self._lasting.leave, lambda _: self._left(), self._not_left)

    def close(self) -> None:
        """Lets go and waits until it is done, when nobody looks at the window any more; what goes
        on record of it comes with the next events."""
        self.release()
        if self.busy:
            done = threading.Event()
            self._conductor.background.run(done.set, lane="lockdown")
            done.wait(CLOSE_S)

    def _enter(self) -> None:
        made = tuple(self._make_measures(self._state, self._window, self._held))
        own = tuple(one for one in made if one.of_window)
        self._stay = stay = _Stay(made, Lockdown(own, self._lasting.journal, guarded=False))
        if not made:
            return
        stood = stay.own.enter()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._moved)
        others = tuple(one for one in made if not one.of_window)
        watched = self._watchdogs_lost < MOST_WATCHDOGS
        self._aside.run(
            lambda: self._lasting.enter(others, watched=watched),
            lambda came: self._entered(stay, stood, came),
            lambda error: self._entered(stay, stood, _broken(others, error)),
        )

    def _entered(self, stay: _Stay, own: tuple[Stood, ...], came: Entered) -> None:
        by_name = {one.name: one for one in (*own, *came.stood)}
        stood = tuple(by_name[one.name] for one in stay.measures)
        for one in stood:
            if not one.held:
                log.info("%s does not hold: %s", one.name, one.reason)
        self._conductor.feed(Guarded(LockdownChanged(what="entered", measures=stood)))
        if stay is self._stay:
            self._guarded, self._standing = came.guarded, Standing(stood)
            self._asked = tuple(one for one in stay.measures if isinstance(one, AskedAgain))
            self._beat.start()

    def _left(self) -> None:
        self._conductor.feed(Guarded(LockdownChanged(what="left")))

    def _not_left(self, error: Exception) -> None:
        """What could not be set back stays in the journal, for the watchdog and the next start;
        of the interview the lockdown is over all the same."""
        log.error("the lockdown could not be left", exc_info=error)
        self._left()

    def _beaten(self) -> None:
        found = {one.name: "" if one.again() else TAKEN for one in self._asked}
        self._standing, changed = looked(self._standing, found)
        if changed:
            for name, why in found.items():
                log.info("%s: %s", name, why or "holds now")
            measures = self._standing.told
            self._conductor.feed(Guarded(LockdownChanged(what="changed", measures=measures)))
        if self._guarded and not self._lasting.beat():
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


def _broken(measures: Sequence[Measure], error: Exception) -> Entered:
    log.error("the lockdown could not be entered", exc_info=error)
    why = f"It could not be tried ({type(error).__name__})."
    return Entered(False, tuple(Stood(name=one.name, held=False, reason=why) for one in measures))


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

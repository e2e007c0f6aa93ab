"""The light challenge's course: which colour the screen shows, for how long, and its answer.

One rule: the proctor hears of a colour once it is on the screen, and a challenge that is broken
off is forgotten on both sides.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from client import exam

Rgb = tuple[int, int, int]
Steps = tuple[tuple[Rgb, float], ...]
"""(colour, seconds), one after the other."""

JUDGE_MS = 4_000
"""How long the verdict may take."""


class Shining(QObject):
    """Shows one colour after the other; `tell` is the supervisor's `light`."""

    shown = Signal(object)
    """The colour for the whole window, or None when it is over; shown when this returns."""

    def __init__(
        self, on_judged: Callable[[exam.LightJudged], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._on_judged = on_judged
        self._tell: Callable[[Rgb | None], None] | None = None
        self._left: list[tuple[Rgb, float]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self._judging = False

    def start(self, steps: Steps, tell: Callable[[Rgb | None], None]) -> None:
        """Begins; answered by `on_judged` exactly once, unless stopped."""
        self._tell = tell
        self._left = list(steps)
        self._judging = False
        self._next()

    def judged(self, verdict: exam.LightJudged) -> None:
        """The proctor's verdict; one that nobody waits for is dropped."""
        if self._judging:
            self._end(verdict)

    def stop(self) -> None:
        """The screen is as before; no verdict is awaited."""
        tell, self._tell = self._tell, None
        self._timer.stop()
        self._judging = False
        self.shown.emit(None)
        if tell is not None:
            tell(None)

    def _next(self) -> None:
        if self._tell is None:
            return
        if self._judging:
            self._end(exam.LightJudged("unknown", None, "There was no answer in time."))
            return
        if self._left:
            rgb, seconds = self._left.pop(0)
            self.shown.emit(rgb)
            self._tell(rgb)
            self._timer.start(round(seconds * 1000))
            return
        self.shown.emit(None)
        self._judging = True
        self._tell(None)
        if self._judging:
            self._timer.start(JUDGE_MS)

    def _end(self, verdict: exam.LightJudged) -> None:
        self._timer.stop()
        self._tell, self._judging = None, False
        self._on_judged(verdict)

"""Looks through the camera: to the proctor, to the server, into the record, before the candidate.

One rule: the candidate reads it before the first picture leaves and until the last has left; what
may be looked at, and what follows, is decided by `client.live.rules`.
"""

from collections.abc import Callable
from typing import Protocol, assert_never

from PySide6.QtCore import QObject, Signal

from client import exam
from client.exam import State
from client.live import rules
from client.live.orders import Order, Said
from client.live.rules import Hide, Looks, Note, Result, Say, Show
from client.proctor.types import LiveMoved
from client.ui.conductor import Conductor
from shared.looks import Look, LookEnd, LookSaid


class Camera(Protocol):
    """What is needed of `client.ui.watch.Watching`."""

    def show_live(self, order: Order) -> None:
        """Sends the picture."""
        ...

    def hide_live(self, look: str) -> None:
        """Sends it no longer."""
        ...


class LiveLooks(QObject):
    """Lives on the GUI thread."""

    changed = Signal(bool)
    """Whether somebody looks now."""

    def __init__(
        self,
        conductor: Conductor,
        camera: Camera,
        *,
        tell: Callable[[LookSaid], None],
        sent: Callable[[int, int], None],
    ) -> None:
        """`tell`: to the server; `sent`: (looks, bytes) that left, for the candidate's own view."""
        super().__init__(conductor)
        self._conductor = conductor
        self._camera = camera
        self._tell = tell
        self._sent = sent
        self._looks = Looks()

    @property
    def watched(self) -> bool:
        """Whether somebody looks now."""
        return bool(self._looks.shown)

    def told(self, given: tuple[Look, ...]) -> None:
        """The server's word."""
        self._step(rules.told(self._looks, given, not_now(self._conductor.state), self._now_ms()))

    def moved(self, moved: LiveMoved) -> None:
        """The proctor's word."""
        said = Said(moved.look, moved.phase, moved.answer, moved.why, moved.sent_bytes)
        self._step(rules.said(self._looks, said, self._now_ms()))
        if moved.phase == "live":
            self._sent(1, 0)
        elif moved.phase == "ended":
            self._sent(0, moved.sent_bytes)

    def lost(self) -> None:
        """The proctor's process died, and with it every connection."""
        self._step(rules.stopped(self._looks, LookEnd.LOST, self._now_ms()))

    def follow(self, state: State) -> None:
        """Ends what may no longer be looked at."""
        why = not_now(state)
        if why is not None and self._looks.shown:
            self._step(rules.stopped(self._looks, why, self._now_ms()))

    def _step(self, result: Result) -> None:
        before = self.watched
        self._looks, effects = result
        if self.watched != before:
            self.changed.emit(self.watched)
        for effect in effects:
            match effect:
                case Show(look):
                    self._camera.show_live(
                        Order(look.id, look.offer, look.ice, look.relay_only, look.limit_s)
                    )
                case Hide(look):
                    self._camera.hide_live(look)
                case Say(word):
                    self._tell(word)
                case Note(body):
                    self._conductor.feed(exam.WatchedLive(body))
                case _:
                    assert_never(effect)

    def _now_ms(self) -> int:
        return self._conductor.clocks.now().mono_ms


def not_now(state: State) -> LookEnd | None:
    """Why nobody may look through the camera now; None where somebody may."""
    if not state.policy.live_camera or state.practice:
        return LookEnd.NOT_AGREED
    if state.paused is not None:
        return LookEnd.PAUSED
    if state.question is None or state.clock is None or state.closing:
        return LookEnd.OVER
    if "camera_lost" in state.live.notices:
        return LookEnd.NO_CAMERA
    return None

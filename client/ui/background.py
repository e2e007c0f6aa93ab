"""The one way work leaves the GUI thread.

One rule: `run(fn, on_done, on_error)` calls exactly one of the two on the GUI thread. Work on
a lane other than `free` is done one after the other, in the order given.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, TypeVar

from PySide6.QtCore import QObject

from client.ui.bridge import Bridge

log = logging.getLogger(__name__)

T = TypeVar("T")
Lane = Literal["free", "record", "sound", "lockdown"]

FREE_THREADS = 3
"""Network calls that may wait at the same time: selfie, device list, one spare."""


class Background(QObject):
    """Owns the threads; `close` joins them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {
            "free": ThreadPoolExecutor(FREE_THREADS, thread_name_prefix="invigil-free"),
            "record": ThreadPoolExecutor(1, thread_name_prefix="invigil-record"),
            "sound": ThreadPoolExecutor(1, thread_name_prefix="invigil-sound"),
            "lockdown": ThreadPoolExecutor(1, thread_name_prefix="invigil-lockdown"),
        }
        self._bridge = Bridge(self)
        self._bridge.delivered.connect(self._call)
        self._closed = False

    def run(
        self,
        fn: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = "free",
    ) -> None:
        """Does `fn` on another thread; without `on_error` a failure is logged by its type."""
        if self._closed:
            return
        self._lanes[lane].submit(self._work, fn, on_done, on_error)

    def call(self, callback: Callable[[], None]) -> None:
        """Has `callback` called on the GUI thread; from any thread."""
        self._bridge.post(callback)

    def close(self) -> None:
        """Waits for what has begun, or stands in the lanes of record and lockdown; results are
        dropped."""
        self._closed = True
        for lane in ("record", "lockdown"):
            self._lanes[lane].shutdown(wait=True)
        for lane in ("sound", "free"):
            self._lanes[lane].shutdown(wait=True, cancel_futures=True)
        self._bridge.close()

    def _work(
        self,
        fn: Callable[[], T],
        on_done: Callable[[T], None] | None,
        on_error: Callable[[Exception], None] | None,
    ) -> None:
        try:
            result = fn()
        except Exception as error:
            if on_error is None:
                log.exception("background work failed")
            else:
                failure = error
                self._bridge.post(lambda: on_error(failure))
            return
        if on_done is not None:
            self._bridge.post(lambda: on_done(result))

    def _call(self, callback: object) -> None:
        if callable(callback):
            callback()


class Counted:
    """One user's work on a lane, counted until its outcome was told; on the GUI thread."""

    def __init__(self, background: Background, lane: Lane) -> None:
        self._background = background
        self._lane: Lane = lane
        self.waiting = 0
        """Pieces of work whose outcome has still to be told."""

    def run(
        self,
        fn: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """As `Background.run`; whoever is told finds it counted off."""
        self.waiting += 1
        self._background.run(fn, self._ends(on_done), self._ends(on_error), lane=self._lane)

    def _ends(self, told: Callable[[T], None]) -> Callable[[T], None]:
        def tell(came: T) -> None:
            self.waiting -= 1
            told(came)

        return tell

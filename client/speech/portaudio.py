"""PortAudio's list of devices, made anew while nothing is open.

One rule: PortAudio looks for devices only when it is initialised, and its end closes every stream.
So it ends and begins again only while no stream is open, and none is opened meanwhile. *Not run
here*: Windows and macOS, where this is how a microphone that was plugged in again is found.
"""

import contextlib
import logging
import time
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any

log = logging.getLogger(__name__)

RENEW_AFTER_S = 2.0
"""A list younger than this is taken as it is: making it costs up to a second on Windows, and one
look for devices asks for microphones and loudspeakers."""


class Streams:
    """Counts what is open; one of these for each process, as there is one PortAudio."""

    def __init__(self, clock_s: Callable[[], float] = time.monotonic) -> None:
        self._clock_s = clock_s
        self._guard = Lock()
        self._open = 0
        self._made_s: float | None = None

    def begin(self) -> None:
        """A stream is about to be opened: the list, and with it every number, stays as it is."""
        with self._guard:
            self._open += 1

    def end(self) -> None:
        """A stream was closed, or could not be opened."""
        with self._guard:
            self._open -= 1

    @contextlib.contextmanager
    def listing(self) -> Iterator[None]:
        """The list is read inside: nobody makes it anew meanwhile."""
        with self._guard:
            yield

    def renew(self, sound: Any) -> bool:
        """Has PortAudio look for devices again; False where a stream is open or it just looked.

        Where PortAudio cannot begin again there are no devices, and the next look tries once more.
        """
        with self._guard:
            now_s = self._clock_s()
            if self._made_s is None:
                self._made_s = now_s  # with the import, a moment ago
            if self._open or now_s - self._made_s < RENEW_AFTER_S:
                return False
            self._made_s = now_s
            try:
                if sound._initialized:
                    sound._terminate()
                sound._initialize()
            except sound.PortAudioError:
                log.info("PortAudio does not begin again; the next look tries once more")
                return False
            return True


streams = Streams()
"""Of this process."""

"""What one process counts about its requests: durations by route, and open WebSockets.

One rule: what can be read from the database is not counted here, so that several processes never
disagree; each process tells its own requests, and the collector adds them up.
"""

import bisect
import threading
import time
from dataclasses import dataclass, field

BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Upper bounds of the buckets, in seconds; the fourth is the bar for reading endpoints."""
MAX_ROUTES = 1000
"""Series kept: routes are fixed by the code, so this is never reached, and memory is bounded."""


@dataclass
class Durations:
    """How long the answers of one series took."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_S) + 1))
    """By bucket, not added up; the last is everything slower."""
    total_s: float = 0.0


Series = tuple[str, str, str]
"""Method, route's pattern, status class such as `2xx`."""


class Traffic:
    """Counts of this process; safe from several threads."""

    def __init__(self) -> None:
        self.began_s = time.monotonic()
        """When this process began to count, on the monotonic clock."""
        self._lock = threading.Lock()
        self._durations: dict[Series, Durations] = {}
        self._sockets = 0

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts one answered request; status 0 is one that got no answer."""
        series = (method, route, f"{status // 100}xx")
        with self._lock:
            found = self._durations.get(series)
            if found is None:
                if len(self._durations) >= MAX_ROUTES:
                    return
                found = self._durations[series] = Durations()
            found.counts[bisect.bisect_left(BOUNDS_S, seconds)] += 1
            found.total_s += seconds

    def opened(self) -> None:
        """A WebSocket came."""
        with self._lock:
            self._sockets += 1

    def closed(self) -> None:
        """A WebSocket went."""
        with self._lock:
            self._sockets -= 1

    @property
    def sockets(self) -> int:
        """WebSockets open now."""
        return self._sockets

    def durations(self) -> dict[Series, Durations]:
        """A copy of all series."""
        with self._lock:
            return {
                series: Durations(list(found.counts), found.total_s)
                for series, found in self._durations.items()
            }

"""Slows down guessing: counts failed sign-ins in memory.

One rule: time is an argument. Failures are counted for an address with an e-mail, for an e-mail
from anywhere and for an address with anything, each with its own limit, so that one guesser
cannot easily lock a person out who sits elsewhere.
"""

import threading
from collections import deque
from datetime import datetime, timedelta

MAX_KEYS = 20_000
"""Keys kept in memory; beyond them the oldest go, which loosens the limit and costs no memory."""
FROM_ANYWHERE = 5
"""Failures allowed for an e-mail from all addresses, in multiples of the limit."""
WITH_ANYTHING = 10
"""Failures allowed for an address with all e-mails, in multiples of the limit."""


class Throttle:
    """Counts of one process; safe from several threads."""

    def __init__(self, limit: int, window: timedelta) -> None:
        self._limit = limit
        self._window = window
        self._failures: dict[tuple[str, str], deque[datetime]] = {}
        self._lock = threading.Lock()

    def attempt(self, email: str, address: str, *, now: datetime) -> int:
        """Whole seconds until a try is allowed; 0 allows this one and counts it as failed.

        Counted beforehand, so that many guesses at once do not pass a check that all of them read.
        """
        keys = self._keys(email, address)
        with self._lock:
            wait = max(self._wait(key, limit, now) for key, limit in keys)
            if wait == 0:
                for key, limit in keys:
                    times = self._failures.pop(key, None) or deque(maxlen=limit)
                    times.append(now)
                    self._failures[key] = times  # the newest at the end: the oldest go first
                while len(self._failures) > MAX_KEYS:
                    self._failures.pop(next(iter(self._failures)))
        return wait

    def succeeded(self, email: str, address: str) -> None:
        """Takes the attempt back, and forgets the failures of this e-mail from this address."""
        with self._lock:
            for key, _ in self._keys(email, address):
                if times := self._failures.get(key):
                    times.pop()
            self._failures.pop((email, address), None)

    def _keys(self, email: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
        return (
            ((email, address), self._limit),
            ((email, ""), self._limit * FROM_ANYWHERE),
            (("", address), self._limit * WITH_ANYTHING),
        )

    def _wait(self, key: tuple[str, str], limit: int, now: datetime) -> int:
        times = self._failures.get(key)
        if times is None or len(times) < limit:
            return 0
        left = times[0] + self._window - now
        return max(0, -(-left // timedelta(seconds=1)))

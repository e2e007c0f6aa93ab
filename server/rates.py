"""Counts how often something happened in a moving window, in memory or in Redis.

One rule: a limit that cannot be looked up lets through: with Redis away each process counts in its
own memory, so guessing stays slow and nobody is locked out.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Protocol

MAX_KEYS = 20_000
"""Keys kept in memory; beyond them the oldest go, which loosens limits and costs no memory."""
REDIS_WITHIN_S = 0.25
"""Longer than a count in Redis ever takes; a request waits no longer for it."""
REDIS_AGAIN_AFTER_S = 5.0
"""Pause after Redis did not answer, so that an outage costs one wait and not one per request."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many in so many seconds."""

    name: str
    amount: int
    window_s: int


class _Counts(Protocol):
    def hit(self, limit: Limit, key: str) -> int: ...
    def wait(self, limit: Limit, key: str) -> int: ...
    def forget(self, limit: Limit, key: str) -> None: ...


class Rates:
    """Counters by limit and key; safe from several threads."""

    def __init__(self, now: Callable[[], datetime], redis_url: str = "") -> None:
        """`now`: the clock of what is counted in memory; Redis goes by the machine's."""
        self._here = _Memory(now)
        self._there = _Redis(redis_url) if redis_url else None
        self._away_until = 0.0

    @property
    def waits(self) -> bool:
        """Whether a count asks another process, and so has no place on an event loop."""
        return self._there is not None

    def hit(self, limit: Limit, *key: str) -> int:
        """Counts one and answers 0, or counts nothing and answers the seconds to wait."""
        return self._ask(lambda counts: counts.hit(limit, "/".join(key)))

    def wait(self, limit: Limit, *key: str) -> int:
        """Whole seconds until the next is allowed; 0: now. Counts nothing."""
        return self._ask(lambda counts: counts.wait(limit, "/".join(key)))

    def forget(self, limit: Limit, *key: str) -> None:
        """Begins again at zero."""
        self._ask(lambda counts: counts.forget(limit, "/".join(key)) or 0)

    def _ask(self, call: Callable[[_Counts], int]) -> int:
        if self._there is not None and time.monotonic() >= self._away_until:
            from redis.exceptions import RedisError

            try:
                answer = call(self._there)
            except RedisError as error:
                if not self._away_until:
                    _log.warning("limits are counted in memory: Redis %s", type(error).__name__)
                self._away_until = time.monotonic() + REDIS_AGAIN_AFTER_S
            else:
                if self._away_until:
                    _log.info("limits are counted in Redis again")
                self._away_until = 0.0
                return answer
        return call(self._here)


class _Memory:
    """Moving windows on the server's own clock, bounded in keys."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._times: dict[tuple[str, str], deque[float]] = {}
        self._lock = threading.Lock()

    def hit(self, limit: Limit, key: str) -> int:
        now, place = self._now().timestamp(), (limit.name, key)
        with self._lock:
            wait = self._wait(limit, place, now)
            if wait == 0:
                times = self._times.pop(place, None) or deque(maxlen=limit.amount)
                times.append(now)
                self._times[place] = times  # the newest at the end: the oldest go first
                while len(self._times) > MAX_KEYS:
                    self._times.pop(next(iter(self._times)))
        return wait

    def wait(self, limit: Limit, key: str) -> int:
        with self._lock:
            return self._wait(limit, (limit.name, key), self._now().timestamp())

    def forget(self, limit: Limit, key: str) -> None:
        with self._lock:
            self._times.pop((limit.name, key), None)

    def _wait(self, limit: Limit, place: tuple[str, str], now: float) -> int:
        times = self._times.get(place)
        if times is None or len(times) < limit.amount:
            return 0
        return max(0, ceil(times[0] + limit.window_s - now))


class _Redis:
    """Moving windows that several servers share."""

    def __init__(self, url: str) -> None:
        # Imported here: a server without Redis starts a tenth of a second sooner.
        from limits import RateLimitItemPerSecond
        from limits.storage import RedisStorage
        from limits.strategies import MovingWindowRateLimiter

        self._item = RateLimitItemPerSecond
        self._storage = RedisStorage(
            url.replace("unix://", "redis+unix://", 1) if url.startswith("unix://") else url,
            key_prefix="invigil:limits",
            socket_timeout=REDIS_WITHIN_S,
            socket_connect_timeout=REDIS_WITHIN_S,
        )
        self._limiter = MovingWindowRateLimiter(self._storage)

    def hit(self, limit: Limit, key: str) -> int:
        item = self._item(limit.amount, limit.window_s)
        return 0 if self._limiter.hit(item, limit.name, key) else self.wait(limit, key)

    def wait(self, limit: Limit, key: str) -> int:
        item = self._item(limit.amount, limit.window_s)
        start, there = self._storage.get_moving_window(
            item.key_for(limit.name, key), limit.amount, limit.window_s
        )
        if there < limit.amount:
            return 0
        return max(1, ceil(start + limit.window_s - time.time()))

    def forget(self, limit: Limit, key: str) -> None:
        self._limiter.clear(self._item(limit.amount, limit.window_s), limit.name, key)


SIGN_IN_FROM_ANYWHERE = 5
"""Tries allowed for an e-mail from all addresses, in multiples of the limit."""
SIGN_IN_WITH_ANYTHING = 20
"""Tries allowed for an address with all e-mails, in multiples of the limit."""


class SignInRates:
    """Slows down guessing of passwords.

    Tries are counted for an address with an e-mail, for an e-mail from anywhere and for an address
    with anything, each with its own limit, so that one guesser cannot easily lock a person out who
    sits elsewhere. Counted beforehand: many guesses at once do not pass a check that all read.
    """

    def __init__(self, rates: Rates, limit: int, window: timedelta) -> None:
        seconds = int(window.total_seconds())
        self._rates = rates
        self._pair = Limit("sign-in", limit, seconds)
        self._email = Limit("sign-in-email", limit * SIGN_IN_FROM_ANYWHERE, seconds)
        self._address = Limit("sign-in-address", limit * SIGN_IN_WITH_ANYTHING, seconds)

    def attempt(self, email: str, address: str) -> int:
        """Whole seconds until a try is allowed; 0 allows this one and counts it."""
        return (
            self._rates.wait(self._address, address)
            or self._rates.wait(self._email, email)
            or self._rates.hit(self._pair, email, address)
            or self._rates.hit(self._email, email)
            or self._rates.hit(self._address, address)
        )

    def succeeded(self, email: str, address: str) -> None:
        """Forgets the tries of this e-mail; those of the address stay, whoever signed in there."""
        self._rates.forget(self._pair, email, address)
        self._rates.forget(self._email, email)

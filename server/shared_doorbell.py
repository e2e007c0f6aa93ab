"""The doorbell across processes, by Redis's publish and subscribe.

One rule: Redis keeps nothing and nobody waits for it: where it is away, others hear later.
"""

import logging
import secrets
import threading
from typing import TYPE_CHECKING

from server.doorbell import INSTRUCTION, LIVE, Doorbell, ring_of
from server.queues import QUEUES
from server.settings import Settings

if TYPE_CHECKING:
    from redis import Redis
    from redis.client import PubSub

CHANNEL = "invigil:doorbell"
AGAIN_AFTER_S = 1.0
"""Pause before Redis is looked for again."""
LISTEN_S = 0.5
"""How long one wait for a message is: an upper bound for stopping."""

_log = logging.getLogger(__name__)


class SharedDoorbell(Doorbell):
    """Rings in this process at once, and in the others by Redis as soon as that takes it.

    No caller ever waits for Redis: two threads speak with it. While it is away others hear nothing
    and look by themselves; once it is back everything rings, for what was missed.
    """

    def __init__(self, redis_url: str) -> None:
        super().__init__()
        self._url = redis_url
        self._name = secrets.token_hex(8)
        self._pending: set[str] = set()
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._publish, name="doorbell-out", daemon=True),
            threading.Thread(target=self._subscribe, name="doorbell-in", daemon=True),
        ]

    def start(self) -> None:
        """Begins to hear the others."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends both threads; callers may still ring, in this process only."""
        self._stopping.set()
        self._wake.set()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(4)

    def ring(self, topic: str) -> None:
        """Here on this thread, elsewhere soon; many rings may become one."""
        super().ring(topic)
        with self._lock:
            self._pending.add(topic)
        self._wake.set()

    def _publish(self) -> None:
        from redis.exceptions import RedisError

        client = redis_client(self._url)
        while not self._stopping.is_set():
            self._wake.wait()
            self._wake.clear()
            with self._lock:
                topics, self._pending = self._pending, set()
            for topic in sorted(topics):
                try:
                    client.publish(CHANNEL, f"{self._name} {topic}")
                except RedisError:
                    # The one who listens says so; a ring that is lost is looked for.
                    self._stopping.wait(AGAIN_AFTER_S)
                    break
        client.close()

    def _subscribe(self) -> None:
        from redis.exceptions import RedisError

        away = False
        while not self._stopping.is_set():
            try:
                with redis_client(self._url) as client, client.pubsub() as heard:
                    heard.subscribe(CHANNEL)
                    heard.get_message(timeout=LISTEN_S)
                    if away:
                        _log.info("doorbell: Redis is back")
                        self._ring_all()
                    away = False
                    self._hear(heard)
            except RedisError as error:
                if not away:
                    _log.warning(
                        "doorbell: Redis is away (%s), other processes hear later",
                        type(error).__name__,
                    )
                away = True
                self._stopping.wait(AGAIN_AFTER_S)

    def _hear(self, heard: "PubSub") -> None:
        while not self._stopping.is_set():
            message = heard.get_message(timeout=LISTEN_S)
            if message is None or message["type"] != "message":
                continue
            name, _, topic = message["data"].decode().partition(" ")
            if name != self._name:
                super().ring(topic)

    def _ring_all(self) -> None:
        for topic in (LIVE, INSTRUCTION, *map(ring_of, QUEUES)):
            super().ring(topic)


def open_doorbell(settings: Settings) -> Doorbell:
    """By Redis where there is one; start and stop it."""
    return SharedDoorbell(settings.redis_url) if settings.redis_url else Doorbell()


def redis_client(url: str) -> "Redis":
    """A client that gives up soon and leaves trying again to its user."""
    from redis import Redis
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return Redis.from_url(
        url,
        socket_timeout=2,
        socket_connect_timeout=2,
        health_check_interval=10,
        retry=Retry(NoBackoff(), 0),
    )

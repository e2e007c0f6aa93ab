"""Celery on Redis: carries the ids of due jobs from a server to its workers, and nothing else.

One rule: a message is a hint. The outbox says whether the job is still due and counts its attempts,
so that a lost message costs half a minute and a doubled one nothing.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from celery import Celery, signals
from kombu.entity import Queue
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from server import dispatch, outbox
from server.db import Database, open_database
from server.doorbell import Doorbell, ring_of
from server.keys import load_keys
from server.models.base import utc_now
from server.queues import QUEUES
from server.settings import Settings
from server.shared_doorbell import open_doorbell, redis_client
from server.speech import service as speech
from server.speech.transcriber import Transcriber
from server.worker import Rounds, Sweeper

WAITING_MESSAGES = 100
"""Messages that wait in Redis for each queue; the rest waits in the database."""
_PREFIX = "invigil."

_log = logging.getLogger(__name__)


def celery_app(settings: Settings) -> Celery:
    """The application with one task for each queue, named like it."""
    url = settings.redis_url
    app = Celery("invigil", broker=f"redis+socket://{url[7:]}" if url[:7] == "unix://" else url)
    app.conf.update(
        task_acks_late=True,
        # A job that kills its worker would come again for ever; the outbox counts to three.
        task_reject_on_worker_lost=False,
        task_ignore_result=True,
        task_publish_retry=False,
        task_queues=[Queue(_PREFIX + queue) for queue in QUEUES],
        task_routes={_PREFIX + queue: {"queue": _PREFIX + queue} for queue in QUEUES},
        task_create_missing_queues=False,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_enable_remote_control=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={"socket_timeout": 5, "socket_connect_timeout": 2},
        enable_utc=True,
    )
    here = _Process(settings)

    def do(job_id: int) -> None:
        here.do(job_id)

    for queue in QUEUES:
        app.task(do, name=_PREFIX + queue, shared=False)
    signals.worker_process_init.connect(here.forked, weak=False)
    signals.worker_process_shutdown.connect(here.close, weak=False)
    return app


def queue_names(queues: Sequence[str]) -> list[str]:
    """What Celery calls these queues."""
    return [_PREFIX + queue for queue in queues]


class _Process:
    """What one worker process has open: made with its first job, never shared over a fork."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _database(self) -> Database:
        database = open_database(self._settings)
        bell = open_doorbell(self._settings)
        bell.start()
        database.session_info["doorbell"] = bell
        return database

    @cached_property
    def _errands(self) -> Any:
        keys = load_keys(self._settings.data_dir)
        return dispatch.errands(self._settings, self._database, keys, self._transcriber)

    @cached_property
    def _transcriber(self) -> Transcriber:
        return speech.transcriber(self._settings)

    def do(self, job_id: int) -> None:
        """Does the job if it is due and nobody has it."""
        job = outbox.take(self._database, utc_now(), job_id=job_id)
        if job is not None:
            dispatch.run(self._database, job, utc_now, errands=self._errands)

    def forked(self, **_: Any) -> None:
        """A connection that came over a fork is two processes': it is left to the parent."""
        if "_database" in self.__dict__:
            self._database.engine.dispose(close=False)
            del self.__dict__["_database"]
            self.__dict__.pop("_errands", None)

    def close(self, **_: Any) -> None:
        """Gives everything back."""
        if "_transcriber" in self.__dict__:
            self._transcriber.close()
        if "_database" in self.__dict__:
            bell: Doorbell = self._database.session_info["doorbell"]
            bell.stop()
            self._database.close()


class Sender(Rounds):
    """Tells Celery's workers of due jobs, from a server; and sweeps."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        doorbell: Doorbell,
        now: Callable[[], datetime],
        *,
        queues: Sequence[str] = QUEUES,
    ) -> None:
        super().__init__(doorbell)
        self._database = database
        self._now = now
        self._app = celery_app(settings)
        self._redis = redis_client(settings.redis_url)
        self._queues = queues
        self._away = False
        transcribing = speech.transcribes(settings)
        self.add("sweep", Sweeper(database, now, transcribing=transcribing))
        self.add("sender", self.send, rings=[ring_of(queue) for queue in queues])

    def send(self) -> None:
        """One look at all queues."""
        try:
            for queue in self._queues:
                room = WAITING_MESSAGES - int(self._redis.llen(_PREFIX + queue))
                dispatch.send(
                    self._database, self._app.tasks[_PREFIX + queue], queue, self._now(), room=room
                )
        except (OperationalError, RedisError) as error:
            if not self._away:
                _log.warning("jobs wait: Redis is away (%s)", type(error).__name__)
            self._away = True
        else:
            if self._away:
                _log.info("jobs go out again: Redis is back")
            self._away = False

    def stop(self) -> bool:
        """Ends the threads and the connections."""
        ended = super().stop()
        self._redis.close()
        self._app.close()
        return ended

"""`worker`: does background work outside of the server's process.

One rule: the same functions either way; with Redis Celery hands the jobs out, without it the
workers ask the database.
"""

import argparse
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.queues import QUEUES
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `worker`."""
    worker = declare(commands, "worker", _work, words="do background work until told to end")
    worker.add_argument(
        "--queues", default=",".join(QUEUES), help="comma-separated; left out: %(default)s"
    )
    worker.add_argument(
        "--processes", type=int, default=2, help="with Redis: jobs at a time (%(default)s)"
    )


def _work(settings: Settings, asked: argparse.Namespace) -> int:
    queues = tuple(dict.fromkeys(part.strip() for part in asked.queues.split(",")))
    if unknown := [queue for queue in queues if queue not in QUEUES]:
        print(
            f"There is no queue {unknown[0]!r}: name some of {', '.join(QUEUES)}.", file=sys.stderr
        )
        return 2
    os.environ["INVIGIL_FIELD_TEXTS"] = "0"  # see shared/model.py
    from server.operations import failures, logs

    logs.set_up(settings)
    failures.report_to_sentry(settings)
    if settings.redis_url:
        return _with_celery(settings, queues, asked.processes)
    return _by_database(settings, queues)


def _with_celery(settings: Settings, queues: tuple[str, ...], processes: int) -> int:
    from server.celery_jobs import celery_app, queue_names

    celery_app(settings).worker_main(
        [
            "worker",
            "--queues",
            ",".join(queue_names(queues)),
            "--concurrency",
            str(processes),
            "--loglevel",
            settings.log_level,
            "--without-gossip",
            "--without-mingle",
            "--without-heartbeat",
            "--hostname",
            f"{'-'.join(queues)}@%h",
        ]
    )
    return 0


def _by_database(settings: Settings, queues: tuple[str, ...]) -> int:
    from server import dispatch
    from server.db import open_database
    from server.doorbell import Doorbell
    from server.keys import load_keys
    from server.models.base import utc_now
    from server.speech import service as speech
    from server.worker import Worker

    database = open_database(settings)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, frame: ended.set())
    transcriber = speech.transcriber(settings)
    errands = dispatch.errands(settings, database, load_keys(settings.data_dir), transcriber)
    worker = Worker(database, Doorbell(), utc_now, errands=errands, queues=queues)
    worker.start()
    print(f"Working on {', '.join(queues)}", flush=True)
    ended.wait()
    worker.stop()
    transcriber.close()
    database.close()
    return 0

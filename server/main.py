"""The composition root: reading `create_app` is reading what the server is made of.

One rule: everything that lives as long as the server is built here, from `Settings`, and closed
in the reverse order when the server ends.
"""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from server import api, dispatch, errors, limiting, oidc, operations, web
from server.auth.deps import person_id
from server.db import open_database
from server.deps import Parts
from server.doorbell import Doorbell
from server.keys import load_keys
from server.mail import service as mail
from server.operations import gate
from server.rates import Rates, SignInRates
from server.sandbox import chosen
from server.settings import Settings, read_settings
from server.shared_doorbell import open_doorbell
from server.speech import service as speech
from server.worker import Rounds, Worker

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The server's clock."""
    return datetime.now(UTC)


def create_app(
    settings: Settings | None = None,
    *,
    now: Callable[[], datetime] = utc_now,
    background: bool = True,
) -> FastAPI:
    """The whole server on one database that has its schema already. `now` is its clock.

    `background`: whether the outbox's worker runs in this process.
    """
    settings = settings or read_settings()
    rates = Rates(now, settings.redis_url)
    parts = Parts(
        settings=settings,
        database=open_database(settings),
        keys=load_keys(settings.data_dir),
        now=now,
        asked_by=person_id,
        oidc=oidc.provider(settings),
        throttle=SignInRates(
            rates, settings.login_attempts, timedelta(seconds=settings.login_window_s)
        ),
        transcriber=speech.transcriber(settings),
        voices=speech.voices(settings),
        runner=chosen.runner(settings.runner_url, settings.runner_token.get_secret_value()),
    )

    doorbell = open_doorbell(settings)
    parts.database.session_info["doorbell"] = doorbell

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        worker = _worker(parts, doorbell) if background else None
        _log.info(mail.words(settings))
        doorbell.start()
        if worker is not None:
            worker.start()
        try:
            yield
        finally:
            if worker is not None:
                await run_in_threadpool(worker.stop)
            parts.transcriber.close()
            parts.runner.close()
            await run_in_threadpool(doorbell.stop)
            parts.database.close()

    app = api.bare_app(lifespan)
    app.state.parts = parts
    errors.install(app)
    gate.install(app)
    limiting.install(app, settings, rates)
    api.include_features(app)
    web.install(app)
    operations.install(app)
    return app


def _worker(parts: Parts, doorbell: Doorbell) -> Rounds | None:
    """Who sees to background work in this process; None: workers that ask the database."""
    settings = parts.settings
    if settings.works_here:
        errands = dispatch.errands(settings, parts.database, parts.keys, parts.transcriber)
        return Worker(parts.database, doorbell, parts.now, errands=errands)
    if settings.redis_url:
        from server.celery_jobs import Sender

        return Sender(settings, parts.database, doorbell, parts.now)
    return None

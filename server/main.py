"""The composition root: reading `create_app` is reading what the server is made of.

One rule: everything that lives as long as the server is built here, from `Settings`, and closed
in the reverse order when the server ends.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from fastapi import FastAPI

from server import api, errors, web
from server.db import open_database
from server.deps import Parts
from server.keys import load_keys
from server.settings import Settings, read_settings


def utc_now() -> datetime:
    """The server's clock."""
    return datetime.now(UTC)


def create_app(
    settings: Settings | None = None, *, now: Callable[[], datetime] = utc_now
) -> FastAPI:
    """The whole server on one database that has its schema already. `now` is its clock."""
    settings = settings or read_settings()
    parts = Parts(
        settings=settings,
        database=open_database(settings),
        keys=load_keys(settings.data_dir),
        now=now,
    )

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            parts.database.close()

    app = api.bare_app(lifespan)
    app.state.parts = parts
    errors.install(app)
    api.include_features(app)
    web.install(app)
    return app

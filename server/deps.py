"""What routes ask for: the parts of the server, a database session, the instant.

One rule: `Db` commits after the handler and before the first byte of the answer (dependency
scope "function"), so that nobody is told of something that a crash can still undo. What waits for
nothing is `async`: each way into a worker thread and back takes its turn with everybody's work.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from fastapi import Depends
from fastapi.concurrency import run_in_threadpool
from sqlmodel import Session
from starlette.requests import HTTPConnection

from server.db import Database
from server.intake import Intake
from server.keys import ServerKeys
from server.load import Load
from server.oidc import Provider
from server.rates import SignInRates
from server.sandbox.asking import NOBODY as NOBODY_RUNS
from server.sandbox.asking import Runner
from server.settings import Settings
from server.speech.transcriber import NOBODY, Transcriber
from server.speech.voices import Voices
from server.traffic import Traffic


@dataclass(frozen=True)
class Parts:
    """What `create_app` built; found at `app.state.parts`."""

    settings: Settings
    database: Database
    keys: ServerKeys
    now: Callable[[], datetime]
    """The server's clock: aware UTC."""
    throttle: SignInRates
    """Counts of sign-ins tried."""
    asked_by: Callable[[HTTPConnection], str]
    """Id of the person behind a request; refuses where nobody is signed in. Passed in, because
    what signs people in stands above what takes requests."""
    traffic: Traffic = field(default_factory=Traffic)
    """Counts of requests and sockets of this process."""
    load: Load = field(default_factory=Load)
    """How busy the way in is."""
    oidc: Provider | None = None
    """The organisation's sign-in, where one is set up."""
    transcriber: Transcriber = NOBODY
    """Turns recordings into text, or says why not."""
    runner: Runner = NOBODY_RUNS
    """Runs candidates' code, or says why not."""
    voices: Voices | None = None
    """Reads texts aloud; None where that is switched off."""
    intake: Intake = field(init=False)
    """Lets batches of the record in."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "intake", Intake(self.database))


def parts_of(connection: HTTPConnection) -> Parts:
    """The parts behind a request or a WebSocket."""
    return connection.app.state.parts


async def _parts(connection: HTTPConnection) -> Parts:
    return parts_of(connection)


PartsDep = Annotated[Parts, Depends(_parts)]


def _write(parts: PartsDep, request: HTTPConnection) -> Iterator[Session]:
    with parts.database.write() as session:
        if (once := getattr(request.state, "once", None)) is not None:
            # See server.idempotency: the request's key is taken before anything is made.
            once.take(session, parts.now())
            request.state.once_db = session
        yield session


async def _read(parts: PartsDep) -> AsyncIterator[Session]:
    # Nothing is asked before the first statement, and a reading route closes it in its own thread.
    session = parts.database.reading()
    try:
        yield session
    finally:
        if session.in_transaction():
            await run_in_threadpool(session.close)


async def _now(parts: PartsDep) -> datetime:
    return parts.now()


Db = Annotated[Session, Depends(_write, scope="function")]
"""A session that may write. Takes SQLite's writer's place with its first statement."""
ReadDb = Annotated[Session, Depends(_read, scope="function")]
"""A session that only reads."""
Now = Annotated[datetime, Depends(_now)]
"""The instant of this request."""

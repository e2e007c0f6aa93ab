"""The database: one engine, and units of work that commit as a whole or not at all.

One rule: services never commit. Units begin by our own BEGIN: on SQLite a writing one IMMEDIATE, so
that it waits for its turn at the start instead of failing in the middle; reading units never wait.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event, inspect
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, DisconnectionError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, SQLModel, create_engine

from server.settings import BadSettings, Settings

if TYPE_CHECKING:
    from server.tracing import Tracing

POOL_SIZE = 16
"""As many as worker threads that handle requests; one more could only wait."""
POOL_TIMEOUT_S = 2.0
"""A request that gets no connection in this time is told that the server is busy (503)."""
BUSY_TIMEOUT_MS = 5000
"""How long a SQLite writer waits for the one before it."""

TRUSTED_S = 10.0
"""Seconds that a connection which lay in the pool is used again without asking whether it lives: a
database that went away meanwhile costs those requests a 503, and every other one no question."""

_AFTER_COMMIT = "invigil_after_commit"
_READS = "invigil_reads"
_ALONE = "invigil_alone"
_LAY_DOWN = "invigil_lay_down"


class Reading(Session):
    """A unit that only reads. It ends by COMMIT: with ROLLBACK the driver forgets its prepared
    statements, and the database plans each of them anew."""

    def close(self) -> None:
        """Ends the unit; what was read is never written, whatever was done to it."""
        if self.in_transaction():
            self.expunge_all()
            with suppress(SQLAlchemyError):  # a connection that is gone has ended it
                self.commit()
        super().close()


class Database:
    """The engine with its two kinds of unit of work."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.session_info: dict[str, Any] = {}
        """Copied into the `info` of every session, such as who is to be told of commits."""
        self.tracing: Tracing | None = None
        """Who is told of statements and jobs, where a collector is named."""
        self._reading = engine.execution_options(**{_READS: True})
        self._asking = engine.execution_options(**{_READS: True, _ALONE: True})

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the one-writer database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A unit that commits when the block ends, rolls back when it raises.

        What was asked for with `after_commit` runs once the commit is durable.
        """
        with Session(self.engine, expire_on_commit=False, info=dict(self.session_info)) as session:
            yield session
            session.commit()
            calls: list[Callable[[], object]] = session.info.pop(_AFTER_COMMIT, [])
        for call in calls:
            call()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A unit that only reads, from one snapshot, and never waits for a writer."""
        with self.reading() as session:
            yield session

    def reading(self) -> Session:
        """The same, to be closed by whoever asked for it."""
        return Reading(self._reading, expire_on_commit=False, autoflush=False)

    @contextmanager
    def ask(self) -> Iterator[Session]:
        """A unit for one statement that only reads: without a transaction around it it costs
        PostgreSQL a third of the turns. A second statement may see a later state."""
        with Session(self._asking, expire_on_commit=False, autoflush=False) as session:
            yield session

    def scrub(self) -> None:
        """Empties SQLite's write-ahead log, which may still hold what was deleted; best effort.

        A reader at work keeps it: then the next checkpoint does. PostgreSQL has its own vacuum.
        """
        if self.is_sqlite:
            with self.engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                assert raw is not None
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Closes every connection, those at work once they are given back; a unit begun later
        opens new ones."""
        given_out_by = self.engine.pool
        self.engine.dispose()
        # A pool that was disposed of takes back what it had given out, and would leave it open.
        event.listen(given_out_by, "checkin", _close_for_good)
        given_out_by.dispose()
        if self.tracing is not None:
            self.tracing.close()


def after_commit(session: Session, call: Callable[[], object]) -> None:
    """Runs `call` once this unit of work is committed, and never if it is not.

    `call` must be quick and must not raise: a doorbell, not work.
    """
    session.info.setdefault(_AFTER_COMMIT, []).append(call)


def insert_unless_there(
    db: Session, table: type[SQLModel], values: Mapping[str, Any], *, by: Sequence[str] = ()
) -> bool:
    """Inserts a row; where one with the same unique columns stands, that one stays.

    Answers whether it was inserted.

    `by`: names of the unique columns; left out: any unique key of the table.
    """
    if db.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    unless_there = insert(table).values(**values)
    unless_there = unless_there.on_conflict_do_nothing(index_elements=list(by) or None)
    # PostgreSQL's driver counts no rows here: what was inserted is answered instead.
    keys = inspect(table).primary_key
    return db.execute(unless_there.returning(*keys)).first() is not None


def open_database(settings: Settings) -> Database:
    """The database that `settings` name, with its connections set up; creates no tables.

    Raises BadSettings where there can be no folder for SQLite's.
    """
    if settings.database.startswith("sqlite"):
        try:
            settings.data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadSettings(
                f"INVIGIL_DATA_DIR: {settings.data_dir} cannot be made ({error.strerror}); name a "
                "folder that the server's user may write to."
            ) from None
    made = Database(engine(settings))
    if settings.otel_endpoint:
        from server.tracing import Tracing

        made.tracing = Tracing(settings)
        made.tracing.statements(made.engine)
    return made


def unreachable(error: Exception) -> str | None:
    """What to tell the person at the console where `error` is a connection that was not made.

    None for every other failure: an error with a code of SQL's came from a database that answers.
    """
    if not isinstance(error, DBAPIError) or error.statement is not None:
        return None
    if getattr(error.orig, "sqlstate", None) is not None:
        return None
    words = str(error.orig).strip().partition("\n")[0]
    return (
        f"DATABASE_URL: no connection to the database: {words}. Start the database, or correct the "
        "address, name and password."
    )


def engine(settings: Settings) -> Engine:
    """A pooled engine; a sleeping transaction or statement is ended by PostgreSQL after 15 s."""
    common: dict[str, Any] = {
        "pool_size": POOL_SIZE,
        "max_overflow": 0,
        "pool_timeout": POOL_TIMEOUT_S,
        "hide_parameters": True,  # an error's message would quote names and answers
    }
    if settings.database.startswith("sqlite"):
        made = create_engine(settings.database, connect_args={"check_same_thread": False}, **common)
        event.listen(made, "connect", _set_up_sqlite)
        event.listen(made, "begin", _begin_sqlite)
        return made
    options = "-c timezone=UTC -c statement_timeout=15000 -c lock_timeout=5000"
    options += " -c idle_in_transaction_session_timeout=15000"
    made = create_engine(settings.database, connect_args={"options": options}, **common)
    event.listen(made, "connect", _set_up_postgresql)
    event.listen(made, "begin", _begin_postgresql)
    event.listen(made, "checkin", _note_when)
    event.listen(made, "checkout", _ask_whether_it_lives)
    return made


def _note_when(connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[_LAY_DOWN] = time.monotonic()


def _ask_whether_it_lives(connection: Any, record: ConnectionPoolEntry, proxy: object) -> None:
    """Raises DisconnectionError for a dead one, which the pool replaces."""
    lay_down = record.info.get(_LAY_DOWN)
    if lay_down is None or time.monotonic() - lay_down < TRUSTED_S:
        return
    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except connection.Error as error:
        raise DisconnectionError("it went away while it lay in the pool") from error


def _set_up_sqlite(connection: sqlite3.Connection, record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: see _begin_sqlite
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA secure_delete=ON")  # what is erased leaves no bytes in free pages
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _set_up_postgresql(connection: Any, record: object) -> None:
    # The driver's own way to a level is six calls for each unit, there and back.
    connection.autocommit = True


def _begin_postgresql(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(_ALONE, False):
        return
    # Else a unit that reads would see another state with each statement.
    snapshot = " ISOLATION LEVEL REPEATABLE READ" if options.get(_READS, False) else ""
    connection.exec_driver_sql(f"BEGIN{snapshot}")


def _close_for_good(connection: object, record: ConnectionPoolEntry) -> None:
    record.close()


def _begin_sqlite(connection: Connection) -> None:
    raw: Any = connection.connection.dbapi_connection
    if raw.in_transaction:
        # A COMMIT that failed is open still, and the pool believes that it was seen to.
        raw.rollback()
    reads = connection.get_execution_options().get(_READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

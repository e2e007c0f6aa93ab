"""Runs Alembic without an ini file: the database comes from `Settings`, nothing else.

One rule: one process migrates at a time, however long it takes; on PostgreSQL an advisory lock
sees to it. Alembic itself is imported only where there is something to migrate: it costs a tenth
of a start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0036"
"""The newest step in `versions/`; a test compares."""
WAIT_S = 600
"""For another process that migrates."""
ADVISORY_LOCK = 0x1_4E_56_49_47  # "INVIG" in our own numbering; any constant would do


def config_for(connection: Connection | None = None) -> "Config":
    """An Alembic configuration that uses `connection`."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Brings the schema to `revision`; does nothing when it is there."""
    with engine.connect() as connection:
        _take_time(connection)
        if revision == "head" and stands_at(connection) == HEAD:
            return
        from alembic import command

        command.upgrade(config_for(connection), revision)
        connection.commit()


def downgrade(engine: Engine, revision: str) -> None:
    """Takes the schema back to `revision`; `base` drops all tables."""
    from alembic import command

    with engine.connect() as connection:
        _take_time(connection)
        command.downgrade(config_for(connection), revision)
        connection.commit()


def _take_time(connection: Connection) -> None:
    """Waits for another process that migrates, and lifts the limits meant for requests: rewriting
    a large table takes minutes, and a busy machine is idle in a transaction while it imports."""
    if connection.dialect.name != "postgresql":
        return
    for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
        connection.execute(text(f"SET LOCAL {limit} = 0"))
    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_S}s'"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": ADVISORY_LOCK})
    # A table that requests use is waited for briefly: they would queue behind us.
    connection.execute(text("SET LOCAL lock_timeout = '5s'"))


def stands_at(connection: Connection) -> str | None:
    """The schema's revision; None for a new database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()

"""Runs Alembic without an ini file: the database comes from `Settings`, nothing else.

One rule: one process migrates at a time; on PostgreSQL an advisory lock sees to it.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

ADVISORY_LOCK = 0x1_4E_56_49_47  # "INVIG" in our own numbering; any constant would do


def config_for(connection: Connection | None = None) -> Config:
    """An Alembic configuration that uses `connection`."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Brings the schema to `revision`; does nothing when it is there."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": ADVISORY_LOCK})
        command.upgrade(config_for(connection), revision)
        connection.commit()


def downgrade(engine: Engine, revision: str) -> None:
    """Takes the schema back to `revision`; `base` drops all tables."""
    with engine.connect() as connection:
        command.downgrade(config_for(connection), revision)
        connection.commit()

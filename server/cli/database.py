"""`migrate` and `reset-db`: the schema, brought up to date or made anew.

One rule: nothing is dropped before a person has typed the database's name.
"""

import argparse
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from server.cli.commands import declare
from server.settings import BadSettings, Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands

INSUFFICIENT_PRIVILEGE = "42501"
"""PostgreSQL's code where a role may not."""


def add(commands: "Commands") -> None:
    """Declares `migrate` and `reset-db`."""
    declare(commands, "migrate", _migrate, words="bring the database up to date")
    reset = declare(commands, "reset-db", _reset, words="drop everything and make an empty schema")
    reset.add_argument(
        "--yes-in-production", action="store_true", help="although INVIGIL_ENVIRONMENT says so"
    )


def migrate_quietly(settings: Settings) -> None:
    """Brings the schema up to date; says nothing.

    Raises BadSettings where the database's role may not.
    """
    from sqlalchemy.exc import ProgrammingError

    from server.db import open_database
    from server.migrations import run

    database = open_database(settings)
    try:
        run.upgrade(database.engine)
    except ProgrammingError as error:
        if getattr(error.orig, "sqlstate", None) != INSUFFICIENT_PRIVILEGE:
            raise
        raise BadSettings(
            "DATABASE_URL: the schema has to be brought up to date, and this role may not: run "
            "`invigil-server migrate` and `invigil-server grants` as the tables' owner first."
        ) from None
    finally:
        database.close()


def database_name(settings: Settings) -> str:
    """What a person types to have it emptied: the file's name, or PostgreSQL's database."""
    if settings.database.startswith("sqlite"):
        return settings.database.rpartition("/")[2]
    return urlsplit(settings.database).path.removeprefix("/")


def _migrate(settings: Settings, asked: argparse.Namespace) -> int:
    migrate_quietly(settings)
    print("The database is up to date.")
    return 0


def _reset(settings: Settings, asked: argparse.Namespace) -> int:
    if settings.environment == "production" and not asked.yes_in_production:
        print(
            "This is production: make a backup, stop the server, and add --yes-in-production.",
            file=sys.stderr,
        )
        return 2
    name = database_name(settings)
    print(
        f"Everything in {name} and all evidence will be gone for good. The keys stay.\n"
        f"Stop the server first, then type {name} to go on:",
        flush=True,
    )
    if sys.stdin.readline().strip() != name:
        print("Nothing was changed.", file=sys.stderr)
        return 1
    from server import evidence
    from server.db import open_database
    from server.migrations import run

    database = open_database(settings)
    try:
        run.downgrade(database.engine, "base")
        run.upgrade(database.engine)
    finally:
        database.close()
    evidence.store(settings).clear()
    print("The database is empty. Make the first account with: invigil-server create-super-admin")
    return 0

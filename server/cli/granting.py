"""`grants`: what the role that the server connects as may do in PostgreSQL.

One rule: run by the tables' owner; the server itself never holds the owner's password.
"""

import argparse
import sys
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `grants`."""
    granting = declare(
        commands,
        "grants",
        _grants,
        words="let a database role serve, without changing audit log or record (PostgreSQL)",
    )
    granting.add_argument("--role", required=True, help="what the server's DATABASE_URL names")
    granting.add_argument("--check", action="store_true", help="change nothing, tell what is wrong")


def _grants(settings: Settings, asked: argparse.Namespace) -> int:
    from server import grants
    from server.db import open_database

    database = open_database(settings)
    try:
        if asked.check:
            found = grants.faults(database.engine, asked.role)
        else:
            grants.grant(database.engine, asked.role)
            found = []
    except grants.CannotGrant as reason:
        print(reason, file=sys.stderr)
        return 1
    finally:
        database.close()
    for fault in found:
        print(fault, file=sys.stderr)
    if found:
        print("Run it without --check as the tables' owner.", file=sys.stderr)
        return 1
    print(f"{asked.role} may serve, and changes nothing in {', '.join(grants.ADDED_ONLY)}.")
    return 0

"""`maintenance`: on, off, or how it stands.

One rule: it works beside a running server and needs no restart; what runs goes on.
"""

import argparse
from datetime import timedelta
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands

ACTOR = "operator"


def add(commands: "Commands") -> None:
    """Declares `maintenance`."""
    switch = declare(
        commands,
        "maintenance",
        _maintenance,
        words="refuse new work while running interviews finish",
    )
    switch.add_argument("state", nargs="?", choices=["on", "off"], help="left out: says which")
    switch.add_argument("--message", default="", help="why and how long, for admins and candidates")
    switch.add_argument("--minutes", type=int, metavar="N", help="how long it is meant to last")


def _maintenance(settings: Settings, asked: argparse.Namespace) -> int:
    from server.db import open_database
    from server.main import utc_now
    from server.operations import maintenance, queries

    now = utc_now()
    database = open_database(settings)
    try:
        with database.write() as db:
            if asked.state == "on":
                until = now + timedelta(minutes=asked.minutes) if asked.minutes else None
                maintenance.begin(db, actor=ACTOR, message=asked.message, until=until, now=now)
            elif asked.state == "off":
                maintenance.end(db, actor=ACTOR, now=now)
            on = maintenance.read(db)
            running = queries.figures(db, now).live
    finally:
        database.close()
    print(f"Maintenance is {'on' if on else 'off'}; {running} interviews run.")
    return 0

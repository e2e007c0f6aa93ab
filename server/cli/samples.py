"""`seed`: sample content for trying things out.

One rule: it prints one line of JSON, the only place where the new password and the link stand.
"""

import argparse
import json
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `seed`."""
    seed = declare(commands, "seed", _seed, words="make sample content; prints one line of JSON")
    seed.add_argument("--demo", action="store_true", required=True, help="the demo's content")
    seed.add_argument(
        "--invite-minutes", type=int, default=120, metavar="N", help="how long the invite lasts"
    )


def _seed(settings: Settings, asked: argparse.Namespace) -> int:
    from server.cli.database import migrate_quietly
    from server.db import open_database
    from server.interviews.links import invite_url
    from server.keys import load_keys
    from server.main import utc_now
    from server.seed import seed_demo

    migrate_quietly(settings)
    database = open_database(settings)
    try:
        with database.write() as session:
            made = seed_demo(
                session,
                load_keys(settings.data_dir),
                now=utc_now(),
                invite_minutes=asked.invite_minutes,
            )
    finally:
        database.close()
    line = {
        "email": made.email,
        "password": made.password,
        "paper": made.paper,
        "session": made.session,
        "invite_url": invite_url(settings, made.token),
    }
    print(json.dumps(line), flush=True)
    return 0

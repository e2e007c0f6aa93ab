"""`seed`: sample content for trying things out.

One rule: it prints one line of JSON, the only place where the new password and the link stand.
"""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `seed`."""
    seed = declare(commands, "seed", _seed, words="make sample content; prints one line of JSON")
    what = seed.add_mutually_exclusive_group(required=True)
    what.add_argument("--demo", action="store_true", help="an admin, a paper and an invite")
    what.add_argument("--users", action="store_true", help="an admin for each scope")
    what.add_argument("--full", action="store_true", help="both, and a week of interviews")
    seed.add_argument(
        "--yes-in-production", action="store_true", help="although INVIGIL_ENVIRONMENT says so"
    )
    seed.add_argument(
        "--invite-minutes", type=int, default=120, metavar="N", help="how long the invite lasts"
    )


def _seed(settings: Settings, asked: argparse.Namespace) -> int:
    if settings.is_production and not asked.yes_in_production:
        print("This is production: sample accounts do not belong here.", file=sys.stderr)
        return 2
    from server.cli.database import migrate_quietly
    from server.db import open_database
    from server.interviews.links import invite_url
    from server.keys import load_keys
    from server.main import utc_now
    from server.seed import seed_demo, seed_more, seed_users

    migrate_quietly(settings)
    keys, now, line = load_keys(settings.data_dir), utc_now(), {}
    database = open_database(settings)
    try:
        with database.write() as session:
            if asked.demo or asked.full:
                made = seed_demo(session, keys, now=now, invite_minutes=asked.invite_minutes)
                line |= {
                    "email": made.email,
                    "password": made.password,
                    "paper": made.paper,
                    "session": made.session,
                    "invite_url": invite_url(settings, made.token),
                }
                if asked.full:
                    line["interviews"] = 1 + seed_more(session, keys, made.paper, now=now)
            if asked.users or asked.full:
                line["users"] = seed_users(session)
    finally:
        database.close()
    print(json.dumps(line), flush=True)
    return 0

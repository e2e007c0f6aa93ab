"""`seed`: sample content for trying things out.

One rule: it prints one line of JSON, the only place where the new password and the link stand.
"""

import argparse
import json
import sys
from datetime import datetime, timedelta
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
    what.add_argument(
        "--questions", action="store_true", help="a paper with questions, for the first super admin"
    )
    what.add_argument(
        "--full",
        action="store_true",
        help="all of it, a week of interviews, two that were held and one that is on",
    )
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
    from server.refusals import Refused
    from server.seed import seed_demo, seed_held, seed_more, seed_questions, seed_users

    migrate_quietly(settings)
    keys, now, line = load_keys(settings.data_dir), utc_now(), {}
    tokens: list[str] = []
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
                    more = seed_more(session, keys, made.paper, now=now)
                    tokens = seed_held(session, keys, made.paper, now=now)
                    line["interviews"] = 1 + more + len(tokens)
            if asked.questions:
                line["paper"] = seed_questions(session, now=now)
            if asked.users or asked.full:
                line["users"] = seed_users(session)
    except Refused:
        print("First make an account: invigil-server create-super-admin", file=sys.stderr)
        return 1
    finally:
        database.close()
    if tokens:
        line["held"] = hold_samples(settings, tokens, now)
    print(json.dumps(line), flush=True)
    return 0


def hold_samples(settings: Settings, tokens: list[str], now: datetime) -> int:
    """Holds the interviews of `seed_held`: a good one, a middling one, one that is on."""
    from server.seed_held import Held, hold
    from shared.events import Severity

    calm = (("gaze_away", Severity.LOW, 180_000, 184_000),)
    noticed = (
        ("face_absent", Severity.MEDIUM, 95_000, 104_000),
        ("second_face", Severity.HIGH, 410_000, 416_000),
    )
    good, middling, on = tokens
    return hold(
        settings,
        (
            Held(good, now - timedelta(hours=26), 1.0, calm),
            Held(middling, now - timedelta(hours=3), 0.5, noticed),
            Held(on, now - timedelta(minutes=5), 0.8, noticed[:1], finished=False),
        ),
        now=now,
    )

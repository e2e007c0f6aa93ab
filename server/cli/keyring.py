"""`keys` and `rotate-keys`: which keys there are, and new ones in their place.

One rule: no key is ever printed, only its kid.
"""

import argparse
import sys
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `keys` and `rotate-keys`."""
    declare(commands, "keys", _list, words="list all keys by kid, and what they are used for")
    declare(
        commands,
        "rotate-keys",
        _rotate,
        words="make new keys and wrap all interviews' keys anew; may be repeated",
    )


def _list(settings: Settings, asked: argparse.Namespace) -> int:
    from server import rotation
    from server.db import open_database
    from server.keys import load_keys

    database = open_database(settings)
    try:
        rows = rotation.inventory(
            database, load_keys(settings.data_dir), settings.data_dir / "keys"
        )
    finally:
        database.close()
    print(f"{'use':8} {'kid':16} {'state':8} {'made':10} used by")
    words = {"signing": "links of records", "master": "interviews"}
    for row in rows:
        uses = "" if row.uses is None else f"{row.uses} {words[row.use]}"
        state = "current" if row.current else "old"
        print(f"{row.use:8} {row.kid:16} {state:8} {row.made_at:%Y-%m-%d} {uses}".rstrip())
    return 0


def _rotate(settings: Settings, asked: argparse.Namespace) -> int:
    from server import rotation
    from server.cli.maintaining import ACTOR
    from server.db import open_database
    from server.keys import load_keys
    from server.main import utc_now

    folder = settings.data_dir / "keys"
    database = open_database(settings)
    try:
        keys = load_keys(settings.data_dir)
        done = rotation.rotate(database, keys, folder, now=utc_now(), actor=ACTOR)
    finally:
        database.close()
    if not done.fresh:
        print("Finished the rotation that was interrupted; run it again for new keys.")
    print(f"{done.rewrapped} secrets are under master key {keys.master_kid}.")
    print("Make a backup now: older ones lack the new keys.")
    if done.unreadable:
        print(
            f"{done.unreadable} secrets open with no master key here: restore "
            "keys/masters from a backup and run this again.",
            file=sys.stderr,
        )
        return 1
    return 0

"""`backup` and `restore`: database, keys and evidence as one set.

One rule: what does not work ends with a sentence and leaves what was there.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `backup` and `restore`."""
    making = declare(
        commands, "backup", _backup, words="write database, keys and evidence as one archive"
    )
    making.add_argument("file", type=Path, help="a new file; it holds secrets, keep it safe")
    restoring = declare(
        commands, "restore", _restore, words="put an archive back; stop the server first"
    )
    restoring.add_argument("file", type=Path, help="what `backup` wrote")
    restoring.add_argument(
        "--replace", action="store_true", help="although there is a database, keys or evidence"
    )


def _backup(settings: Settings, asked: argparse.Namespace) -> int:
    from server import backup
    from server.main import utc_now

    try:
        content = backup.back_up(settings, asked.file, now=utc_now())
    except backup.BackupError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{asked.file}: {len(content.files)} files. It holds the keys: keep it safe.")
    return 0


def _restore(settings: Settings, asked: argparse.Namespace) -> int:
    from server import backup

    try:
        content = backup.restore(settings, asked.file, replace=asked.replace)
    except backup.BackupError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Restored what stood on {content.made_at}.")
    if content.database == "postgresql":
        print("Does the server connect as a role of its own? Then: invigil-server grants --role …")
    print("Start the server with: invigil-server run")
    return 0

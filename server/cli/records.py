"""`import-record`: takes a record that a candidate's machine saved as a file.

One rule: the same checks as over the network; what it brought is printed, nothing of its content.
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
    """Declares `import-record`."""
    command = declare(
        commands,
        "import-record",
        _import,
        words="take a record file from a candidate whose network never came back",
    )
    command.add_argument("file", type=Path, help="the .invigil file")


def _import(settings: Settings, asked: argparse.Namespace) -> int:
    from server.candidate.setting import Setting
    from server.cli.maintaining import ACTOR
    from server.db import open_database
    from server.keys import load_keys
    from server.main import utc_now
    from server.refusals import Refused
    from server.sync import parcels
    from shared.problems import PROBLEMS

    database = open_database(settings)
    try:
        with asked.file.open("rb") as file:
            setting = Setting(settings, load_keys(settings.data_dir), utc_now())
            done = parcels.bring(
                database, file, find=parcels.any_interview, actor=ACTOR, setting=setting
            )
    except Refused as refused:
        print(f"Not imported: {refused.detail or PROBLEMS[refused.code][1]}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Not imported: {error.strerror}.", file=sys.stderr)
        return 1
    finally:
        database.close()
    print(
        f"Interview {done.session}: {done.new_rows} of {done.rows} rows and {done.new_blobs} of "
        f"{done.blobs} recordings and pictures are new; it is {done.status}."
    )
    if done.missing_blobs:
        print(f"{done.missing_blobs} recordings or pictures are still missing.")
    if done.conflict:
        print(f"The rows do not go on from what is here: {done.conflict}.", file=sys.stderr)
        return 1
    return 0

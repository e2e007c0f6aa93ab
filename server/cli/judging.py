"""`rescore`: judges an interview's answers again by their manifests and shows the difference.

One rule: it stores nothing; the exit status says whether all came out the same.
"""

import argparse
import sys
from typing import TYPE_CHECKING

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands


def add(commands: "Commands") -> None:
    """Declares `rescore`."""
    rescore = declare(
        commands, "rescore", _rescore, words="judge answers again and show what differs"
    )
    rescore.add_argument("interview", help="the interview's id")


def _rescore(settings: Settings, asked: argparse.Namespace) -> int:
    from server.db import open_database
    from server.outside import language_model
    from server.scoring.judge.rescore import again
    from server.scoring.llm.opening import open_model

    model = open_model(settings)
    if model is None:
        print("No language model is set up: INVIGIL_LLM names one.", file=sys.stderr)
        return 2
    database = open_database(settings)
    same = True
    count = 0
    try:
        for one in again(database, model, asked.interview, outside=language_model(settings)):
            count += 1
            same = same and one.is_same
            words = f"failed ({one.failed})" if one.failed else _points(one.after_milli)
            noted = f"; changed since: {', '.join(one.changed)}" if one.changed else ""
            print(f"question {one.position}: {_points(one.before_milli)} -> {words}{noted}")
    finally:
        model.close()
        database.close()
    if not count:
        print("Nothing of this interview was judged by a language model.", file=sys.stderr)
        return 1
    print("All the same." if same else "There are differences.")
    return 0 if same else 1


def _points(milli: int | None) -> str:
    return "for a person" if milli is None else f"{milli / 1000:g}"

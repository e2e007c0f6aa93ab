"""`check-questions`: whether the tests of coding questions are worth something.

One rule: it changes nothing; the exit status is 1 where a question's tests cannot be relied on.
"""

import argparse
import sys
from typing import TYPE_CHECKING, cast

from server.cli.commands import declare
from server.settings import Settings

if TYPE_CHECKING:
    from server.cli.commands import Commands
    from server.coderuns.checking import Checked
    from shared.exam import Language


def add(commands: "Commands") -> None:
    """Declares `check-questions`."""
    checking = declare(
        commands,
        "check-questions",
        _check,
        words="run the reference of every coding question, and mutants of it, through its tests",
    )
    checking.add_argument("--paper", default="", help="id of a paper; left out: all papers")


def _check(settings: Settings, asked: argparse.Namespace) -> int:
    from sqlmodel import col, select

    from server.coderuns.checking import check
    from server.db import open_database
    from server.models import Question
    from server.papers import marking
    from server.sandbox import chosen
    from server.sandbox.asking import CannotRun

    database = open_database(settings)
    try:
        with database.read() as db:
            wanted = select(Question).where(
                Question.kind == "coding", col(Question.deleted_at).is_(None)
            )
            if asked.paper:
                wanted = wanted.where(Question.paper_id == asked.paper)
            order = wanted.order_by(col(Question.paper_id), col(Question.position))
            questions = [
                (row.id, row.language, row.expected_answer, marking.code_tests(row.tests_json))
                for row in db.exec(order)
            ]
    finally:
        database.close()
    runner = chosen.runner(settings.runner_url, settings.runner_token.get_secret_value())
    good = True
    try:
        for key, language, reference, tests in questions:
            checked = check(runner, cast("Language", language), reference, tests)
            good = good and not checked.fault
            _say(key, checked)
    except CannotRun as why:
        print(why.reason, file=sys.stderr)
        return 1
    finally:
        runner.close()
    return 0 if good else 1


def _say(question: str, checked: "Checked") -> None:
    if checked.fault:
        print(f"{question}  {checked.fault}", flush=True)
    else:
        found = f"{checked.noticed} of {checked.tried} faults noticed"
        print(f"{question}  good: the reference passes, {found}", flush=True)
    for name in checked.failed:
        print(f"    the reference fails: {name}")
    for mutant in checked.survivors:
        print(f"    not noticed: line {mutant.line}, {mutant.what}")

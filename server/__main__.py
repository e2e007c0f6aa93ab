"""The server's command line: reads what was asked for and calls the command.

One rule: what a person must do next is printed; secrets are read from standard input. The exit
status is 0 done, 1 it did not work, 2 the command or a setting does not fit.
"""

import argparse
import sys
from collections.abc import Sequence

from server.cli import (
    accounts,
    asking,
    backups,
    calibrating,
    certificate,
    database,
    describe,
    granting,
    judging,
    keyring,
    maintaining,
    questions,
    records,
    runner,
    samples,
    serve,
    setting_words,
    work,
)
from server.settings import BadSettings, read_settings

_GROUPS = (
    serve,
    work,
    judging,
    calibrating,
    database,
    granting,
    accounts,
    samples,
    backups,
    keyring,
    maintaining,
    questions,
    records,
    runner,
    asking,
    certificate,
    setting_words,
    describe,
)
_OVERRIDES = ("host", "port", "tls_cert", "tls_key")
"""Options that stand for the setting of the same name."""


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status; see the module."""
    asked = _parser().parse_args(argv)
    try:
        settings = read_settings(**{name: getattr(asked, name, None) for name in _OVERRIDES})
        return asked.call(settings, asked)
    except BadSettings as error:
        print(error, file=sys.stderr)
        return 2
    except Exception as error:  # of any command; all but an absent database goes on
        if (away := _no_database(error)) is None:
            raise
        print(away, file=sys.stderr)
        return 1


def _no_database(error: Exception) -> str | None:
    """What to say where the database could not be reached; None for any other failure."""
    if "sqlalchemy" not in sys.modules:  # it takes half a second, which most commands do without
        return None
    from server.db import unreachable

    return unreachable(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="invigil-server",
        description="The server of Invigil: serves, keeps its database, makes accounts.",
        epilog="Settings come from the environment: docs/settings.md.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in _GROUPS:
        group.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""`python -m client preflight [--server URL | --invite LINK] [--json FILE] [--no-send]`.

One rule: one line for each thing that was tried, with cause and cure; the exit status is 0 where
all is ok, 1 where something is wrong, 3 where something is unknown, 2 for wrong arguments.
"""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from client import managed
from client.api import parse_invite
from client.errors import ClientError
from client.preflight import probes, report, rules
from client.settings import Settings, load
from shared.readiness import Readiness, ReadinessLine

MARKS = {"ok": "ok       ", "violation": "VIOLATION", "unknown": "unknown  "}

Show = Callable[[str], None]


def main(
    arguments: Sequence[str] | None = None,
    settings: Settings | None = None,
    steps: tuple[probes.Step, ...] | None = None,
    show: Show = print,
) -> int:
    """Tries everything and says so; the exit status."""
    parser = argparse.ArgumentParser(
        prog="invigil preflight",
        description="Whether this computer is ready for an interview.",
        epilog="Exit status: 0 all ok, 1 something is wrong, 3 something is unknown, 2 usage.",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--server", help="address of the server, such as https://jobs.example.com")
    where.add_argument("--invite", help="the link of an invitation: the report is tied to it")
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="also write the signed report there"
    )
    parser.add_argument("--no-send", action="store_true", help="keep the report of an invite here")
    parsed = parser.parse_args(arguments)
    # What was tried is told in lines of its own; whoever called us keeps their log as it was.
    logger = logging.getLogger("client")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        return _tried(parsed, settings or load(given=managed.here().given), steps, show)
    finally:
        logger.setLevel(level)


def _tried(
    parsed: argparse.Namespace,
    settings: Settings,
    steps: tuple[probes.Step, ...] | None,
    show: Show,
) -> int:
    try:
        server, token = address(parsed.server, parsed.invite, settings)
    except ClientError as error:
        print(error, file=sys.stderr)
        return 2
    asked = probes.Asked(
        settings.data_dir, server, (lambda: report.reach(server)) if server else None
    )
    lines: list[ReadinessLine] = []
    for line in probes.run(asked, steps):
        lines.append(line)
        show(words(line))
    made = report.make(lines, datetime.now(UTC), token=token)
    if parsed.json is not None:
        try:
            parsed.json.write_text(report.as_json(made), encoding="utf-8")
        except OSError as error:
            print(f"The report cannot be written: {error.strerror}.", file=sys.stderr)
            return 2
    if token and not parsed.no_send:
        show(_sent(server, made, token))
    return rules.exit_status(made.lines)


def address(server: str | None, invite: str | None, settings: Settings) -> tuple[str, str]:
    """(base address, token): of the invite, the named server, or the settings'; raises
    WrongInvite."""
    if invite:
        return parse_invite(invite, settings.server_url, allow_http=settings.allow_http)
    return (server or settings.server_url or "").rstrip("/"), ""


def words(line: ReadinessLine) -> str:
    """One line as it is printed, with cause and cure below it where there are any."""
    told = f"{MARKS[line.outcome]}  {line.probe:<10}  {line.found}".rstrip()
    for name, text in (("cause", line.cause), ("cure", line.cure)):
        if text:
            told += f"\n{'':11}{name}: {text}"
    return told


def _sent(server: str, made: Readiness, token: str) -> str:
    try:
        report.send(server, made, token)
    except ClientError as error:
        return f"The report was not sent: {error.message}"
    return f"The signed report is at {server}: the people who invited you can read it."


if __name__ == "__main__":
    sys.exit(main())

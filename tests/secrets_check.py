"""No secret lies in what git keeps: Kingfisher (MongoDB) reads every tracked file, offline.

One rule: a finding is told by its place, never by its text. A line that only looks like a secret
ends with `kingfisher:ignore` and says why.
`python -m tests.secrets_check [FOLDER]`.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("kingfisher")
OFFLINE = ("--no-update-check", "--no-validate", "--git-history", "none")
"""What it finds would else be tried out at whoever gave it."""


class CannotLook(Exception):
    """Kingfisher did not run to its end; the message says what to do."""


class Found(NamedTuple):
    """Something that looks like a secret."""

    path: str
    line: int
    rule: str


def look(folder: Path) -> list[Found]:
    """What lies in the files that git tracks in `folder`; raises CannotLook."""
    tracked = _tracked(folder)
    if not tracked:
        raise CannotLook(f"git tracks nothing in {folder}: name a checkout.")
    with tempfile.TemporaryDirectory(prefix="invigil-secrets-") as name:
        report = Path(name) / "report.json"
        options = [*OFFLINE, "--quiet", "--redact", "--no-dedup", "--format", "json"]
        command = [PROGRAM, "scan", *options, "--output", report, "--", *tracked]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise CannotLook("kingfisher is not installed: run `python3 dev.py check`.") from None
        try:
            told = json.loads(report.read_text("utf-8"))
            return sorted({_found(one) for one in told["findings"]})
        except (OSError, ValueError, KeyError, TypeError) as error:
            said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            raise CannotLook(f"kingfisher gave no report that can be read: {said}") from error


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 nothing, 1 something that looks like a secret, 2 it was not looked."""
    try:
        found = look(Path(arguments[0]) if arguments else ROOT)
    except CannotLook as reason:
        print(reason, file=sys.stderr)
        return 2
    for one in found:
        print(f"{one.path}:{one.line}: {one.rule}", file=sys.stderr)
    if found:
        print(
            "Take it out and make it worthless where it counts: who has the history has it. If "
            "it is none, end its line with `kingfisher:ignore` and why.",
            file=sys.stderr,
        )
    return 1 if found else 0


def _tracked(folder: Path) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=folder, capture_output=True, text=True, check=False
    )
    names = [name for name in listed.stdout.split("\0") if name]
    return [name for name in names if (folder / name).is_file()]


def _found(one: dict[str, dict[str, object]]) -> Found:
    finding, rule = one["finding"], one["rule"]
    return Found(str(finding["path"]), int(str(finding["line"])), str(rule["name"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

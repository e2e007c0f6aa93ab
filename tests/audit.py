"""Known weaknesses of what we are made of: pip-audit and npm audit over our own locks.

One rule: not having been able to ask is no answer, and has an exit status of its own.
`python3 dev.py audit` runs it: 0 nothing known, 1 something known, 3 a database was not reached.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("dev", "build", "speech", "audit")
"""Of requirements/*.txt: the others are parts of these."""
CLEAN, KNOWN, NOT_ASKED = 0, 1, 3
LIMIT_S = 300
"""For one question; a connection that is swallowed would else hold the command for ever."""


class NotAsked(Exception):
    """The database gave no answer; the message is the program's own last line."""


def pip_audit(program: Path, lock: Path) -> list[str]:
    """One line for each weakness that is known of what a hashed lock pins; raises NotAsked."""
    # Nothing is installed or resolved: what is pinned and hashed is all that there is.
    command = [program, "--disable-pip", "--require-hashes", "--progress-spinner", "off"]
    told = _answer([*command, "--format", "json", "-r", lock])
    lines: list[str] = []
    skipped: list[str] = []
    for package in _list(told, "dependencies"):
        if why := package.get("skip_reason"):  # which pip-audit itself takes for no weakness
            skipped.append(str(why))
        for known in package.get("vulns", []):
            mended = ", ".join(known["fix_versions"]) or "none yet"
            lines.append(
                f"{package['name']} {package['version']}: {known['id']} (mended in: {mended})"
            )
    if skipped and not lines:
        raise NotAsked(f"{len(skipped)} packages were left out, the first: {skipped[0]}")
    return lines


def npm_audit(program: Path, folder: Path) -> list[str]:
    """One line for each package of the dashboard with a known weakness; raises NotAsked."""
    told = _answer([program, "audit", "--json"], cwd=folder)
    if "vulnerabilities" not in told:
        raise NotAsked(str(told.get("message") or told.get("error") or told)[:300])
    found: Mapping[str, Any] = told["vulnerabilities"]
    return [
        f"{name} {known['range']}: {known['severity']} (mended by an update: "
        f"{'yes' if known['fixAvailable'] else 'no'})"
        for name, known in sorted(found.items())
    ]


def ask(questions: Mapping[str, Callable[[], list[str]]]) -> int:
    """Asks each, says what came of it, and answers the exit status."""
    status = CLEAN
    for name, question in questions.items():
        try:
            found = question()
        except NotAsked as reason:
            print(f"----  {name}: could not reach the advisory database: {reason}", file=sys.stderr)
            status = status or NOT_ASKED
            continue
        print(f"{'FAIL' if found else 'ok  '}  {name}", *found, sep="\n      ", flush=True)
        status = KNOWN if found else status
    if status == NOT_ASKED:
        print("Nothing is known of what could not be asked: run it where the network lets you.")
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Asks about every lock."""
    parser = argparse.ArgumentParser(prog="tests.audit")
    parser.add_argument("--pip-audit", type=Path, required=True, metavar="PROGRAM")
    parser.add_argument("--npm", type=Path, required=True, metavar="PROGRAM")
    asked = parser.parse_args(arguments)
    questions: dict[str, Callable[[], list[str]]] = {
        f"requirements/{name}.txt": lambda name=name: pip_audit(
            asked.pip_audit.absolute(), ROOT / "requirements" / f"{name}.txt"
        )
        for name in LOCKS
    }
    dashboard = ROOT / "server" / "dashboard"
    questions["server/dashboard"] = lambda: npm_audit(asked.npm.absolute(), dashboard)
    return ask(questions)


def _answer(command: Sequence[str | Path], *, cwd: Path = ROOT) -> dict[str, Any]:
    """The JSON that a program prints; both say 1 for a weakness and for a failure alike."""
    try:
        done = subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, check=False, timeout=LIMIT_S
        )
    except subprocess.TimeoutExpired:
        raise NotAsked(f"no answer within {LIMIT_S} s") from None
    try:
        told = json.loads(done.stdout)
    except ValueError:
        said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotAsked(said[-300:]) from None
    if not isinstance(told, dict):
        raise NotAsked("the answer is no report")
    return told


def _list(told: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    if name not in told:
        raise NotAsked(f"the report has no {name}")
    return told[name]


if __name__ == "__main__":
    sys.exit(main())

"""docs/detectors/results.json: the measured quality of every detector, one row for each figure.

One rule: a benchmark's rows are replaced together, and figures are never replaced by none: a
machine without the recordings leaves them as they are.
"""

import json
import math
import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "docs" / "detectors" / "results.json"
_DIGITS = 6
"""Significant ones that are kept: more than any interval here can carry."""

Row = dict[str, Any]


def read(path: Path = RESULTS) -> list[Row]:
    """All rows; none where nothing was measured yet."""
    return json.loads(path.read_text("utf-8")) if path.exists() else []


def merge(name: str, rows: Sequence[Row], *, order: Sequence[str], path: Path = RESULTS) -> None:
    """Puts one benchmark's rows in place of those it had, in the order of the benchmarks."""
    kept = read(path)
    before = [row for row in kept if row["name"] == name]
    measured = any(row["ours"] is not None for row in rows)
    if before and not measured and any(row["ours"] is not None for row in before):
        return
    others = [row for row in kept if row["name"] != name]
    place = {each: number for number, each in enumerate(order)}
    together = [*others, *(row | {"name": name} for row in rows)]
    together.sort(key=lambda row: (place.get(row["name"], len(place)), row["name"]))
    written = path.with_suffix(".tmp")
    written.write_text(text(together), "utf-8")
    written.replace(path)


def text(rows: Sequence[Row]) -> str:
    """JSON as it is kept: numpy's numbers as plain ones, no NaN, six digits."""
    return json.dumps([_plain(row) for row in rows], indent=2, ensure_ascii=False) + "\n"


def where() -> Row:
    """Machine, commit and day of a measurement; a + marks a commit with changes on top."""
    commit = _git("rev-parse", "--short", "HEAD")
    changed = "+" if _git("status", "--porcelain", "client", "shared", "tests/bench") else ""
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "commit": commit + changed if commit else None,
        "date": datetime.now(UTC).date().isoformat(),
    }


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )
    return done.stdout.strip()


def _plain(value: Any) -> Any:
    if hasattr(value, "item"):
        value = value.item()
    match value:
        case bool() | None | str() | int():
            return value
        case float():
            return float(f"{value:.{_DIGITS}g}") if math.isfinite(value) else None
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case _:
            return str(value)

"""`python -m tests.bench cards [--check]`: puts the measured figures into the detectors' cards.

One rule: between `<!-- results: NAME -->` and `<!-- /results -->` nothing is written by hand; the
rest of a card is, and is left alone.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench import results
from tests.bench.results import Row

CARDS = results.RESULTS.parent
_BLOCK = re.compile(r"(<!-- results: ([\w-]+) -->\n)(.*?)(<!-- /results -->)", re.DOTALL)
_OPENS, _CLOSES = "<!-- results:", "<!-- /results -->"


def main(arguments: Sequence[str]) -> int:
    """Fills the cards, or says which are not what the figures say; 1 where some are not."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench cards")
    parser.add_argument("--check", action="store_true", help="change nothing, say what differs")
    options = parser.parse_args(arguments)
    torn = [path.name for path in _paths(CARDS) if not is_whole(path.read_text("utf-8"))]
    if torn:
        print(f"cards: a results block is not closed in {', '.join(torn)}", file=sys.stderr)
        return 1
    stale = outdated()
    if not options.check:
        fill()
        return 0
    if stale:
        print(
            f"cards: {', '.join(stale)} not as results.json says; "
            "run `python -m tests.bench cards`",
            file=sys.stderr,
        )
    return 1 if stale else 0


def fill(folder: Path = CARDS) -> None:
    """Writes every block anew from results.json."""
    rows = _by_name(folder)
    for path in _paths(folder):
        before = path.read_text("utf-8")
        after = filled(before, rows)
        if after != before:
            path.write_text(after, "utf-8")


def outdated(folder: Path = CARDS) -> list[str]:
    """Names of the cards that are not what results.json says."""
    rows = _by_name(folder)
    return [
        path.name
        for path in _paths(folder)
        if (text := path.read_text("utf-8")) != filled(text, rows)
    ]


def is_whole(card: str) -> bool:
    """Whether every block that opens also closes before the next one opens."""
    return len(_BLOCK.findall(card)) == card.count(_OPENS) == card.count(_CLOSES) and not any(
        _OPENS in found[2] for found in _BLOCK.findall(card)
    )


def filled(card: str, rows: Mapping[str, Sequence[Row]]) -> str:
    """The card with its blocks written from the rows of each benchmark."""
    if not is_whole(card):
        return card
    return _BLOCK.sub(
        lambda found: f"{found[1]}{table(rows.get(found[2].replace('_', '-'), ()))}{found[4]}", card
    )


def table(rows: Sequence[Row]) -> str:
    """The block's lines for one benchmark."""
    if not rows:
        return "Not measured yet.\n"
    lines = [
        "| What | On | n | Result | 95 % interval | Beside it | Target |",
        "|---|---|---|---|---|---|---|",
        *(_line(row) for row in rows),
    ]
    notes = dict.fromkeys(str(row["note"]) for row in rows if row.get("note"))
    if notes:
        lines += ["", *(f"- {_cell(note)}" for note in notes)]
    lines += ["", *_origins(rows)]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    on = "; ".join(str(row[key]) for key in ("data", "model") if row.get(key))
    between = row.get("interval")
    if between is not None and None in between:
        between = None
    verdict = {True: ", met", False: ", **missed**", None: ""}[row.get("ok")]
    cells = (
        row.get("measure") or row["name"],
        on,
        "" if row.get("n") is None else row["n"],
        "not run" if row.get("ours") is None else f"{_number(row['ours'])} {row['unit'] or ''}",
        "" if between is None else f"{_number(between[0])} to {_number(between[1])}",
        "" if row.get("denominator") is None else _number(row["denominator"]),
        "" if row.get("target") in (None, "") else f"{_target(row['target'])}{verdict}",
    )
    return f"| {' | '.join(_cell(str(each)) for each in cells)} |"


def _origins(rows: Sequence[Row]) -> list[str]:
    origins = dict.fromkeys(
        f"`{row['command']}` · {row['machine']} · commit {row['commit']} · {row['date']}"
        for row in rows
        if row.get("command")
    )
    return list(origins)


def _target(target: object) -> str:
    return target if isinstance(target, str) else _number(target)


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"
    return str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").strip()


def _by_name(folder: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in results.read(folder / results.RESULTS.name):
        found.setdefault(row["name"], []).append(row)
    return found


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))

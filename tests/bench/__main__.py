"""`python3 dev.py bench [NAME …] [--json FILE] [--no-write]`: measures, prints, asserts nothing.

One rule: a benchmark measures its own denominator in the same run, alternating, and says so when
that denominator spreads too much to trust the ratio. Figures of quality are also merged into
docs/detectors/results.json, from which the cards are made; `cards [--check]` does only that.
"""

import argparse
import importlib
import json
import logging
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.bench import cards, results

SPEED = (
    "vision",
    "spin",
    "client",
    "ui",
    "typing",
    "latency",
    "start",
    "restart",
    "server-start",
    "dashboard",
    "queries",
    "verify",
    "irt",
    "stt",
)
CODE = ("sandbox",)
LONG = ("kill", "lock-kill", "parts", "cohort", "ingest", "restore")
"""Take minutes to half an hour, on all cores; left out unless they are named."""
QUALITY = (
    "face",
    "people",
    "head-pose",
    "gaze",
    "offscreen",
    "identity",
    "liveness",
    "phone",
    "voice",
    "speaker-id",
    "wer",
)
SCORING = ("grading", "injection")
"""Of automatic scores; their figures stand in docs/scoring.md."""
NAMES = (*SPEED, *CODE, *LONG, *QUALITY, *SCORING)
"""Each is a module here, a dash being an underscore there, with `run() -> list[dict]`."""
KEYS = (
    "name",
    "ours",
    "denominator",
    "ratio",
    "unit",
    "repeats",
    "spread",
    "n",
    "interval",
    "target",
    "ok",
)
WORDS = ("measure", "data", "model", "note")
"""What a row may carry beside its figures: what it measures, on what, with what, and what to
know before believing it."""


def main(arguments: list[str] | None = None) -> int:
    """Runs the named benchmarks, or all of them; 1 where one of them failed."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["cards"]:
        return cards.main(arguments[1:])
    options = _options(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    rows: list[dict[str, Any]] = []
    failed: list[str] = []
    for name in options.names:
        try:
            found = _run(name)
        except Exception:
            traceback.print_exc()
            failed.append(name)
            continue
        rows += found
        for row in found:
            print(line(row), flush=True)
        if name in QUALITY and options.write:
            results.merge(name, found, order=QUALITY)
            cards.fill()
    if options.json:
        options.json.write_text(results.text(rows))
    if failed:
        print(f"bench: {', '.join(failed)} failed; the causes are above", file=sys.stderr)
    return 1 if failed else 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    parser.add_argument(
        "--no-write",
        dest="write",
        action="store_false",
        help="leave docs/detectors/results.json and the cards as they are",
    )
    options = parser.parse_args(arguments)
    options.names = list(dict.fromkeys(each.replace("_", "-") for each in options.names))
    if unknown := [each for each in options.names if each not in NAMES]:
        parser.error(f"no benchmark named {', '.join(unknown)}; there are {', '.join(NAMES)}")
    if options.json and not options.json.absolute().parent.is_dir():
        parser.error(f"{options.json.parent} is no folder")
    options.names = options.names or [each for each in NAMES if each not in LONG]
    return options


def _run(name: str) -> list[dict[str, Any]]:
    module = importlib.import_module(f"tests.bench.{name.replace('-', '_')}")
    where = results.where() | {"command": f"python3 dev.py bench {name}"}
    return [
        {key: row.get(key) for key in (*KEYS, *WORDS)} | where | {"name": row["name"]}
        for row in json.loads(results.text(module.run()))
    ]


def line(row: dict[str, Any]) -> str:
    """One row for a terminal."""
    what = row["name"] if not row.get("measure") else f"{row['name']}, {row['measure']}"
    if row["ours"] is None:
        return f"{what}: not measured: {row.get('note') or 'no reason given'}"
    beside = "" if row["denominator"] is None else f" / {row['denominator']:.4g}"
    ratio = "" if row["ratio"] is None else f"  ratio {row['ratio']:.3f}"
    spread = "" if row["spread"] is None else f"  spread {row['spread']:.1%}"
    warning = "  (denominator spreads more than 10 %)" if (row["spread"] or 0) > 0.10 else ""
    low, high = row["interval"] or (None, None)
    between = "" if low is None or high is None else f"  [{low:.4g}, {high:.4g}]"
    n = "" if row["n"] is None else f"  n {row['n']}"
    target = "" if row["target"] in (None, "") else f"target {row['target']}"
    verdict = {True: f"  meets {target}", False: f"  misses {target}", None: f"  {target}"}
    note = f"  ({row['note']})" if row.get("note") else ""
    return (
        f"{what}: {row['ours']:.4g}{beside} {row['unit'] or ''}{ratio}{between}{n}{spread}"
        f"{verdict[row['ok']]}".rstrip()
        + f"{warning}{note}"
    )


if __name__ == "__main__":
    sys.exit(main())

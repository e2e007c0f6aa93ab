"""`python3 dev.py bench [NAME …] [--json FILE]`: measures, prints ratios, asserts nothing.

One rule: a benchmark measures its own denominator in the same run, alternating, and says so when
that denominator spreads too much to trust the ratio.
"""

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

NAMES = ("vision", "ui", "start", "restart")
"""Each is a module in this package with `run() -> list[dict]`."""
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


def main() -> int:
    """Runs the named benchmarks, or all of them."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no benchmark named {', '.join(sorted(unknown))}; there are {NAMES}")
    rows: list[dict[str, Any]] = []
    for name in options.names or NAMES:
        for row in importlib.import_module(f"tests.bench.{name}").run():
            rows.append({key: row.get(key) for key in KEYS} | _where())
            print(_line(rows[-1], row.get("note") or ""), flush=True)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n")
    return 0


def _line(row: dict[str, Any], note: str) -> str:
    if row["ours"] is None:
        return f"{row['name']}: not measured: {note}"
    verdict = {True: "meets", False: "misses", None: "no"}[row["ok"]]
    beside = "" if row["denominator"] is None else f" / {row['denominator']:.4g}"
    ratio = "" if row["ratio"] is None else f"  ratio {row['ratio']:.3f}"
    warning = "  (denominator spreads more than 10 %)" if (row["spread"] or 0) > 0.10 else ""
    return (
        f"{row['name']}: ours {row['ours']:.4g}{beside} {row['unit']}{ratio}  "
        f"spread {row['spread'] or 0:.1%}  {verdict} target {row['target']}{warning}"
    )


def _where() -> dict[str, str]:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "commit": commit.stdout.strip(),
    }


if __name__ == "__main__":
    sys.exit(main())

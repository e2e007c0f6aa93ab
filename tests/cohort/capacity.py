"""`python -m tests.cohort.capacity`: cohorts of several sizes, a model fitted to them, its check.

One rule: the model is checked at a size that it was not fitted on, and what it says of sizes that
nobody ran is called a forecast. Writes docs/capacity.md between its two marks, and the raw figures.
"""

import argparse
import json
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.cohort import report
from tests.cohort.candidate import USUAL
from tests.cohort.place import set_up
from tests.cohort.running import Plan, run
from tests.cohort.scripts import POLICY

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "capacity.md"
RAW = ROOT / "docs" / "benchmarks" / "capacity.json"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
BUSY = 0.7
"""Share of a core that is planned for: above it waiting grows faster than work."""
FORECAST = 100_000
_MEASURES = (("server", "cores"), ("postgres", "cores"), ("server", "mb"))


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    fixed: float
    each: float
    """For one more candidate."""

    def at(self, candidates: float) -> float:
        """What it says."""
        return self.fixed + self.each * candidates


def fitted(points: Sequence[tuple[float, float]]) -> Line:
    """Least squares, never below zero where nobody sits; raises ValueError for fewer than two."""
    if len({x for x, _ in points}) < 2:
        raise ValueError("a line needs two sizes")
    x, y = np.array(points, dtype=float).T
    each, fixed = np.polyfit(x, y, 1)
    if fixed < 0:
        return Line(0.0, float((x @ y) / (x @ x)))
    return Line(float(fixed), float(each))


def value(found: dict[str, Any], of: str, what: str) -> float:
    """One figure of a run."""
    return found["cores_used" if what == "cores" else "most_mb"][of]


def model(runs: Sequence[dict[str, Any]]) -> dict[tuple[str, str], Line]:
    """A line for each measure."""
    return {
        key: fitted([(run["candidates"], value(run, *key)) for run in runs]) for key in _MEASURES
    }


def page(runs: Sequence[dict[str, Any]], check: dict[str, Any]) -> str:
    """The measured part of the page."""
    lines = model(runs)
    rows = ["| Candidates | ingest p50, p95, p99 | signal to dashboard p99 | server | PostgreSQL "]
    rows[0] += "| simulator | memory | lost, doubled |"
    rows.append("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for found in (*runs, check):
        ingest, ledger, cores = found["ingest_ms"], found["ledger"], found["cores_used"]
        rows.append(
            f"| {found['candidates']}{' (check)' if found is check else ''} "
            f"| {ingest['p50']}, {ingest['p95']}, {ingest['p99']} ms "
            f"| {found['shown_ms']['p99']} ms | {cores['server']} cores "
            f"| {cores['postgres']} cores | {cores['simulator']} cores "
            f"| {found['most_mb']['server']} MB | {ledger['lost']}, {ledger['doubled']} "
            f"of {ledger['rows']} |"
        )
    text = ["\n".join(rows), ""]
    for of, what in _MEASURES:
        line, seen = lines[of, what], value(check, of, what)
        told = line.at(check["candidates"])
        off = "nothing to compare" if not seen else f"{(told - seen) / seen:+.0%}"
        text.append(
            f"- {of}, {what}: {line.fixed:.3g} + {line.each:.3g} for each candidate; at "
            f"{check['candidates']} it says {told:.3g}, measured {seen:.3g} ({off})."
        )
    server, database = lines["server", "cores"], lines["postgres", "cores"]
    each = server.each + database.each
    bytes_s = check["bytes_per_candidate_s"] * FORECAST
    text += [
        "",
        f"**Forecast** for {FORECAST:,} at once, at this pace and {BUSY:.0%} of each core: "
        f"{math.ceil(FORECAST * server.each / BUSY)} cores of server processes (each process uses "
        f"one), {math.ceil(FORECAST * database.each / BUSY)} cores of PostgreSQL, "
        f"{bytes_s * 8 / 1e6:.0f} Mbit/s. Two cores for both carry about "
        f"{math.floor((2 * BUSY - server.fixed - database.fixed) / each)}.",
    ]
    return "\n".join(text)


def put(text: str, measured: str) -> str:
    """The page with its measured part replaced; raises ValueError without the marks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE.name} has lost its marks")
    return f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}"


def main(arguments: list[str] | None = None) -> int:
    """Runs the sizes, the last of which is the check."""
    parser = argparse.ArgumentParser(prog="python -m tests.cohort.capacity", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", help="candidates; the last is the check")
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--dashboards", type=int, default=20)
    parser.add_argument("--dry", action="store_true", help="print, change no file")
    options = parser.parse_args(arguments)
    if len(set(options.sizes[:-1])) < 2:
        parser.error("name two sizes to fit and one to check at least")
    runs: list[dict[str, Any]] = []
    for size in options.sizes:
        load = round(os.getloadavg()[0], 2)
        plan = Plan(
            candidates=size,
            minutes=options.minutes,
            dashboards=options.dashboards,
            pace=USUAL,
            policy=POLICY,
        )
        with (
            tempfile.TemporaryDirectory(prefix="invigil-cohort-") as name,
            set_up(Path(name)) as place,
        ):
            found = report.figures(plan, run(place, plan), servers=1, sqlite=False)
        runs.append(found | {"load_before": load})
        print(report.text(found), flush=True)
    measured = page(runs[:-1], runs[-1])
    print(measured)
    if not options.dry:
        RAW.parent.mkdir(exist_ok=True)
        told = " ".join(arguments or sys.argv[1:])
        raw = {"command": f"python -m tests.cohort.capacity {told}", "runs": runs}
        RAW.write_text(json.dumps(raw, indent=1) + "\n", "utf-8")
        PAGE.write_text(put(PAGE.read_text("utf-8"), measured), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

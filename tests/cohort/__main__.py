"""`python -m tests.cohort --candidates N --minutes M`: a cohort on this machine, what it showed.

One rule: what was measured says where, with how much of the machine taken by the simulator
itself. `--rehearsal` needs no server: what a policy would flag, and what that costs reviewers.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from pydantic import ValidationError

from shared.policy import Policy
from tests.cohort import report
from tests.cohort.candidate import Pace
from tests.cohort.place import set_up
from tests.cohort.running import Plan, run, scripts
from tests.cohort.scripts import PLAIN


def main(arguments: list[str] | None = None) -> int:
    """Runs one cohort; 1 where the two books differ."""
    options = _parser().parse_args(arguments)
    try:
        policy = _policy(options.policy)
    except (OSError, ValidationError) as error:
        print(f"{options.policy} is no policy: {error}", file=sys.stderr)
        return 2
    plan = Plan(
        candidates=options.candidates,
        minutes=options.minutes,
        dashboards=options.dashboards,
        pace=Pace(options.every, options.rows_per_s, options.fixed),
        policy=policy,
        storm_s=options.storm,
        seed=options.seed,
    )
    if options.rehearsal:
        found = report.rehearsal(scripts(plan), plan.minutes)
        print(report.rehearsal_text(found))
        _keep(options.json, found)
        return 0
    load_before = os.getloadavg()[0]
    with (
        tempfile.TemporaryDirectory(prefix="invigil-cohort-", dir=options.folder) as name,
        set_up(Path(name), servers=options.servers, sqlite=options.sqlite) as place,
    ):
        outcome = run(place, plan)
    found = report.figures(plan, outcome, servers=options.servers, sqlite=options.sqlite)
    found["load_before"] = round(load_before, 2)
    found["command"] = "python -m tests.cohort " + " ".join(arguments or sys.argv[1:])
    print(report.text(found))
    _keep(options.json, found)
    agrees = outcome.difference is not None and not outcome.difference.wrong
    return 0 if agrees and not outcome.heads_differ else 1


def _keep(path: Path | None, found: object) -> None:
    if path is not None:
        path.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


def _policy(path: Path | None) -> Policy:
    told = {} if path is None else json.loads(path.read_text("utf-8"))
    return Policy.model_validate(PLAIN | told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.cohort", description=__doc__)
    parser.add_argument("--candidates", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--dashboards", type=int, default=2)
    parser.add_argument("--servers", type=int, default=1, help="server processes, shared evenly")
    parser.add_argument("--sqlite", action="store_true", help="instead of a PostgreSQL of our own")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two syncs")
    parser.add_argument("--rows-per-s", type=float, default=1.0, help="of typing, each")
    parser.add_argument("--fixed", action="store_true", help="do not slow down with the load")
    parser.add_argument("--storm", type=float, default=0.0, help="seconds without a network")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--policy", type=Path, help="a policy as JSON; the fields left out: ours")
    parser.add_argument("--rehearsal", action="store_true", help="only what the policy flags")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--folder", type=Path, help="where the database lies; a real disk")
    return parser


if __name__ == "__main__":
    sys.exit(main())

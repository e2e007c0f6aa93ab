"""`client`: what the candidate's machine pays for a whole interview with everything on.

The real app, its proctor and its uploader, driven through the demo's scripted interview against a
server on this machine. One rule: every process of the app counts and none of the server; CPU is
that of two cores, memory is the proportional share (PSS), and beside it what that would be if no
other program used the same libraries; rates are those held meanwhile. The proctor imports this
module too (it is the main module of who spawns it), so it imports little.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench import filmed, interview
from tests.e2e.candidate import Candidate

REPEATS = 5
STAY_S = 38.0
CPU_TARGET, PSS_TARGET = 45.0, 400.0
RATES = {"face": 10.0, "objects": 1.0}
_HELD = 0.95
"""Of a rate: windows of a few seconds and frames that do not fall on its beat."""
_FEWEST = 10
_MAPPED_EVERY = 5
"""Seconds between two readings of every mapping, which take a tenth of one."""


@dataclass
class Seen:
    """What was seen once a second while questions were open."""

    seconds: list[tuple[float, float]] = field(default_factory=list)
    """(wall clock, CPU seconds of all processes so far)."""
    pss_mb: list[float] = field(default_factory=list)
    alone_mb: list[float] = field(default_factory=list)
    """The same, with every page of a file counted whole, once for all processes of the app."""
    rates: dict[str, list[float]] = field(default_factory=dict)
    off: list[str] = field(default_factory=list)
    """Sentences, one for each detector that was off."""

    @property
    def cpu_percent(self) -> float:
        """Mean CPU in percent of two cores."""
        (began_s, before), (ended_s, after) = self.seconds[0], self.seconds[-1]
        return 100 * (after - before) / (ended_s - began_s) / 2

    def take(self, told: dict[str, Any], pid: int) -> None:
        """One second: what the app says of its detectors, and the system of the app."""
        import psutil

        app = psutil.Process(pid)
        cpu_s, pss = 0.0, 0
        processes = (app, *app.children(recursive=True))
        for process in processes:
            try:
                used, memory = process.cpu_times(), process.memory_full_info()
            except psutil.Error:
                continue  # it ended just now; its parent has counted it
            cpu_s += used.user + used.system + used.children_user + used.children_system
            pss += getattr(memory, "pss", memory.rss)
        self.seconds.append((time.monotonic(), cpu_s))
        self.pss_mb.append(pss / 1e6)
        if len(self.pss_mb) % _MAPPED_EVERY == 1:
            self.alone_mb.append(_alone(processes) / 1e6)
        self.off = told["off"]
        for name, rate in told["rates"].items():
            self.rates.setdefault(name, []).append(rate)


def run(repeats: int = REPEATS) -> list[dict[str, Any]]:
    """CPU, memory and the held rates, one row each."""
    try:
        taken = [_interview() for _ in range(repeats)]
    except interview.Failed as reason:
        return [{"name": "client", "ours": None, "note": str(reason)}]
    off = "; ".join(dict.fromkeys(each for one in taken for each in one.off))
    cpu = _row("CPU, mean over the interview", [each.cpu_percent for each in taken])
    pss = _row("memory of all processes, highest", [max(each.pss_mb) for each in taken])
    alone = _row("the same, were no other program there", [max(each.alone_mb) for each in taken])
    rows = [
        cpu
        | {"unit": "% of two cores", "target": f"<= {CPU_TARGET:g} %"}
        | {"ok": statistics.median(each.cpu_percent for each in taken) <= CPU_TARGET},
        pss
        | {"unit": "MB PSS, without speech to text", "target": f"<= {PSS_TARGET:g} MB"}
        | {"ok": statistics.median(max(each.pss_mb) for each in taken) <= PSS_TARGET},
        alone | {"unit": f"MB, read every {_MAPPED_EVERY} s"},
    ]
    for name, wanted in RATES.items():
        held = [statistics.fmean(each.rates[name]) for each in taken if each.rates.get(name)]
        row: dict[str, Any] = {"measure": f"rate of {name}, mean", "ours": None, "note": off}
        if held:
            ok = statistics.median(held) >= _HELD * wanted
            row = _row(f"rate of {name}, mean", held) | {"unit": "looks/s", "ok": ok}
        rows.append(row | {"target": f"{wanted:g}"})
    return [row | {"name": "client", "note": off} for row in rows]


def _row(measure: str, values: list[float]) -> dict[str, Any]:
    middle = statistics.median(values)
    return {
        "measure": measure,
        "ours": middle,
        "repeats": len(values),
        "spread": (max(values) - min(values)) / middle if middle else None,
        "interval": [min(values), max(values)],
    }


def _alone(processes: Iterable[Any]) -> int:
    """Bytes; what is another program's as well, such as the server's, counts as the app's."""
    import psutil

    files: dict[str, int] = {}
    private = 0
    for process in processes:
        try:
            mapped = process.memory_maps(grouped=True)
        except psutil.Error:
            continue  # as above
        for each in mapped:
            own = each.private_dirty if each.path.startswith("/") else each.rss
            private += own
            files[each.path] = max(files.get(each.path, 0), each.rss - own)
    return private + sum(files.values())


def _interview() -> Seen:
    from tests.e2e import portrait
    from tests.e2e.demo import PORTRAITS

    seen = Seen()
    with tempfile.TemporaryDirectory(prefix="invigil-film-") as folder:
        film = filmed.make(portrait.render(PORTRAITS), Path(folder))
        interview.watched("tests.bench.client", film, seen.take)
    if len(seen.seconds) < _FEWEST:
        raise interview.Failed("the interview was too short to be measured")
    return seen


class Telling(Candidate):
    """Says once a second, while questions are open, how the proctor is."""

    told_s = 0.0

    def take_rate(self) -> None:
        """Called many times a second by the script."""
        super().take_rate()
        health = self.app.watch.health
        if self._began is None or health is None or self.screen() != "question":
            return
        if time.monotonic() - self.told_s >= 1:
            self.told_s = time.monotonic()
            interview.tell({"rates": dict(health.rates), "off": health.off})


if __name__ == "__mp_main__":
    filmed.install()
if __name__ == "__main__":
    sys.exit(interview.attend(sys.argv[1:4], Telling, STAY_S))

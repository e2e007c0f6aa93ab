"""C6: thousands of processes hide none, and looking at them stays cheap."""

import time
from pathlib import Path

import pytest

from client.lockdown.probes.readers.processes import ProcReader
from client.lockdown.probes.scan import ANEW_SHARE, Scan
from client.preflight.programs import blocked_list
from tests.client.lockdown.probes.proc import FakeProc

pytestmark = pytest.mark.adversarial

FLOOD = 5000
SHARE = 0.25
"""Most of one processor that looks may take, on a machine as slow as four of ours: each look is
followed by 1.5 s."""


@pytest.fixture(scope="module")
def flooded(tmp_path_factory: pytest.TempPathFactory) -> FakeProc:
    proc = FakeProc(tmp_path_factory.mktemp("proc"))
    for pid in range(100, 100 + FLOOD):
        proc.run(pid, "sleep")
    return proc


def test_five_thousand_processes_hide_none(flooded: FakeProc):
    scan = Scan(ProcReader(flooded.root), blocked_list, own=2)
    assert scan.look().outcome == "ok"
    assert scan.asked == FLOOD + 1
    flooded.run(70_000, "anydesk")
    assert scan.look().evidence == ("AnyDesk (by its name)",)
    assert scan.asked <= FLOOD / ANEW_SHARE + 2
    flooded.end(70_000)


def test_a_look_at_five_thousand_known_ones_is_cheap(flooded: FakeProc):
    scan = Scan(ProcReader(flooded.root), blocked_list, own=2)
    scan.look()
    spent = []
    for _ in range(5):
        began_s = time.thread_time()
        scan.look()
        spent.append(time.thread_time() - began_s)
    # Processor time of the quickest: what else runs here does not count.
    assert min(spent) / (min(spent) + 1.5) < SHARE, spent


def test_processes_that_come_and_go_within_a_look_break_nothing(flooded: FakeProc, tmp_path: Path):
    class Vanishing(ProcReader):
        def detail(self, pid: int, sizes: frozenset[int]):
            return None if pid % 2 else super().detail(pid, sizes)

    scan = Scan(Vanishing(flooded.root), blocked_list, own=2)
    flooded.run(70_001, "anydesk")
    # Its name was in the list, and stays judged although it has ended meanwhile.
    assert scan.look().evidence == ("AnyDesk (by its name)",)
    flooded.end(70_001)
    assert scan.look().outcome == "ok"

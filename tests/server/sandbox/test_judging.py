"""A run's outcome becomes its verdict; our own failures are never the program's."""

from dataclasses import replace

import pytest

from server.sandbox.judging import judge
from server.sandbox.limits import Outcome
from server.sandbox.wire import Case

FINE = Outcome(exit_code=0, stdout=b"42\r\n", stderr=b"", wall_ms=20, cpu_ms=10, peak_kb=8000)

TABLE = [
    ({}, "AC"),
    ({"stdout": b"41"}, "WA"),
    ({"stdout": b"\xff\xfe\x00"}, "WA"),
    ({"exit_code": None, "hit": "time"}, "TLE"),
    ({"exit_code": None, "hit": "memory"}, "MLE"),
    ({"exit_code": None, "hit": "output"}, "OLE"),
    ({"exit_code": 1}, "RTE"),
    ({"exit_code": 139}, "RTE"),
    ({"exit_code": 153}, "OLE"),
    ({"exit_code": 1, "stderr": b"...\nMemoryError\n"}, "MLE"),
    ({"exit_code": 137, "peak_kb": 255 * 1024}, "MLE"),
    ({"exit_code": None, "failure": "The box did not work."}, "IE"),
    # A box that broke says nothing, even where a limit seems to have been hit.
    ({"exit_code": None, "hit": "time", "failure": "The box did not work."}, "IE"),
]


@pytest.mark.parametrize(("change", "verdict"), TABLE)
def test_a_table_of_outcomes(change, verdict) -> None:
    case = Case(expected="42")
    judged = judge(case, replace(FINE, **change), memory_mb=256, out_of_memory="MemoryError")
    assert judged.verdict == verdict
    assert bool(judged.note) is (verdict != "AC")


def test_a_custom_checker_has_the_word_only_on_programs_that_ended_well() -> None:
    case = Case(expected="42", checker="custom")
    assert judge(case, FINE, memory_mb=256, out_of_memory="").verdict is None
    failed = replace(FINE, exit_code=3)
    assert judge(case, failed, memory_mb=256, out_of_memory="").verdict == "RTE"


def test_a_signal_is_named() -> None:
    crashed = replace(FINE, exit_code=139)
    note = judge(Case(), crashed, memory_mb=256, out_of_memory="").note
    assert note == "It was ended by signal 11 (bad memory access)."

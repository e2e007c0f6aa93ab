"""C5: a denied program, at the start and later, renamed, wrapped in a script, or as a child.

The programs are copies of `sleep` that really run; the reader is the one of an interview.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.lockdown.probes.lists import programs
from client.lockdown.probes.readers.processes import (
    Hashes,
    ProcReader,
    PsutilReader,
    process_reader,
)
from client.lockdown.probes.scan import ANEW_SHARE, ProcessReader, Scan
from client.lockdown.probes.table import Setting, probes_for
from client.preflight.programs import Blocked
from shared.policy import Accommodations, Policy

pytestmark = [
    pytest.mark.adversarial,
    pytest.mark.skipif(sys.platform != "linux", reason="copies of sleep, and /proc"),
]
SLEEP = Path(shutil.which("sleep") or "/bin/sleep").resolve()
NAME = "invigiltest"
"""On nobody's list but ours, so that what else runs here changes nothing."""

Run = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def run() -> Iterator[Run]:
    """Starts a program that ends with the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*command: str | Path, **how: object) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen([str(each) for each in command], **how)  # type: ignore[call-overload]
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def copied(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(SLEEP, folder / name))


def scan_of(reader: ProcessReader | None = None, *more: Blocked) -> Scan:
    listed = (Blocked(name="Our Test", processes=(f"{NAME}*",)), *more)
    # Another "own" pid: what this test starts would else be ours, and not judged.
    return Scan(reader or process_reader(), lambda: listed, own=2**22 + 1)


def found(scan: Scan) -> tuple[str, ...]:
    return tuple(one for one in scan.look().evidence if one.startswith("Our Test"))


@pytest.mark.parametrize("reader", [ProcReader, PsutilReader])
def test_by_its_name_at_the_start_and_later(reader: type, run: Run, tmp_path: Path):
    program = copied(tmp_path, f"{NAME}-d")
    first = run(program, "60")
    scan = scan_of(reader())
    assert found(scan) == ("Our Test (by its name)",)
    first.kill()
    first.wait()
    assert found(scan) == ()
    run(program, "60")
    assert found(scan) == ("Our Test (by its name)",)


def test_under_another_name_by_its_content_also_when_the_file_is_gone(run: Run, tmp_path: Path):
    file = Hashes().of(SLEEP)
    assert file is not None
    listed = Blocked(name="Our Test", processes=("nothing-of-this-name",), files=(file,))
    program = copied(tmp_path, "notes")
    run(program, "60")
    program.unlink()
    scan = Scan(process_reader(), lambda: (listed,), own=2**22 + 1)
    assert "Our Test (by its file, under another name)" in found(scan)


def test_by_its_folder(run: Run, tmp_path: Path):
    run(copied(tmp_path / f"{NAME}-app" / "bin", "worker"), "60")
    assert found(scan_of()) == ("Our Test (by its folder)",)


def test_by_what_it_was_called_as(run: Run, tmp_path: Path):
    run(NAME, "60", executable=str(copied(tmp_path, "notes")))
    assert found(scan_of()) == ("Our Test (by its command line)",)


def test_as_a_script_of_an_interpreter(run: Run, tmp_path: Path):
    script = tmp_path / f"{NAME}.py"
    script.write_text("import time\ntime.sleep(60)\n")
    run(sys.executable, "-I", script)
    assert found(scan_of()) == ("Our Test (by its command line)",)


def test_as_a_child_of_a_denied_program_and_when_that_has_gone(run: Run, tmp_path: Path):
    parent = tmp_path / NAME
    parent.symlink_to(shutil.which("sh") or "/bin/sh")
    child = copied(tmp_path / "bin", "worker")
    began = run(parent, "-c", f"{child} 60 & echo $!; wait", stdout=subprocess.PIPE)
    assert began.stdout is not None
    pid = int(began.stdout.readline())
    try:
        while Path(f"/proc/{pid}/comm").read_text().strip() == NAME:
            pass  # the shell's other half, which is not the program yet
        scan = scan_of()
        assert "Our Test (started by it)" in found(scan)
        began.kill()
        began.wait()
        assert found(scan) == ("Our Test (started by it)",)
    finally:
        os.kill(pid, 9)


def test_by_a_program_that_becomes_it(run: Run, tmp_path: Path):
    program = copied(tmp_path, f"{NAME}-x")
    began = run("sh", "-c", f"read wait; exec {program} 60", stdin=subprocess.PIPE)
    scan = scan_of()
    assert found(scan) == ()
    assert began.stdin is not None
    began.stdin.write(b"\n")
    began.stdin.flush()
    name = Path(f"/proc/{began.pid}/comm")
    while name.read_text().strip() == "sh":
        pass
    assert found(scan) == ("Our Test (by its name)",)


def test_a_name_that_the_policy_adds_is_denied_too(run: Run, tmp_path: Path):
    policy = Policy(denied_programs=("invigiltest*",))
    assert programs(policy).listed[-1] == Blocked(name="invigiltest", processes=("invigiltest*",))
    run(copied(tmp_path, f"{NAME}-d"), "60")
    scan = Scan(process_reader(), lambda: programs(policy).listed, own=2**22 + 1)
    assert "invigiltest (by its name)" in scan.look().evidence


def test_the_gap_between_two_looks_is_two_seconds_at_most(tmp_path: Path):
    rows = probes_for(Setting(Policy(), Accommodations(), tmp_path))
    (row,) = (one for one in rows if one.name == "processes")
    assert row.every_s <= 1.5  # the look itself comes on top: C6 bounds it
    assert ANEW_SHARE * row.every_s < 60

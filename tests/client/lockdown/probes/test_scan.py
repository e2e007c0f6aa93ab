"""What is known of a process is not asked again, and no disguise becomes known by it."""

from pathlib import Path

import pytest

from client.lockdown.probes.answer import ok, unknown, violation
from client.lockdown.probes.readers.processes import Hashes, ProcReader, parse_stat, with_installed
from client.lockdown.probes.scan import ANEW_SHARE, Scan
from client.preflight.programs import Blocked, BlockedFile, blocked_list
from tests.client.lockdown.probes.proc import FakeProc

OURS = 77


@pytest.fixture
def proc(tmp_path: Path) -> FakeProc:
    return FakeProc(tmp_path)


def scan_of(proc: FakeProc, *more: Blocked) -> Scan:
    return Scan(ProcReader(proc.root), lambda: (*blocked_list(), *more), own=OURS)


def test_a_program_that_starts_later_is_found_in_the_next_look(proc: FakeProc):
    scan = scan_of(proc)
    assert scan.look() == ok("processes")
    proc.run(500, "anydesk")
    assert scan.look() == violation("processes", "AnyDesk (by its name)")
    proc.end(500)
    assert scan.look() == ok("processes")


def test_a_program_that_becomes_another_is_asked_again(proc: FakeProc):
    scan = scan_of(proc)
    proc.run(500, "sh", command=("sh",))
    assert scan.look() == ok("processes")
    proc.run(500, "x11vnc", command=("x11vnc",))  # exec: the same pid, the same start
    assert scan.look().outcome == "violation"


def test_a_denied_program_that_becomes_another_has_started_it(proc: FakeProc):
    scan = scan_of(proc)
    proc.run(500, "x11vnc")
    assert scan.look() == violation("processes", "VNC (by its name)")
    proc.run(500, "notes", command=("notes",))
    for _ in range(ANEW_SHARE):
        assert scan.look() == violation("processes", "VNC (started by it)")


def test_a_pid_that_is_used_again_is_another_process(proc: FakeProc):
    scan = scan_of(proc)
    proc.run(500, "notes", started=10)
    scan.look()
    proc.run(500, "notes", started=20, command=("x11vnc",))
    assert scan.look() == violation("processes", "VNC (by its command line)")


def test_a_name_kept_over_an_exec_is_found_within_one_round(proc: FakeProc):
    scan = scan_of(proc)
    proc.run(500, "notes", command=("notes",))
    scan.look()
    proc.run(500, "notes", command=("x11vnc",))
    assert "violation" in [scan.look().outcome for _ in range(ANEW_SHARE)]


def test_a_child_of_a_denied_program_is_its_own_also_when_the_parent_has_gone(proc: FakeProc):
    scan = scan_of(proc)
    proc.run(500, "teamviewerd")
    proc.run(501, "desk", parent=500)
    proc.run(502, "deeper", parent=501)
    assert scan.look().evidence == ("TeamViewer (by its name)", "TeamViewer (started by it)")
    proc.end(500)
    proc.run(501, "desk", parent=1, started=501)
    for _ in range(ANEW_SHARE):
        assert scan.look() == violation("processes", "TeamViewer (started by it)")


def test_we_ourselves_and_what_we_start_are_not_judged(proc: FakeProc):
    scan = scan_of(proc)
    proc.run(50, "zoom")
    proc.run(OURS, "invigil", parent=50)
    proc.run(78, "obs", parent=OURS)
    proc.run(79, "obs", parent=78)
    assert scan.look() == violation("processes", "Zoom (by its name)")


def test_a_copy_under_another_name_is_found_by_its_file(proc: FakeProc, tmp_path: Path):
    program = tmp_path / "notes"
    program.write_bytes(b"a program")
    known = Hashes().of(program)
    assert known is not None
    listed = Blocked(name="Helper", processes=("helper",), files=(known,))
    proc.run(500, "notes", file=program)
    assert scan_of(proc, listed).look() == violation(
        "processes", "Helper (by its file, under another name)"
    )


def test_files_of_other_sizes_are_not_read(tmp_path: Path):
    program = tmp_path / "notes"
    program.write_bytes(b"a program")
    assert Hashes().of(program, frozenset({1, 2})) is None
    assert Hashes().of(program, frozenset({9})) is not None
    assert Hashes().of(tmp_path / "nowhere") is None
    (tmp_path / "empty").touch()
    assert Hashes().of(tmp_path / "empty") is None


def test_an_installed_program_lends_its_file_unless_it_is_a_launcher(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("helper", "launcher"):
        (tmp_path / name).write_bytes(name.encode())
        (tmp_path / name).chmod(0o755)
    (tmp_path / "zoomer").symlink_to(tmp_path / "launcher")
    monkeypatch.setenv("PATH", str(tmp_path))
    listed = (
        Blocked(name="Helper", processes=("helper", "helper-*")),
        Blocked(name="Zoomer", processes=("zoomer",)),
    )
    helper, zoomer = with_installed(listed, Hashes())
    assert helper.files == (BlockedFile(size=6, sha256=helper.files[0].sha256),)
    assert zoomer.files == ()


def test_hidden_processes_are_unknown_and_no_list_at_all_too(proc: FakeProc, tmp_path: Path):
    proc.end(1)
    assert scan_of(proc).look() == unknown("processes", "the running programs cannot be listed")
    proc.run(500, "bash")
    assert scan_of(proc).look().outcome == "unknown"
    nowhere = Scan(ProcReader(tmp_path / "nowhere"), blocked_list, own=OURS)
    assert nowhere.look().outcome == "unknown"


@pytest.mark.parametrize(
    "raw", [b"", b"1", b"1 (a", b"1 (a) S 1", b"1 (a) S x" + b" 0" * 30, b"\xff" * 40]
)
def test_what_proc_should_not_say_is_left_out(raw: bytes):
    assert parse_stat(1, raw) is None


def test_names_may_hold_brackets_and_spaces():
    raw = b"7 (a) (b) c) S 3" + b" 0" * 17 + b" 99 0"
    brief = parse_stat(7, raw)
    assert brief is not None
    assert (brief.name, brief.parent, brief.started) == ("a) (b) c", 3, 99)


def test_known_ones_are_not_asked_again_but_for_a_share(proc: FakeProc):
    for pid in range(1000, 1240):
        proc.run(pid, "sleep")
    scan = scan_of(proc)
    scan.look()
    assert scan.asked == 241
    asked = []
    for _ in range(ANEW_SHARE):
        scan.look()
        asked.append(scan.asked)
    assert max(asked) <= 241 / ANEW_SHARE + 1
    assert sum(asked) == 241

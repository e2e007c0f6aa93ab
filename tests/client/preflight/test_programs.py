"""Programs are found by whole names, and not knowing is not the same as none."""

from pathlib import Path

from client.preflight import programs


def test_names_fit_whole_or_by_their_start_where_the_list_says_so():
    listed = programs.blocked_list()
    running = [r"C:\Program Files\TeamViewer\TeamViewer_Service.exe", "/usr/bin/obs", "python3"]
    assert programs.found(running, listed) == ("TeamViewer", "OBS Studio")
    assert programs.found(["obsidian", "my-teamviewer", "zoomer", "bash"], listed) == ()


def test_the_list_is_lower_case_and_names_no_pattern_that_fits_everything():
    for one in programs.blocked_list():
        for pattern in one.processes:
            assert pattern == pattern.lower()
            assert len(pattern.removesuffix("*")) >= 3


def test_processes_are_read_from_proc_and_those_that_ended_are_left_out(tmp_path: Path):
    for pid, command, short in ((1, b"/opt/x11vnc\0-forever\0", "x11vnc"), (2, b"", "kworker")):
        folder = tmp_path / str(pid)
        folder.mkdir()
        (folder / "cmdline").write_bytes(command)
        (folder / "comm").write_text(short + "\n")
    (tmp_path / "3").mkdir()
    (tmp_path / "self").mkdir()
    found = programs._proc(tmp_path)
    assert set(found or ()) == {"/opt/x11vnc", "x11vnc", "kworker"}
    assert programs._proc(tmp_path / "nowhere") is None
    assert programs._proc(tmp_path / "self") is None


def test_this_machine_lists_its_processes():
    assert programs.running()

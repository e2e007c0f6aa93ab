"""A denied program is found by each of the ways in which it can be told, and nobody else is."""

import pytest

from client.lockdown.probes.answer import ok
from client.lockdown.probes.processes import Denied, Found, Process, judge, spoken
from client.preflight.programs import Blocked, BlockedFile, blocked_list

DENIED = Denied(blocked_list())


@pytest.mark.parametrize(
    ("process", "found"),
    [
        (Process("TeamViewer_Service.exe"), Found("TeamViewer", "name")),
        (Process("notes", "/usr/bin/x11vnc"), Found("VNC", "name")),
        (Process("update.exe", r"C:\Program Files\AnyDesk\update.exe"), Found("AnyDesk", "path")),
        (Process("a.exe", original="OBS64.exe"), Found("OBS Studio", "original name")),
        (Process("notes", "/bin/notes", ("x11vnc", "-forever")), Found("VNC", "command line")),
        (Process("python3", "/usr/bin/python3.11", ("python3", "-u", "/tmp/autokey.py")),
         Found("AutoKey", "command line")),
        (Process("bash", command=("bash", "/home/a/xdotool.sh")),
         Found("xdotool, ydotool", "command line")),
        (Process("sh", command=("sh", "-c", "grep x /usr/bin/zoom")), None),
        (Process("vim", command=("vim", "zoom")), None),
        (Process("python3", command=("python3", "train.py", "--model", "zoom")), None),
        (Process("obsidian", "/opt/obsidian/obsidian"), None),
        (Process("python3", "/home/a/zoom/bin/python3"), None),
        (Process("kworker/0:1"), None),
        (Process(""), None),
    ],
)  # fmt: skip
def test_each_way_of_telling(process: Process, found: Found | None):
    assert DENIED.match(process) == found


def test_a_known_file_is_found_under_any_name():
    known = Blocked(name="Helper", processes=("helper",),
                    files=(BlockedFile(size=3, sha256="a" * 64),))  # fmt: skip
    assert Denied([known]).match(Process("firefox", sha256="a" * 64)) == Found("Helper", "file")
    assert Denied([known]).match(Process("firefox", sha256="b" * 64)) is None


def test_only_interpreters_have_scripts():
    assert spoken(("/usr/bin/python3.12", "-m", "x", "y", "z")) == ("/usr/bin/python3.12", "x")
    assert spoken(("less", "x11vnc")) == ("less",)
    assert spoken(()) == ()


def test_what_is_told_names_the_listed_program_and_nothing_of_the_person():
    answer = judge([Found("Zoom", "name"), Found("Zoom", "name")], whole=True)
    assert (answer.outcome, answer.evidence) == ("violation", ("Zoom (by its name)",))


def test_not_seeing_everybody_is_not_the_same_as_nobody():
    assert judge([], whole=True) == ok("processes")
    assert judge([], whole=False).outcome == "unknown"
    assert judge([Found("Zoom", "name")], whole=False).outcome == "violation"

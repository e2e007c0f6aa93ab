"""Each of the program's commands is reached by its name, and ends with its own exit status."""

import sys
from pathlib import Path

import pytest

from client.__main__ import main
from shared.version import APP_VERSION


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["invigil", *arguments])
    try:
        return main()
    except SystemExit as ended:  # argparse, for --help and wrong arguments
        return int(ended.code or 0)


def test_the_version_is_told_in_one_line_that_an_update_reads(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    assert run(monkeypatch, "--version") == 0
    assert capsys.readouterr().out == f"invigil {APP_VERSION}\n"


@pytest.mark.parametrize(
    ("command", "program"),
    [
        (("doctor",), "invigil doctor"),
        (("update",), "invigil update"),
        (("preflight",), "invigil preflight"),
        (("policy", "explain"), "invigil policy explain"),
    ],
)
def test_each_command_has_its_own_help_with_its_exit_status(
    command: tuple[str, ...],
    program: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    assert run(monkeypatch, *command, "--help") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith(f"usage: {program}")
    assert "Exit status: 0" in told
    assert run(monkeypatch, *command, "--no-such-argument") == 2


def test_an_app_that_a_package_brought_is_not_exchanged_by_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    monkeypatch.setenv("INVIGIL_CLIENT_DATA_DIR", str(tmp_path))
    assert run(monkeypatch, "update", "check") == 2
    assert "package manager" in capsys.readouterr().out

"""Whether something can read aloud is asked as each system tells it.

*Not run here*: Windows and macOS; their registry and their `say` are stood for.
"""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from client.preflight import voice
from client.preflight.voice import TOKENS, has_voice


@pytest.mark.parametrize(("place", "there"), [("/usr/bin/espeak-ng", True), (None, False)])
def test_on_linux_it_is_espeak(monkeypatch: pytest.MonkeyPatch, place: str | None, there: bool):
    monkeypatch.setattr(voice.shutil, "which", {"espeak-ng": place}.get)
    assert has_voice("linux") is there


@pytest.mark.parametrize(
    ("listed", "there"), [(b"Anna    de_DE  # Hallo\n", True), (b"\n", False), (None, None)]
)
def test_on_macos_its_own_list_is_read(
    monkeypatch: pytest.MonkeyPatch, listed: bytes | None, there: bool | None
):
    def run(command: tuple[str, ...], **given: Any) -> SimpleNamespace:
        assert command == ("say", "-v", "?")
        if listed is None:
            raise subprocess.TimeoutExpired(command, 1)
        return SimpleNamespace(stdout=listed)

    monkeypatch.setattr(voice.subprocess, "run", run)
    assert has_voice("darwin") is there


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ({TOKENS[0]: 3, TOKENS[1]: 0}, True),
        ({TOKENS[1]: 1}, True),
        ({TOKENS[0]: 0, TOKENS[1]: 0}, False),
        ({}, None),
    ],
)
def test_on_windows_the_voices_of_both_its_engines_count(
    monkeypatch: pytest.MonkeyPatch, keys: dict[str, int], there: bool | None
):
    @contextlib.contextmanager
    def open_key(root: str, place: str) -> Iterator[str]:
        assert root == "machine"
        if place not in keys:
            raise FileNotFoundError(place)
        yield place

    registry = SimpleNamespace(
        HKEY_LOCAL_MACHINE="machine",
        OpenKey=open_key,
        QueryInfoKey=lambda place: (keys[place], 0, 0),
    )
    monkeypatch.setitem(sys.modules, "winreg", registry)  # type: ignore[arg-type] - stands for it
    assert has_voice("win32") is there


def test_where_there_is_no_registry_it_is_not_known(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "winreg", None)
    assert has_voice("win32") is None

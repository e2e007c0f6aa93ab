"""C4: an overlay that no screen capture shows is found by listing windows.

The flag exists on Windows and macOS, which are not run here: their readers are driven by fakes of
the system's calls.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from client.lockdown.probes.answer import Answer
from client.lockdown.probes.readers.macos import MacReader
from client.lockdown.probes.readers.windows import LAYERED, TOPMOST, TRANSPARENT, Raw, WindowsReader
from client.lockdown.probes.windows import judge

pytestmark = pytest.mark.adversarial
OURS, THEIRS = 7, 8
MONITOR, EXCLUDED = 1, 0x11
"""WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE."""


class FakeWindows:
    """Windows' calls; the topmost window first."""

    def __init__(self, *windows: Raw) -> None:
        self._windows = list(windows)

    def windows(self) -> list[Raw]:
        return self._windows

    def program(self, pid: int) -> str:
        return {OURS: "Invigil.exe", THEIRS: "helper.exe"}[pid]

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} is not asked")


def raw(
    pid: int, style: int = 0, affinity: int = 0, *, left: int = 0, cloaked: bool = False
) -> Raw:
    return Raw(pid, "a title", left, 0, left + 800, 600, style, affinity, cloaked)


def look(*windows: Raw) -> Answer:
    return judge(WindowsReader(FakeWindows(*windows), own=OURS).windows())


@pytest.mark.parametrize("affinity", [MONITOR, EXCLUDED])
def test_one_over_the_app_is_named_with_what_hides_it(affinity: int):
    style = TOPMOST | LAYERED | TRANSPARENT
    (said,) = look(raw(THEIRS, style, affinity), raw(OURS)).evidence
    assert said == (
        "helper: over most of the app, hidden from screen captures, always on top, see-through, "
        "lets clicks through"
    )


def test_one_beside_the_app_is_noted_too_and_one_beneath_it_is_not():
    assert look(raw(OURS), raw(THEIRS, affinity=EXCLUDED, left=900)).outcome == "violation"
    assert look(raw(OURS), raw(THEIRS, affinity=EXCLUDED)).outcome == "ok"
    assert look(raw(OURS), raw(THEIRS, left=900)).outcome == "ok"


def test_what_the_desktop_hides_and_our_own_protection_are_no_finding():
    hidden = raw(THEIRS, affinity=EXCLUDED, cloaked=True)
    assert look(hidden, raw(OURS, affinity=EXCLUDED)).outcome == "ok"


class FakeMac:
    """macOS' calls; the frontmost window first."""

    def __init__(self, *windows: Mapping[str, Any]) -> None:
        self._windows = list(windows)

    def windows(self) -> list[Mapping[str, Any]]:
        return self._windows

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} is not asked")


def mac(pid: int, owner: str, *, layer: int = 0, sharing: int = 1) -> dict[str, Any]:
    return {
        "kCGWindowOwnerPID": pid,
        "kCGWindowOwnerName": owner,
        "kCGWindowLayer": layer,
        "kCGWindowSharingState": sharing,
        "kCGWindowBounds": {"X": 0.0, "Y": 0.0, "Width": 800.0, "Height": 600.0},
    }


def test_macos_tells_it_by_its_sharing_state():
    reader = MacReader(
        FakeMac(
            mac(3, "Window Server", layer=24),
            mac(THEIRS, "Helper", layer=3, sharing=0),
            mac(OURS, "Invigil"),
        ),
        own=OURS,
    )
    assert judge(reader.windows()).evidence == (
        "Helper: over most of the app, hidden from screen captures, always on top",
    )

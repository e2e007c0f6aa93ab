"""C3: another window raised, always on top, unmanaged, see-through: named within two seconds.

The windows are real ones of a second program at the tests' X server.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from client.lockdown.probes.answer import Answer, ok
from client.lockdown.probes.readers.x11 import Server, WindowReader
from client.lockdown.probes.table import Setting, probes_for
from client.lockdown.probes.windows import judge
from shared.policy import Accommodations, Policy

pytestmark = [pytest.mark.adversarial, pytest.mark.display]

OVER = ("300", "200")


@pytest.fixture
def opened() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Opens a window of another program, and waits until it is mapped."""
    started: list[subprocess.Popen[str]] = []

    def start(kind: str, *place: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.client.lockdown.probes.x_client", kind, *place],
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "mapped\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def ours(opened: Callable[..., subprocess.Popen[str]]) -> Iterator[WindowReader]:
    """A window that counts as the app's, and a reader of the server."""
    process = opened("unmanaged", "100", "100", "800", "500")
    server = Server()
    yield WindowReader(server, own=process.pid)
    server.close()


def when(look: Callable[[], Answer], outcome: str) -> Answer:
    until = time.monotonic() + 20
    while (answer := look()).outcome != outcome and time.monotonic() < until:
        pass
    return answer


def test_nothing_over_it_is_ok(ours: WindowReader):
    assert judge(ours()) == ok("windows")


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("unmanaged", ", around the window manager"),
        ("through", ", around the window manager, lets clicks through"),
    ],
)
def test_an_unmanaged_window_over_it_is_named_and_how_it_is_made(
    kind: str, made: str, ours: WindowReader, opened: Callable[..., subprocess.Popen[str]]
):
    overlay = opened(kind, *OVER, "200", "100")
    program = Path(f"/proc/{overlay.pid}/comm").read_text().strip()
    answer = when(lambda: judge(ours()), "violation")
    assert answer.evidence == (f"{program}: over part of the app{made}",)
    assert judge(ours(), titles=True).evidence[0].startswith(f"{program} “Secret notes”")
    overlay.kill()
    assert when(lambda: judge(ours()), "ok") == ok("windows")


@pytest.mark.parametrize(("kind", "made"), [("argb", "see-through"), ("above", "always on top")])
def test_a_managed_window_is_found_within_its_frame(
    kind: str, made: str, opened: Callable[..., subprocess.Popen[str]]
):
    mine = opened("plain", "100", "100", "800", "500")
    server = Server()
    reader = WindowReader(server, own=mine.pid)
    when(lambda: judge(reader()), "ok")
    opened(kind, *OVER, "700", "450")
    # A window manager puts it where it likes: this large, it meets ours wherever that is.
    answer = when(lambda: judge(reader()), "violation")
    server.close()
    assert [made in one for one in answer.evidence] == [True]


def test_a_window_beside_it_or_beneath_it_is_no_finding(
    opened: Callable[..., subprocess.Popen[str]],
):
    opened("unmanaged", "100", "100", "300", "300")
    mine = opened("unmanaged", "100", "100", "500", "500")
    opened("unmanaged", "700", "100", "100", "100")
    server = Server()
    try:
        assert judge(WindowReader(server, own=mine.pid)()) == ok("windows")
    finally:
        server.close()


def test_looks_are_two_seconds_apart_at_most(tmp_path: Path):
    rows = probes_for(Setting(Policy(), Accommodations(), tmp_path))
    (row,) = (one for one in rows if one.name == "windows")
    assert row.every_s + row.within_s / 4 <= 2

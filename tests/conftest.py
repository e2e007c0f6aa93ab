"""What holds for every test: needs are declared by markers, and silence is not success.

A test whose marker names something this machine lacks is skipped with the reason; where it is
there (or CI says that it must be), a skip is a failure. A log record of ours at WARNING that no
test expected is a failure too.
"""

import functools
import json
import logging
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

# Each of several workers has a screen and a sound card of its own, from dev.py.
if (_worker := os.environ.get("PYTEST_XDIST_WORKER")) and "INVIGIL_TEST_PLACES" in os.environ:
    _places = json.loads(os.environ["INVIGIL_TEST_PLACES"])
    os.environ.update(_places[int(_worker.removeprefix("gw")) % len(_places)])

# No test puts anything into the key store of whoever runs it; what needs a bus has one of its own.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)

if TYPE_CHECKING:
    from server.sandbox.asking import OurRunner

# A loaded machine is no failure: examples are judged by their outcome, not by their time. Half of
# Hypothesis' usual number keeps a whole run short; whoever changes a pure part asks for more.
settings.register_profile(
    "patient",
    deadline=None,
    max_examples=int(os.environ.get("INVIGIL_EXAMPLES", "50")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("patient")


def _folder(variable: str) -> Path | None:
    value = os.environ.get(variable, "")
    return Path(value) if value and Path(value).is_dir() else None


def export_python() -> Path | None:
    """The interpreter with torch and SpeechBrain: the one that is named, or dev.py's own."""
    named = os.environ.get("INVIGIL_EXPORT_PYTHON", "")
    own = Path(__file__).resolve().parents[1] / ".tools" / "export"
    if named:
        return Path(named) if Path(named).is_file() else None
    folder = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    return own / folder if (own / "invigil-pins").exists() else None


@functools.cache
def _box_works() -> bool:
    from server.sandbox.parsing import box_off

    return not box_off()


NEEDS = {
    "box": _box_works,
    "samples": lambda: _folder("INVIGIL_SAMPLES") is not None,
    "models": lambda: _folder("INVIGIL_MODELS") is not None,
    "display": lambda: bool(os.environ.get("DISPLAY")),
    "sound": lambda: bool(os.environ.get("PULSE_SERVER")),
    "browser": lambda: shutil.which("chromium") is not None,
    "torch": lambda: export_python() is not None,
    "postgres": lambda: bool(os.environ.get("INVIGIL_TEST_POSTGRES")),
    "redis": lambda: bool(os.environ.get("INVIGIL_TEST_REDIS")),
}
WHY = {
    "box": "no bubblewrap, or no user namespaces for it",
    "samples": "INVIGIL_SAMPLES names no folder",
    "models": "INVIGIL_MODELS names no folder",
    "display": "no X display (run through `python3 dev.py test`)",
    "sound": "no PulseAudio server (run through `python3 dev.py test`)",
    "browser": "no Chromium on this machine",
    "torch": "no torch (INVIGIL_EXPORT_PYTHON, or `python3 dev.py build export`)",
    "postgres": "no PostgreSQL (run through `python3 dev.py test`)",
    "redis": "no Redis (run through `python3 dev.py test`)",
}


SCREEN, ALONE = "tests/client/ui/", "tests/e2e/"
"""Folders whose tests show windows, and keep to the clock on the wall."""
SLOW = ("tests/server/dashboard/", "tests/server/test_", "tests/adversarial/")
"""Files whose tests take seconds each: they begin, so that no worker sits over one at the end."""
ROOT = Path(__file__).resolve().parents[1]
APART = ("screen", "alone")
_NAMES_ONE = re.compile(r"\bmark\.(display|sound|e2e|screen|alone)\b")


def _place_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else ""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Imports no file of which dev.py's `-m` chooses no test: all of them take 20 s of a core."""
    place, chosen = _place_of(collection_path), config.option.markexpr
    if not collection_path.name.startswith("test_") or collection_path.suffix != ".py":
        return None
    if chosen == "not screen and not alone":
        return place.startswith((SCREEN, ALONE)) or None
    if chosen in ("screen and not alone", "alone"):
        return not _looked_into(collection_path) or None
    return None


def _looked_into(path: Path) -> bool:
    """Whether the runs of those apart import this file."""
    inside = _place_of(path).startswith((SCREEN, ALONE))
    return inside or bool(_NAMES_ONE.search(path.read_text("utf-8")))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks `screen` what shows windows, and `alone` what keeps to real time, before `-m`."""
    items.sort(key=lambda item: not _place_of(item.path).startswith(SLOW))
    for item in items:
        place = _place_of(item.path)
        if place.startswith(SCREEN) or item.get_closest_marker("display"):
            item.add_marker("screen")
        if place.startswith(ALONE) or any(map(item.get_closest_marker, ("sound", "e2e"))):
            item.add_marker("alone")
    # Of a file that does not name its marks, the run that is theirs would know nothing.
    for path in {one.path for one in items if any(map(one.get_closest_marker, APART))}:
        if not _looked_into(path):
            raise pytest.UsageError(f"{_place_of(path)}: write its marks as pytest.mark.NAME")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name, there in NEEDS.items():
        if item.get_closest_marker(name) and not there():
            pytest.skip(WHY[name])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        needs = [name for name in NEEDS if item.get_closest_marker(name)]
        may_run = all(NEEDS[name]() for name in needs)
        if may_run and (needs or os.environ.get("INVIGIL_NO_SKIPS") == "1"):
            report.outcome = "failed"
            report.longrepr = f"skipped although it can run here: {report.longrepr}"
    return report


OURS = ("client", "server", "shared")


class _Listener(logging.Handler):
    """Keeps what our own packages log at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.split(".")[0] in OURS:
            self.records.append(record)


@pytest.fixture(autouse=True)
def unexpected_warnings_fail(request: pytest.FixtureRequest) -> Iterator[None]:
    """An unexpected log record at WARNING or above fails the test that caused it."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    silenced = [name for name in OURS if logging.getLogger(name).level != logging.NOTSET]
    for name in silenced:
        logging.getLogger(name).setLevel(logging.NOTSET)
    assert silenced == [], "left silent for every test after this one"
    if listener.records and not request.node.get_closest_marker("expects_log"):
        lines = "\n".join(f"{r.levelname} {r.name}: {r.getMessage()}" for r in listener.records)
        pytest.fail(f"unexpected log records (mark the test expects_log if meant):\n{lines}")


@pytest.fixture(scope="session")
def runner() -> Iterator["OurRunner"]:
    """The real runner, a process of its own; use only in tests marked `box`."""
    from tests.runner_process import runner_process

    with runner_process("--slots", "8") as (client, _):
        yield client


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of recordings; use only in tests marked `samples`."""
    folder = _folder("INVIGIL_SAMPLES")
    assert folder is not None
    return folder


@pytest.fixture(scope="session")
def models_folder() -> Path:
    """The folder of real models; use only in tests marked `models`."""
    folder = _folder("INVIGIL_MODELS")
    assert folder is not None
    return folder

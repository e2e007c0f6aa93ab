"""What holds for every test: needs are declared by markers, and silence is not success.

A test whose marker names something this machine lacks is skipped with the reason; where it is
there (or CI says that it must be), a skip is a failure. A log record of ours at WARNING that no
test expected is a failure too.
"""

import functools
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

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


ALONE = ("tests/client/ui/", "tests/e2e/")
"""Folders whose tests show windows or keep to the clock on the wall."""
SLOW = ("tests/server/dashboard/", "tests/server/test_", "tests/adversarial/")
"""Files whose tests take seconds each: they begin, so that no worker sits over one at the end."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks `alone` what shares the screen or the sound card, before `-m` chooses."""
    root = Path(__file__).resolve().parents[1]

    def place_of(item: pytest.Item) -> str:
        return item.path.relative_to(root).as_posix()

    items.sort(key=lambda item: not place_of(item).startswith(SLOW))
    for item in items:
        place = place_of(item)
        needs = any(item.get_closest_marker(name) for name in ("display", "sound", "e2e"))
        if needs or place.startswith(ALONE):
            item.add_marker("alone")


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

"""The log stays small, is its owner's alone, and holds nothing that somebody typed."""

import ast
import contextlib
import json
import logging
import os
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from client import logs
from client.errors import DiskFull, Unreachable

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[logs.LogFile]:
    caplog.set_level(logging.INFO, logger="client")
    before = sys.excepthook, threading.excepthook
    handler = logs.start(tmp_path)
    assert handler is not None
    yield handler
    logging.getLogger().removeHandler(handler)
    handler.close()
    sys.excepthook, threading.excepthook = before


def lines(data_dir: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in logs.files(data_dir)[0].read_text("utf-8").splitlines()]


def record(template: object, *given: object, name: str = "client.ui.ears") -> logging.LogRecord:
    return logging.LogRecord(name, logging.INFO, "x.py", 1, template, given, None)


def test_of_what_is_filled_in_only_numbers_and_words_of_ours_are_written():
    told = logs.told(record("%s %s %d %s", "Anna Berg", "disk_full", 7, "ValueError"))
    assert told["text"] == "%s %s %d %s"
    assert told["given"] == [logs.LEFT_OUT, "disk_full", 7, "ValueError"]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (Unreachable("no answer from https://anna.example/i/tok"), "Unreachable: unreachable"),
        (DiskFull(Path("/home/anna")), "DiskFull: disk_full"),
        (
            OSError(28, "No space left on device", "/home/anna/x"),
            "OSError: No space left on device",
        ),
        (ValueError("Anna typed this"), "ValueError"),
        (TimeoutError, "TimeoutError"),
        ("No space left on device", "No space left on device"),
        (b"Anna", logs.LEFT_OUT),
        (["Anna"], logs.LEFT_OUT),
        (None, None),
        (True, True),
    ],
)
def test_an_error_is_told_by_class_code_and_the_systems_text(given: object, written: object):
    assert logs.safe(given) == written


def test_other_libraries_templates_are_not_written():
    told = logs.told(record('HTTP Request: GET "https://x/i/tok"', name="httpx"))
    assert "text" not in told
    assert told["from"] == "httpx"


def test_something_else_than_a_template_is_not_written():
    assert "text" not in logs.told(record({"answer": "forty two"}))


def test_an_errors_way_is_told_without_this_computers_folders():
    try:
        json.loads("Anna")
    except ValueError as error:
        found = (type(error), error, error.__traceback__)
    made = logging.LogRecord("client.app", logging.ERROR, "x.py", 1, "it broke", (), found)
    told = logs.told(made)
    assert told["error"] == "JSONDecodeError"
    assert told["in"][0].partition(":")[0] == "client/test_logs.py"
    assert "Anna" not in json.dumps(told)
    assert str(Path.home()) not in json.dumps(told)


def test_the_log_is_its_owners_alone_and_bounded(tmp_path: Path, kept: logs.LogFile):
    kept.maxBytes = 2_000
    for number in range(300):
        logging.getLogger("client.test").info("row %d of many", number)
    there = logs.files(tmp_path)
    assert len(there) == 1 + logs.OLDER
    assert all(file.stat().st_size <= 2_000 for file in there)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in there)
    assert lines(tmp_path)[-1]["given"] == [299]


def test_a_full_disk_loses_lines_and_never_raises(tmp_path: Path, kept: logs.LogFile):
    kept.stream.close()
    handle = os.open("/dev/full", os.O_WRONLY)
    kept.stream = os.fdopen(handle, "w", encoding="utf-8")
    logging.getLogger("client.test").info("lost")
    assert kept.lost == 1
    with contextlib.suppress(OSError):
        kept.stream.close()
    kept.stream = None
    logging.getLogger("client.test").info("there is room again")
    assert lines(tmp_path)[-1]["lost"] == 1


def test_a_folder_that_cannot_be_made_is_said_and_the_app_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "file").write_text("")
    with caplog.at_level(logging.ERROR, logger="client.logs"):
        assert logs.start(tmp_path / "file") is None


@pytest.mark.expects_log
def test_what_nobody_catches_is_written_and_whoever_followed_it_before_still_does(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    caplog.set_level(logging.INFO, logger="client")
    before: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *given: before.append(given[0]))
    monkeypatch.setattr(threading, "excepthook", lambda given: before.append(given.exc_type))
    handler = logs.start(tmp_path)
    assert handler is not None
    error = RuntimeError("Anna")
    sys.excepthook(RuntimeError, error, None)
    threading.excepthook(threading.ExceptHookArgs((ValueError, ValueError("Berg"), None, None)))
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert [(row["text"], row["error"]) for row in lines(tmp_path)] == [
        ("nobody caught an error", "RuntimeError"),
        ("nobody caught an error of a thread", "ValueError"),
    ]
    assert before == [RuntimeError, ValueError]


def test_every_log_call_of_the_app_has_a_literal_template():
    """An f-string would put what it was given into the template, which is written whole."""
    wrong: list[str] = []
    for path in (ROOT / "client").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr
                in ("debug", "info", "warning", "error", "exception", "critical", "log")
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in ("log", "_log", "logger")
                and not isinstance(node.args[0], ast.Constant)
            ):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []

"""The app's own log, on this computer: `logs/invigil.jsonl` in its data folder, rotated.

One rule: a line is told by its template, which is ours; of what was filled in only numbers, names
of errors, the system's error texts and words of our own lists are kept. So whatever is logged by
mistake (a name, an answer, a token) never reaches the file, and the file can be sent to support.
"""

import json
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from functools import cache
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from types import TracebackType
from typing import Any, get_args

from client import errors
from shared.problems import PROBLEMS

FOLDER, NAME = "logs", "invigil.jsonl"
MAX_BYTES, OLDER = 1_000_000, 4
"""Of one file, and how many older ones are kept: a week of ordinary use is 200 kB."""
OURS = ("client", "shared")
MAX_FRAMES = 30
LEFT_OUT = "…"
_ERROR_NAME = re.compile(r"[A-Z][A-Za-z]{2,60}(Error|Exception|Interrupt|Exit)")
_PACKAGES = re.compile(r"^.*[/\\](?=(?:client|shared)[/\\])|^.*[/\\]site-packages[/\\]")

log = logging.getLogger(__name__)


class LogFile(RotatingFileHandler):
    """Writes `told` lines; a file that cannot be written is counted and never raises."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=OLDER, encoding="utf-8")
        self.lost = 0
        """Lines that could not be written since the start; told in every line that follows."""

    def _open(self) -> Any:
        # The umask may let others read; a log of one's interview is nobody else's.
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(handle, "a", encoding="utf-8")

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        row = told(record) | ({"lost": self.lost} if self.lost else {})
        return json.dumps(row, ensure_ascii=False)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """A full disk: the app goes on, and the next line is tried again."""
        self.lost += 1


def start(data_dir: Path) -> LogFile | None:
    """Keeps a log from now on, with what nobody catches; None where it cannot be kept."""
    folder = data_dir / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = LogFile(folder / NAME)
    except OSError as error:
        log.warning("no log is kept: %s", error.strerror)
        return None
    logging.getLogger().addHandler(handler)
    _follow_uncaught()
    return handler


def files(data_dir: Path) -> tuple[Path, ...]:
    """The log's files that are there, the newest first."""
    first = data_dir / FOLDER / NAME
    every = (first, *(first.with_name(f"{NAME}.{number}") for number in range(1, OLDER + 1)))
    return tuple(path for path in every if path.is_file())


def told(record: logging.LogRecord) -> dict[str, Any]:
    """What is written of a record. Pure.

    Other libraries fill addresses and names into their own templates: of them only who, how bad
    and which error.
    """
    row: dict[str, Any] = {
        "at": round(record.created, 3),
        "level": record.levelname,
        "from": record.name,
    }
    if record.name.split(".")[0] in OURS and isinstance(record.msg, str):
        row["text"] = record.msg
        given = record.args if isinstance(record.args, tuple) else (record.args,)
        row["given"] = [safe(one) for one in given if record.args]
    if record.exc_info and record.exc_info[1] is not None:
        row["error"], row["in"] = _error(record.exc_info[1]), frames(record.exc_info[2])
    return row


def safe(value: object) -> object:
    """A value that says nothing about a person, or `LEFT_OUT`."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, BaseException):
        return _error(value)
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, str) and (value in words() or _ERROR_NAME.fullmatch(value)):
        return value
    return LEFT_OUT


def frames(found: TracebackType | None) -> list[str]:
    """`client/ui/ears.py:141 work`, outermost first; folders of this computer are left out."""
    passed = traceback.extract_tb(found)[-MAX_FRAMES:]
    return [f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in passed]


@cache
def words() -> frozenset[str]:
    """Our own words: codes of errors and problems, names of probes, the system's error texts."""
    # Only when a word is first looked up: they are not needed for the first window.
    from client.lockdown.probes.answer import Outcome, ProbeName
    from client.preflight.rules import Probe

    lists = (get_args(Probe), get_args(ProbeName), get_args(Outcome), PROBLEMS, _codes())
    system = (os.strerror(number) for number in range(1, 134))
    return frozenset((*(word for words in lists for word in words), *system))


def _codes() -> Iterator[str]:
    kinds: list[type[errors.ClientError]] = [errors.ClientError]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        yield from (kind.code, kind.__name__)


def _error(error: BaseException) -> str:
    """Class, code and the system's text; the message may hold a path or what somebody typed."""
    parts = [type(error).__name__]
    if isinstance(error, errors.ClientError):
        parts.append(error.code)
    if isinstance(error, OSError) and error.strerror in words():
        parts.append(str(error.strerror))
    return ": ".join(parts)


def _place(path: str) -> str:
    shortened = _PACKAGES.sub("", path)
    return PurePath(path).name if shortened == path else shortened.replace("\\", "/")


def _follow_uncaught() -> None:
    before, in_threads = sys.excepthook, threading.excepthook

    def uncaught(
        kind: type[BaseException], error: BaseException, found: TracebackType | None
    ) -> None:
        log.critical("nobody caught an error", exc_info=(kind, error, found))
        before(kind, error, found)

    def in_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            details = (given.exc_type, given.exc_value, given.exc_traceback)
            log.critical("nobody caught an error of a thread", exc_info=details)
        in_threads(given)

    sys.excepthook, threading.excepthook = uncaught, in_thread

"""How log lines look: JSON for machines in production, readable text in development.

One rule: in production a line holds no text that a library made up. The message of an exception may
quote what it was given, so only its kind and the places it came through are written.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from server.request_ids import request_id
from server.settings import Settings

_ROOT = str(Path(__file__).parents[2])
_TALKATIVE = ("uvicorn.error", "httpx", "httpcore", "aiosmtplib", "fontTools", "fpdf")
"""Libraries whose INFO lines quote addresses, paths and queries."""


def set_up(settings: Settings) -> None:
    """Every logger writes to standard error from here on; the last call counts."""
    stream = logging.StreamHandler(sys.stderr)
    stream.addFilter(_with_request_id)
    stream.setFormatter(Json() if settings.logs_json else Text(whole=not settings.is_production))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[stream], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


class Json(logging.Formatter):
    """One JSON object for each record."""

    def format(self, record: logging.LogRecord) -> str:
        """`at`, `level`, `logger`, `message`, `request_id`, the record's fields, `error`."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if number := getattr(record, "request_id", ""):
            line["request_id"] = number
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = kinds(record.exc_info[1])
            line["frames"] = places(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


class Text(logging.Formatter):
    """One readable line; `whole` adds tracebacks as Python writes them."""

    def __init__(self, *, whole: bool) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s %(message)s", "%H:%M:%S")
        self._whole = whole

    def format(self, record: logging.LogRecord) -> str:
        """Message, fields, request id."""
        kept = record.exc_info
        if kept and kept[1] is not None and not self._whole:
            record.exc_info, record.exc_text = None, None
        line = super().format(record)
        record.exc_info = kept
        fields: dict[str, Any] = getattr(record, "fields", {})
        tail = "".join(f" {name}={value}" for name, value in fields.items())
        if kept and kept[1] is not None and not self._whole:
            tail += f" error={kinds(kept[1])} at {'; '.join(places(kept[2])[-3:])}"
        if number := getattr(record, "request_id", ""):
            tail += f" [{number}]"
        head, broken, rest = line.partition("\n")
        return f"{head}{tail}{broken}{rest}"


def kinds(error: BaseException) -> str:
    """The class of an error and of those behind it, such as `IntegrityError < UniqueViolation`."""
    names: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(names) < 5:
        names.append(type(seen).__name__)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return " < ".join(names)


def places(trace: TracebackType | None) -> list[str]:
    """Where an error came through, outermost first: file, line and function, no values."""
    return [
        f"{frame.filename.removeprefix(_ROOT).lstrip('/')}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]


def _with_request_id(record: logging.LogRecord) -> bool:
    if number := request_id():
        record.request_id = number
    return True

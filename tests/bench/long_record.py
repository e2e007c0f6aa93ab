"""An interview whose record is as long as the server hands out, for benchmarks and browsers.

One rule: rows as `server.sync` keeps them, put in beside it: nobody waits for 20,000 signed ones.
"""

from datetime import UTC, datetime
from typing import Any

from server.db import open_database
from server.models import ProctoringEvent
from server.settings import read_settings
from tests.server.dashboard.stage import Stage

ROWS = 20_000
KINDS = ("head_turned", "gaze_away", "phone", "speech", "face_absent")
_FIRST_SEQ = 10_000
"""Behind whatever was played into the interview before."""


def add_events(stage: Stage, session: str) -> None:
    """Openings and closings of five signals in turn, one each 350 ms for an hour, until there are
    20,000."""
    rows: list[dict[str, Any]] = []
    for number in range(ROWS // 2):
        onset = 1000 + number * 350
        common = {
            "session_id": session,
            "signal": KINDS[number % len(KINDS)],
            "onset_ms": onset,
            "received_at": datetime.now(UTC),
            "body_json": "{}",
        }
        opened = {"kind": "signal.opened", "severity": "medium", "at_ms": onset, "ended_ms": None}
        closed = {"kind": "signal.closed", "severity": "info", "at_ms": onset + 300}
        rows.append(common | opened | {"seq": _FIRST_SEQ + 2 * number})
        ended = {"seq": _FIRST_SEQ + 1 + 2 * number, "ended_ms": onset + 300}
        rows.append(common | closed | ended)
    database = open_database(read_settings({}, data_dir=stage.folder / "data"))
    try:
        with database.write() as db:
            db.execute(ProctoringEvent.__table__.insert(), rows)  # pyright: ignore[reportAttributeAccessIssue]
    finally:
        database.close()

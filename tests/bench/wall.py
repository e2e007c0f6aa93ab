"""A wall of running interviews as the server would tell it, for benchmarks and browsers.

One rule: the same fields as `server.live.views` says; nobody is behind them.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any


def tile(number: int, *, turn: int = 0) -> dict[str, Any]:
    """A running interview as the server tells it; `turn` changes what a tile shows."""
    now = datetime.now(UTC)
    signals = [{"signal": "phone", "severity": "high", "onset_ms": 1000}]
    return {
        "session": f"{number:032x}",
        "candidate_name": f"Candidate {number}",
        "title": "Backend engineer",
        "status": "interview_active",
        "opens_at": now.isoformat(),
        "closes_at": (now + timedelta(hours=2)).isoformat(),
        "started_at": now.isoformat(),
        "deadline_at": (now + timedelta(minutes=30, seconds=number)).isoformat(),
        "finished_at": None,
        "seen_at": now.isoformat(),
        "question": 1 + turn % 4,
        "question_count": 4,
        "open_signals": signals if (number + turn) % 10 == 0 else [],
        "heartbeat": {
            "left_s": 1800 - turn,
            "face_fps_milli": 9000 + 10 * (turn % 90),
            "cpu_percent": 20 + turn % 60,
            "spool_rows": turn % 7,
            "off": [],
            "blocks": [],
        },
        "possible": ["message", "pause", "extend", "lock", "terminate"],
        "requests": [],
        "last_action": None,
        "locked": False,
        "may_look": False,
        "thumbnail_at": None,
    }


def frame(kind: str, tiles: Sequence[dict[str, Any]]) -> str:
    """One message of the live view: `snapshot` or `changes`."""
    whole = {
        "type": kind,
        "server_time": datetime.now(UTC).isoformat(),
        "sessions": tiles,
    }
    extra = {"looks": []} if kind == "snapshot" else {"looks": None, "gone": []}
    return json.dumps(whole | extra)

"""The plug is pulled in mid-answer; the app comes back to the same question and text."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.candidate import WRITTEN
from tests.e2e.demo import Demo

pytestmark = [pytest.mark.e2e, pytest.mark.display, pytest.mark.timeout(300)]


def candidate(demo: Demo, clip: Path, voice: Path, *more: str) -> list[str]:
    return [
        sys.executable,
        *("-m", "tests.e2e.candidate", "--clip", str(clip), "--speech", str(voice)),
        *("--out", str(demo.folder / "candidate.json"), "--stay-s", "1", *more),
    ]


def test_a_power_cut_in_mid_answer_costs_nothing(demo: Demo, clip: Path, voice: Path) -> None:
    first = subprocess.Popen(
        candidate(demo, clip, voice, "--invite", demo.seeded["invite_url"], "--stop-in-answer"),
        env=demo.environment(),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert first.stdout is not None
    with first.stdout as lines:
        assert any("STOPPED IN ANSWER" in line for line in lines)
        os.killpg(first.pid, signal.SIGKILL)
    first.wait()

    again = candidate(demo, clip, voice, "--resume")
    assert subprocess.run(again, env=demo.environment(), timeout=150).returncode == 0

    told = json.loads((demo.folder / "candidate.json").read_text())
    assert told["found_text"] == WRITTEN[: len(WRITTEN) // 2]
    session = demo.seeded["session"]
    with demo.admin() as admin:
        result = admin.get(f"/admin/result/{session}").json()
    written = next(a for a in result["answers"] if a["question"]["kind"] == "written")
    assert written["text"] == WRITTEN
    assert result["timeline"][-1]["status"] == "completed"
    restarts = [e for e in result["events"] if e["detail"].get("what") == "app_restarted"]
    assert len(restarts) == 1

    with sqlite3.connect(f"file:{demo.database}?mode=ro", uri=True) as database:
        rows = database.execute(
            "SELECT seq, hash FROM record_rows WHERE session_id = ? ORDER BY seq", (session,)
        ).fetchall()
    assert rows == [tuple(row) for row in told["spool"]]
    assert [seq for seq, _ in rows] == list(range(1, len(rows) + 1))

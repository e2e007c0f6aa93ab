"""Gathers the demo's report from where each fact lives: the API, both databases, the app's word.

One rule: nothing is made up here; a part that cannot be read is said to be missing by its name.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from client.proctor.rules import rules_for
from shared.policy import Accommodations, Policy
from tests.e2e.report import Episode, compare_records, match, signals


@dataclass(frozen=True)
class Story:
    """What the orchestrator knows when the app has ended."""

    session: str
    database: Path
    truth: list[dict[str, Any]] | None
    """Scripted episodes, or None where nothing is known of a recording."""
    told: dict[str, Any]
    """What the scripted candidate wrote: spool rows, models, what was off."""


def build_report(story: Story, admin: httpx.Client) -> dict[str, Any]:
    """The report's keys as the issue names them, `seconds` aside."""
    answer = admin.get(f"/admin/result/{story.session}")
    answer.raise_for_status()
    result = answer.json()
    rows = _server_rows(story.database, story.session)
    seen = signals(result["events"], story.told.get("ended_s", 0.0))
    return {
        "lifecycle": _steps(result["timeline"]),
        "answers": [_answer(one) for one in result["answers"]],
        "events": [_event(event) for event in result["events"]],
        "truth": story.truth,
        "match": None if story.truth is None else match(_episodes(story.truth), seen, dwell()),
        "result": {
            "answers": [_score(one) for one in result["answers"]],
            "total": result["total"],
        },
        "record": compare_records([(s, h) for s, h in story.told.get("spool", [])], rows),
        "models": story.told.get("models", []),
        "off": story.told.get("off", ["the app ended before it could say"]),
        "face_fps": story.told.get("face_fps"),
        "problems": story.told.get("problems", []),
    }


def dwell() -> dict[str, float]:
    """Seconds that each rule waits, by signal, under the default policy."""
    rules = rules_for(Policy(), Accommodations())
    return {str(rule.signal): rule.levels.enter_after_ms / 1000 for rule in rules}


def _steps(timeline: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where the status changed; a deadline that moved is a row too, and no step."""
    steps: list[dict[str, Any]] = []
    for row in timeline:
        if not steps or steps[-1]["status"] != row["status"]:
            steps.append({"status": row["status"], "at": row["at"]})
    return steps


def _server_rows(database: Path, session: str) -> list[tuple[int, str]]:
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        query = "SELECT seq, hash FROM record_rows WHERE session_id = ? ORDER BY seq"
        return connection.execute(query, (session,)).fetchall()


def _episodes(truth: list[dict[str, Any]]) -> list[Episode]:
    return [Episode(one["kind"], one["start_s"], one["end_s"]) for one in truth]


def _event(event: dict[str, Any]) -> dict[str, Any]:
    at_ms = event["at_ms"]
    return {
        "kind": event["kind"],
        "signal": event["signal"],
        "at_s": None if at_ms is None else at_ms / 1000,
        "onset_s": None if event["onset_ms"] is None else event["onset_ms"] / 1000,
        "ended_s": None if event["ended_ms"] is None else event["ended_ms"] / 1000,
        "severity": event["severity"],
        "evidence": [picture["sha256"] for picture in event["evidence"]],
        "detail": event["detail"],
    }


def _answer(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        "position": answer["question"]["position"],
        "kind": answer["question"]["kind"],
        "text": answer["text"],
        "revision": answer["revision"],
        "takes": answer["takes"],
        "transcript": answer["transcript"],
        "transcript_reason": answer["transcript_reason"],
        "done": answer["done_reason"],
    }


def _score(answer: dict[str, Any]) -> dict[str, Any]:
    current = answer["current"] or {}
    return {
        "position": answer["question"]["position"],
        "points": current.get("points"),
        "max_marks": answer["question"]["marks"],
        "state": current.get("state"),
        "grader": current.get("grader"),
        "reason": current.get("reason"),
    }

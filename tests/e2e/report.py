"""The demo's report: what was seen, set beside what was scripted.

Pure. One rule: the script decides what is true; a signal outside it is counted as false even
when a person would find it reasonable.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

CUT_TOLERANCE_S = 0.3
"""How far a signal may reach beyond a scripted cut."""
LATEST_AFTER_DWELL_S = 1.5
"""How long after its start plus the rule's dwell an episode must be found."""

ABOUT_THE_MACHINE = ("rate_low",)
"""Signals that no script about a candidate can foretell."""


@dataclass(frozen=True)
class Episode:
    """One scripted stretch; seconds since the interview's start."""

    kind: str
    start_s: float
    end_s: float | None
    """None: it holds all the time, and may be found at any time."""


@dataclass(frozen=True)
class Seen:
    """One signal from onset to end; seconds since the interview's start."""

    kind: str
    onset_s: float
    opened_s: float
    ended_s: float


def match(
    truth: list[Episode], seen: list[Seen], dwell_s: dict[str, float]
) -> dict[str, list[dict[str, Any]]]:
    """Which episodes were found in time, which were missed, and which signals fit none."""
    found: list[dict[str, Any]] = []
    missed: list[dict[str, Any]] = []
    for episode in truth:
        latest = _latest_s(episode, dwell_s)
        hits = [s for s in seen if _fits(s, episode) and (latest is None or s.opened_s <= latest)]
        entry = {"kind": episode.kind, "start_s": episode.start_s, "end_s": episode.end_s}
        if hits:
            found.append(entry | {"opened_s": hits[0].opened_s, "latest_s": latest})
        else:
            missed.append(entry)
    false = [vars(s) for s in seen if not any(_fits(s, episode) for episode in truth)]
    return {"found": found, "missed": missed, "false": false}


def signals(events: list[dict[str, Any]], end_s: float) -> list[Seen]:
    """Every signal about the candidate; one that never closed lasts to `end_s`."""
    return [
        Seen(
            kind=event["signal"],
            onset_s=event["onset_ms"] / 1000,
            opened_s=event["at_ms"] / 1000,
            ended_s=end_s if event["ended_ms"] is None else event["ended_ms"] / 1000,
        )
        for event in events
        if event["kind"] == "signal.opened" and event["signal"] not in ABOUT_THE_MACHINE
    ]


def compare_records(client: list[tuple[int, str]], server: list[tuple[int, str]]) -> dict[str, int]:
    """Rows by `(seq, hash)` on both sides: lost ones reached no server, doubled ones it twice."""
    there = Counter(server)
    return {
        "client": len(client),
        "server": len(server),
        "lost": sum(1 for row in client if not there[row]),
        "doubled": sum(count - 1 for count in Counter(seq for seq, _ in server).values()),
    }


def _latest_s(episode: Episode, dwell_s: dict[str, float]) -> float | None:
    if episode.end_s is None:
        return None
    return episode.start_s + dwell_s[episode.kind] + LATEST_AFTER_DWELL_S


def _fits(signal: Seen, episode: Episode) -> bool:
    return (
        signal.kind == episode.kind
        and signal.onset_s >= episode.start_s - CUT_TOLERANCE_S
        and (episode.end_s is None or signal.ended_s <= episode.end_s + CUT_TOLERANCE_S)
    )

"""Observations on disk: what detectors said of a recording, so that rules can be tried again.

No model, no camera and no clock is needed to replay them. One rule: a line is one look, and the
first line says what made them; a reader refuses a version that it does not know, and a last line
that was cut off.

    {"invigil": "observations", "version": 1, "clip": "name", "size": [640, 480], "fps": 30.0,
     "models": [{"name": …, "version": …, "sha256": …, "source": …}],
     "every_s": {"face": 0.1, …}, "off": {"objects": "Why."}, "truth": [{"kind": …, …}]}
    {"at_ms": 100, "seen": [["faces", 1.0, "face"], ["turn_deg", null, "head_pose"], …]}
    {"end_ms": 38000}

An observation is measure, value (null: unknown), detector and, where they are not empty or not the
line's, detail and its own time in ms.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from client.proctor import engine
from client.proctor.rules import Rule, rules_for
from client.proctor.types import Closed, Measure, Observation, Opened
from shared.policy import Accommodations, Policy

FORMAT, VERSION = "observations", 1
_DIGITS = 4
"""Decimals that are kept; no rule's level has more than two."""


class BadRecord(Exception):
    """The file holds no observations that this version reads; the message says why."""


@dataclass(frozen=True, slots=True)
class Used:
    """A model that was there to look."""

    name: str
    version: str
    sha256: str
    source: str


@dataclass(frozen=True, slots=True)
class Header:
    """What made the observations."""

    clip: str
    """The recording's file name, without its folder."""
    size: tuple[int, int] | None = None
    """Width and height of the pictures."""
    fps: float | None = None
    """Frames a second of the recording."""
    models: tuple[Used, ...] = ()
    every_s: dict[str, float] = field(default_factory=dict)
    """Seconds between two looks, by detector."""
    off: dict[str, str] = field(default_factory=dict)
    """Why a detector did not look, by its name."""
    truth: tuple[dict[str, Any], ...] = ()
    """What is known to happen: `kind`, `start_s`, `end_s`; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one frame, or one piece of sound, gave."""

    at_ms: int
    seen: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A whole file."""

    header: Header
    looks: tuple[Look, ...]
    end_ms: int | None
    """When the recording ended; None where the file was cut off."""


class Recorder:
    """Writes header, looks and end, each line at once: a killed recorder leaves whole lines."""

    def __init__(self, file: TextIO, header: Header) -> None:
        self._file = file
        models = [
            {"name": m.name, "version": m.version, "sha256": m.sha256, "source": m.source}
            for m in header.models
        ]
        self._put(
            {
                "invigil": FORMAT,
                "version": VERSION,
                "clip": header.clip,
                "size": header.size,
                "fps": header.fps,
                "models": models,
                "every_s": header.every_s,
                "off": header.off,
                "truth": header.truth,
            }
        )

    def look(self, at_ms: int, seen: Iterable[Observation]) -> None:
        """One look; observations without a value are kept as unknown."""
        self._put({"at_ms": at_ms, "seen": [_row(each, at_ms) for each in seen]})

    def end(self, end_ms: int) -> None:
        """The recording is over; nothing is written after it."""
        self._put({"end_ms": end_ms})

    def _put(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line, allow_nan=False) + "\n")
        self._file.flush()


def as_kept(seen: Iterable[Observation], at_ms: int) -> tuple[Observation, ...]:
    """The observations as a reader of the file will find them."""
    return tuple(_observation(_row(each, at_ms), at_ms) for each in seen)


def read(path: Path) -> Recorded:
    """The whole file; raises BadRecord or OSError."""
    try:
        # Not splitlines: it also splits at letters that a detail may hold. What follows the last
        # line break is nothing, or was cut off while it was written.
        first, *lines = path.read_text("utf-8").split("\n")[:-1] or [""]
        head = json.loads(first)
    except ValueError:
        head, lines = None, []
    if not isinstance(head, dict) or head.get("invigil") != FORMAT:
        raise BadRecord(f"{path.name} holds no observations.")
    if head.get("version") != VERSION:
        raise BadRecord(f"{path.name} has version {head.get('version')}; this reads {VERSION}.")
    looks: list[Look] = []
    end_ms: int | None = None
    try:
        header = _header(head)
        for text in lines:
            line = json.loads(text)
            if "end_ms" in line:
                end_ms = int(line["end_ms"])
                break
            at_ms = int(line["at_ms"])
            looks.append(Look(at_ms, tuple(_observation(row, at_ms) for row in line["seen"])))
    except (ValueError, TypeError, KeyError, LookupError) as error:
        raise BadRecord(f"{path.name} is damaged at line {len(looks) + 2}: {error}") from error
    return Recorded(header, tuple(looks), end_ms)


def replay(
    recorded: Recorded | Path,
    policy: Policy | None = None,
    accommodations: Accommodations | None = None,
) -> tuple[Opened | Closed, ...]:
    """The signals of these rules on those looks; what is open at the end closes there."""
    if isinstance(recorded, Path):
        recorded = read(recorded)
    rules = rules_for(policy or Policy(), accommodations or Accommodations())
    last_ms = recorded.looks[-1].at_ms if recorded.looks else 0
    return tuple(signals(recorded.looks, rules, recorded.end_ms or last_ms))


def signals(looks: Sequence[Look], rules: Sequence[Rule], end_ms: int) -> Iterator[Opened | Closed]:
    """What the engine says, in order."""
    state = engine.begin(rules)
    for look in looks:
        state, said = engine.step(state, look.seen, look.at_ms)
        yield from said
    yield from engine.finish(state, end_ms)[1]


def _row(seen: Observation, at_ms: int) -> list[Any]:
    known = seen.value is not None and math.isfinite(seen.value)
    value = round(float(seen.value), _DIGITS) if known and seen.value is not None else None
    row: list[Any] = [seen.measure.value, value, seen.detector]
    if seen.at_ms != at_ms:
        return [*row, seen.detail, seen.at_ms]
    return [*row, seen.detail] if seen.detail else row


def _observation(row: Sequence[Any], at_ms: int) -> Observation:
    name, value, detector, *more = row
    detail = str(more[0]) if more else ""
    at_ms = int(more[1]) if len(more) > 1 else at_ms
    known = None if value is None else float(value)
    return Observation(Measure(name), known, at_ms, str(detector), detail)


def _header(head: dict[str, Any]) -> Header:
    size = head.get("size")
    return Header(
        clip=str(head["clip"]),
        size=None if size is None else (int(size[0]), int(size[1])),
        fps=head.get("fps"),
        models=tuple(Used(**each) for each in head.get("models", ())),
        every_s=dict(head.get("every_s", {})),
        off=dict(head.get("off", {})),
        truth=tuple(head.get("truth", ())),
    )

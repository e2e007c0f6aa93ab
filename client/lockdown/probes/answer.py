"""What a probe answers, and when a new answer is worth a row.

Pure. One rule: unknown is never ok, and what is held back is told later, never dropped: floods of
changes cannot fill a record, and the newest answer always arrives.
"""

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from shared.events import MAX_EVIDENCE, MAX_EVIDENCE_CHARS

Outcome = Literal["ok", "violation", "unknown"]
ProbeName = Literal[
    "processes",
    "windows",
    "displays",
    "machine",
    "remote",
    "capture",
    "devices",
    "injection",
    "typing",
    "clipboard",
    "network",
    "clock",
    "disk",
]
PROBES: tuple[ProbeName, ...] = get_args(ProbeName)

BURST, REFILL_S = 20, 10.0
"""Rows that a probe may cause at once, and seconds until another may follow: at most 740 in two
hours, which is a thousandth of what a record takes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One look's result."""

    probe: ProbeName
    outcome: Outcome
    evidence: tuple[str, ...] = ()
    """What was found, or why it could not be told: short, in words."""


def ok(probe: ProbeName, *evidence: str) -> Answer:
    """Nothing to be noted."""
    return Answer(probe, "ok", evidence)


def violation(probe: ProbeName, *evidence: str) -> Answer:
    """Something that a person should look at."""
    return Answer(probe, "violation", evidence)


def unknown(probe: ProbeName, *evidence: str) -> Answer:
    """It could not be told."""
    return Answer(probe, "unknown", evidence)


def checked(probe: ProbeName, given: object) -> Answer:
    """The answer as it may be shown and recorded; what is no answer of that probe is unknown."""
    if (
        not isinstance(given, Answer)
        or given.probe != probe
        or given.outcome not in get_args(Outcome)
        or not isinstance(given.evidence, tuple)
        or not all(isinstance(each, str) for each in given.evidence)
    ):
        return unknown(probe, "it answered something that is no answer")
    texts = tuple(dict.fromkeys(text for each in given.evidence if (text := plain(each))))
    if len(texts) > MAX_EVIDENCE:
        rest = len(texts) - MAX_EVIDENCE + 1
        texts = (*texts[: MAX_EVIDENCE - 1], f"and {rest} more")
    if given.outcome != "ok" and not texts:
        return unknown(probe, "it gave no reason")
    return replace(given, evidence=texts)


def plain(text: str, most: int = MAX_EVIDENCE_CHARS) -> str:
    """One line without characters that do not show, cut to `most`."""
    shown = "".join(each if each.isprintable() else " " for each in text)
    one_line = " ".join(shown.split())
    return one_line if len(one_line) <= most else one_line[: most - 1] + "…"


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of one probe so far."""

    last: Answer | None = None
    """As it was told last; None before the first time."""
    held: Answer | None = None
    """A newer one that waits for room."""
    room: float = BURST
    at_s: float = field(default=float("-inf"))
    """When `room` was right, by the monotonic clock."""


def tell(told: Told, answer: Answer | None, now_s: float) -> tuple[Told, Answer | None]:
    """What stands after a look, and the answer to be told now; `answer` is None when only time
    went on."""
    gone_s = 0.0 if told.last is None else max(0.0, now_s - told.at_s)
    told = replace(told, room=min(BURST, told.room + gone_s / REFILL_S), at_s=now_s)
    newest = answer if answer is not None else told.held
    if newest is None or newest == told.last:
        return replace(told, held=None), None
    if told.room < 1:
        return replace(told, held=newest), None
    return replace(told, last=newest, held=None, room=told.room - 1), newest

"""When a measure has stood above a level for long enough: hysteresis with seconds.

Pure. One rule: unknown is no answer. It neither opens nor closes at once: unknown time counts
as neither above nor below, and only after `Levels.unknown_ends_ms` of it a run ends where it was
last seen.
"""

from dataclasses import dataclass, replace

UNKNOWN_ENDS_MS = 2_000
"""For a measure that comes ten times a second."""
LONGEST_STEP_MS = 1_000
"""The same; a slower detector's rule says its own."""


@dataclass(frozen=True, slots=True)
class Levels:
    """When to open and when to close; with `below`, the measure counts downwards."""

    enter: float
    """At or beyond this the measure stands above."""
    leave: float
    """On this side of it the measure stands below; between the two a run goes on, uncounted."""
    enter_after_ms: int
    """Time above before it opens, dips shorter than `leave_after_ms` left out."""
    leave_after_ms: int
    """Time below before it closes, or before a run that has not opened is forgotten."""
    below: bool = False
    """Whether small values are the ones that count, such as too few faces."""
    longest_step_ms: int = LONGEST_STEP_MS
    """Two observations further apart say nothing about the time between them."""
    unknown_ends_ms: int = UNKNOWN_ENDS_MS
    """Unknown for longer than this ends a run: what was before cannot be joined to what comes."""

    def __post_init__(self) -> None:
        if (self.leave > self.enter) != self.below and self.leave != self.enter:
            raise ValueError(f"leave level {self.leave} lies beyond enter level {self.enter}")
        if self.enter_after_ms < 0 or self.leave_after_ms < 0:
            raise ValueError("times are not negative")

    def stands_above(self, value: float) -> bool:
        """Whether the value is at or beyond the enter level."""
        return value <= self.enter if self.below else value >= self.enter

    def stands_below(self, value: float) -> bool:
        """Whether the value is strictly on the quiet side of the leave level."""
        return value > self.leave if self.below else value < self.leave


@dataclass(frozen=True, slots=True)
class Run:
    """Where one measure stands. `IDLE` before and after each run."""

    onset_ms: int | None = None
    """First time above in this run; None: no run."""
    opened: bool = False
    """Whether the run has lasted long enough."""
    above_ms: int = 0
    """Known time above since the onset."""
    last_above_ms: int = 0
    """Last time that the measure stood above its leave level."""
    below_since_ms: int | None = None
    """Start of the dip that may end the run."""
    known_at_ms: int = 0
    """Time of the last known value."""
    was_above: bool = False
    """Whether that value stood above the enter level."""


IDLE = Run()


@dataclass(frozen=True, slots=True)
class Change:
    """A run opened or closed in this step."""

    opened: bool
    onset_ms: int
    last_above_ms: int


def step(
    levels: Levels, run: Run, value: float | None, *, now_ms: int
) -> tuple[Run, Change | None]:
    """The run after one observation, and what changed.

    A time before the run's last known one counts as that one: a clock that was set back, or a
    frame that was decoded late, takes nothing away from a run.
    """
    if run.onset_ms is not None:
        now_ms = max(now_ms, run.known_at_ms)
    if run.onset_ms is not None and now_ms - run.known_at_ms > levels.unknown_ends_ms:
        ended = _end(run)
        if value is None or not levels.stands_above(value):
            return ended
        if not run.opened:
            run = IDLE
    if value is None:
        return run, None
    if levels.stands_above(value):
        return _above(levels, run, now_ms)
    if run.onset_ms is None:
        return run, None
    run = replace(run, known_at_ms=now_ms, was_above=False)
    if not levels.stands_below(value):
        return replace(run, last_above_ms=now_ms, below_since_ms=None), None
    since = now_ms if run.below_since_ms is None else run.below_since_ms
    if now_ms - since >= levels.leave_after_ms:
        return _end(run)
    return replace(run, below_since_ms=since), None


def _above(levels: Levels, run: Run, now_ms: int) -> tuple[Run, Change | None]:
    onset = now_ms if run.onset_ms is None else run.onset_ms
    since_known = now_ms - run.known_at_ms
    counted = since_known if run.was_above and since_known <= levels.longest_step_ms else 0
    above_ms = run.above_ms + counted
    opens = not run.opened and above_ms >= levels.enter_after_ms
    run = Run(onset, run.opened or opens, above_ms, now_ms, None, now_ms, True)
    return run, Change(True, onset, now_ms) if opens else None


def _end(run: Run) -> tuple[Run, Change | None]:
    if not run.opened:
        return IDLE, None
    assert run.onset_ms is not None
    return IDLE, Change(False, run.onset_ms, run.last_above_ms)

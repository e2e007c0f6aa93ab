"""Opened and closed signals become rows of the record.

One rule: the picture is on disk before the row that names it, and times count from the
interview's start however often the proctor began anew.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from client.proctor.types import Closed, Opened
from client.ui.conductor import Conductor
from client.ui.record import Evidence
from shared.events import Artifact, Severity, SignalClosed, SignalOpened

MOMENTS = 5
"""As many of the newest as a person still remembers."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a signal was open, for the candidate to speak of."""

    signal: str
    start_ms: int
    """Milliseconds since the interview's start."""
    end_ms: int | None
    """None while it is open."""


class Signals:
    """Writes; `on_severe` is called once something severe is on disk."""

    def __init__(self, conductor: Conductor, on_severe: Callable[[], None]) -> None:
        self._conductor = conductor
        self._on_severe = on_severe
        self.zero_ms = 0
        """Interview time at which the proctor began."""
        self.open: tuple[str, ...] = ()
        self.moments: tuple[Moment, ...] = ()
        """Of this run, the newest first."""

    def opened(self, opened: Opened) -> None:
        """One signal more is open."""
        self.open = (*self.open, str(opened.signal))
        begun = Moment(str(opened.signal), opened.onset_ms + self.zero_ms, None)
        self.moments = (begun, *self.moments)[:MOMENTS]
        zero_ms, record = self.zero_ms, self._conductor.record
        if record is None:
            return

        def body(artifact: Artifact | None) -> SignalOpened:
            return SignalOpened(
                signal=str(opened.signal),
                severity=opened.severity,
                onset_ms=opened.onset_ms + zero_ms,
                at_ms=opened.at_ms + zero_ms,
                measure=opened.measure,
                value_milli=opened.value_milli,
                detector=opened.detector,
                detail=opened.detail,
                evidence=() if artifact is None else (artifact,),
                evidence_withheld=opened.withheld,
            )

        jpeg = opened.evidence_jpeg
        evidence = None if jpeg is None else Evidence(jpeg, "image/jpeg")
        record.append_with(evidence, body, self._conductor.clocks.now())
        if opened.severity is Severity.HIGH:
            record.then(self._on_severe)

    def closed(self, closed: Closed) -> None:
        """One signal less."""
        self.open = tuple(one for one in self.open if one != str(closed.signal))
        begun = Moment(str(closed.signal), closed.onset_ms + self.zero_ms, None)
        ended = replace(begun, end_ms=closed.ended_ms + self.zero_ms)
        self.moments = tuple(ended if one == begun else one for one in self.moments)
        record = self._conductor.record
        if record is None:
            return
        body = SignalClosed(
            signal=str(closed.signal),
            onset_ms=closed.onset_ms + self.zero_ms,
            ended_ms=closed.ended_ms + self.zero_ms,
            at_ms=closed.at_ms + self.zero_ms,
            reason=closed.reason,
        )
        record.append((body,), self._conductor.clocks.now())

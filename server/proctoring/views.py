"""One event as pages read it."""

import json
from datetime import datetime
from typing import Any

from server.proctoring import words
from server.proctoring.rules import Noted
from server.views import View
from shared.events import Kind, Severity


class EvidenceView(View):
    """A picture kept for a person to look at."""

    sha256: str
    """Its address; read it at `/admin/result/{session}/evidence/{sha256}`."""
    media_type: str
    size: int
    """Sealed bytes."""


class EventView(View):
    """One fact of the record; for a signal, one episode. Times in ms since the start."""

    seq: int
    kind: str
    signal: str
    severity: Severity
    onset_ms: int | None
    at_ms: int | None
    """By the candidate's clock; None before the start."""
    ended_ms: int | None
    """None while it is open, and for facts that have no end."""
    received_at: datetime
    detail: dict[str, Any]
    """The body as the client wrote it."""
    words: str
    """A sentence with the stated error, for a calibration or a challenge; else empty."""
    evidence: list[EvidenceView]


def event_view(event: Noted) -> EventView:
    """The view of an event. A template's address stays out: nobody is to look at it."""
    body = json.loads(event.body_json)
    if event.kind == Kind.ENROLLED:
        body.pop("template", None)
    pictures = [*body.get("evidence", ()), *([body["artifact"]] if body.get("artifact") else [])]
    return EventView(
        seq=event.seq,
        kind=event.kind,
        signal=event.signal,
        severity=Severity(event.severity),
        onset_ms=event.onset_ms,
        at_ms=event.at_ms,
        ended_ms=event.ended_ms,
        received_at=event.received_at,
        detail=body,
        words=words.sentence(event.kind, event.body_json),
        evidence=[EvidenceView.model_validate(picture) for picture in pictures],
    )

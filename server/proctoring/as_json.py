"""The events of an interview as the bytes of a page's answer, a thousand of them in a few ms.

One rule: these are the bytes that `EventView` would give, field by field (a test compares them): a
body that was stored as JSON is copied as it stands where nothing of it has to be read.
"""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from server.proctoring import words
from server.proctoring.rules import Noted
from server.proctoring.views import event_view
from shared.events import Kind

_READ = ('"evidence"', '"artifact"')
"""A body that holds one of these may show a picture."""


class _Plain(msgspec.Struct, frozen=True, gc=False):
    """An event whose body is only passed on; the fields are those of `EventView`."""

    seq: int
    kind: str
    signal: str
    severity: str
    onset_ms: int | None
    at_ms: int | None
    ended_ms: int | None
    received_at: datetime
    detail: msgspec.Raw
    words: str
    evidence: tuple[()]


def events_json(events: Iterable[Noted]) -> bytes:
    """A JSON array of `EventView`s, in their order."""
    return msgspec.json.encode([_one(event) for event in events])


def _one(event: Noted) -> _Plain | msgspec.Raw:
    said = event.body_json
    is_read = event.kind == Kind.ENROLLED or event.kind in words.KINDS
    if is_read or any(word in said for word in _READ):
        return msgspec.Raw(event_view(event).model_dump_json().encode())
    return _Plain(
        event.seq,
        event.kind,
        event.signal,
        event.severity,
        event.onset_ms,
        event.at_ms,
        event.ended_ms,
        event.received_at,
        msgspec.Raw(said.encode()),
        "",
        (),
    )

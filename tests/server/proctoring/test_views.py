"""Events are shown whatever their bodies hold: evidence may be pictures, and may be words."""

from datetime import UTC, datetime

from server.models import ProctoringEvent
from server.proctoring.views import event_view
from shared.events import Artifact, Probed, SignalOpened
from shared.model import Wire


def event(kind: str, body: Wire) -> ProctoringEvent:
    return ProctoringEvent(
        session_id="a" * 32,
        seq=1,
        kind=kind,
        signal="",
        severity="info",
        body_json=body.model_dump_json(),
        received_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_a_probes_words_are_told_and_are_no_pictures():
    body = Probed(probe="displays", outcome="ok", evidence=("DELL U2720Q",), at_ms=5)
    view = event_view(event("probe", body))
    assert view.evidence == []
    assert view.detail["evidence"] == ["DELL U2720Q"]


def test_a_signals_pictures_are_named_by_their_address():
    picture = Artifact(sha256="b" * 64, media_type="image/jpeg", size=9)
    body = SignalOpened(
        signal="face_absent", severity="high", onset_ms=1, at_ms=2, evidence=(picture,)
    )
    (shown,) = event_view(event("signal.opened", body)).evidence
    assert shown.sha256 == "b" * 64

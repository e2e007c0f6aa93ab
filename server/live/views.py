"""The live view on the wire. One rule: a tile tells of the interview, and judges nobody."""

from datetime import datetime
from typing import Literal

from server.live_looks.views import LookView
from server.proctoring.views import EventView, InstructionView
from server.views import View
from shared.actions import Action
from shared.events import Severity
from shared.lifecycle import Status
from shared.sync import Heartbeat


class OpenSignal(View):
    """A signal that is open now."""

    signal: str
    severity: Severity
    """Info where its opening has not arrived yet."""
    onset_ms: int | None
    """Milliseconds since the interview's start."""


class RequestView(View):
    """What a candidate asked, and nobody has answered since."""

    what: Literal["message", "break", "help", "leave"]
    """`leave`: they closed the app and may come back."""
    text: str
    """In the candidate's words; may be empty for all but a message."""
    asked_at: datetime
    """When the server heard it."""


class LiveTile(View):
    """One interview on the live page."""

    session: str
    """The interview's id."""
    title: str
    candidate_name: str
    status: Status
    opens_at: datetime
    closes_at: datetime
    started_at: datetime | None
    deadline_at: datetime | None
    finished_at: datetime | None
    question: int | None
    """Position of the open question, from 1."""
    question_count: int
    open_signals: list[OpenSignal]
    seen_at: datetime | None
    """When the candidate's machine was last heard; None before it claimed the invite."""
    heartbeat: Heartbeat | None
    """What it said last about itself."""
    locked: bool
    """Whether the screen is covered by a proctor's word."""
    last_action: InstructionView | None
    """What was asked last, and whether it was applied; None before the first."""
    requests: list[RequestView]
    """What the candidate asked since anybody last did something, the newest first."""
    possible: list[Action]
    """What may be asked now."""
    may_look: bool
    """Whether its policy and its app allow a look through the camera."""
    thumbnail_at: datetime | None
    """When the newest small picture came; read it at `/admin/interviews/{session}/thumbnail`."""


class LiveEvent(EventView):
    """An event with its interview."""

    session: str


class LiveSnapshot(View):
    """The live page as it stands."""

    type: Literal["snapshot"] = "snapshot"
    cursor: str
    """Events up to here are in the interviews' results."""
    server_time: datetime
    sessions: list[LiveTile]
    looks: list[LookView]
    """Whoever watches: their own looks through cameras, also those that just ended."""


class LiveChanges(View):
    """What changed since the frame before."""

    type: Literal["changes"] = "changes"
    cursor: str
    server_time: datetime
    sessions: list[LiveTile]
    """Those that changed, whole."""
    gone: list[str]
    """Those that are no longer on the live page."""
    events: list[LiveEvent]
    looks: list[LookView] | None
    """All of one's own looks where one of them changed; None where none did."""

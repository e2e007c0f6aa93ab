"""Events and instructions as pages read them, and an order as they send it."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import from_json

from server.models import GivenInstruction
from server.proctoring import words
from server.proctoring.rules import Noted
from server.views import Asked, View
from shared.actions import Action, Reason, told
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
    body = from_json(event.body_json)
    if event.kind == Kind.ENROLLED:
        body.pop("template", None)
    # A probe's evidence is words, which stay in the detail.
    kept = [each for each in body.get("evidence", ()) if isinstance(each, dict)]
    pictures = [*kept, *([body["artifact"]] if body.get("artifact") else [])]
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


def _shown(text: str) -> str:
    if any(ord(letter) < 32 and letter != "\n" for letter in text):
        raise ValueError("holds characters that are not shown")
    return text.strip()


class ActionRequest(Asked):
    """What is asked of a running interview."""

    action: Annotated[Action, Field(strict=False)]
    """What to do."""
    reason: Annotated[Reason, Field(strict=False)]
    """Why; the candidate reads it in words."""
    text: Annotated[str, Field(max_length=1000), AfterValidator(_shown)] = ""
    """The message; of `let_on`, what is let pass: one of the `blocks` that cover the questions
    now."""
    seconds: Annotated[int, Field(ge=0, le=4 * 3600)] = 0
    """Seconds given by an extension, or on top of what was left when re-opening."""
    id: Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9._-]*$")] = ""
    """Made by who asks, instead of the header `Idempotency-Key`: the same again is one action."""


class TerminateAllRequest(Asked):
    """Ends everything that runs."""

    reason: Annotated[Reason, Field(strict=False)]
    """Why; each candidate reads it in words."""
    running: Annotated[int, Field(ge=0, le=1_000_000)]
    """How many run, as who asks was told: where it is another number, none is ended."""


class TerminatedAll(View):
    """What became of it."""

    ended: int
    """Interviews."""


class InstructionView(View):
    """An action and what became of it."""

    number: int
    """Counts up from 1 in the interview."""
    action: Action
    reason: Reason
    reason_words: str
    """As the candidate reads it."""
    text: str
    """The message; of `let_on`, what was let pass; empty otherwise."""
    seconds: int
    given_at: datetime
    given_by: str
    """`user:<id>`."""
    applied_at: datetime | None
    """When the candidate's machine said that it took effect; None while it is pending."""
    read_at: datetime | None
    """When the candidate confirmed to have read it; None before, and for what is not confirmed."""


class ReasonView(View):
    """A reason that may be given."""

    code: Reason
    label: str
    """For who chooses."""
    told: str
    """What the candidate reads."""
    actions: list[Action]
    """What it may be given for."""


class ReasonList(View):
    """All reasons."""

    items: list[ReasonView]


class InstructionList(View):
    """What was asked of an interview, the newest first, and what may be asked now."""

    items: list[InstructionView]
    possible: list[Action]
    blocks: list[str]
    """What covers the questions now because the policy names it: `let_on` names one of them."""


def instruction_view(given: GivenInstruction) -> InstructionView:
    """The view of an instruction."""
    return InstructionView(
        number=given.number,
        action=Action(given.action),
        reason=Reason(given.reason),
        reason_words=told(given.reason),
        text=given.text,
        seconds=given.seconds,
        given_at=given.given_at,
        given_by=given.given_by,
        applied_at=given.applied_at,
        read_at=given.read_at,
    )

"""What people read and send about retention, export and erasure."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from server.privacy.rules import What
from server.views import Asked, Email, View
from shared.lifecycle import Status


class RetentionView(View):
    """Days after an interview's end that things are kept at most; a policy may say less."""

    templates: int
    audio: int
    evidence: int
    record: int
    results: int
    backup_words: str
    """What backups still hold."""


class PersonRequest(Asked):
    """Whom it is about."""

    email: Email


class ErasureRequest(Asked):
    """Who is to be erased, said twice."""

    email: Email
    again: Email
    """The same address once more."""


class HoldRequest(Asked):
    """Why nothing of this interview may be destroyed."""

    reason: Annotated[str, Field(min_length=3, max_length=1000, pattern=r"\S")]


class HoldView(View):
    """A legal hold."""

    reason: str
    placed_by: str
    placed_at: datetime


class DeletionView(View):
    """What was destroyed, when and under which rule."""

    id: str
    session_id: str
    what: What
    rule: str
    actor: str
    asked_at: datetime
    done_at: datetime | None
    """When the last byte was gone and the receipt was signed; None while that is going on."""
    counts: dict[str, int]


class DeletionPage(View):
    """Receipts, newest first."""

    items: list[DeletionView]
    next_cursor: str | None


class Receipt(View):
    """A deletion receipt as it can be kept and checked by anybody."""

    statement: str
    """UTF-8: one line that says what this is, then canonical JSON. These bytes are signed."""
    sig: str
    """Ed25519 over the statement, URL-safe base64 without padding."""
    kid: str
    """Which of the keys at /.well-known/invigil-keys.json."""
    link: int | None
    """Number of the link in the interview's own chain whose body_sha256 is the statement's."""


class PersonInterview(View):
    """One interview of a person."""

    id: str
    title: str
    status: Status
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    held: bool
    """A legal hold stands."""
    obstacle: str
    """Why it cannot be erased now; empty where it can."""


class KeptPerson(View):
    """All that is kept of one address."""

    email: str
    interviews: list[PersonInterview]


class ErasureView(View):
    """What was ordered; it is unreadable already, and the last bytes go in the background."""

    deletions: list[DeletionView]


class KeptView(View):
    """How long one interview's things stay, and what is gone."""

    ends_at: datetime
    """From when they age."""
    days: dict[What, int]
    hold: HoldView | None
    deletions: list[DeletionView]

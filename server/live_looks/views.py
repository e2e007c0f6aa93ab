"""A look as pages read it, and what they need to begin one."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from server.live_looks.rules import Phase
from server.models import LiveLook
from server.views import Asked, View
from shared.looks import MAX_SDP, IceServer, LookEnd


class LookServers(View):
    """How a browser finds a way to the candidate's machine."""

    ice: list[IceServer]
    """STUN and TURN servers, with credentials that end with the look."""
    relay_only: bool
    """Whether the picture goes through a TURN server or not at all."""
    limit_s: int
    """Seconds after which a look ends by itself."""


class LookRequest(Asked):
    """Asks for the picture."""

    offer: Annotated[str, Field(min_length=1, max_length=MAX_SDP)]
    """The browser's session description, with all its candidates: one video, to be received."""


class LookView(View):
    """One look of one's own."""

    id: str
    session: str
    """The interview's id."""
    phase: Phase
    """How far it has come."""
    why: LookEnd | None
    """Why it is over; None before."""
    answer: str
    """The app's session description; empty before it answered and once it ended."""
    opened_at: datetime
    until_at: datetime
    """When it ends by itself."""


def look_view(row: LiveLook, why: LookEnd | None) -> LookView:
    """The view of a look that is over for `why`, or goes on."""
    return LookView(
        id=row.id,
        session=row.session_id,
        phase=Phase.ENDED if why else Phase(row.phase),
        why=why,
        answer="" if why else row.answer,
        opened_at=row.opened_at,
        until_at=row.until_at,
    )

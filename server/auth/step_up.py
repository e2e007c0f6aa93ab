"""The dependency for what cannot be undone: export, terminate-all, erasure, a second factor.

One rule: the proof belongs to this one sign-in and is at most `FRESH` old; a script's API token
has no person behind it who could give one. Name it after the role, so that a stranger is told
`forbidden`: `def erase(person: SuperAdmin, confirmed: StepUp, …)`, with `STEP_UP` in `problems()`.
"""

from typing import Annotated

from fastapi import Depends, Request

from server.auth import service, tokens
from server.auth.deps import SignedIn
from server.auth.people import Person
from server.deps import Now, PartsDep
from server.refusals import Refused

STEP_UP = "step_up_needed"
"""The problem's code; the dashboard asks for the proof and sends the request again."""


async def family_of(request: Request, parts: PartsDep, person: SignedIn) -> str:
    """The sign-in of this request; refuses `step_up_needed` where a script asks."""
    token, _ = tokens.presented(request.headers, request.cookies)
    try:
        return tokens.read_access(token, parts.keys.jwt, now=parts.now()).family
    except Refused:
        raise Refused(STEP_UP, "A person must do this: sign in instead of using a token.") from None


Family = Annotated[str, Depends(family_of)]
"""The sign-in of this request."""


def _stepped_up(person: SignedIn, family: Family, parts: PartsDep, now: Now) -> Person:
    with parts.database.read() as reading:
        if not service.is_confirmed(reading, family, person, now=now):
            raise Refused(STEP_UP)
    return person


StepUp = Annotated[Person, Depends(_stepped_up)]
"""Somebody who proved within the last five minutes who they are."""

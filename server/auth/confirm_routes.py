"""The step-up over HTTP: proving once more who one is, for what cannot be undone.

One rule: the proof is throttled like a sign-in; a refused one answers 403, because the sign-in
itself still holds.
"""

from fastapi import Request

from server.auth import service
from server.auth.deps import SignedIn
from server.auth.passwords import check_password
from server.auth.requests import address_of
from server.auth.rules import FRESH
from server.auth.step_up import STEP_UP, Family
from server.auth.views import StepUpRequest, StepUpView
from server.deps import Db, Now, PartsDep
from server.errors import problems
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES

router = feature_router("/auth", "auth", max_body_size=MAX_FORM_BYTES)
_CHANGE = ("not_signed_in", "csrf", "malformed_body", "too_large")


@router.post("/step-up", responses=problems(*_CHANGE, STEP_UP, "not_confirmed", "rate_limited"))
def step_up(
    asked: StepUpRequest,
    person: SignedIn,
    family: Family,
    request: Request,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> StepUpView:
    """Proves who one is; export, terminate-all and erasure are open for five minutes then."""
    key, address = f"step-up {person.id}", address_of(request)
    if wait_s := parts.throttle.attempt(key, address):
        raise Refused("rate_limited", retry_after_s=wait_s)
    with parts.database.read() as reading:
        user = service.find_user(reading, person.email)
    if not check_password(asked.password, user.password_hash if user else None):
        raise Refused("not_confirmed")
    parts.throttle.succeeded(key, address)
    service.confirm(db, family, person, now=now)
    return StepUpView(confirmed_until=now + FRESH)

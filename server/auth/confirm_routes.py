"""The step-up over HTTP: proving once more who one is, for what cannot be undone.

One rule: the proof is throttled like a sign-in; a refused one answers 403, because the sign-in
itself still holds.
"""

from datetime import datetime

from fastapi import Request
from sqlmodel import Session

from server.auth import challenges, external, factors, service
from server.auth.deps import SignedIn
from server.auth.passwords import check_password
from server.auth.people import Person
from server.auth.proofs import guessing, options_for, signed_by
from server.auth.requests import address_of
from server.auth.rules import FRESH, Method
from server.auth.step_up import STEP_UP, Family
from server.auth.views import StepUpOptionsView, StepUpRequest, StepUpView
from server.deps import Db, Now, Parts, PartsDep, ReadDb
from server.errors import problems
from server.models import User
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES

router = feature_router("/auth", "auth", max_body_size=MAX_FORM_BYTES)
_PURPOSE = challenges.Purpose.STEP_UP
_CHANGE = ("not_signed_in", "csrf", "malformed_body", "too_large")


@router.get("/step-up", responses=problems("not_signed_in", STEP_UP))
def get_step_up(
    person: SignedIn, family: Family, parts: PartsDep, db: ReadDb, now: Now
) -> StepUpOptionsView:
    """How one can prove who one is."""
    user, has = db.get(User, person.id), factors.of(db, person.id)
    token, to_sign = challenges.ask(_PURPOSE, parts.keys.jwt, about=person.id, now=now)
    options = options_for(parts, has, to_sign)
    offered = {
        Method.PASSKEY: options is not None,
        Method.TOTP: has.totp,
        Method.OIDC: parts.oidc is not None and external.has_identity(db, person.id),
        Method.PASSWORD: user is not None and bool(user.password_hash),
    }
    return StepUpOptionsView(
        methods=[method for method, there in offered.items() if there],
        challenge=token,
        passkey_options=options,
    )


@router.post(
    "/step-up",
    responses=problems(*_CHANGE, STEP_UP, "not_confirmed", "challenge_over", "rate_limited"),
)
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
    with guessing(parts, f"step-up {person.id}", address_of(request), now=now):
        try:
            _prove(asked, person, parts, db, now=now)
        except Refused as refused:
            if refused.code in ("wrong_code", "wrong_passkey"):
                raise Refused("not_confirmed", refused.detail) from None
            raise
    service.confirm(db, family, person, now=now)
    return StepUpView(confirmed_until=now + FRESH)


def _prove(
    asked: StepUpRequest, person: Person, parts: Parts, db: Session, *, now: datetime
) -> None:
    if asked.password is not None:
        with parts.database.read() as reading:
            user = reading.get(User, person.id)
        if not check_password(asked.password, user.password_hash if user else None):
            raise Refused("not_confirmed")
        return
    if asked.code is not None:
        factors.take(db, person.id, factors.Code(asked.code), parts.keys, now=now)
        return
    assert asked.passkey is not None
    assert asked.challenge is not None
    challenge = challenges.read(asked.challenge, _PURPOSE, parts.keys.jwt, now=now)
    if challenge.about != person.id:
        raise Refused("challenge_over")
    factors.take(
        db, person.id, signed_by(parts, challenge, asked.passkey, now=now), parts.keys, now=now
    )

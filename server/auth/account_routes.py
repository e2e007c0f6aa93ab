"""One's own account over HTTP: where one is signed in, and the password.

One rule: a new password ends every other sign-in, because the old one may be known to others.
"""

from fastapi import Request, status

from server.auth import account
from server.auth.deps import SignedIn
from server.auth.passwords import check_password, hash_password
from server.auth.proofs import guessing
from server.auth.requests import address_of
from server.auth.rules import Method
from server.auth.step_up import STEP_UP, Family
from server.auth.views import OwnSignInsView, OwnSignInView, PasswordRequest
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.models import User
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Key

router = feature_router("/auth", "account", max_body_size=MAX_FORM_BYTES)
_CHANGE = ("not_signed_in", "csrf", STEP_UP)


@router.get("/sign-ins", responses=problems("not_signed_in", STEP_UP))
def list_sign_ins(person: SignedIn, family: Family, db: ReadDb, now: Now) -> OwnSignInsView:
    """Where one is signed in."""
    return OwnSignInsView(
        items=[
            OwnSignInView(
                id=each.family.id,
                current=each.family.id == family,
                method=Method(each.family.method),
                address=each.family.address,
                agent=each.family.agent,
                created_at=each.family.created_at,
                used_at=each.used_at,
            )
            for each in account.sign_ins(db, person.id, now=now)
        ]
    )


@router.delete(
    "/sign-ins/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_CHANGE, "not_found"),
)
def end_sign_in(id: Key, person: SignedIn, family: Family, db: Db, now: Now) -> None:
    """Signs one of one's browsers out."""
    account.end_own(db, person, id, now=now)


@router.delete("/sign-ins", status_code=status.HTTP_204_NO_CONTENT, responses=problems(*_CHANGE))
def end_other_sign_ins(person: SignedIn, family: Family, db: Db, now: Now) -> None:
    """Signs all one's browsers out but this one."""
    account.end_others(db, person, family, now=now)


@router.post(
    "/me/password",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_CHANGE, "malformed_body", "too_large", "not_confirmed", "rate_limited"),
)
def change_password(
    asked: PasswordRequest,
    person: SignedIn,
    family: Family,
    request: Request,
    parts: PartsDep,
    db: Db,
    now: Now,
) -> None:
    """Another password; every other browser is signed out."""
    with guessing(parts, f"step-up {person.id}", address_of(request), now=now):
        with parts.database.read() as reading:
            user = reading.get(User, person.id)
        stored = user.password_hash if user else None
        if not check_password(asked.current, stored):
            raise Refused("not_confirmed", "The current password is not right.")
    hashed = hash_password(asked.new)
    account.change_password(db, person, before=stored or "", after=hashed, now=now)
    account.end_others(db, person, family, now=now)

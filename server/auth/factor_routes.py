"""One's own second factors over HTTP: authenticator app, recovery codes, passkeys.

One rule: adding and removing one needs a fresh proof, because whoever can add one stays; and each
change is in the audit log.
"""

from datetime import datetime
from typing import Any

from fastapi import status
from sqlmodel import Session

from server import audit
from server.auth import challenges, factors, passkeys, recovery, service, totp
from server.auth.deps import SignedIn
from server.auth.exchanges import Registration
from server.auth.people import Person
from server.auth.step_up import STEP_UP, StepUp
from server.auth.views import (
    FactorsView,
    NewPasskeyView,
    PasskeyChange,
    PasskeyQuestionView,
    PasskeyRequest,
    PasskeyView,
    RecoveryCodesView,
    TotpConfirmRequest,
    TotpDraftView,
)
from server.deps import Db, Now, PartsDep, ReadDb
from server.errors import problems
from server.links import leads_to, with_id
from server.models import Passkey, User
from server.refusals import Refused
from server.routers import feature_router
from server.views import MAX_FORM_BYTES, Key

router = feature_router("/auth", "account", max_body_size=MAX_FORM_BYTES)
_CHANGE = ("not_signed_in", "csrf", "malformed_body", "too_large")
_PROVED = (*_CHANGE, STEP_UP)
_PURPOSE = challenges.Purpose.PASSKEY_NEW


@router.get("/factors", responses=problems("not_signed_in"))
def get_factors(person: SignedIn, parts: PartsDep, db: ReadDb) -> FactorsView:
    """What one signs in with."""
    user, has = db.get(User, person.id), factors.of(db, person.id)
    return FactorsView(
        password=user is not None and bool(user.password_hash),
        totp=has.totp,
        recovery_codes_left=has.codes_left,
        passkeys=[_view(each) for each in has.passkeys],
        passkeys_possible=passkeys.possible(parts.settings),
    )


@router.post(
    "/totp",
    status_code=status.HTTP_201_CREATED,
    responses=problems(*_PROVED, "already_exists"),
)
def begin_totp(person: StepUp, parts: PartsDep, db: Db, now: Now) -> TotpDraftView:
    """A secret for an authenticator app. It counts once a code of it was sent back."""
    secret = totp.begin(db, person.id, parts.keys, now=now)
    uri = totp.uri(secret, email=person.email, issuer=f"Invigil {parts.settings.organisation}")
    return TotpDraftView(secret=secret, uri=uri, picture=totp.picture(uri))


@router.post("/totp/confirm", responses=problems(*_PROVED, "wrong_code", "not_found"))
def confirm_totp(
    asked: TotpConfirmRequest, person: StepUp, parts: PartsDep, db: Db, now: Now
) -> RecoveryCodesView:
    """From now on each sign-in by password asks for a code."""
    totp.confirm(db, person.id, asked.code, parts.keys, now=now)
    codes = factors.first_codes(db, person.id)
    _note(db, person, "totp_on", now=now)
    return RecoveryCodesView(codes=codes)


@router.delete(
    "/totp",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_PROVED, "not_found"),
)
def remove_totp(person: StepUp, db: Db, now: Now) -> None:
    """Forgets the authenticator app."""
    if not totp.turn_off(db, person.id):
        raise Refused("not_found")
    factors.codes_go_with_the_last(db, person.id)
    _note(db, person, "totp_off", now=now)


@router.post("/recovery-codes", responses=problems(*_PROVED, "not_found"))
def renew_recovery_codes(person: StepUp, db: Db, now: Now) -> RecoveryCodesView:
    """New recovery codes; the old ones are good for nothing any more."""
    if not factors.of(db, person.id).methods:
        raise Refused("not_found", "Set up an authenticator app or a passkey first.")
    codes = recovery.make(db, person.id)
    _note(db, person, "recovery_codes_made", now=now)
    return RecoveryCodesView(codes=codes)


@router.post("/passkeys/options", responses=problems(*_PROVED, "passkeys_off"))
def ask_for_new_passkey(
    person: StepUp, parts: PartsDep, db: ReadDb, now: Now
) -> PasskeyQuestionView:
    """What to ask the browser for, to make a passkey."""
    site = passkeys.site_of(parts.settings)
    token, to_sign = challenges.ask(_PURPOSE, parts.keys.jwt, about=person.id, now=now)
    user = service.active_user(db, person.id)
    options: dict[str, Any] = passkeys.to_register(
        site, user, to_sign, there=passkeys.owned(db, person.id)
    )
    return PasskeyQuestionView(challenge=token, options=options)


@router.post(
    "/passkeys",
    status_code=status.HTTP_201_CREATED,
    responses=problems(
        *_PROVED, "passkeys_off", "challenge_over", "wrong_passkey", "already_exists", "in_use"
    )
    | leads_to(201, with_id("renamePasskey", "removePasskey", at="passkey/id")),
)
def add_passkey(
    asked: PasskeyRequest, person: StepUp, parts: PartsDep, db: Db, now: Now
) -> NewPasskeyView:
    """Keeps the passkey that a browser made."""
    site = passkeys.site_of(parts.settings)
    challenge = challenges.read(asked.challenge, _PURPOSE, parts.keys.jwt, now=now)
    if challenge.about != person.id:
        raise Refused("challenge_over")
    with parts.database.write() as spending:
        challenges.spend(spending, challenge, now=now)
    made = passkeys.register(
        db,
        person.id,
        Registration(
            asked.credential_id, asked.client_data, asked.attestation, tuple(asked.transports)
        ),
        site=site,
        challenge=challenges.to_sign(challenge.id, parts.keys.jwt),
        name=asked.name,
    )
    made.created_at = now
    codes = factors.first_codes(db, person.id)
    _note(db, person, "passkey_added", now=now, passkey=made.id)
    return NewPasskeyView(passkey=_view(made), recovery_codes=codes)


@router.patch("/passkeys/{id}", responses=problems(*_CHANGE, "not_found"))
def rename_passkey(
    id: Key, asked: PasskeyChange, person: SignedIn, db: Db, now: Now
) -> PasskeyView:
    """Another name for one of one's passkeys."""
    renamed = passkeys.rename(db, person.id, id, asked.name)
    _note(db, person, "passkey_renamed", now=now, passkey=id)
    return _view(renamed)


@router.delete(
    "/passkeys/{id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=problems(*_PROVED, "not_found"),
)
def remove_passkey(id: Key, person: StepUp, db: Db, now: Now) -> None:
    """Forgets one of one's passkeys."""
    passkeys.remove(db, person.id, id)
    factors.codes_go_with_the_last(db, person.id)
    _note(db, person, "passkey_removed", now=now, passkey=id)


def _view(passkey: Passkey) -> PasskeyView:
    return PasskeyView.model_validate(passkey.model_dump(include=set(PasskeyView.model_fields)))


def _note(db: Session, person: Person, what: str, *, now: datetime, **detail: str) -> None:
    audit.note(
        db,
        person.actor,
        f"account.{what}",
        subject=f"user:{person.id}",
        at=now,
        org_id=person.org_id,
        **detail,
    )

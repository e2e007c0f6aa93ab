"""API tokens: what scripts sign in with.

One rule: a token never has more rights than its owner has at that moment, and dies with them.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import or_, tuple_, update
from sqlmodel import Session, col, select

from server import audit
from server.auth.people import Person, Role, Scope, read_scopes, scopes_text
from server.auth.tokens import as_person
from server.models import ApiToken, User
from server.refusals import Refused
from shared.ids import new_token, token_hash

PREFIX = "ivt_"
"""Tells an API token from an access token, for us and for scanners of leaked secrets."""
SHOWN = 10
"""Characters that are kept readable: the prefix and six of 43."""
MAX_TOKENS = 50
"""Of one person that work at the same time."""
USED_TO = timedelta(minutes=10)
"""`used_at` is written this often at most: a script that polls is not a write every second."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A token to be made."""

    name: str
    scopes: frozenset[Scope]
    life: timedelta


def add(db: Session, person: Person, wanted: Wanted, *, now: datetime) -> tuple[ApiToken, str]:
    """A new token of theirs, and its plain text; refuses scopes that they do not have.

    Refuses `in_use` at MAX_TOKENS.
    """
    if not wanted.scopes <= person.scopes:
        words = "A token cannot have a scope that you do not have."
        errors = [{"field": "body.scopes", "message": words}]
        raise Refused("invalid_request", words, errors=errors)
    if len(list_own(db, person, now=now)) >= MAX_TOKENS:
        raise Refused("in_use", f"You have {MAX_TOKENS} tokens: revoke one first.")
    secret = PREFIX + new_token()
    token = ApiToken(
        user_id=person.id,
        name=wanted.name.strip(),
        prefix=secret[:SHOWN],
        token_hash=token_hash(secret),
        scopes=scopes_text(wanted.scopes),
        created_at=now,
        expires_at=now + wanted.life,
    )
    db.add(token)
    _note(db, person, "api_token.created", token, now=now)
    return token, secret


def list_own(db: Session, person: Person, *, now: datetime) -> list[ApiToken]:
    """Their tokens that still work, newest first."""
    query = select(ApiToken).where(
        ApiToken.user_id == person.id,
        col(ApiToken.revoked_at).is_(None),
        ApiToken.expires_at > now,
    )
    return list(db.exec(query.order_by(col(ApiToken.created_at).desc(), col(ApiToken.id))))


def list_all(
    db: Session, person: Person, *, after: tuple[datetime, str] | None, limit: int
) -> list[tuple[ApiToken, User]]:
    """Every token of the organisation with its owner, newest first, revoked ones too."""
    query = (
        select(ApiToken, User)
        .join(User, col(User.id) == col(ApiToken.user_id))
        .where(User.org_id == person.org_id)
    )
    if after is not None:
        query = query.where(tuple_(col(ApiToken.created_at), col(ApiToken.id)) < tuple_(*after))
    order = (col(ApiToken.created_at).desc(), col(ApiToken.id).desc())
    return [(token, user) for token, user in db.exec(query.order_by(*order).limit(limit))]


def revoke(db: Session, person: Person, key: str, *, anybodys: bool, now: datetime) -> None:
    """Ends a token at once, one's own or `anybodys`; refuses `not_found`."""
    query = (
        select(ApiToken)
        .join(User, col(User.id) == col(ApiToken.user_id))
        .where(ApiToken.id == key, User.org_id == person.org_id)
    )
    if not anybodys:
        query = query.where(ApiToken.user_id == person.id)
    token = db.exec(query).one_or_none()
    if token is None:
        raise Refused("not_found")
    if token.revoked_at is None:
        token.revoked_at = now
        db.add(token)
        _note(db, person, "api_token.revoked", token, now=now)


def find_person(db: Session, secret: str, *, now: datetime) -> tuple[Person, ApiToken] | None:
    """Who speaks through a token, with what both the token and its owner may; None: nobody."""
    found = db.exec(
        select(ApiToken, User)
        .join(User, col(User.id) == col(ApiToken.user_id))
        .where(
            ApiToken.token_hash == token_hash(secret),
            col(ApiToken.revoked_at).is_(None),
            ApiToken.expires_at > now,
            col(User.active).is_(True),
            col(User.role).in_((Role.ADMIN, Role.SUPER_ADMIN)),
        )
    ).first()
    if found is None:
        return None
    token, user = found
    owner = as_person(user)
    scopes = owner.scopes & read_scopes(token.scopes)
    return replace(owner, scopes=scopes, api_token=token.id), token


def note_use(db: Session, token_id: str, *, now: datetime) -> None:
    """Writes down that a token was used; two at the same time write once."""
    db.exec(
        update(ApiToken)
        .where(
            col(ApiToken.id) == token_id,
            or_(col(ApiToken.used_at).is_(None), col(ApiToken.used_at) <= now - USED_TO),
        )
        .values(used_at=now)
    )


def revoke_all(db: Session, user_id: str, *, now: datetime) -> None:
    """Ends every token of an account."""
    db.exec(
        update(ApiToken)
        .where(col(ApiToken.user_id) == user_id, col(ApiToken.revoked_at).is_(None))
        .values(revoked_at=now)
    )


def _note(db: Session, person: Person, action: str, token: ApiToken, *, now: datetime) -> None:
    audit.note(
        db,
        person.actor,
        action,
        subject=f"api_token:{token.id}",
        at=now,
        org_id=person.org_id,
        scopes=token.scopes.split(),
        owner=token.user_id,
    )

"""API tokens: what scripts sign in with.

One rule: a token never has more rights than its owner has at that moment, and dies with them.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlmodel import Session, col, select

from server.auth.people import Person, Role, read_scopes
from server.auth.tokens import as_person
from server.models import ApiToken, User
from shared.ids import new_token, token_hash

PREFIX = "ivt_"
"""Tells an API token from an access token, for us and for scanners of leaked secrets."""
SHOWN = 10
"""Characters that are kept readable: the prefix and six of 43."""
USED_TO = timedelta(minutes=10)
"""`used_at` is written this often at most: a script that polls is not a write every second."""


def make_secret() -> str:
    """A new token's plain text."""
    return PREFIX + new_token()


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

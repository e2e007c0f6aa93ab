"""Links with which somebody sets the password of an account that was made for them.

One rule: a link works once, for a week, and a newer one ends it; its secret is derived from the
server's master key, so the mail can be written after the commit and nothing stored opens it.
"""

import hmac
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col, select

from server.auth import service
from server.keys import ServerKeys, encode
from server.models import PasswordLink, User
from server.refusals import Refused
from server.settings import Settings
from shared.ids import new_id, token_hash

LIFE = timedelta(days=7)
TOPIC = "account_mail"
"""Of the jobs that mail these links."""


def make(db: Session, user: User, *, keys: ServerKeys, now: datetime) -> PasswordLink:
    """A new link for an account; those before are used up."""
    _end(db, user.id, now=now)
    key = new_id()
    link = PasswordLink(
        id=key,
        user_id=user.id,
        token_hash=token_hash(secret_of(keys, key)),
        created_at=now,
        expires_at=now + LIFE,
    )
    db.add(link)
    return link


def secret_of(keys: ServerKeys, link_id: str) -> str:
    """What the link carries: 43 URL-safe characters."""
    return encode(hmac.digest(keys.master, f"password\n{link_id}".encode(), "sha256"))


def url_of(settings: Settings, keys: ServerKeys, link_id: str) -> str:
    """The page that sets the password; the secret is behind the #, which reaches no log."""
    return f"{settings.url}/welcome#{secret_of(keys, link_id)}"


def use(db: Session, secret: str, *, password_hash: str, now: datetime) -> User:
    """Sets the password, once, and signs the account out elsewhere.

    Refuses `invite_unknown` and `invite_expired`.
    """
    link = db.exec(
        select(PasswordLink).where(PasswordLink.token_hash == token_hash(secret))
    ).one_or_none()
    user = db.get(User, link.user_id) if link else None
    if link is None or user is None or not user.active:
        raise Refused("invite_unknown")
    taken = db.exec(
        update(PasswordLink)
        .where(
            col(PasswordLink.id) == link.id,
            col(PasswordLink.used_at).is_(None),
            col(PasswordLink.expires_at) > now,
        )
        .values(used_at=now)
    )
    if taken.rowcount != 1:
        raise Refused("invite_expired", "Ask your administrator for a new link.")
    user.password_hash = password_hash
    db.add(user)
    service.end_all(db, user.id, now=now)
    return user


def standing(db: Session, user_id: str) -> PasswordLink | None:
    """The newest link of an account."""
    query = select(PasswordLink).where(PasswordLink.user_id == user_id)
    order = (col(PasswordLink.created_at).desc(), col(PasswordLink.id))
    return db.exec(query.order_by(*order).limit(1)).first()


def settle(db: Session, link_id: str, state: str) -> None:
    """Writes down what became of the mail with a link; one that came back stays so."""
    db.exec(
        update(PasswordLink)
        .where(col(PasswordLink.id) == link_id, col(PasswordLink.mail_state) != "bounced")
        .values(mail_state=state)
    )


def _end(db: Session, user_id: str, *, now: datetime) -> None:
    db.exec(
        update(PasswordLink)
        .where(col(PasswordLink.user_id) == user_id, col(PasswordLink.used_at).is_(None))
        .values(used_at=now)
    )

"""Passkeys (WebAuthn): kept, listed, and used to sign in.

One rule: a signature counts for our address, our challenge and a counter that went up; the last
is decided by a conditional update, so that a copied key is noticed even at the same moment. The
library is imported where it is used: it takes a tenth of a second of each start.
"""

import ipaddress
import logging
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from server.auth.exchanges import Assertion, Registration, Site
from server.models import Passkey, User
from server.refusals import Refused
from server.settings import Settings

MOST = 20
"""Passkeys to an account: browsers get the list with each question."""
_log = logging.getLogger(__name__)


def site_of(settings: Settings) -> Site:
    """The site that `settings.url` names; refuses `passkeys_off` where no browser would do it."""
    parts = urlsplit(settings.url)
    host = parts.hostname or ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return Site(host, f"{parts.scheme}://{parts.netloc}", settings.organisation)
    raise Refused("passkeys_off")


def possible(settings: Settings) -> bool:
    """Whether this server's address can have passkeys."""
    try:
        site_of(settings)
    except Refused:
        return False
    return True


def owned(db: Session, user_id: str) -> list[Passkey]:
    """Somebody's passkeys, oldest first."""
    query = select(Passkey).where(Passkey.user_id == user_id)
    return list(db.exec(query.order_by(col(Passkey.created_at), col(Passkey.id))))


def to_register(site: Site, user: User, challenge: bytes, *, there: list[Passkey]) -> Any:
    """`PublicKeyCredentialCreationOptionsJSON` for a key that can sign in without a name."""
    from server.auth import ceremonies

    return ceremonies.creation_options(site, user, challenge, there=there)


def to_sign_in(site: Site, challenge: bytes, *, there: list[Passkey] | None = None) -> Any:
    """`PublicKeyCredentialRequestOptionsJSON`; without `there` any passkey of this site will do."""
    from server.auth import ceremonies

    return ceremonies.request_options(site, challenge, there=there or [])


def register(
    db: Session, user_id: str, answer: Registration, *, site: Site, challenge: bytes, name: str
) -> Passkey:
    """Keeps a new passkey; refuses `wrong_passkey`, `already_exists` and more than `MOST`."""
    from server.auth import ceremonies

    if db.exec(select(func.count()).where(Passkey.user_id == user_id)).one() >= MOST:
        raise Refused("in_use", f"{MOST} passkeys are the most: remove one first.")
    new = ceremonies.verify_new(answer, site=site, challenge=challenge)
    if db.exec(select(Passkey.id).where(Passkey.credential_id == new.credential_id)).first():
        raise Refused("already_exists", "This passkey is registered already.")
    made = Passkey(
        user_id=user_id,
        credential_id=new.credential_id,
        public_key=new.public_key,
        sign_count=new.count,
        transports=",".join(answer.transports),
        name=name,
    )
    db.add(made)
    db.flush()
    return made


def take(db: Session, answer: Assertion, *, site: Site, challenge: bytes, now: datetime) -> Passkey:
    """The passkey that signed `challenge`; refuses `wrong_passkey`."""
    from server.auth import ceremonies

    found = db.exec(
        select(Passkey).where(Passkey.credential_id == answer.credential_id)
    ).one_or_none()
    if found is None:
        raise Refused("wrong_passkey")
    count = ceremonies.verify_signed(answer, found, site=site, challenge=challenge)
    _count(db, found, count, now=now)
    return found


def rename(db: Session, user_id: str, key: str, name: str) -> Passkey:
    """Another name for one of somebody's passkeys; refuses `not_found`."""
    found = db.exec(select(Passkey).where(Passkey.id == key, Passkey.user_id == user_id)).first()
    if found is None:
        raise Refused("not_found")
    found.name = name
    db.add(found)
    return found


def remove(db: Session, user_id: str, key: str) -> None:
    """Forgets one of somebody's passkeys; refuses `not_found`."""
    gone = db.exec(delete(Passkey).where(col(Passkey.id) == key, col(Passkey.user_id) == user_id))
    if gone.rowcount != 1:
        raise Refused("not_found")


def _count(db: Session, found: Passkey, count: int, *, now: datetime) -> None:
    """Authenticators count their signatures, or always say 0; one that goes back was copied."""
    stands = col(Passkey.sign_count)
    went_up = stands < count if count else stands == 0
    moved = db.exec(
        update(Passkey)
        .where(col(Passkey.id) == found.id, went_up)
        .values(sign_count=count, used_at=now)
    )
    if moved.rowcount != 1:
        _log.warning("passkey %s: its counter did not go up, it may have been copied", found.id)
        raise Refused("wrong_passkey", "Its counter went back: remove it and add it anew.")

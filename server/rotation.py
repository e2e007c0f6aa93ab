"""New keys in place of old ones, and an inventory of all.

One rule: it may be killed at any moment. An old key is put aside before the new one takes its
place, every secret below it is wrapped anew by a conditional UPDATE, and asking again goes on where
it stopped before anything new is made.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, update
from sqlmodel import col, select

from server import audit
from server.auth import totp
from server.db import Database
from server.keys import (
    JWT,
    KID_CHARS,
    LINKS,
    MASTER,
    OLD_MASTERS,
    OLD_SIGNING,
    SIGNING,
    BadKeys,
    ServerKeys,
    kid_of_master,
    kid_of_public,
    make_secret,
)
from server.models import (
    DEFAULT_ORG,
    InterviewSession,
    ServerLink,
    TotpSecret,
    WebhookEndpoint,
)
from server.webhooks import service as webhooks
from shared.ids import sha256_hex

BATCH = 200
"""Secrets in one transaction: a tenth of a second, so that nobody waits."""


@dataclass(frozen=True, slots=True)
class Held:
    """A column whose secrets the master key wraps."""

    key: Any
    """Column of the row's key, a text."""
    sealed: Any
    about: Callable[[str], str]
    """What the row's secret is bound to, by its key."""


HELD = (
    Held(InterviewSession.id, InterviewSession.key_sealed, str),
    Held(TotpSecret.user_id, TotpSecret.sealed, totp.sealed_for),
    Held(WebhookEndpoint.id, WebhookEndpoint.secret_sealed, webhooks.sealed_for),
    Held(WebhookEndpoint.id, WebhookEndpoint.old_secret_sealed, webhooks.sealed_for),
)
"""All of them but the answers to requests with an Idempotency-Key, which are gone in a day."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key of the inventory."""

    use: str
    """`signing`, `master`, `tokens` or `links`."""
    kid: str
    current: bool
    made_at: datetime
    """When its file was written."""
    uses: int | None
    """Links of records it signed, or secrets that it wraps; None where not counted."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """What was done."""

    fresh: tuple[str, ...]
    """Which keys are new."""
    rewrapped: int
    """Secrets that are now under the current master key: of interviews, of second factors and of
    webhooks."""
    unreadable: int
    """Secrets that no master key opens; they stay as they are."""


def rotate(
    database: Database, keys: ServerKeys, folder: Path, *, now: datetime, actor: str
) -> Rotated:
    """Finishes a rotation that was interrupted, or makes a new master, signing and token key.

    `folder`: where `keys` come from. Running servers may go on meanwhile.
    """
    fresh: tuple[str, ...] = ()
    if not any(next(_stale(database, keys, held, after=""), None) for held in HELD):
        fresh = _replace(folder)
    done = [_rewrap(database, keys, held) for held in HELD]
    rewrapped, unreadable = (sum(counts) for counts in zip(*done, strict=True))
    with database.write() as db:
        audit.note(
            db,
            actor,
            "keys.rotate",
            subject="server",
            at=now,
            org_id=DEFAULT_ORG,
            kid=keys.kid,
            master_kid=keys.master_kid,
            rewrapped=rewrapped,
        )
    return Rotated(fresh, rewrapped, unreadable)


def inventory(database: Database, keys: ServerKeys, folder: Path) -> list[KeyRow]:
    """Every key with its kid, current ones first within each use."""
    with database.read() as db:
        signed = dict(
            db.exec(select(ServerLink.kid, func.count()).group_by(col(ServerLink.kid))).all()
        )
        wrapped = Counter[str]()
        for held in HELD:
            prefix = func.substr(held.sealed, 1, 1 + KID_CHARS // 2)
            query = select(prefix, func.count()).where(col(held.sealed).is_not(None))
            for head, count in db.exec(query.group_by(prefix)):
                wrapped[bytes(head)[1:].hex()] += count
    rows = [_signing_row(folder / SIGNING, signed, current=True)]
    old = sorted((folder / OLD_SIGNING).glob("*.ed25519"))
    rows += [_signing_row(path, signed, current=False) for path in old]
    rows.append(_master_row(folder / MASTER, wrapped, current=True))
    old = sorted((folder / OLD_MASTERS).glob("*.key"))
    rows += [_master_row(path, wrapped, current=False) for path in old]
    for name, use in ((JWT, "tokens"), (LINKS, "links")):
        path = folder / name
        kid = sha256_hex(f"invigil-{use}\n".encode() + path.read_bytes())[:KID_CHARS]
        rows.append(KeyRow(use, kid, True, _made_at(path), None))
    seen: set[tuple[str, str]] = set()  # a rotation that was killed leaves one in two places
    return [
        row for row in rows if (row.use, row.kid) not in seen and not seen.add((row.use, row.kid))
    ]


def _replace(folder: Path) -> tuple[str, ...]:
    """New keys in the old ones' places. The master key last: while interviews are under the old
    one, asking again goes on and makes no further keys."""
    signing = (folder / SIGNING).read_bytes()
    kid = kid_of_public(_public(signing))
    make_secret(folder / OLD_SIGNING / f"{kid}.ed25519", signing)
    make_secret(folder / SIGNING, replace=True)
    make_secret(folder / JWT, replace=True)
    master = (folder / MASTER).read_bytes()
    make_secret(folder / OLD_MASTERS / f"{kid_of_master(master)}.key", master)
    make_secret(folder / MASTER, replace=True)
    for part in (folder / OLD_SIGNING, folder / OLD_MASTERS, folder):
        _sync(part)
    return ("signing", "tokens", "master")


def _rewrap(database: Database, keys: ServerKeys, held: Held) -> tuple[int, int]:
    """(how many are under the current key now, how many could not be opened)."""
    done, unreadable, after = 0, 0, ""
    while batch := list(_stale(database, keys, held, after=after)):
        after = batch[-1][0]
        with database.write() as db:
            for key, sealed in batch:
                about = held.about(key)
                try:
                    anew = keys.wrap(keys.unwrap(sealed, about=about), about=about)
                except BadKeys:
                    unreadable += 1
                    continue
                changed = db.execute(
                    update(held.key.class_)
                    .where(
                        held.key == key,
                        # Erased or renewed meanwhile: then there is none to bring back.
                        held.sealed == sealed,
                    )
                    .values({held.sealed: anew})
                )
                done += changed.rowcount  # pyright: ignore[reportAttributeAccessIssue] -- UPDATE answers a CursorResult
    return done, unreadable


def _stale(
    database: Database, keys: ServerKeys, held: Held, *, after: str
) -> Iterator[tuple[str, bytes]]:
    """The next rows whose secret is under another master key, by the row's key."""
    prefix = keys.wrapped_prefix
    with database.read() as db:
        found = db.exec(
            select(held.key, held.sealed)
            .where(
                col(held.sealed).is_not(None),
                func.substr(held.sealed, 1, len(prefix)) != prefix,
                held.key > after,
            )
            .order_by(col(held.key))
            .limit(BATCH)
        ).all()
    yield from ((key, sealed) for key, sealed in found if sealed is not None)


def _signing_row(path: Path, signed: dict[str, int], *, current: bool) -> KeyRow:
    kid = kid_of_public(_public(path.read_bytes()))
    return KeyRow("signing", kid, current, _made_at(path), signed.get(kid, 0))


def _master_row(path: Path, wrapped: Mapping[str, int], *, current: bool) -> KeyRow:
    kid = kid_of_master(path.read_bytes())
    return KeyRow("master", kid, current, _made_at(path), wrapped.get(kid, 0))


def _public(private: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def _made_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _sync(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders; its rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

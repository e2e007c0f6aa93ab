"""What SendGrid's events say of our mails, and whether it was SendGrid that said it.

One rule: pure; an event that cannot be read costs its neighbours nothing, and what is told of a
mail goes one way only (taken, delivered, come back), so that hearing it again changes nothing.
"""

import base64
import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from server.mail.message import MAIL_ARG
from server.mail.rules import clean_line
from shared.ids import ID_PATTERN

SIGNATURE_HEADER = "X-Twilio-Email-Event-Webhook-Signature"
STAMP_HEADER = "X-Twilio-Email-Event-Webhook-Timestamp"
OLDEST = timedelta(hours=25)
"""SendGrid tries for 24 hours, and does not say whether each try is signed anew."""
AHEAD = timedelta(minutes=10)
"""As far as two clocks may differ."""
_STAMP = re.compile(r"[0-9]{1,11}")


class Unreadable(ValueError):
    """The body is no list of events."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a batch of events says of one mail."""

    mail: str
    """The mail's id, or that of the link which an account's mail brought."""
    came_back: bool
    """False: its mailbox's server took it."""
    words: str
    """One line for the person who looks."""


def signed_by(key: str, *, signature: str, stamp: str, body: bytes) -> bool:
    """Whether the owner of `key` signed these bytes at this time.

    `key`: SubjectPublicKeyInfo of an elliptic curve, DER in base64, as SendGrid shows it;
    `signature`: ECDSA over SHA-256, DER in base64; `stamp`: seconds since 1970 as they were sent.
    """
    # Imported where they are used: most servers are never told anything.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    public = load_der_public_key(base64.b64decode(key))
    assert isinstance(public, ec.EllipticCurvePublicKey), "the settings refuse other keys"
    try:
        given = base64.b64decode(signature, validate=True)
        public.verify(given, stamp.encode() + body, ec.ECDSA(SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True


def is_recent(stamp: str, now: datetime) -> bool:
    """Whether what was signed at `stamp` is still listened to at `now`."""
    if not _STAMP.fullmatch(stamp):
        return False
    return -AHEAD.total_seconds() <= now.timestamp() - int(stamp) <= OLDEST.total_seconds()


def read(body: bytes) -> list[Told]:
    """What the events say, once for each mail and in the order of the ids; raises Unreadable.

    Events about mails that are not ours, and of kinds that decide nothing, are passed over.
    """
    try:
        events: Any = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable from None
    if not isinstance(events, list):
        raise Unreadable
    found: dict[str, Told] = {}
    for event in cast("list[Any]", events):
        told = _told(event)
        if told is None:
            continue
        before = found.get(told.mail)
        if before is None or (told.came_back and not before.came_back):
            found[told.mail] = told
    return [found[mail] for mail in sorted(found)]


def _told(event: Any) -> Told | None:
    match event:
        case {"event": str(kind), **others} if isinstance(others.get(MAIL_ARG), str):
            mail = others[MAIL_ARG]
        case _:
            return None
    if not re.fullmatch(ID_PATTERN, mail):
        return None
    reason = others.get("reason")
    reason = clean_line(reason) if isinstance(reason, str) else ""
    match kind:
        case "delivered":
            return Told(mail, False, "Delivered to the mailbox's server.")
        case "bounce" | "blocked":
            blocked = kind == "blocked" or others.get("type") == "blocked"
            how = "Blocked by the mailbox's server" if blocked else "Sent back"
        case "dropped":
            how = "SendGrid did not send it"
        case "spamreport":
            how = "Marked as spam by whoever got it"
        case _:
            return None
    return Told(mail, True, clean_line(f"{how}: {reason}" if reason else f"{how}."))

"""What webhooks decide: which events there are, when to try again, which addresses are refused.

One rule: pure; no socket, no clock, no database.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from shared.lifecycle import BEFORE_START, Status

TEST_EVENT = "webhook.test"
EVENTS = (
    "interview.invited",
    "interview.started",
    "interview.completed",
    "interview.expired",
    "interview.cancelled",
    "interview.terminated",
    "result.scored",
    "result.overridden",
)
PAUSES = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
"""After each failure, as Standard Webhooks propose: nine more tries in about three days."""
DISABLE_AFTER = timedelta(days=3)
"""An address that took nothing for so long is put out of service."""
OVERLAP = timedelta(hours=24)
"""How long an old secret signs beside a new one."""
SECRET_PREFIX = "whsec_"  # noqa: S105 -- how each begins
_NAT64 = IPv6Network("64:ff9b::/96")


def event_of(old: Status | None, new: Status) -> str | None:
    """The event that a step of an interview is; None: nobody is told."""
    match new:
        case Status.INVITED:
            return "interview.invited"
        case Status.INTERVIEW_ACTIVE if old in BEFORE_START:
            return "interview.started"
        case Status.COMPLETED | Status.EXPIRED | Status.CANCELLED | Status.TERMINATED:
            return f"interview.{new.value}"
        case _:
            return None


def url_fault(url: str, *, production: bool) -> str | None:
    """Why no message may go to this address, as far as its text tells."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "This is no address."
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "Give it as https://host/path."
    if parts.username is not None or parts.password is not None:
        return "Leave name and password out: messages are signed."
    if parts.fragment:
        return "Leave out what follows #."
    if production and parts.scheme != "https":
        return "Only https is safe on the way."
    if port == 0:
        return "Port 0 is none."
    return None


def is_public(address: str) -> bool:
    """Whether an IP address is out on the internet: not ours, not the machine's, not its cloud's.

    Addresses that wrap an IPv4 address are judged by what is inside.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found in _NAT64:
        return is_public(str(IPv4Address(int(found) & 0xFFFF_FFFF)))
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        return is_public(str(found.ipv4_mapped))
    if isinstance(found, IPv6Address) and (found.sixtofour or found.teredo):
        return False  # tunnels that may end anywhere
    return found.is_global and not (found.is_multicast or found.is_reserved)


def next_try(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many failures; None: never."""
    return now + PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


def body(event: str, at: datetime, data: Mapping[str, object]) -> bytes:
    """The message."""
    told = {"type": event, "timestamp": at.isoformat().replace("+00:00", "Z"), "data": data}
    return json.dumps(told, separators=(",", ":"), sort_keys=True).encode()


def headers(
    message_id: str, content: bytes, *, secrets: Sequence[bytes], at: datetime
) -> dict[str, str]:
    """The headers that Standard Webhooks ask for, with one signature for each secret."""
    seconds = str(int(at.timestamp()))
    signed = f"{message_id}.{seconds}.".encode() + content
    signatures = [
        "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
        for secret in secrets
    ]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": " ".join(signatures),
    }


def secret_text(secret: bytes) -> str:
    """How a secret is shown."""
    return SECRET_PREFIX + base64.b64encode(secret).decode()


def hosts(text: str) -> Collection[str]:
    """The names in a setting such as `hooks.internal, build.lan`."""
    return frozenset(part.strip().lower() for part in text.split(",") if part.strip())

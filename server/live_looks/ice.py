"""Which STUN and TURN servers a look may use, with credentials that end with it.

Pure. One rule: the secret shared with the TURN servers never leaves this server; what leaves is
what they can recompute from it (TURN REST API, draft-uberti-behave-turn-rest-00).
"""

import hmac
from base64 import b64encode
from datetime import datetime, timedelta

from server.settings import Settings
from shared.looks import IceServer

GRACE = timedelta(minutes=1)
"""A look begins a moment after its credentials were made."""


def credential(secret: str, whom: str, ends_at: datetime) -> tuple[str, str]:
    """(username, password) that the TURN servers take until `ends_at`; `whom` is for their logs."""
    username = f"{int(ends_at.timestamp())}:{whom}"
    digest = hmac.digest(secret.encode(), username.encode(), "sha1")
    return username, b64encode(digest).decode()


def servers(settings: Settings, whom: str, now: datetime) -> tuple[IceServer, ...]:
    """What a browser or an app is given for one look that begins now."""
    found: list[IceServer] = []
    if settings.stuns:
        found.append(IceServer(urls=settings.stuns))
    if settings.turns:
        ends_at = now + timedelta(minutes=settings.live_look_minutes) + GRACE
        secret = settings.turn_secret.get_secret_value()
        username, password = credential(secret, whom, ends_at)
        found.append(IceServer(urls=settings.turns, username=username, credential=password))
    return tuple(found)

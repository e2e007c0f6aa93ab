"""What signing in decides: pure, with the instant as an argument."""

from datetime import datetime, timedelta
from enum import StrEnum

FRESH = timedelta(minutes=5)
"""How long a proof of who one is counts for what cannot be undone."""
SKEW = timedelta(minutes=1)
"""By how much the clocks of several servers may differ."""


class Method(StrEnum):
    """By what a person proved who they are."""

    PASSWORD = "password"  # noqa: S105 # the name of a method
    TOTP = "totp"
    RECOVERY = "recovery"
    PASSKEY = "passkey"
    OIDC = "oidc"


def confirmed_lately(confirmed_at: datetime, now: datetime) -> bool:
    """Whether the last proof still counts. Another server's clock may be a little ahead."""
    return -SKEW <= now - confirmed_at <= FRESH

"""What signing in decides: pure, with the instant as an argument."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from server.auth.people import Role

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


def role_of_groups(groups: Collection[str], mapping: Mapping[str, Role]) -> Role | None:
    """The strongest role that one of `groups` gives; None where none gives any."""
    given = {mapping[group] for group in groups if group in mapping}
    return next((role for role in Role if role in given), None)


def proved_at(auth_time: int | None, *, asked_anew: bool, now: datetime) -> datetime:
    """When somebody last proved who they are to their organisation, in seconds since 1970.

    One that does not say counts where it was told to ask anew, and is too long ago else.
    """
    if auth_time is None:
        return now if asked_anew else now - 2 * FRESH
    said = min(auth_time, int(now.timestamp()))
    return now - min(timedelta(seconds=now.timestamp() - said), 2 * FRESH)

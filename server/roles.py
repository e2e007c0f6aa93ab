"""The three roles of an account.

One rule: it imports nothing of ours, because the settings speak of roles too (groups of the
organisation's sign-in -> role).
"""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in general; `visible_to` of each feature decides about single rows."""

    SUPER_ADMIN = "super_admin"
    ADMIN = "admin"
    CANDIDATE = "candidate"

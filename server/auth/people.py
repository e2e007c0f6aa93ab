"""Who is asking, as the rest of the server sees it.

One rule: a `Person` is a frozen value, detached from the database: services decide with it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in general; `visible_to` of each feature decides about single rows."""

    SUPER_ADMIN = "super_admin"
    ADMIN = "admin"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in."""

    id: str
    org_id: str
    email: str
    name: str
    role: Role

    @property
    def actor(self) -> str:
        """How timelines and the audit log name this person."""
        return f"user:{self.id}"

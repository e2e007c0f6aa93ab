"""Who is asking, as the rest of the server sees it.

One rule: a `Person` is a frozen value, detached from the database: services decide with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from server.roles import Role


class Scope(StrEnum):
    """What an admin does. A super admin does everything."""

    AUTHOR = "author"
    """Papers and questions."""
    SCHEDULER = "scheduler"
    """Interviews."""
    PROCTOR = "proctor"
    """The live view and the actions in it."""
    REVIEWER = "reviewer"
    """Results."""


ALL_SCOPES = frozenset(Scope)
_BY = "/token:"


def scopes_text(scopes: Iterable[Scope]) -> str:
    """As accounts and tokens keep them: names with a space between, sorted."""
    return " ".join(sorted(set(scopes)))


def read_scopes(text: str) -> frozenset[Scope]:
    """What `scopes_text` wrote; names that this release does not know give nothing."""
    return frozenset(scope for scope in Scope if scope in text.split())


def account_of(actor: str) -> str:
    """The account behind an actor, whether it acted itself or by one of its tokens."""
    return actor.partition(_BY)[0]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in, or a script that acts for them."""

    id: str
    org_id: str
    email: str
    name: str
    role: Role
    scopes: frozenset[Scope] = ALL_SCOPES
    api_token: str | None = None
    """Id of the API token that speaks for the person; None: they are signed in themselves."""

    @property
    def actor(self) -> str:
        """How timelines and the audit log name this person, and the token where one was used."""
        token = f"{_BY}{self.api_token[:16]}" if self.api_token else ""
        return f"{self.account}{token}"

    @property
    def account(self) -> str:
        """The same without the token: `user:<id>`."""
        return f"user:{self.id}"

    def may(self, *scopes: Scope) -> bool:
        """Whether one of `scopes` is theirs."""
        return self.role in (Role.ADMIN, Role.SUPER_ADMIN) and not self.scopes.isdisjoint(scopes)

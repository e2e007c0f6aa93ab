"""What tests of the server share that is no fixture: a clock, accounts, bearer headers."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from server.auth import service
from server.auth.people import Person, Role
from server.auth.tokens import Claims, as_person, make_access
from server.deps import Parts

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"


@dataclass
class Clock:
    """The server's clock in tests: stands still until moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **delta: float) -> datetime:
        self.now += timedelta(**delta)
        return self.now


def add_person(
    parts: Parts, password_hash: str, *, role: Role, email: str, name: str = "Ada Admin"
) -> Person:
    with parts.database.write() as session:
        user = service.add_user(
            session, email=email, name=name, role=role, password_hash=password_hash
        )
        return as_person(user)


def bearer(parts: Parts, person: Person) -> dict[str, str]:
    """Headers of a script that is signed in as `person` for a day of the test's clock."""
    token = make_access(
        Claims(person.id, "f" * 32), parts.keys.jwt, now=parts.now(), life=timedelta(days=30)
    )
    return {"Authorization": f"Bearer {token}"}

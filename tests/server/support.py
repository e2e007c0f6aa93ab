"""What tests of the server share that is no fixture: a clock, accounts, bearer headers."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fastapi.testclient import TestClient

from server.auth import service
from server.auth.people import Person, Role
from server.auth.tokens import Claims, as_person, make_access
from server.deps import Parts
from server.models import SignInFamily

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
    """Headers of somebody who has just signed in as `person`, for 30 days of the test's clock.

    Five minutes later `StepUp` refuses them; calling this again is a fresh proof.
    """
    now = parts.now()
    with parts.database.write() as session:
        family = SignInFamily(id=person.id, user_id=person.id, confirmed_at=now, method="password")
        session.merge(family)
    token = make_access(
        Claims(person.id, person.id), parts.keys.jwt, now=now, life=timedelta(days=30)
    )
    return {"Authorization": f"Bearer {token}"}


def on_the_loop_of(client: TestClient, headers: dict[str, str] | None = None) -> TestClient:
    """Somebody else at the same app, while `client` is open.

    As in a real server their requests share one event loop and its threads. By itself a test
    client makes new ones for each request, which is a fifth of what a small request costs.
    """
    made = TestClient(client.app, base_url=str(client.base_url), headers=headers)
    made.portal = client.portal
    return made

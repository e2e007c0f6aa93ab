"""What the document promises, held against generated requests: once for each role, then in chains.

One rule: no server error and no status, type, header or shape that the document does not name.
`INVIGIL_FUZZ_EXAMPLES` asks for more examples of each operation than the few of a usual run.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS
from schemathesis.core.failures import FailureGroup
from schemathesis.schemas import BaseSchema

from server.auth.people import Role
from server.main import create_app
from server.settings import read_settings
from server.speech.voices import Voices
from shared.transcript import Transcript
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock, add_person, bearer

EXAMPLES = int(os.environ.get("INVIGIL_FUZZ_EXAMPLES", "3"))
CHAINS = max(3, EXAMPLES)
TOO_STRICT = ("positive_data_acceptance",)
"""A JSON schema cannot say that an address is one, or that an end comes after its beginning."""
ROLES = ("nobody", "lease", Role.CANDIDATE, Role.ADMIN, Role.SUPER_ADMIN)
GENERATED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@schemathesis.serializer("audio/ogg", "audio/*", "image/jpeg")
def _raw(_context: object, value: object) -> bytes:
    return value if isinstance(value, bytes) else getattr(value, "data", str(value).encode())


class Listener:
    """Hears nothing, as clearly as Whisper would."""

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        return Transcript(model="none", reason="No speech was heard.")

    def close(self) -> None: ...


@contextmanager
def served(migrated: Path, place: Path) -> Iterator[FastAPI]:
    """An app without limits in the folder `place`."""
    folder = place / "data"
    shutil.copytree(migrated, folder)
    limits = {"api_per_minute": 0, "lease_per_minute": 0, "address_per_minute": 0}
    found = read_settings({}, data_dir=folder, public_url="http://127.0.0.1:8080", **limits)
    made = create_app(found, now=Clock(), background=False)
    parts = made.state.parts
    object.__setattr__(parts, "transcriber", Listener())
    voices = Voices(lambda line: b"sound", place / "voices", most_bytes=10_000)
    object.__setattr__(parts, "voices", voices)
    yield made
    parts.database.close()


@pytest.fixture
def app(migrated: Path, tmp_path: Path) -> Iterator[FastAPI]:
    with served(migrated, tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def schema(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """The document, read once: what it makes of each operation is a third of a role's time.

    Its own app is asked for nothing else; each role asks one of its own.
    """
    with served(migrated, tmp_path_factory.mktemp("document")) as described:
        yield schemathesis.openapi.from_asgi("/openapi.json", described)


def signed_in_as(app: FastAPI, role: str, password_hash: str) -> dict[str, str]:
    """Headers of somebody in that role."""
    parts = app.state.parts
    if role == "nobody":
        return {}
    if role == "lease":
        from fastapi.testclient import TestClient

        author = add_person(parts, password_hash, role=Role.ADMIN, email="author@example.org")
        client = TestClient(app, base_url="http://127.0.0.1:8080")
        machine = CandidateMachine(client, invite(parts, author).token, now=parts.now())
        machine.claim()
        assert machine.grant is not None
        return {"Authorization": f"Bearer {machine.grant.token}"}
    return bearer(parts, add_person(parts, password_hash, role=Role(role), email="a@example.org"))


def wrong(case: schemathesis.Case, app: FastAPI, headers: dict[str, str]) -> list[str]:
    """What an answer breaks of the document."""
    excluded = [CHECKS.get_one(name) for name in TOO_STRICT]
    try:
        case.call_and_validate(headers=headers, app=app, excluded_checks=excluded)
    except FailureGroup as group:
        return [f"{case.operation.label}: {each}" for each in group.exceptions]
    return []


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_is_one_that_the_document_names(
    app: FastAPI, schema: BaseSchema, password_hash: str, role: str
) -> None:
    headers = signed_in_as(app, role, password_hash)
    broken: list[str] = []
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.label == "POST /api/auth/logout":
            continue  # everything after it would be asked by nobody

        @GENERATED
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            nonlocal asked
            asked += 1
            broken.extend(wrong(case, app, headers))

        ask()
    assert asked > 100
    assert not broken, "\n\n".join(broken[:5])


def test_chains_of_requests_break_nothing_either(app: FastAPI, password_hash: str) -> None:
    headers = signed_in_as(app, Role.SUPER_ADMIN, password_hash)
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    machine = schema.exclude(operation_id="logout").as_state_machine()
    reached: set[str] = set()

    class Chain(machine):  # type: ignore[misc,valid-type]
        def call(self, case: schemathesis.Case, **options: object) -> schemathesis.Response:
            reached.add(case.operation.label)
            return super().call(case, headers=headers, **options)

        def validate_response(
            self, response: schemathesis.Response, case: schemathesis.Case, **options: object
        ) -> None:
            excluded = [CHECKS.get_one(name) for name in TOO_STRICT]
            case.validate_response(response, excluded_checks=excluded)

    Chain.run(
        settings=settings(
            max_examples=CHAINS,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
    )
    assert len(reached) > 5

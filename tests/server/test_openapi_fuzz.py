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
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS
from schemathesis.core.failures import FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema

from server.auth.people import Role
from server.main import create_app
from server.settings import read_settings
from server.speech.voices import Voices
from shared.transcript import Transcript
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.openapi_walk import Walk, generated, sent
from tests.server.support import Clock, add_person, bearer

EXAMPLES = int(os.environ.get("INVIGIL_FUZZ_EXAMPLES", "3"))
BREAKING = max(1, EXAMPLES // 3)
CHAINS = max(3, EXAMPLES)
TOO_STRICT = ("positive_data_acceptance",)
"""A JSON schema cannot say that an address is one, or that an end comes after its beginning."""
ROLES = ("nobody", "lease", Role.CANDIDATE, Role.ADMIN, Role.SUPER_ADMIN)
WITHIN_S = 60
"""Of one request, on a machine that others use too: how quick answers are is measured elsewhere."""
pytestmark = pytest.mark.timeout(300 + 120 * EXAMPLES)
LOGOUT = "POST /api/auth/logout"
SAYS_WHAT_IS_MISSING = ("no_voice",)
"""503 that is no failure: nothing reads aloud here, and the app's own voice does."""
SQLITE_ONLY = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@schemathesis.serializer("audio/ogg", "audio/*", "image/jpeg")
def _raw(_context: object, value: object) -> bytes:
    return value if isinstance(value, bytes) else getattr(value, "data", str(value).encode())


class Listener:
    """Hears nothing, as clearly as Whisper would."""

    def transcribe(self, audio: bytes, *, language: str | None) -> Transcript:
        return Transcript(model="none", reason="No speech was heard.")

    def close(self) -> None: ...


@contextmanager
def served(migrated: Path, place: Path, *, database_url: str = "") -> Iterator[FastAPI]:
    """An app without limits in the folder `place`; on SQLite where no other database is named."""
    folder = place / "data"
    shutil.copytree(migrated, folder)
    limits = {"api_per_minute": 0, "lease_per_minute": 0, "address_per_minute": 0}
    found = read_settings(
        {},
        data_dir=folder,
        database_url=database_url,
        public_url="http://127.0.0.1:8080",
        **limits,
    )
    made = create_app(found, now=Clock(), background=False)
    parts = made.state.parts
    object.__setattr__(parts, "transcriber", Listener())
    voices = Voices(lambda line: b"sound", place / "voices", most_bytes=10_000)
    object.__setattr__(parts, "voices", voices)
    yield made
    parts.database.close()


@pytest.fixture
def app(migrated: Path, tmp_path: Path, database_url: str) -> Iterator[FastAPI]:
    with served(migrated, tmp_path, database_url=database_url) as made:
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


def faults(case: schemathesis.Case, response: schemathesis.Response) -> list[str]:
    """What an answer breaks of the document."""
    excluded = [CHECKS.get_one(name) for name in TOO_STRICT]
    if response.status_code == 503 and response.json()["code"] in SAYS_WHAT_IS_MISSING:
        excluded.append(CHECKS.get_one("not_a_server_error"))
    try:
        case.validate_response(response, excluded_checks=excluded)
    except FailureGroup as group:
        return [f"{case.operation.label}: {each}" for each in group.exceptions]
    return []


@pytest.fixture(scope="module")
def requests(schema: BaseSchema) -> dict[GenerationMode, list[tuple[int, schemathesis.Case]]]:
    """What everybody asks, numbered for each operation: requests that fit the document, and fewer
    that break it.

    Made once for all roles and both databases, which is most of what a run costs.
    """
    operations = [found.ok() for found in schema.get_all_operations()]
    operations.sort(key=lambda each: each.label == LOGOUT)  # behind it everybody is nobody
    counts = {GenerationMode.NEGATIVE: BREAKING, GenerationMode.POSITIVE: EXAMPLES}
    return {
        mode: [one for each in operations for one in enumerate(generated(each, count, mode))]
        for mode, count in counts.items()
    }


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_is_one_that_the_document_names(
    app: FastAPI, requests, password_hash: str, role: str, database_url: str
) -> None:
    """PostgreSQL gets every third: it is there for what only it refuses, such as a number that no
    column holds, and most of the time goes into making and reading requests."""
    headers = signed_in_as(app, role, password_hash)
    broken: list[str] = []
    for cases in requests.values():
        assert len(cases) > 100
        for case in (case for number, case in cases if number % 3 == 0 or not database_url):
            broken.extend(faults(case, case.call(app=app, headers=headers, timeout=WITHIN_S)))
    assert not broken, f"{len(broken)}\n\n" + "\n\n".join(broken[:8])


MAKES = (
    *("createPaper", "duplicatePaper", "createQuestion", "duplicateQuestion", "createInterview"),
    *("createApiToken",),
)
SUPER_MAKES = ("createUser", "createTeam", "createWebhook")


@SQLITE_ONLY
@pytest.mark.parametrize("role", [Role.ADMIN, Role.SUPER_ADMIN])
def test_every_link_that_the_document_declares_is_walked_and_breaks_nothing(
    app: FastAPI, schema: BaseSchema, password_hash: str, role: Role
) -> None:
    headers = signed_in_as(app, role, password_hash)
    broken: list[str] = []

    def call(case: schemathesis.Case) -> schemathesis.Response:
        response = case.call(app=app, headers=headers)
        broken.extend(faults(case, response))
        return response

    roots = SUPER_MAKES if role is Role.SUPER_ADMIN else ()
    walk = Walk(schema, call)
    walk.run(("createPaper", "createApiToken", *roots))
    assert not broken, "\n\n".join(broken[:5])
    assert walk.declared(of=(*MAKES, *roots)) == walk.walked


@SQLITE_ONLY
def test_the_links_of_a_candidates_machine_are_walked_with_its_signature(
    app: FastAPI, schema: BaseSchema, password_hash: str
) -> None:
    from fastapi.testclient import TestClient

    parts = app.state.parts
    author = add_person(parts, password_hash, role=Role.ADMIN, email="author@example.org")
    http = TestClient(app, base_url="http://127.0.0.1:8080")
    machine = CandidateMachine(http, invite(parts, author).token, now=parts.now())
    broken: list[str] = []

    def call(case: schemathesis.Case) -> schemathesis.Response:
        name, headers = case.operation.definition.raw["operationId"], {}
        if name == "accessInvite":
            case.path_parameters["token"] = machine.token
        if name == "claimInvite":
            case.body |= machine.claim_body() | {"token": case.body["token"]}
        if name == "startInterview":
            case.body = {"consent": 1, "terms": machine.grant.terms}
        body = sent(case)
        if machine.claimed:
            path = case.formatted_path
            headers = machine.headers(case.method.upper(), path, body)
        options = {"data": body} if body else {}
        response = case.call(app=app, headers=headers, **options)
        if name == "claimInvite" and response.status_code == 200:
            machine.keep_grant(response.json())
        broken.extend(faults(case, response))
        return response

    walk = Walk(schema, call)
    walk.run(("accessInvite",))
    assert not broken, "\n\n".join(broken[:5])
    assert walk.declared(of=("accessInvite", "claimInvite", "startInterview")) == walk.walked


@SQLITE_ONLY
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

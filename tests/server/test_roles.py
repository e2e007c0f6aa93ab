"""Role x endpoint: who gets in where, for every operation that the document names.

One rule: what is expected is read from `x-invigil-access`, which the server reads from the very
dependency that decides; a route that is not in the document's words here fails. How to add one:
tests/server/roles_cases.py.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from server.access import FIELD
from server.auth.people import ALL_SCOPES, Scope
from server.deps import Parts
from tests.server.document import document
from tests.server.roles_cases import (
    BODIES,
    EACH,
    LEADS,
    NOTHING_HERE,
    OWN,
    PUBLIC,
    WITHOUT_TARGET,
    address,
    body,
)
from tests.server.roles_world import Things, World, make_world

DOCUMENT = document()
OPERATIONS: dict[str, dict[str, Any]] = {
    f"{method.upper()} {path}": told
    for path, operations in DOCUMENT["paths"].items()
    for method, told in operations.items()
}
IN = 0
"""Let in: an answer that is documented and no refusal of who asks."""
MISSING = {"no_speech", "no_voice", "unsupported_media", "malformed_body", "file_unreadable"}
"""What a server without speech, or with an empty recording or file, says to somebody let in."""


@dataclass(frozen=True)
class Ask:
    """Somebody, about somebody's things, and what is to come of it."""

    who: str
    headers: dict[str, str]
    things: Things
    expected: int


@pytest.fixture
def world(
    client: TestClient, parts: Parts, password_hash: str, monkeypatch: pytest.MonkeyPatch
) -> World:
    """Everybody and everything; from then on nothing that a request writes stays."""
    made = make_world(client, parts, password_hash)
    for scopes in (ALL_SCOPES, *(ALL_SCOPES - {scope} for scope in Scope)):
        made.member_with(scopes)
        made.token_with(scopes)
    for told in OPERATIONS.values():
        named = {Scope(name) for name in told[FIELD]["scopes"]}
        made.member_with(ALL_SCOPES - named)
        made.token_with(ALL_SCOPES - named)
        for scope in named:
            made.token_with({scope})

    @contextmanager
    def undone() -> Iterator[Session]:
        with Session(parts.database.engine, expire_on_commit=False) as session:
            yield session
            session.flush()
            session.rollback()

    monkeypatch.setattr(parts.database, "write", undone)
    return made


def test_every_operation_lets_in_whom_it_names(world: World) -> None:
    """On SQLite those are asked whose answer a feature's own statement decides: PostgreSQL is asked
    for all."""
    wrong: list[str] = []
    some = world.parts.database.is_sqlite
    for operation, told in OPERATIONS.items():
        if told[FIELD]["who"] == "public":
            continue
        for ask in asks(operation, told[FIELD], world):
            if some and _before_the_feature(operation, ask):
                continue
            answer = send(world, operation, ask)
            if fault := _fault(operation, told, ask, answer):
                wrong.append(f"{operation} as {ask.who}: {fault}")
    assert not wrong, "\n".join(wrong)


def test_only_named_routes_need_no_sign_in() -> None:
    public = {name for name, told in OPERATIONS.items() if told[FIELD]["who"] == "public"}
    assert public <= PUBLIC, "name it in PUBLIC of tests/server/roles_cases.py if it is meant so"


def test_every_operation_with_a_body_has_one_here() -> None:
    for name, told in OPERATIONS.items():
        small = "application/json" in told.get("requestBody", {}).get("content", {})
        if small and told[FIELD]["who"] not in ("public", "candidate"):
            assert name in BODIES, f"{name}: say in BODIES of tests/server/roles_cases.py what"


def test_refusals_of_who_asks_are_documented() -> None:
    for name, told in OPERATIONS.items():
        who = told[FIELD]["who"]
        documented = set(told["responses"])
        if who != "public":
            assert "401" in documented, name
        if who in ("signed_in", "admin", "super_admin"):
            assert "403" in documented, name


def asks(operation: str, access: dict[str, Any], world: World) -> Iterator[Ask]:
    """Everybody, with what the document promises them."""
    hers, teams, who = world.hers, world.teams, access["who"]
    named = {Scope(name) for name in access["scopes"]}
    has_target = (
        "{" in operation
        or "/hand-over/" in operation
        or operation in ("POST /api/admin/interviews", "POST /api/admin/interviews/bulk")
    ) and operation not in WITHOUT_TARGET | EACH
    yield Ask("nobody", {}, hers, 401)
    for script in (world.token_with(ALL_SCOPES), world.headers(world.rosa)):
        if who == "candidate":
            yield Ask("no candidate", script, hers, 401)
    if who == "candidate":
        other = {"Authorization": f"Bearer {teams.lease}"}
        yield Ask("the candidate of another interview", other, hers, 404)
        return
    lease = {"Authorization": f"Bearer {hers.lease}"}
    yield Ask("a candidate's lease", lease, hers, IN if who == "participant" else 401)
    anybody = (404 if operation in OWN else IN) if who in ("participant", "signed_in") else 403
    yield Ask("a candidate's account", world.headers(world.carl), hers, anybody)

    admin = 403 if who == "super_admin" else IN
    stranger = 404 if has_target and admin == IN else admin
    yield Ask("an admin of another team", world.headers(world.cleo), hers, stranger)
    yield Ask("an admin of another team", world.headers(world.cleo), teams, stranger)
    without = world.member_with(ALL_SCOPES - named)
    yield Ask(
        "a member without the scope", without, teams, 403 if named else _member(operation, admin)
    )
    member = world.headers(world.ben)
    yield Ask("a member of the team", member, teams, _member(operation, admin))
    yield Ask("the owner", world.headers(world.ada), hers, admin)
    top = 404 if operation in OWN else IN
    yield Ask("a super admin", world.headers(world.rosa), hers, top)

    script = IN if access["api_token"] else 403
    for scope in named or ALL_SCOPES:
        yield Ask(f"the owner's token for {scope}", world.token_with({scope}), hers, script)
    if named:
        yield Ask("a token without", world.token_with(ALL_SCOPES - named), hers, 403)


def _member(operation: str, admin: int) -> int:
    if operation in OWN:
        return 404
    return 403 if operation in LEADS else admin


def _before_the_feature(operation: str, ask: Ask) -> bool:
    """Whether a dependency that all operations share refuses, before the feature's statements."""
    return ask.expected in (401, 403) and operation not in LEADS


def send(world: World, operation: str, ask: Ask) -> Any:
    method = operation.split(" ", 1)[0]
    sent = body(operation, world, ask.things)
    headers = sent.pop("headers", {}) | ask.headers
    return world.http.request(
        method, address(operation, world, ask.things), headers=headers, **sent
    )


def _fault(operation: str, told: dict[str, Any], ask: Ask, answer: Any) -> str | None:
    status = answer.status_code
    problem = status >= 400
    code = answer.json().get("code") if problem else None
    if str(status) not in told["responses"]:
        return f"{status} {code} is not documented"
    if ask.expected != IN:
        # A lease names its interview: where a signed record is kept, it refuses before it looks.
        fits = status == ask.expected or (ask.expected == 404 and code == "use_sync")
        return None if fits else f"{status} {code}, not {ask.expected}"
    if operation in NOTHING_HERE and code not in ("not_signed_in", "forbidden", "step_up_needed"):
        return None
    if status in (401, 403, 404) or (status in (400, 415, 422, 500, 503) and code not in MISSING):
        return f"{status} {answer.text[:200]}, although let in"
    if ask.who == "an admin of another team":
        if operation in EACH:
            codes = {one["code"] for one in answer.json()["items"]}
            return None if codes == {"not_found"} else f"did {codes}"
        if told_of := [key for key in ask.things.secret_ids() if key in answer.text]:
            return f"tells of {told_of}"
    return None

"""API tokens: some of the owner's rights, for a time, and not one right more."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.models import ApiToken, AuditLog
from shared.ids import token_hash


def make(client, *scopes: str, **more) -> dict[str, str]:
    body = {"name": "Report script", "scopes": list(scopes)} | more
    made = client.post("/api/auth/tokens", json=body)
    assert made.status_code == 201, made.text
    return made.json()


@pytest.fixture
def script(app, client):
    """A client that speaks with a token."""

    def speak(token: str) -> TestClient:
        return TestClient(app, headers={"Authorization": f"Bearer {token}"})

    return speak


def test_token_does_what_its_scopes_say_and_nothing_else(admin_client, script) -> None:
    speaking = script(make(admin_client, "author")["token"])
    assert speaking.get("/api/admin/papers").status_code == 200
    assert speaking.post("/api/admin/papers", json={"title": "By script"}).status_code == 201
    refused = speaking.get("/api/admin/results")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert "scope reviewer" in refused.json()["detail"]
    assert speaking.get("/api/auth/me").json()["scopes"] == ["author"]


def test_secret_is_told_once_and_kept_as_a_hash(admin_client, db) -> None:
    made = make(admin_client, "author")
    listed = admin_client.get("/api/auth/tokens")
    assert made["token"] not in listed.text
    assert made["token"].startswith(listed.json()["items"][0]["prefix"])
    row = db.exec(select(ApiToken)).one()
    assert row.token_hash == token_hash(made["token"])
    assert made["token"] not in str(row.model_dump())
    db.commit()


def test_token_has_no_scope_that_its_owner_lacks(super_client, admin_client, admin, script) -> None:
    made = make(admin_client, "author", "reviewer")
    super_client.patch(f"/api/admin/users/{admin.id}", json={"scopes": ["reviewer"]})
    refused = admin_client.post("/api/auth/tokens", json={"name": "x", "scopes": ["author"]})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "body.scopes")
    speaking = script(made["token"])
    assert speaking.get("/api/admin/papers").status_code == 403
    assert speaking.get("/api/admin/results").status_code == 200


def test_super_admins_token_has_only_its_scopes_and_is_none_for_accounts(
    super_client, script
) -> None:
    speaking = script(make(super_client, "author")["token"])
    assert speaking.get("/api/admin/papers").status_code == 200
    for address in ("results", "users", "api-tokens", "teams", "directory"):
        assert speaking.get(f"/api/admin/{address}").status_code == 403, address
    for method, address in (("GET", "tokens"), ("POST", "tokens"), ("POST", "step-up")):
        answer = speaking.request(method, f"/api/auth/{address}", json={})
        assert answer.status_code == 403, address


def test_revoked_and_run_out_tokens_are_nobody(admin_client, script, clock) -> None:
    one, two = make(admin_client, "author"), make(admin_client, "author", days=1)
    first, second = script(one["token"]), script(two["token"])
    assert admin_client.delete(f"/api/auth/tokens/{one['id']}").status_code == 204
    assert first.get("/api/admin/papers").status_code == 401
    assert second.get("/api/admin/papers").status_code == 200
    clock.advance(days=1)
    assert second.get("/api/admin/papers").status_code == 401
    assert admin_client.get("/api/auth/tokens").json()["items"] == []


@pytest.mark.parametrize("change", [{"active": False}, {"role": "candidate"}])
def test_token_dies_with_its_owner_and_stays_dead(
    super_client, admin_client, admin, script, change
) -> None:
    speaking = script(make(admin_client, "author")["token"])
    address = f"/api/admin/users/{admin.id}"
    assert super_client.patch(address, json=change).status_code == 200
    assert speaking.get("/api/admin/papers").status_code == 401
    super_client.patch(address, json={"active": True, "role": "admin"})
    assert speaking.get("/api/admin/papers").status_code == 401


def test_super_admin_sees_and_revokes_everybodys(
    super_client, admin_client, other_client, script
) -> None:
    made = make(admin_client, "author")
    listed = super_client.get("/api/admin/api-tokens").json()["items"]
    assert [(t["id"], t["owner_name"]) for t in listed] == [(made["id"], "Ada Admin")]
    assert other_client.get("/api/auth/tokens").json()["items"] == []
    assert other_client.delete(f"/api/auth/tokens/{made['id']}").status_code == 404
    assert admin_client.delete(f"/api/admin/api-tokens/{made['id']}").status_code == 403
    assert super_client.delete(f"/api/admin/api-tokens/{made['id']}").status_code == 204
    assert script(made["token"]).get("/api/admin/papers").status_code == 401


def test_last_use_is_kept_to_ten_minutes(admin_client, script, clock) -> None:
    speaking = script(make(admin_client, "author", days=2)["token"])

    def used() -> str:
        speaking.get("/api/admin/papers")
        return admin_client.get("/api/auth/tokens").json()["items"][0]["used_at"]

    first = used()
    clock.advance(minutes=9)
    assert used() == first
    clock.advance(minutes=1)
    assert used() != first


def test_log_tells_the_token_from_the_person(admin_client, script, db, admin) -> None:
    made = make(admin_client, "author")
    script(made["token"]).post("/api/admin/papers", json={"title": "By script"})
    actors = {row.action: row.actor for row in db.exec(select(AuditLog))}
    db.commit()
    assert actors["api_token.created"] == f"user:{admin.id}"
    assert actors["paper.created"] == f"user:{admin.id}/token:{made['id'][:16]}"


def test_fifty_tokens_are_enough(admin_client, parts, admin) -> None:
    with parts.database.write() as session:
        for number in range(50):
            later = parts.now() + timedelta(days=1)
            token = ApiToken(
                user_id=admin.id,
                name="t",
                prefix="p",
                token_hash=f"{number:064}",
                scopes="author",
                expires_at=later,
            )
            session.add(token)
    refused = admin_client.post("/api/auth/tokens", json={"name": "x", "scopes": ["author"]})
    assert (refused.status_code, refused.json()["code"]) == (409, "in_use")

"""Accounts: who may touch them, and that somebody can always sign in."""

import pytest

from tests.server.support import PASSWORD

NEW = {"email": "New@Example.org", "name": "New Person", "role": "admin", "password": PASSWORD}
NOBODY = "0" * 32


def test_super_admin_makes_changes_and_removes_an_account(super_client, client) -> None:
    made = super_client.post("/api/admin/users", json=NEW)
    assert made.status_code == 201
    assert made.json()["email"] == "new@example.org"
    assert PASSWORD not in made.text
    assert "hash" not in made.text
    key = made.json()["id"]
    changed = super_client.patch(f"/api/admin/users/{key}", json={"name": "Newer"})
    assert (changed.json()["name"], changed.json()["role"]) == ("Newer", "admin")
    assert super_client.delete(f"/api/admin/users/{key}").status_code == 204
    assert super_client.get(f"/api/admin/users/{key}").status_code == 404


def test_same_address_in_another_case_exists_already(super_client) -> None:
    super_client.post("/api/admin/users", json=NEW)
    again = super_client.post("/api/admin/users", json=NEW | {"email": "NEW@example.ORG"})
    assert (again.status_code, again.json()["code"]) == (409, "already_exists")


@pytest.mark.parametrize(
    "change",
    [{"password": "short"}, {"email": "no address"}, {"role": "owner"}, {"name": ""}],
)
def test_bad_account_is_refused_by_field(super_client, change: dict[str, str]) -> None:
    answer = super_client.post("/api/admin/users", json=NEW | change)
    assert answer.status_code == 422
    assert [e["field"] for e in answer.json()["errors"]] == [f"body.{next(iter(change))}"]


@pytest.mark.parametrize("change", [{"role": "admin"}, {"active": False}])
def test_last_super_admin_stays(super_client, super_admin, change) -> None:
    address = f"/api/admin/users/{super_admin.id}"
    assert super_client.patch(address, json=change).json()["code"] == "in_use"
    assert super_client.delete(address).json()["code"] == "in_use"
    super_client.post("/api/admin/users", json=NEW | {"role": "super_admin"})
    assert super_client.patch(address, json=change).status_code == 200


def test_account_out_of_service_is_out_at_once(super_client, client, admin) -> None:
    body = {"email": "ada@example.org", "password": PASSWORD}
    token = client.post("/api/auth/login", json=body).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    super_client.patch(f"/api/admin/users/{admin.id}", json={"active": False})
    client.cookies.clear()
    assert client.get("/api/auth/me", headers=headers).status_code == 401
    assert client.post("/api/auth/login", json=body).status_code == 401


def test_new_password_ends_older_sign_ins(super_client, client, admin) -> None:
    body = {"email": "ada@example.org", "password": PASSWORD}
    token = client.post("/api/auth/login", json=body).json()["access_token"]
    client.cookies.clear()
    super_client.patch(f"/api/admin/users/{admin.id}", json={"password": "another long one"})
    answer = client.get("/api/auth/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    body["password"] = "another long one"
    assert client.post("/api/auth/login", json=body).status_code == 200


def test_author_of_papers_is_kept(super_client, admin_client, admin) -> None:
    admin_client.post("/api/admin/papers", json={"title": "Mine"})
    refused = super_client.delete(f"/api/admin/users/{admin.id}")
    assert (refused.status_code, refused.json()["code"]) == (409, "in_use")


def test_list_goes_on_by_cursor_without_gap_or_double(super_client, clock) -> None:
    for number in range(5):
        clock.advance(seconds=number % 2)  # some are made in the same instant
        super_client.post("/api/admin/users", json=NEW | {"email": f"u{number}@example.org"})
    seen, cursor = [], ""
    while cursor is not None:
        page = super_client.get(f"/api/admin/users?limit=2{cursor and '&cursor=' + cursor}").json()
        seen += [user["email"] for user in page["items"]]
        cursor = page["next_cursor"]
    assert sorted(seen) == sorted(["root@example.org", *(f"u{n}@example.org" for n in range(5))])

"""People invited by a link to set their password, passed on by whoever made the account."""

from tests.server.support import PASSWORD

NEW = {"email": "new@example.org", "name": "New <b>Person</b>", "role": "admin"}


def invited(client) -> dict[str, str]:
    made = client.post("/api/admin/users", json=NEW)
    assert made.status_code == 201, made.text
    return made.json()


def secret(view: dict[str, str]) -> str:
    return view["invite_url"].partition("#")[2]


def login(client) -> int:
    body = {"email": NEW["email"], "password": PASSWORD}
    answer = client.post("/api/auth/login", json=body)
    client.cookies.clear()
    return answer.status_code


def test_link_sets_the_password_once(super_client, client) -> None:
    made = invited(super_client)
    assert (made["mailed"], made["password_set"]) == (False, False)
    assert login(client) == 401
    body = {"token": secret(made), "password": PASSWORD}
    assert client.post("/api/auth/password-link", json=body).status_code == 204
    assert login(client) == 200
    again = client.post("/api/auth/password-link", json=body | {"password": "another long one"})
    assert (again.status_code, again.json()["code"]) == (410, "invite_expired")
    assert login(client) == 200
    assert super_client.get(f"/api/admin/users/{made['id']}").json()["password_set"] is True


def test_no_password_opens_an_account_without_one(super_client, client) -> None:
    invited(super_client)
    body = {"email": NEW["email"], "password": "no account has this password"}
    assert client.post("/api/auth/login", json=body).status_code == 401


def test_newer_link_ends_the_older_and_a_week_ends_both(super_client, client, clock) -> None:
    made = invited(super_client)
    newer = super_client.post(f"/api/admin/users/{made['id']}/invite", json={}).json()
    body = {"token": secret(made), "password": PASSWORD}
    assert client.post("/api/auth/password-link", json=body).status_code == 410
    clock.advance(days=7)
    body["token"] = secret(newer)
    assert client.post("/api/auth/password-link", json=body).status_code == 410
    body["token"] = "x" * 43
    assert client.post("/api/auth/password-link", json=body).status_code == 404


def test_account_out_of_service_takes_no_link(super_client, client) -> None:
    made = invited(super_client)
    super_client.patch(f"/api/admin/users/{made['id']}", json={"active": False})
    body = {"token": secret(made), "password": PASSWORD}
    assert client.post("/api/auth/password-link", json=body).status_code == 404
    refused = super_client.post(f"/api/admin/users/{made['id']}/invite", json={})
    assert refused.json()["code"] == "in_use"


def test_super_admin_without_a_password_does_not_count_as_another(
    super_client, super_admin
) -> None:
    super_client.post("/api/admin/users", json=NEW | {"role": "super_admin"})
    address = f"/api/admin/users/{super_admin.id}"
    assert super_client.patch(address, json={"active": False}).json()["code"] == "in_use"

"""People's own views of the results: kept, changed, one of them by itself, and nobody else's."""

from fastapi.testclient import TestClient

ADDRESS = "/api/admin/saved-views"
LOOK = {"q": "ada", "states": ["provisional"], "from_day": "2026-11-01", "order": "points"}


def keep(client: TestClient, name: str, **more) -> dict:
    body = {"page": "results", "name": name, "look": LOOK} | more
    made = client.post(ADDRESS, json=body)
    assert made.status_code == 201, made.text
    assert made.headers["ETag"] == '"1"'
    return made.json()


def names(client: TestClient) -> list[str]:
    return [one["name"] for one in client.get(ADDRESS).json()["items"]]


def test_a_view_comes_back_as_it_was_kept(admin_client: TestClient) -> None:
    made = keep(admin_client, "Mine")
    [listed] = admin_client.get(ADDRESS).json()["items"]
    assert listed == made
    assert {key: listed["look"][key] for key in LOOK} == LOOK
    assert listed["look"]["columns"] == ["score", "signals", "status", "finished"]
    assert listed["look"]["paper_id"] is None


def test_nobody_sees_or_changes_another_persons_views(
    admin_client: TestClient, super_client: TestClient
) -> None:
    made = keep(admin_client, "Mine")
    address = f"{ADDRESS}/{made['id']}"
    assert names(super_client) == []
    assert super_client.patch(address, json={"name": "Yours"}).status_code == 404
    assert super_client.delete(address).status_code == 404
    keep(super_client, "Mine")  # a name is taken only among one's own
    assert names(admin_client) == ["Mine"]


def test_one_view_at_most_opens_by_itself(admin_client: TestClient) -> None:
    first = keep(admin_client, "A", is_default=True)
    second = keep(admin_client, "B", is_default=True)
    found = {one["name"]: one["is_default"] for one in admin_client.get(ADDRESS).json()["items"]}
    assert found == {"A": False, "B": True}
    admin_client.patch(f"{ADDRESS}/{first['id']}", json={"is_default": True})
    admin_client.patch(f"{ADDRESS}/{second['id']}", json={"name": "C"})
    found = {one["name"]: one["is_default"] for one in admin_client.get(ADDRESS).json()["items"]}
    assert found == {"A": True, "C": False}


def test_two_windows_that_change_one_view_are_told(admin_client: TestClient) -> None:
    made = keep(admin_client, "Mine")
    address = f"{ADDRESS}/{made['id']}"
    changed = admin_client.patch(
        address, json={"look": {"order": "name"}}, headers={"If-Match": '"1"'}
    )
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    late = admin_client.patch(address, json={"name": "Late"}, headers={"If-Match": '"1"'})
    assert (late.status_code, late.json()["code"]) == (412, "edited_meanwhile")
    [listed] = admin_client.get(ADDRESS).json()["items"]
    assert (listed["name"], listed["look"]["order"], listed["look"]["q"]) == ("Mine", "name", "")


def test_names_are_ones_own_once_and_a_removed_view_is_gone(admin_client: TestClient) -> None:
    made, other = keep(admin_client, "Mine"), keep(admin_client, "Other")
    again = admin_client.post(ADDRESS, json={"page": "results", "name": "Mine", "look": {}})
    assert (again.status_code, again.json()["code"]) == (409, "already_exists")
    taken = admin_client.patch(f"{ADDRESS}/{other['id']}", json={"name": "Mine"})
    assert taken.json()["code"] == "already_exists"
    assert admin_client.delete(f"{ADDRESS}/{made['id']}").status_code == 204
    assert names(admin_client) == ["Other"]
    assert admin_client.delete(f"{ADDRESS}/{made['id']}").status_code == 404


def test_a_look_that_is_none_is_told_by_field(admin_client: TestClient) -> None:
    for look, field in (
        ({"states": ["won"]}, "body.look.states"),
        ({"columns": ["face"]}, "body.look.columns"),
        ({"from_day": "yesterday"}, "body.look.from_day"),
        ({"colour": "red"}, "body.look.colour"),
    ):
        answer = admin_client.post(ADDRESS, json={"page": "results", "name": "X", "look": look})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"].startswith(field)


def test_fifty_views_are_the_most(admin_client: TestClient) -> None:
    for number in range(50):
        keep(admin_client, f"View {number}")
    body = {"page": "results", "name": "One more", "look": {}}
    answer = admin_client.post(ADDRESS, json=body)
    assert answer.status_code == 422
    assert "remove one" in answer.json()["detail"]

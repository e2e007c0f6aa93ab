"""Teams: who makes them, who is in them, and what members see of each other's work."""

import json

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from server.auth.people import Role
from server.models import AuditLog
from tests.server.interview_support import invite
from tests.server.support import add_person, bearer

NOBODY = "0" * 32


@pytest.fixture
def third(client, app, parts, password_hash):
    """Another admin, with a client of theirs."""
    person = add_person(
        parts, password_hash, role=Role.ADMIN, email="cleo@example.org", name="Cleo C"
    )
    return person, TestClient(app, headers=bearer(parts, person))


@pytest.fixture
def team(super_client, admin, other_admin) -> str:
    """Ada leads it, Ben is in it."""
    made = super_client.post("/api/admin/teams", json={"name": "Backend"})
    assert made.status_code == 201, made.text
    key = made.json()["id"]
    for person, lead in ((admin, True), (other_admin, False)):
        put = super_client.put(f"/api/admin/teams/{key}/members/{person.id}", json={"lead": lead})
        assert put.status_code == 200, put.text
    return key


def paper(client, **more) -> str:
    made = client.post("/api/admin/papers", json={"title": "Mine"} | more)
    assert made.status_code == 201, made.text
    return made.json()["id"]


def logged(db) -> list[tuple[str, str, dict[str, object]]]:
    found = db.exec(select(AuditLog).order_by(AuditLog.id)).all()
    db.commit()
    return [(row.action, row.subject, json.loads(row.detail_json)) for row in found]


def test_only_super_admins_make_name_and_remove_teams(super_client, admin_client, team) -> None:
    assert admin_client.post("/api/admin/teams", json={"name": "X"}).status_code == 403
    assert admin_client.patch(f"/api/admin/teams/{team}", json={"name": "X"}).status_code == 403
    assert admin_client.delete(f"/api/admin/teams/{team}").status_code == 403
    renamed = super_client.patch(f"/api/admin/teams/{team}", json={"name": "Platform"})
    assert renamed.json()["name"] == "Platform"
    assert super_client.delete(f"/api/admin/teams/{team}").status_code == 204
    assert super_client.get(f"/api/admin/teams/{team}").status_code == 404


def test_name_of_a_team_is_its_own(super_client, team) -> None:
    again = super_client.post("/api/admin/teams", json={"name": "Backend"})
    assert (again.status_code, again.json()["code"]) == (409, "already_exists")
    other = super_client.post("/api/admin/teams", json={"name": "Other"}).json()["id"]
    same = super_client.patch(f"/api/admin/teams/{other}", json={"name": "Backend"})
    assert same.json()["code"] == "already_exists"


def test_lead_adds_and_removes_members_and_no_leads(
    admin_client, other_client, third, team, admin, other_admin, super_admin
) -> None:
    cleo, cleos = third
    address = f"/api/admin/teams/{team}/members/{cleo.id}"
    assert cleos.put(address, json={}).status_code == 404
    assert other_client.put(address, json={}).status_code == 403
    assert admin_client.put(address, json={"lead": True}).status_code == 403
    added = admin_client.put(address, json={})
    assert [p["name"] for p in added.json()["people"]] == ["Ada Admin", "Ben B", "Cleo C"]
    assert admin_client.delete(address).status_code == 204
    assert cleos.get(f"/api/admin/teams/{team}").status_code == 404
    ada = f"/api/admin/teams/{team}/members/{admin.id}"
    assert other_client.delete(ada).status_code == 403
    assert admin_client.put(ada, json={"lead": False}).status_code == 403
    assert admin_client.delete(ada).status_code == 204, "everybody may leave"


def test_candidates_and_accounts_out_of_service_are_in_no_team(
    super_client, parts, password_hash, team, third
) -> None:
    candidate = add_person(parts, password_hash, role=Role.CANDIDATE, email="c@example.org")
    cleo, _ = third
    super_client.patch(f"/api/admin/users/{cleo.id}", json={"active": False})
    for key in (candidate.id, cleo.id, NOBODY):
        answer = super_client.put(f"/api/admin/teams/{team}/members/{key}", json={})
        assert answer.status_code == 404


def test_members_see_what_is_the_teams_and_others_do_not(
    admin_client, other_client, third, team
) -> None:
    key = paper(admin_client, team_id=team)
    assert other_client.get(f"/api/admin/papers/{key}").status_code == 200
    assert [p["id"] for p in other_client.get("/api/admin/papers").json()["items"]] == [key]
    assert third[1].get(f"/api/admin/papers/{key}").status_code == 404
    refused = third[1].post("/api/admin/papers", json={"title": "T", "team_id": team})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "body.team_id")


def test_interview_from_a_teams_paper_is_the_teams(admin_client, other_client, team) -> None:
    key = paper(admin_client, team_id=team)
    question = {"kind": "written", "prompt": "Why?", "key_points": [{"text": "because"}]}
    admin_client.post(f"/api/admin/papers/{key}/questions", json=question)
    asked = {
        "paper_id": key,
        "candidate_name": "Casey",
        "candidate_email": "casey@example.org",
        "opens_at": "2026-11-23T09:00:00Z",
        "closes_at": "2026-11-23T19:00:00Z",
    }
    made = admin_client.post("/api/admin/interviews", json=asked).json()
    assert (made["team_id"], made["owner_id"]) == (team, None)
    assert other_client.get(f"/api/admin/interviews/{made['id']}").status_code == 200


def test_share_lets_see_and_is_taken_back(admin_client, other_client, db, other_admin) -> None:
    key = paper(admin_client)
    address = f"/api/admin/papers/{key}/shares"
    assert other_client.get(f"/api/admin/papers/{key}/access").status_code == 404
    for _ in range(2):
        shared = admin_client.post(address, json={"user_id": other_admin.id})
        assert shared.status_code == 200, shared.text
    assert [s["holder"]["name"] for s in shared.json()["shares"]] == ["Ben B"]
    seen = other_client.get(f"/api/admin/papers/{key}/access").json()
    assert (seen["owner"]["name"], seen["may_change"]) == ("Ada Admin", False)
    refused = other_client.post(address, json={"user_id": other_admin.id})
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    share = shared.json()["shares"][0]["id"]
    assert admin_client.delete(f"{address}/{share}").status_code == 204
    assert other_client.get(f"/api/admin/papers/{key}").status_code == 404
    told = [(action, detail.get("to")) for action, _, detail in logged(db)]
    assert ("paper.shared", f"user:{other_admin.id}") in told
    assert ("paper.unshared", f"user:{other_admin.id}") in told


def test_share_with_a_team_ends_with_the_membership(
    admin_client, super_client, third, team
) -> None:
    _, cleos = third
    key = paper(cleos)
    assert admin_client.get(f"/api/admin/papers/{key}").status_code == 404
    cleos.post(f"/api/admin/papers/{key}/shares", json={"team_id": team})
    assert admin_client.get(f"/api/admin/papers/{key}").status_code == 200
    people = super_client.get(f"/api/admin/teams/{team}").json()["people"]
    for person in people:
        super_client.delete(f"/api/admin/teams/{team}/members/{person['id']}")
    assert admin_client.get(f"/api/admin/papers/{key}").status_code == 404


def test_hand_over_is_all_or_nothing_and_logged_each(
    admin_client, other_client, db, other_admin, parts, admin
) -> None:
    mine = [paper(admin_client), paper(admin_client)]
    theirs = paper(other_client)
    body = {"ids": [*mine, theirs], "user_id": other_admin.id}
    assert admin_client.post("/api/admin/hand-over/papers", json=body).status_code == 404
    assert admin_client.get(f"/api/admin/papers/{mine[0]}").status_code == 200
    body["ids"] = mine
    done = admin_client.post("/api/admin/hand-over/papers", json=body)
    assert done.json() == {"papers": 2, "interviews": 0}
    assert admin_client.get(f"/api/admin/papers/{mine[0]}").status_code == 404
    assert other_client.get(f"/api/admin/papers/{mine[0]}").json()["owner_id"] == other_admin.id
    given = [entry for entry in logged(db) if entry[0] == "paper.handed_over"]
    assert {subject for _, subject, _ in given} == {f"paper:{key}" for key in mine}
    assert given[0][2] == {"giver": f"user:{admin.id}", "to": f"user:{other_admin.id}"}


def test_only_who_has_it_hands_it_over(admin_client, other_client, third, team) -> None:
    key = paper(admin_client)
    cleo, _ = third
    admin_client.post(f"/api/admin/papers/{key}/shares", json={"team_id": team})
    body = {"ids": [key], "user_id": cleo.id}
    assert other_client.post("/api/admin/hand-over/papers", json=body).status_code == 403
    to_team = {"ids": [key], "team_id": team}
    assert admin_client.post("/api/admin/hand-over/papers", json=to_team).status_code == 200
    assert other_client.post("/api/admin/hand-over/papers", json=body).status_code == 200


def test_everything_of_a_leaving_colleague_goes_over_at_once(
    super_client, admin_client, other_client, admin, other_admin, parts
) -> None:
    interview = invite(parts, admin)
    paper(admin_client)
    address = f"/api/admin/users/{admin.id}/hand-over"
    assert super_client.post(address, json={"user_id": admin.id}).status_code == 422
    assert super_client.post(address, json={"user_id": NOBODY}).status_code == 422
    assert super_client.post(address, json={}).status_code == 422
    done = super_client.post(address, json={"user_id": other_admin.id})
    assert done.json() == {"papers": 2, "interviews": 1}
    assert other_client.get(f"/api/admin/interviews/{interview.id}").status_code == 200
    assert other_client.get("/api/admin/live-status").json()["sessions"][0]["session"] == (
        interview.id
    )
    assert admin_client.get(f"/api/admin/interviews/{interview.id}").status_code == 404
    assert admin_client.get("/api/admin/live-status").json()["sessions"] == []


def test_team_that_owns_something_stays(super_client, admin_client, team, admin) -> None:
    key = paper(admin_client, team_id=team)
    refused = super_client.delete(f"/api/admin/teams/{team}")
    assert (refused.status_code, refused.json()["code"]) == (409, "in_use")
    body = {"ids": [key], "user_id": admin.id}
    super_client.post("/api/admin/hand-over/papers", json=body)
    assert super_client.delete(f"/api/admin/teams/{team}").status_code == 204


def test_directory_names_active_admins_and_teams(
    admin_client, parts, password_hash, other_admin, team
) -> None:
    add_person(parts, password_hash, role=Role.CANDIDATE, email="c@example.org", name="Ben Ten")
    found = admin_client.get("/api/admin/directory?q=BEN").json()
    assert [person["name"] for person in found["people"]] == ["Ben B"]
    assert admin_client.get("/api/admin/directory?q=back").json()["teams"][0]["id"] == team

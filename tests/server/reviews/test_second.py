"""A second reader does not know the first points, and changes nothing by themselves."""

import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from server.models import Answer, AuditLog, InterviewSession, SecondReading, ServerLink
from server.reviews import second
from server.reviews.rules import may_read, standing
from tests.server.interview_support import Invited, invite

TEXT = "A cache keeps results close."


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_two_readings_differ_by_more_than_two_people_usually_do(first: int, second: int) -> None:
    found = standing(first, second, max_marks=10, decided=False)
    assert found == ("differs" if abs(first - second) > 1500 else "agrees")
    assert found == standing(second, first, max_marks=10, decided=False)


def test_who_knows_the_first_points_is_no_second_reader() -> None:
    assert may_read("user:c", first_by="user:a", asked_by="user:b")
    assert not may_read("user:a", first_by="user:a", asked_by="user:b")
    assert not may_read("user:b", first_by="user:a", asked_by="user:b")
    assert not may_read("user:a", first_by="user:a/token:1", asked_by="user:b")
    assert not may_read("user:b/token:2", first_by="user:a", asked_by="user:b/token:1")
    assert standing(1000, None, max_marks=10, decided=False) == "waiting"
    assert standing(None, 5000, max_marks=10, decided=False) == "differs"
    assert standing(1000, 9000, max_marks=10, decided=True) == "decided"


@pytest.fixture
def invited(parts, admin) -> Invited:
    made = invite(parts, admin)
    with parts.database.write() as db:
        db.add(Answer(session_id=made.id, session_question_id=made.written, text=TEXT, revision=1))
    return made


def score(client: TestClient, invited: Invited, points: float) -> dict:
    body = {"overrides": [{"question": invited.written, "points": points, "reason": "As I see it"}]}
    answer = client.patch(f"/api/admin/result/{invited.id}", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ask(client: TestClient, invited: Invited):
    address = f"/api/admin/result/{invited.id}/second-readings"
    return client.post(address, json={"question": invited.written})


def points_of(page: dict, invited: Invited) -> list[float | None]:
    [found] = [one for one in page["answers"] if one["question"]["id"] == invited.written]
    return [one["points"] for one in found["scores"]]


def test_a_second_reader_reads_blind_and_both_are_shown_afterwards(
    admin_client, super_client, other_client, invited, db
) -> None:
    refused = ask(admin_client, invited)
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    score(admin_client, invited, 3)
    made = ask(admin_client, invited).json()
    assert (made["standing"], made["may_read"], made["first"]) == ("waiting", False, None)
    assert ask(admin_client, invited).json()["code"] == "wrong_state"
    address = f"/api/admin/second-readings/{made['id']}"
    # Who gave the first points knows them; who does not see the interview finds nothing.
    assert admin_client.get(address).json()["code"] == "forbidden"
    assert other_client.get(address).status_code == 404

    [listed] = super_client.get("/api/admin/second-readings").json()["items"]
    assert (listed["may_read"], listed["interview"], listed["first"]) == (True, None, None)
    blind = super_client.get(address)
    assert blind.json()["text"] == TEXT
    assert blind.json()["key_points"][0]["text"] == "keeps results close to the reader"
    assert "As I see it" not in blind.text
    assert "Grace" not in blind.text
    page = super_client.get(f"/api/admin/result/{invited.id}").json()
    assert (points_of(page, invited), page["total"]["points"]) == ([], None)
    mine = admin_client.get(f"/api/admin/result/{invited.id}").json()
    assert (points_of(mine, invited), mine["total"]["points"]) == ([3.0], 3.0)

    too_many = super_client.post(address, json={"points": 11, "reason": "All of it"})
    assert too_many.status_code == 422
    read = super_client.post(address, json={"points": 8, "reason": "It names what a cache does."})
    assert read.status_code == 200, read.text
    assert (read.json()["standing"], read.json()["first"], read.json()["second"]) == (
        *("differs", 3.0),
        8.0,
    )
    assert super_client.post(address, json={"points": 1, "reason": "Again"}).status_code == 409
    # Nothing has changed by it: a person decides, and then it is settled.
    page = super_client.get(f"/api/admin/result/{invited.id}").json()
    assert (points_of(page, invited), page["total"]["points"]) == ([3.0], 3.0)
    score(admin_client, invited, 6)
    [listed] = admin_client.get("/api/admin/second-readings").json()["items"]
    assert (listed["standing"], listed["interview"]) == ("decided", invited.id)
    noted = db.exec(select(AuditLog.action).where(AuditLog.action.like("second%"))).all()  # pyright: ignore[reportAttributeAccessIssue]
    assert sorted(noted) == ["second_reading.asked", "second_reading.read"]
    # Both decisions and the reading stand in the signed chain.
    kinds = db.exec(select(ServerLink.kind).where(ServerLink.session_id == invited.id)).all()
    assert kinds.count("score") == 3
    assert db.exec(select(SecondReading.reason)).all() == ["It names what a cache does."]
    db.rollback()


def test_readings_that_agree_need_nobody(admin_client, super_client, invited) -> None:
    score(admin_client, invited, 7)
    made = ask(admin_client, invited).json()
    body = {"points": 8, "reason": "Nearly everything is there."}
    read = super_client.post(f"/api/admin/second-readings/{made['id']}", json=body).json()
    assert read["standing"] == "agrees"
    assert json.dumps(read).count("Grace") == 0


def by_token(client: TestClient) -> TestClient:
    """The same person's script."""
    asked = {"name": "script", "scopes": ["reviewer"], "days": 30}
    made = client.post("/api/auth/tokens", json=asked)
    headers = {"Authorization": f"Bearer {made.json()['token']}"}
    return TestClient(client.app, base_url=str(client.base_url), headers=headers)


def test_a_person_and_their_token_are_one_reader(admin_client, super_client, invited) -> None:
    script = by_token(super_client)
    score(script, invited, 3)
    made = ask(admin_client, invited).json()
    for knows in (super_client, script):
        listed = knows.get("/api/admin/second-readings").json()["items"]
        assert [one["may_read"] for one in listed] == [False]
        blind = knows.get(f"/api/admin/second-readings/{made['id']}")
        assert (blind.status_code, blind.json()["code"]) == (403, "forbidden")
        page = knows.get(f"/api/admin/result/{invited.id}").json()
        assert points_of(page, invited) == [3], "who gave them is not kept from them"


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
def test_whoever_gives_second_points_holds_the_chain_that_they_add_a_link_to(
    admin_client, super_admin, invited, parts
) -> None:
    score(admin_client, invited, 3)
    made = ask(admin_client, invited).json()
    chain = select(InterviewSession.id).where(InterviewSession.id == invited.id)
    taken: list[str] = []

    def elsewhere() -> None:
        with parts.database.write() as other:
            taken.extend(other.exec(chain.with_for_update(skip_locked=True)))

    with parts.database.write() as db:
        second.get(db, super_admin, made["id"], lock=True)
        elsewhere()
    assert taken == []
    elsewhere()
    assert taken == [invited.id]


def test_a_copy_of_a_person_holds_both_readers_points_and_who_took_it_reads_no_more_blind(
    admin_client, super_client, invited, db, clock
) -> None:
    def taken() -> zipfile.ZipFile:
        answer = super_client.post("/api/admin/privacy/export", json={"email": "grace@example.org"})
        assert answer.status_code == 200, answer.text
        return zipfile.ZipFile(io.BytesIO(answer.content))

    taken()  # before there were any points: it tells none
    clock.advance(seconds=1)
    score(admin_client, invited, 3)
    made = ask(admin_client, invited).json()
    address = f"/api/admin/second-readings/{made['id']}"
    assert super_client.get(address).status_code == 200

    folder = f"interviews/{invited.id}"
    archive = taken()
    [first] = json.loads(archive.read(f"{folder}/scores.json"))
    assert first["points_milli"] == 3000
    [waiting] = json.loads(archive.read(f"{folder}/second_readings.json"))
    assert waiting["points_milli"] is None
    assert super_client.get(address).json()["code"] == "forbidden"
    given = super_client.post(address, json={"points": 8, "reason": "It names what a cache does."})
    assert given.json()["code"] == "forbidden"
    [listed] = super_client.get("/api/admin/second-readings").json()["items"]
    assert listed["may_read"] is False
    page = super_client.get(f"/api/admin/result/{invited.id}").json()
    assert points_of(page, invited) == [3.0]

    with db.begin_nested():
        row = db.exec(select(SecondReading)).one()
        row.read_by, row.points_milli, row.reason = "user:other", 8000, "Another reader's words"
        db.add(row)
    db.commit()
    [read] = json.loads(taken().read(f"{folder}/second_readings.json"))
    assert (read["points_milli"], read["reason"]) == (8000, "Another reader's words")

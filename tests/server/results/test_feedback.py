"""A candidate reads what a person released, no more than the policy allows, and nothing before."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import AuditLog, InterviewSession, Mail
from server.results.rules import LEVELS, allowed
from shared.policy import Policy
from tests.server.privacy.done import Finished

HOSTILE = "<img src=x onerror=alert(1)> Well done."


@pytest.fixture
def finished(client: TestClient, parts: Parts, admin: Person) -> Finished:
    return Finished(client, parts, admin)


def permit(parts: Parts, finished: Finished, level: str) -> None:
    with parts.database.write() as db:
        interview = db.get_one(InterviewSession, finished.id)
        interview.policy_json = Policy(feedback=level).model_dump_json()  # type: ignore[arg-type]


def mine(client: TestClient, finished: Finished) -> dict:
    answer = client.post("/api/interview/mine", json={"token": finished.invited.token})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_nothing_is_shown_until_a_person_releases_it_and_no_longer_than_they_want(
    finished: Finished, client: TestClient, admin_client: TestClient, parts: Parts, db: Session
):
    permit(parts, finished, "scores")
    draft = {"summary": HOSTILE, "comments": {finished.invited.written: "Clear and short."}}
    answer = admin_client.put(f"{finished.url}/feedback", json=draft)
    assert answer.status_code == 200, answer.text
    assert mine(client, finished)["feedback"] is None
    answer = admin_client.post(f"{finished.url}/feedback/release", json={"level": "comments"})
    assert answer.json()["released_at"] is not None
    shown = mine(client, finished)["feedback"]
    assert (shown["summary"], shown["points"]) == (HOSTILE, None)
    assert shown["answers"][0]["comment"] == "Clear and short."
    assert shown["answers"][0]["points"] is None
    assert "expected" not in str(shown)
    again = admin_client.put(f"{finished.url}/feedback", json=draft)
    assert again.json()["code"] == "wrong_state"
    admin_client.delete(f"{finished.url}/feedback/release")
    assert mine(client, finished)["feedback"] is None
    admin_client.post(f"{finished.url}/feedback/release", json={"level": "scores"})
    shown = mine(client, finished)["feedback"]
    assert (shown["points"], shown["max_marks"]) == (10.0, 20)
    actions = {row.action for row in db.exec(select(AuditLog)).all()}
    assert {"feedback.written", "feedback.released", "feedback.taken_back"} <= actions
    assert db.exec(select(Mail)).all() == []  # this server has no mail
    db.commit()


def test_a_policy_bounds_what_can_be_released():
    for most in LEVELS:
        for level in LEVELS:
            expected = level != "none" and LEVELS.index(level) <= LEVELS.index(most)
            assert allowed(level, most) is expected


def test_more_than_the_policy_allows_is_refused(finished: Finished, admin_client: TestClient):
    answer = admin_client.post(f"{finished.url}/feedback/release", json={"level": "status"})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


def test_a_running_interview_has_no_feedback(
    client: TestClient, parts: Parts, admin: Person, admin_client: TestClient
):
    running = Finished(client, parts, admin, finish=False)
    permit(parts, running, "scores")
    answer = admin_client.post(f"{running.url}/feedback/release", json={"level": "status"})
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")


def test_a_comment_is_for_a_question_of_this_interview(
    finished: Finished, admin_client: TestClient
):
    draft = {"comments": {"0" * 32: "?"}}
    assert admin_client.put(f"{finished.url}/feedback", json=draft).status_code == 404


def test_a_candidate_takes_the_comparison_back_on_the_page(
    finished: Finished, client: TestClient, admin_client: TestClient
):
    token = {"token": finished.invited.token}
    before = mine(client, finished)
    assert before["compares"] is True
    assert before["kept_days"] == 90
    answer = client.post("/api/interview/withdraw", json=token)
    assert answer.json()["comparing"] == "withdrawn"
    assert client.post("/api/interview/withdraw", json=token).status_code == 200
    kept = admin_client.get(f"{finished.url}/kept").json()
    assert [one["rule"] for one in kept["deletions"]] == ["consent: withdrawn by the candidate"]
    assert admin_client.get(finished.url).json()["templates"] == []


def test_a_wrong_secret_reads_nothing(client: TestClient, finished: Finished):
    for path in ("mine", "withdraw"):
        answer = client.post(f"/api/interview/{path}", json={"token": "x" * 43})
        assert (answer.status_code, answer.json()["code"]) == (404, "invite_unknown")

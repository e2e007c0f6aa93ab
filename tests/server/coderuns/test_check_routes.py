"""A coding question is asked once its tests were tested, or once a person answers for it."""

import json

import pytest
from sqlmodel import select

from server import dispatch, outbox, seed
from server.coderuns import check_tasks
from server.coderuns.check_tasks import Checks
from server.main import create_app
from server.models import AuditLog, Question, QuestionCheck
from server.sandbox.asking import CannotRun
from server.sandbox.wire import Ability, Ran, Work, Worked

REFERENCE = "def largest(numbers):\n    return max(numbers) if len(numbers) > 1 else numbers[0]\n"
QUESTION = {
    "kind": "coding",
    "prompt": "Write largest(numbers).",
    "language": "python",
    "expected_answer": REFERENCE,
    "tests": [
        {"name": "three", "call": "largest([1, 3, 2])", "expected": "3"},
        {"name": "one", "call": "largest([5])", "expected": "5"},
    ],
}


class Reader:
    """Passes the reference; of its mutants, as many as it is told to miss."""

    def __init__(self, *, misses: int = 0, broken: str = "", soon: bool = False) -> None:
        self.misses, self.broken, self.soon = misses, broken, soon
        self.works: list[Work] = []

    def ability(self) -> Ability:
        return Ability(driver="scripted", languages={}, off=(), limits={})

    def work(self, work: Work) -> Worked:
        self.works.append(work)
        if self.broken:
            raise CannotRun(self.broken, soon=self.soon)
        passes = work.code == REFERENCE
        if not passes and self.misses:
            self.misses, passes = self.misses - 1, True
        ran = Ran(verdict="AC" if passes else "WA")
        return Worked(state="done", cases=(ran,) * len(work.cases))

    def close(self) -> None:
        pass


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"runner_url": "http://127.0.0.1:9"})


@pytest.fixture
def paper(admin_client) -> str:
    key = admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]
    assert admin_client.post(f"/api/admin/papers/{key}/questions", json=QUESTION).is_success
    return key


@pytest.fixture
def question(admin_client, paper) -> str:
    return admin_client.get(f"/api/admin/papers/{paper}/questions").json()["items"][0]["id"]


@pytest.fixture
def work(parts, clock):
    """Does the jobs that are due with this runner."""

    def run(runner) -> None:
        errands = {check_tasks.TOPIC: Checks(parts.database, runner)}
        dispatch.run_due(parts.database, clock, errands=errands)

    return run


def invite(client, paper: str):
    body = {
        "paper_id": paper,
        "candidate_name": "Grace Example",
        "candidate_email": "grace@example.org",
        "opens_at": "2026-11-23T09:00:00Z",
        "closes_at": "2026-11-23T19:00:00Z",
    }
    return client.post("/api/admin/interviews", json=body)


def begin(client, question: str):
    return client.post(f"/api/admin/questions/{question}/check")


def standing(client, paper: str) -> dict:
    return client.get(f"/api/admin/papers/{paper}/checks").json()


def test_an_untested_question_cannot_be_asked_and_a_good_one_can(
    admin_client, paper, question, work
) -> None:
    refused = invite(admin_client, paper)
    assert (refused.status_code, refused.json()["code"]) == (409, "question_untested")
    assert "Question 1: open the paper and test it" in refused.json()["detail"]
    [error] = refused.json()["errors"]
    assert error["field"] == "question 1"
    assert standing(admin_client, paper)["items"][0]["state"] == "untested"

    begun = begin(admin_client, question)
    assert (begun.status_code, begun.json()["state"]) == (202, "waiting")
    again = begin(admin_client, question)
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")
    assert invite(admin_client, paper).status_code == 409
    runner = Reader()
    work(runner)
    found = standing(admin_client, paper)
    [item] = found["items"]
    assert (found["runner"], found["may_invite"], item["state"]) == (True, True, "good")
    assert item["noticed"] == item["tried"] == item["steps"] == item["steps_done"] > 3
    assert len(runner.works) == 1 + item["tried"]
    assert item["asked_by"] == "Ada Admin"
    assert invite(admin_client, paper).status_code == 201


def test_a_changed_question_is_untested_again_and_a_copy_is_not(
    admin_client, paper, question, work
) -> None:
    begin(admin_client, question)
    work(Reader())
    copy = admin_client.post(f"/api/admin/papers/{paper}/duplicate").json()["id"]
    assert standing(admin_client, copy)["may_invite"] is True
    # Words and marks are no program; a test is.
    address = f"/api/admin/questions/{question}"
    admin_client.patch(address, json={"prompt": "Find the largest.", "marks": 3})
    assert standing(admin_client, paper)["items"][0]["state"] == "good"
    admin_client.patch(address, json={"tests": QUESTION["tests"][:1]})
    assert standing(admin_client, paper)["items"][0]["state"] == "untested"
    assert invite(admin_client, paper).json()["code"] == "question_untested"
    assert invite(admin_client, copy).status_code == 201


def test_tests_that_miss_faults_are_told_with_their_places(
    admin_client, paper, question, work
) -> None:
    begin(admin_client, question)
    work(Reader(misses=2))
    [item] = standing(admin_client, paper)["items"]
    assert (item["state"], item["may_be_asked"], len(item["survivors"])) == ("bad", False, 2)
    assert item["words"].startswith(f"Its tests notice {item['tried'] - 2} of {item['tried']}")
    assert all(one["line"] >= 1 and one["what"] for one in item["survivors"])
    assert invite(admin_client, paper).json()["code"] == "question_untested"


def test_a_person_can_answer_for_an_untested_question_and_that_is_kept(
    admin_client, paper, question, db, admin
) -> None:
    address = f"/api/admin/questions/{question}/waive-check"
    assert admin_client.post(address, json={"reason": "no"}).status_code == 422
    reason = "Two engineers went through these tests by hand."
    waived = admin_client.post(address, json={"reason": reason}).json()
    assert (waived["state"], waived["may_be_asked"], waived["words"]) == ("waived", True, reason)
    assert invite(admin_client, paper).status_code == 201
    row = db.exec(select(AuditLog).where(AuditLog.action == "question.check_waived")).one()
    assert (row.actor, json.loads(row.detail_json)["question"]) == (admin.actor, question)
    db.rollback()
    # It was for this question as it is, not for a copy and not for what comes later.
    copy = admin_client.post(f"/api/admin/papers/{paper}/duplicate").json()["id"]
    assert invite(admin_client, copy).json()["code"] == "question_untested"
    admin_client.patch(f"/api/admin/questions/{question}", json={"expected_answer": "x = 1\n"})
    assert invite(admin_client, paper).json()["code"] == "question_untested"


def test_a_runner_that_is_away_is_waited_for_and_then_nothing_is_said_about_the_question(
    admin_client, paper, question, work, clock
) -> None:
    begin(admin_client, question)
    for _ in range(outbox.MAX_ATTEMPTS):
        work(Reader(broken="The runner does not answer.", soon=True))
        clock.advance(minutes=10)
    [item] = standing(admin_client, paper)["items"]
    assert (item["state"], item["words"]) == ("not_run", "The runner does not answer.")
    assert item["may_be_asked"] is False
    assert begin(admin_client, question).status_code == 202


def test_a_question_that_changes_while_its_test_waits_is_not_tested_by_the_old_tests(
    admin_client, paper, question, work, db
) -> None:
    begin(admin_client, question)
    admin_client.patch(f"/api/admin/questions/{question}", json={"expected_answer": "x = 1\n"})
    runner = Reader()
    work(runner)
    assert runner.works == []
    assert db.exec(select(QuestionCheck.state)).all() == ["not_run"]
    db.rollback()
    assert standing(admin_client, paper)["items"][0]["state"] == "untested"


def test_other_kinds_of_questions_have_nothing_to_test(admin_client, paper, db) -> None:
    written = {"kind": "written", "prompt": "Why?", "key_points": [{"text": "because"}]}
    made = admin_client.post(f"/api/admin/papers/{paper}/questions", json=written).json()
    refused = begin(admin_client, made["id"])
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    assert len(standing(admin_client, paper)["items"]) == 1


def test_checking_that_takes_too_long_is_told(admin_client, paper, question, work, monkeypatch):
    monkeypatch.setattr(check_tasks, "WITHIN_S", -1.0)
    begin(admin_client, question)
    work(Reader())
    [item] = standing(admin_client, paper)["items"]
    assert (item["state"], item["words"][:29]) == ("bad", "Trying its tests took too long"[:29])


def test_without_a_runner_it_is_said_and_only_a_person_lets_the_question_through(
    settings, clock, parts, admin, migrated, tmp_path
) -> None:
    # The same database, asked by a server that was set up without a runner.
    from fastapi.testclient import TestClient

    from tests.server.support import bearer

    bare = settings.model_copy(update={"runner_url": ""})
    app = create_app(bare, now=clock, background=False)
    try:
        with TestClient(
            app, base_url="http://127.0.0.1:8080", headers=bearer(parts, admin)
        ) as client:
            key = client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]
            made = client.post(f"/api/admin/papers/{key}/questions", json=QUESTION).json()
            assert standing(client, key)["runner"] is False
            refused = begin(client, made["id"])
            assert (refused.status_code, refused.json()["code"]) == (409, "no_runner")
            assert "INVIGIL_RUNNER_URL" in refused.json()["detail"]
            assert invite(client, key).json()["code"] == "question_untested"
    finally:
        app.state.parts.database.close()


def test_the_sample_paper_can_be_asked_at_once(parts, db, clock, client) -> None:
    made = seed.seed_demo(db, parts.keys, now=clock(), invite_minutes=30)
    db.commit()
    coding = db.exec(select(Question).where(Question.kind == "coding")).one()
    [check] = db.exec(select(QuestionCheck)).all()
    assert (check.state, check.question_id, coding.paper_id) == ("waived", coding.id, made.paper)
    again = seed.seed_demo(db, parts.keys, now=clock(), invite_minutes=30)
    assert again.paper == made.paper
    assert len(db.exec(select(QuestionCheck)).all()) == 1
    db.commit()

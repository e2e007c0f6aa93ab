"""Versions are kept at their first use, stay as they are, and are compared in words."""

from datetime import timedelta

import pytest

from server.papers.differences import compare
from server.papers.document import PaperDocument, QuestionDocument
from server.papers.marking import CodeTest, Criterion, KeyPoint
from shared.ids import new_id
from shared.policy import Policy


@pytest.fixture
def paper(admin_client) -> str:
    paper = admin_client.post("/api/admin/papers", json={"title": "Backend"}).json()["id"]
    body = {"kind": "written", "prompt": "Why?", "marks": 5}
    admin_client.post(f"/api/admin/papers/{paper}/questions", json=body)
    return paper


def invite(client, parts, paper: str, email: str = "grace@example.org") -> dict:
    now = parts.now()
    answer = client.post(
        "/api/admin/interviews",
        json={
            "paper_id": paper,
            "candidate_name": "Grace",
            "candidate_email": email,
            "opens_at": now.isoformat(),
            "closes_at": (now + timedelta(hours=2)).isoformat(),
        },
    )
    assert answer.status_code == 201, answer.text
    return answer.json()


def versions(client, paper: str) -> dict:
    return client.get(f"/api/admin/papers/{paper}/versions").json()


def test_version_is_kept_at_its_first_use_and_stays(admin_client, parts, paper, clock) -> None:
    assert versions(admin_client, paper) == {"current": 2, "items": []}
    first = invite(admin_client, parts, paper)
    clock.advance(minutes=1)
    invite(admin_client, parts, paper, "alan@example.org")
    assert first["paper_version"] == 2
    kept = versions(admin_client, paper)["items"]
    assert [(one["version"], one["interviews"], one["marks"]) for one in kept] == [(2, 2, 5)]

    question = admin_client.get(f"/api/admin/papers/{paper}").json()["questions"][0]
    admin_client.patch(f"/api/admin/questions/{question['id']}", json={"prompt": "How?"})
    admin_client.delete(f"/api/admin/questions/{question['id']}")
    old = admin_client.get(f"/api/admin/papers/{paper}/versions/2").json()
    assert (old["current"], old["document"]["questions"][0]["prompt"]) == (False, "Why?")
    now = admin_client.get(f"/api/admin/papers/{paper}/versions/4").json()
    assert (now["current"], now["document"]["questions"]) == (True, [])
    assert admin_client.get(f"/api/admin/papers/{paper}/versions/3").status_code == 404
    out = admin_client.get(f"/api/admin/papers/{paper}/export?format=json&version=2").json()
    assert out["questions"][0]["prompt"] == "Why?"


def test_differences_are_told_in_words(admin_client, parts, paper) -> None:
    invite(admin_client, parts, paper)
    question = admin_client.get(f"/api/admin/papers/{paper}").json()["questions"][0]["id"]
    admin_client.patch(f"/api/admin/questions/{question}", json={"marks": 7, "prompt": "How?"})
    found = admin_client.get(f"/api/admin/papers/{paper}/versions/2/differences").json()
    assert (found["from_version"], found["to_version"]) == (2, 3)
    assert found["changes"] == [
        {
            "place": "Question 1",
            "words": "The question itself was rewritten.",
            "before": "Why?",
            "after": "How?",
        },
        {
            "place": "Question 1",
            "words": "The marks went from 5 to 7.",
            "before": "",
            "after": "",
        },
    ]
    same = admin_client.get(f"/api/admin/papers/{paper}/versions/2/differences?to=2").json()
    assert same["changes"] == []


def test_paper_that_interviews_use_is_archived_and_not_deleted(admin_client, parts, paper) -> None:
    invite(admin_client, parts, paper)
    refused = admin_client.delete(f"/api/admin/papers/{paper}")
    assert (refused.status_code, refused.json()["code"]) == (409, "in_use")
    admin_client.patch(f"/api/admin/papers/{paper}", json={"archived": True})
    assert admin_client.get("/api/admin/papers").json()["items"] == []
    back = admin_client.patch(f"/api/admin/papers/{paper}", json={"archived": False}).json()
    assert (back["archived"], back["version"]) == (False, 2)


def document(*prompts: str, **fields) -> PaperDocument:
    questions = [
        QuestionDocument(id=IDS[prompt], kind="written", prompt=prompt) for prompt in prompts
    ]
    return PaperDocument(**{"title": "T", "questions": questions} | fields)


IDS = {prompt: new_id() for prompt in "abcde"}


def words(before: PaperDocument, after: PaperDocument) -> list[str]:
    return [f"{change.place}: {change.words}" for change in compare(before, after)]


def test_moved_questions_are_told_once_and_not_as_shifts_of_the_rest() -> None:
    assert words(document(*"abcd"), document(*"dabc")) == [
        "Question 1: Moved here from place 4: “d”"
    ]
    assert words(document(*"abc"), document(*"ac")) == ["Question 2: Removed: “b”"]
    assert words(document(*"ac"), document(*"abc")) == ["Question 2: Added: “b”"]


def test_paper_s_own_fields_and_rules_are_compared() -> None:
    after = document("a", title="U", description="x", duration_s=60, policy=Policy(selfie=False))
    assert words(document("a"), after) == [
        "Paper: The title went from “T” to “U”.",
        "Paper: The time for the whole interview, in seconds, went from 3600 to 60.",
        "Paper: The description was rewritten.",
        "Paper: The rule “selfie” went from on to off.",
    ]


def test_lists_are_compared_by_name() -> None:
    def one(**fields) -> PaperDocument:
        given = {"id": IDS["a"], "kind": "coding", "language": "c", "prompt": "a"} | fields
        return PaperDocument(title="T", questions=[QuestionDocument(**given)])

    before = one(
        key_points=[KeyPoint(text="x"), KeyPoint(text="x"), KeyPoint(text="y")],
        rubric=[Criterion(name="Depth", levels=["a", "b"])],
        tests=[CodeTest(name="t", expected="1"), CodeTest(name="u")],
    )
    after = one(
        key_points=[KeyPoint(text="y"), KeyPoint(text="x")],
        rubric=[
            Criterion(name="Depth", levels=["a", "c"]),
            Criterion(name="New", levels=["a", "b"]),
        ],
        tests=[CodeTest(name="u")],
    )
    assert words(before, after) == [
        "Question 1: The key point “x (2)” was removed.",
        "Question 1: The order of its key points changed.",
        "Question 1: The criterion “Depth” was changed.",
        "Question 1: The criterion “New” was added.",
        "Question 1: The test “t” was removed.",
    ]

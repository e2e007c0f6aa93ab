"""What only authors and the scorer may see never reaches a candidate: no field, no word of it."""

import json
from datetime import timedelta
from typing import Any

from sqlmodel import select

from server.models import SessionQuestion
from server.papers import marking
from shared.events import AnswerRevised, ConsentGiven, SegmentStarted, StatusReached
from shared.exam import Exam, Sample
from shared.lifecycle import Status
from tests.server.candidate_machine import CandidateMachine

SECRET = "zanzibar"  # in everything that must stay here, and in nothing else
QUESTION = {
    "kind": "coding",
    "language": "python",
    "prompt": "Add two numbers.",
    "starter": "def add(a, b):",
    "expected_answer": f"return a + b {SECRET}",
    "key_points": [{"text": f"plus {SECRET}"}],
    "rubric": [{"name": f"Style {SECRET}", "levels": [f"bad {SECRET}", f"good {SECRET}"]}],
    "tests": [
        {"name": f"hidden {SECRET}", "stdin": f"1 {SECRET}", "expected": f"2 {SECRET}"},
        {"name": "called", "call": f"add('{SECRET}')", "expected": SECRET},
        {"name": "example", "call": "add(20, 3)", "expected": "23", "visible": True},
    ],
}
FIELDS = ("expected_answer", "key_points", "rubric", "tests", "weight", "difficulty")


class Overheard:
    """Everything that the server sent to the candidate's machine."""

    def __init__(self, http: Any) -> None:
        self._http = http
        self.answers: list[tuple[str, int, str]] = []

    def request(self, method: str, url: str, **kwargs: Any) -> Any:
        answer = self._http.request(method, url, **kwargs)
        self.answers.append((url, answer.status_code, answer.text + repr(answer.headers)))
        return answer


def test_no_answer_to_a_candidate_holds_what_the_question_is_scored_by(
    client, admin_client, parts, db
) -> None:
    paper = admin_client.post("/api/admin/papers", json={"title": "Code"}).json()["id"]
    made = admin_client.post(f"/api/admin/papers/{paper}/questions", json=QUESTION)
    assert made.status_code == 201, made.text
    waiver = {"reason": "It is there to be looked for, not to be tested."}
    address = f"/api/admin/questions/{made.json()['id']}/waive-check"
    assert admin_client.post(address, json=waiver).status_code == 200
    now = parts.now()
    invited = admin_client.post(
        "/api/admin/interviews",
        json={
            "paper_id": paper,
            "candidate_name": "Grace",
            "candidate_email": "grace@example.org",
            "opens_at": (now + timedelta(0)).isoformat(),
            "closes_at": (now + timedelta(hours=2)).isoformat(),
        },
    ).json()
    frozen = db.exec(select(SessionQuestion)).one()
    db.commit()
    for column in (frozen.rubric_json, frozen.tests_json, frozen.key_points_json):
        assert SECRET in column  # what must not leave is there to leave

    heard = Overheard(client)
    machine = CandidateMachine(heard, invited["invite_url"].rpartition("#")[2], now=now)
    machine.view()
    machine.claim()
    machine.append(SegmentStarted(segment=1, client_version="0.1.0"))
    machine.append(StatusReached(status=Status.AUTHENTICATED))
    machine.append(ConsentGiven(version=1, text_sha256="a" * 64))
    machine.sync()
    machine.selfie(machine.put_blob(b"a picture", "image/jpeg"))
    machine.append(StatusReached(status=Status.ENROLLMENT))
    started = machine.start()
    question = started.exam.questions[0]
    assert (question.prompt, question.starter) == ("Add two numbers.", "def add(a, b):")
    assert question.samples == (Sample(name="example", call="add(20, 3)", expected="23"),)
    heard.request("GET", f"/api/interview/question/{question.id}")
    machine.signed("GET", f"question/{question.id}", b"")
    machine.append(AnswerRevised(question=question.id, revision=1, text="x", at_ms=900))
    machine.sync()
    machine.claim()  # the grant of a machine that comes back holds the exam
    machine.finish()

    assert {url.split("/")[3] for url, _, _ in heard.answers} >= {
        "access",
        "claim",
        "sync",
        "start",
        "question",
        "finish",
    }
    assert any("Add two numbers." in text for _, _, text in heard.answers)
    for url, _, text in heard.answers:
        assert SECRET not in text, url
        assert not [field for field in FIELDS if f'"{field}"' in text], url


def test_questions_of_an_exam_have_no_field_for_it() -> None:
    schema = json.dumps(Exam.model_json_schema()["$defs"]["ExamQuestion"]["properties"])
    assert not [field for field in FIELDS if f'"{field}"' in schema]


def test_what_is_too_long_to_show_is_left_out_alone() -> None:
    long = "x" * (marking.MAX_SAMPLES_CHARS - 10)
    tests = [
        marking.CodeTest(name="long", stdin=long, visible=True),
        marking.CodeTest(name="longer", stdin=long, visible=True),
        marking.CodeTest(name="short", stdin="1", expected="2", visible=True),
    ]
    shown = marking.samples(marking.TESTS.dump_json(tests).decode())
    assert [sample.name for sample in shown] == ["long", "short"]
    assert marking.samples("{}") == ()

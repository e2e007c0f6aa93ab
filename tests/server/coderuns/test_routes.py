"""A sample run over HTTP: whose, when, which tests, how often, and what if there is no runner."""

import json

import pytest

from server.models import SessionQuestion
from server.sandbox.asking import CannotRun
from server.sandbox.wire import Ability, Ran, Work, Worked
from shared.ids import new_id
from shared.runs import RunAnswer
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

TESTS = [
    {"name": "example", "stdin": "21", "expected": "42", "visible": True},
    {"name": "secret", "stdin": "zanzibar", "expected": "zanzibar"},
]


class Recorded:
    """A runner that keeps what it was asked for."""

    def __init__(self) -> None:
        self.works: list[Work] = []
        self.fails: CannotRun | None = None

    def ability(self) -> Ability:
        return Ability(driver="recorded", languages={"python": "Python"}, off=(), limits={})

    def work(self, work: Work) -> Worked:
        self.works.append(work)
        if self.fails:
            raise self.fails
        ran = tuple(Ran(verdict="AC", stdout="42\n", wall_ms=31) for _ in work.cases)
        return Worked(state="done", cases=ran, toolchain="Python 3")

    def close(self) -> None:
        pass


@pytest.fixture
def recorded(parts) -> Recorded:
    recorded = Recorded()
    object.__setattr__(parts, "runner", recorded)
    return recorded


@pytest.fixture
def machine(client, parts, admin) -> CandidateMachine:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        question = SessionQuestion(
            id=new_id(),
            session_id=invited.id,
            question_id=new_id(),
            position=3,
            kind="coding",
            language="python",
            prompt="Double it.",
            marks=10,
            time_limit_s=200,
            tests_json=json.dumps(TESTS),
        )
        db.add(question)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    return machine


def ask(client, machine: CandidateMachine, *, session: str = "", **change: object):
    questions = machine.start().exam.questions if not change.get("question") else []
    body = {
        "question": questions[2].id if questions else change.pop("question"),
        "language": "python",
        "code": "print(int(input()) * 2)",
        "revision": 3,
    } | change
    headers = {"Authorization": f"Bearer {machine.grant.token}"}
    path = f"/api/interview/run/{session or machine.session}"
    return client.post(path, json=body, headers=headers)


def test_visible_tests_are_run_and_hidden_ones_leave_no_trace(client, machine, recorded) -> None:
    answer = ask(client, machine)
    assert answer.status_code == 200, answer.text
    told = RunAnswer.model_validate_json(answer.content)
    assert (told.state, told.toolchain, told.revision) == ("done", "Python 3", 3)
    assert [(t.name, t.verdict, t.expected, t.ms) for t in told.tests] == [
        ("example", "AC", "42", 31)
    ]
    sent = recorded.works[0].model_dump_json()
    assert "zanzibar" not in sent + answer.text
    assert "secret" not in sent + answer.text


def test_without_a_runner_the_reason_is_told(client, machine) -> None:
    answer = ask(client, machine)
    assert (answer.status_code, answer.json()["code"]) == (503, "code_runs_off")
    assert answer.json()["detail"].startswith("No runner is set up on this server")


def test_a_language_that_is_off_is_told_by_its_reason(client, machine, recorded) -> None:
    recorded.fails = CannotRun("This machine has no go.", soon=False)
    answer = ask(client, machine)
    assert (answer.status_code, answer.json()["code"]) == (503, "code_runs_off")
    assert answer.json()["detail"].startswith("This machine has no go. ")


def test_a_busy_runner_says_when_to_come_back(client, machine, recorded) -> None:
    recorded.fails = CannotRun("All boxes are taken.", soon=True)
    answer = ask(client, machine)
    assert (answer.status_code, answer.json()["code"]) == (429, "rate_limited")
    assert int(answer.headers["Retry-After"]) >= 1


def test_a_candidate_who_runs_too_often_waits(client, machine, recorded, clock) -> None:
    machine.start()
    statuses = [ask(client, machine).status_code for _ in range(13)]
    assert statuses == [200] * 12 + [429]
    assert len(recorded.works) == 12
    clock.advance(seconds=61)
    assert ask(client, machine).status_code == 200


def test_only_ones_own_coding_question_in_its_language_and_while_it_runs(
    client, machine, recorded, parts, admin
) -> None:
    written = machine.start().exam.questions[0].id
    for change, code in (
        ({"language": "java"}, (422, "invalid_request")),
        ({"question": written}, (422, "invalid_request")),
        ({"question": new_id()}, (404, "not_found")),
        ({"session": new_id()}, (404, "not_found")),
        ({"code": "x" * 200_001}, (422, "invalid_request")),
    ):
        answer = ask(client, machine, **change)
        assert (answer.status_code, answer.json()["code"]) == code, change
    rival = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    rival.claim()
    theirs = machine.start().exam.questions[2].id
    early = ask(client, rival, question=theirs)
    assert (early.status_code, early.json()["code"]) == (409, "not_started")
    rival.start()
    assert ask(client, rival, question=theirs).json()["code"] == "not_found"
    nobody = client.post(f"/api/interview/run/{machine.session}", json={"code": ""})
    assert nobody.status_code in (401, 422)
    assert recorded.works == []

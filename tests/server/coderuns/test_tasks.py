"""Hidden tests score code: rows are inserted with evidence, our failures are tried again."""

import json

import pytest
from sqlmodel import Session, select

from server import dispatch
from server.coderuns.tasks import TOPIC, CodeRuns
from server.models import InterviewResult, Outbox, Score, SessionQuestion
from server.sandbox.asking import CannotRun
from server.sandbox.wire import Ability, Ran, Work, Worked
from shared.ids import new_id
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

TESTS = [
    {"name": "example", "stdin": "1", "expected": "2", "visible": True},
    {"name": "hidden", "stdin": "2", "expected": "4", "weight": 3},
]
RIGHT = "print(int(input()) * 2)"


class Scripted:
    """Answers verdicts in order; an exception is raised."""

    def __init__(self, *answers: tuple[str, ...] | Exception) -> None:
        self.answers = list(answers)
        self.works: list[Work] = []

    def ability(self) -> Ability:
        return Ability(driver="scripted", languages={}, off=(), limits={})

    def work(self, work: Work) -> Worked:
        self.works.append(work)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        cases = [Ran.model_validate({"verdict": verdict}) for verdict in answer]
        return Worked(state="done", cases=tuple(cases), toolchain="Python 3")

    def close(self) -> None:
        pass


@pytest.fixture
def machine(client, parts, admin) -> CandidateMachine:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        db.add(
            SessionQuestion(
                id=new_id(),
                session_id=invited.id,
                question_id=new_id(),
                position=3,
                kind="coding",
                language="python",
                prompt="Double it.",
                marks=8,
                time_limit_s=200,
                tests_json=json.dumps(TESTS),
            )
        )
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.claim()
    return machine


def answer(client, machine: CandidateMachine, code: str) -> None:
    question = machine.start().exam.questions[2].id
    headers = {"Authorization": f"Bearer {machine.grant.token}"}
    body = {"question": question, "text": code, "done": True}
    assert client.post("/api/interview/answer/text", json=body, headers=headers).is_success


def work_off(parts, runner: Scripted | None) -> None:
    errands = {TOPIC: CodeRuns(parts.database, runner)} if runner else {}
    dispatch.run_due(parts.database, parts.now, errands=errands)


def scores(db: Session, grader: str = "tests") -> list[Score]:
    db.expire_all()
    found = list(db.exec(select(Score).where(Score.grader == grader)).all())
    db.commit()
    return found


def test_code_is_scored_by_all_tests_with_every_verdict_as_evidence(
    client, parts, machine, db
) -> None:
    answer(client, machine, RIGHT)
    runner = Scripted(("AC", "WA"))
    work_off(parts, runner)
    assert [case.stdin for case in runner.works[0].cases] == ["1", "2"]
    score = scores(db)[0]
    assert (score.state, score.points_milli, score.max_marks) == ("provisional", 2000, 8)
    evidence = json.loads(score.evidence_json)
    assert [(one["name"], one["verdict"]) for one in evidence["tests"]] == [
        ("example", "AC"),
        ("hidden", "WA"),
    ]
    total = db.exec(select(InterviewResult)).one()
    assert total.total_milli == 2000
    db.commit()


def test_the_result_shows_the_verdicts(client, admin_client, parts, machine, db) -> None:
    answer(client, machine, RIGHT)
    work_off(parts, Scripted(("AC", "AC")))
    shown = admin_client.get(f"/api/admin/result/{machine.session}").json()
    code = next(one for one in shown["answers"] if one["question"]["kind"] == "coding")
    assert code["current"]["grader"] == "tests"
    assert code["current"]["points"] == 8
    assert [test["verdict"] for test in code["current"]["run"]["tests"]] == ["AC", "AC"]


def test_the_same_program_is_scored_once_and_a_changed_one_anew(client, parts, machine, db) -> None:
    answer(client, machine, RIGHT)
    work_off(parts, Scripted(("AC", "AC")))
    answer(client, machine, RIGHT)
    work_off(parts, Scripted())
    assert len(scores(db)) == 1
    answer(client, machine, RIGHT + "  # better")
    work_off(parts, Scripted(("WA", "WA")))
    assert [score.points_milli for score in scores(db)] == [8000, 0]


def test_a_box_that_broke_is_tried_again_and_then_a_person_decides(
    client, parts, machine, db, clock
) -> None:
    answer(client, machine, RIGHT)
    runner = Scripted(("AC", "IE"), CannotRun("Busy.", soon=True), ("AC", "IE"))
    for _ in range(3):
        work_off(parts, runner)
        clock.advance(seconds=400)
    assert len(runner.works) == 3
    score = scores(db)[0]
    assert (score.state, score.points_milli) == ("needs_person", None)
    assert "says nothing about the answer" in score.reason
    assert db.exec(select(Outbox.state).where(Outbox.topic == TOPIC)).one() == "done"
    db.commit()


def test_a_second_try_that_works_is_as_good_as_a_first(client, parts, machine, db, clock) -> None:
    answer(client, machine, RIGHT)
    runner = Scripted(CannotRun("The runner does not answer.", soon=True), ("AC", "AC"))
    work_off(parts, runner)
    assert scores(db) == []
    clock.advance(seconds=10)
    work_off(parts, runner)
    assert scores(db)[0].points_milli == 8000


def test_a_language_that_is_off_goes_to_a_person_at_once(client, parts, machine, db) -> None:
    answer(client, machine, RIGHT)
    work_off(parts, Scripted(CannotRun("This machine has no python3.", soon=False)))
    assert scores(db)[0].state == "needs_person"
    assert "no python3" in scores(db)[0].reason


def test_without_a_runner_the_baseline_stands_and_an_empty_answer_is_not_run(
    client, parts, machine, db
) -> None:
    answer(client, machine, RIGHT)
    work_off(parts, None)
    assert scores(db) == []
    assert len(scores(db, "baseline")) == 1
    answer(client, machine, "   ")
    work_off(parts, Scripted())
    assert scores(db) == []

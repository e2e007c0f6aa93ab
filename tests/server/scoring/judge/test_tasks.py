"""From an answer in the database to a score with proof, through the outbox, on both databases."""

import json
from collections.abc import Mapping
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server import dispatch, outbox
from server.auth.people import Person
from server.candidate import answers
from server.deps import Parts
from server.models import Answer, InterviewResult, Outbox, Score
from server.scoring.judge import service, tasks
from server.scoring.llm.model import Model
from server.settings import read_settings
from shared.ids import new_id
from tests.server.interview_support import Invited, invite
from tests.server.scoring.model_server import DIGEST, MODEL, ModelServer
from tests.server.support import Clock

TEXT = "It keeps results close to the reader. It trades memory for time. Nothing else."


@pytest.fixture
def invited(client: TestClient, parts: Parts, admin: Person) -> Invited:
    return invite(parts, admin)


def _answer(parts: Parts, invited: Invited, text: str, **more: object) -> str:
    with parts.database.write() as db:
        answer = Answer(
            session_id=invited.id,
            session_question_id=more.pop("question", invited.written),  # pyright: ignore
            text=text,
            revision=1,
            done_at=parts.now(),
            **more,
        )
        db.add(answer)
        db.flush()
        outbox.note(db, "score", f"score:{new_id()}", {"answer": answer.id}, now=parts.now())
        return answer.id


def _errands(parts: Parts, model: Model) -> Mapping[str, dispatch.Errand]:
    return {
        answers.SCORE_TOPIC: tasks.score_then_judge,
        tasks.TOPIC: tasks.Judging(parts.database, model, 2),
    }


def _run(parts: Parts, clock: Clock, model: Model) -> None:
    dispatch.run_due(parts.database, clock, errands=_errands(parts, model))


def _scores(db: Session, answer: str) -> list[Score]:
    order = (col(Score.created_at), col(Score.grader))
    return list(db.exec(select(Score).where(Score.answer_id == answer).order_by(*order)))


def test_a_finished_answer_gets_a_baseline_and_then_a_judgement_with_proof(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
    admin_client: TestClient,
):
    answer = _answer(parts, invited, TEXT)
    _run(parts, clock, model)
    baseline, judged = _scores(db, answer)
    assert (baseline.grader, judged.grader) == ("baseline", "judge")
    assert (judged.state, judged.points_milli) == ("provisional", 7500)
    found = json.loads(judged.evidence_json)
    assert [one["found"] for one in found] == [True, True, False]
    assert all(one["quote"] == TEXT[one["start"] : one["end"]] for one in found)
    manifest = json.loads(judged.manifest_json)
    assert manifest["models"] == [{"model": MODEL, "digest": DIGEST}]
    assert (manifest["samples"], manifest["calls"]) == (2, 2)
    assert "results" not in judged.manifest_json
    result = db.exec(select(InterviewResult)).one()
    assert result.total_milli == 7500

    page = admin_client.get(f"/api/admin/result/{invited.id}").json()
    shown = page["answers"][0]["current"]
    assert (shown["grader"], shown["points"], shown["spread"], shown["why"]) == (
        "judge",
        7.5,
        0,
        [],
    )
    assert shown["evidence"][0]["levels"] == [2, 2]


def test_the_same_answer_is_judged_once(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
    model_server: ModelServer,
):
    answer = _answer(parts, invited, TEXT)
    _run(parts, clock, model)
    db.rollback()
    asked = len(model_server.heard)
    with parts.database.write() as writing:
        tasks.note(writing, answer, "judge:again", clock())
    _run(parts, clock, model)
    assert len(model_server.heard) == asked
    assert len(_scores(db, answer)) == 2


def test_an_outage_is_waited_for_and_the_baseline_stands_meanwhile(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
    model_server: ModelServer,
):
    answer = _answer(parts, invited, TEXT)
    model_server.faults = ["500"] * 4
    _run(parts, clock, model)
    assert [score.grader for score in _scores(db, answer)] == ["baseline"]
    job = db.exec(select(Outbox).where(Outbox.topic == "judge")).one()
    assert (job.state, job.last_error) == ("waiting", "language model: server_fault")
    db.rollback()
    clock.advance(minutes=11)
    _run(parts, clock, model)
    assert [score.grader for score in _scores(db, answer)] == ["baseline", "judge"]


@pytest.mark.expects_log
def test_a_model_that_gives_no_usable_reply_is_a_failure_and_never_a_zero(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
    model_server: ModelServer,
):
    answer = _answer(parts, invited, TEXT)
    model_server.faults = ["no json"] * 100
    for _ in range(outbox.MAX_ATTEMPTS):
        _run(parts, clock, model)
        clock.advance(minutes=11)
    baseline, failed = _scores(db, answer)
    assert (failed.grader, failed.state, failed.points_milli) == ("judge", "failed", None)
    result = db.exec(select(InterviewResult)).one()
    assert result.total_milli == baseline.points_milli


@pytest.mark.expects_log
def test_an_answer_longer_than_the_model_reads_goes_to_a_person_at_once(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
    model_server: ModelServer,
):
    answer = _answer(parts, invited, "word " * 20_000)
    _run(parts, clock, model)
    failed = _scores(db, answer)[-1]
    assert (failed.state, failed.reason) == (
        "failed",
        "The answer is longer than the language model reads: a person reads it.",
    )
    assert model_server.heard == []


def test_silence_is_for_a_person_and_asks_no_model(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
    model_server: ModelServer,
):
    answer = _answer(parts, invited, "", question=invited.spoken, takes=1)
    _run(parts, clock, model)
    assert [score.state for score in _scores(db, answer)] == ["needs_person"]
    assert model_server.heard == []


def test_an_answer_that_changed_meanwhile_keeps_no_judgement_of_the_old_text(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
):
    answer = _answer(parts, invited, TEXT)
    job = outbox.Job(1, "judge", "k", {"answer": answer}, 1)
    effect = tasks.Judging(parts.database, model, 1)(job, clock())
    with parts.database.write() as writing:
        writing.get_one(Answer, answer).text = "Something else."
    with parts.database.write() as writing:
        effect(writing, clock())
    assert _scores(db, answer) == []


def test_a_later_judgement_stands_over_the_failure_before_it(
    parts: Parts,
    clock: Clock,
    db: Session,
    model: Model,
    invited: Invited,
):
    answer = _answer(parts, invited, TEXT)
    with parts.database.write() as writing:
        ready = service.ready(writing, answer)
        assert ready is not None
        service.keep_failure(writing, ready, "too_slow", now=clock() - timedelta(minutes=1))
    _run(parts, clock, model)
    assert db.exec(select(InterviewResult)).one().total_milli == 7500


def test_a_server_without_a_model_has_no_judging(parts: Parts):
    assert tasks.TOPIC not in dispatch.errands(parts.settings, parts.database, parts.keys)
    settings = read_settings(
        {},
        data_dir=parts.settings.data_dir,
        llm="ollama",
        llm_url="http://127.0.0.1:9",
        llm_model="m",
    )
    found = dispatch.errands(settings, parts.database, parts.keys)
    judging = found[tasks.TOPIC]
    assert isinstance(judging, tasks.Judging)
    judging.model.close()

"""A model outside reads only answers whose authors were told of it."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import dispatch, outbox
from server.auth.people import Person
from server.candidate import answers
from server.deps import Parts
from server.follow_ups import tasks as follow_ups
from server.models import InterviewSession, Score
from server.scoring.judge import service as judging
from server.scoring.judge import tasks
from server.scoring.judge.rescore import again
from server.scoring.llm.model import Model
from shared.policy import Policy
from tests.server.interview_support import Invited, invite
from tests.server.outside_support import MODEL, answered, started
from tests.server.scoring.model_server import ModelServer
from tests.server.support import Clock


@pytest.fixture
def invited(client: TestClient, parts: Parts, admin: Person) -> Invited:
    return invite(parts, admin)


@pytest.mark.parametrize("is_named", [True, False])
def test_a_model_that_was_not_named_reads_nothing_and_a_person_does(
    parts: Parts,
    clock: Clock,
    db: Session,
    invited: Invited,
    model: Model,
    model_server: ModelServer,
    is_named: bool,
):
    started(parts, invited, *((MODEL,) if is_named else ()))
    answer = answered(parts, invited)
    errands = {
        answers.SCORE_TOPIC: tasks.score_then_judge,
        tasks.TOPIC: tasks.Judging(parts.database, model, 1, "large", outside=MODEL),
    }
    dispatch.run_due(parts.database, clock, errands=errands)
    judged = db.exec(
        select(Score).where(Score.answer_id == answer, Score.grader == judging.GRADER)
    ).one()
    db.commit()
    assert bool(model_server.heard) == is_named
    if is_named:
        assert judged.points_milli is not None
        return
    assert (judged.state, judged.points_milli) == ("needs_person", None)
    assert judged.why_json == '["unnamed"]'
    assert "named no language model outside" in judged.reason
    assert judging.unadmitted(db, "default", limit=10) == [], "no trial will change that"
    assert list(again(parts.database, model, invited.id, outside=MODEL)) == []


def test_a_judgement_is_repeated_only_where_the_consent_still_names_its_model(
    parts: Parts,
    clock: Clock,
    invited: Invited,
    model: Model,
    model_server: ModelServer,
):
    started(parts, invited)
    answered(parts, invited)
    errands = {
        answers.SCORE_TOPIC: tasks.score_then_judge,
        tasks.TOPIC: tasks.Judging(parts.database, model, 1, "own"),
    }
    dispatch.run_due(parts.database, clock, errands=errands)
    (one,) = again(parts.database, model, invited.id)
    assert one.is_same
    asked = len(model_server.heard)
    (one,) = again(parts.database, model, invited.id, outside=MODEL)
    assert (one.failed, one.after_milli) == ("unnamed", None)
    assert len(model_server.heard) == asked


def test_no_further_question_is_asked_of_a_model_that_was_not_named(
    parts: Parts,
    invited: Invited,
    model: Model,
    model_server: ModelServer,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
):
    started(parts, invited)
    answer = answered(parts, invited)
    asked: list[tuple[object, str]] = []

    def choose(about: object, model: object, *, why: str = "") -> list[object]:
        asked.append((model, why))
        return []

    monkeypatch.setattr(follow_ups, "choose", choose)
    monkeypatch.setattr(follow_ups.service, "_may_ask", lambda interview, now: True)
    with parts.database.write() as db:
        held = db.get_one(InterviewSession, invited.id)
        policy = Policy(follow_ups=1)
        held.policy_json = policy.model_dump_json()
    job = outbox.Job(1, follow_ups.service.TOPIC, "1", {"answer": answer}, 1)
    follow_ups.FollowUps(parts.database, parts.keys, model, outside=MODEL)(job, clock())
    assert asked == [(None, follow_ups.UNNAMED)]
    assert not model_server.heard

"""A score can be made again from its manifest, and what differs is shown."""

import pytest
from fastapi.testclient import TestClient

from server.auth.people import Person
from server.cli.judging import _rescore
from server.deps import Parts
from server.models import Answer
from server.scoring.judge import service
from server.scoring.judge.judging import Plan, judge
from server.scoring.judge.rescore import again
from server.scoring.llm.model import Model
from tests.server.interview_support import Invited, invite
from tests.server.scoring.model_server import MODEL, ModelServer
from tests.server.scoring.scripted import gullible, honest

TEXT = "It keeps results close to the reader. It trades memory for time. Nothing else."


@pytest.fixture
def judged(client: TestClient, parts: Parts, admin: Person, model: Model) -> Invited:
    invited = invite(parts, admin)
    with parts.database.write() as db:
        answer = Answer(
            session_id=invited.id, session_question_id=invited.written, text=TEXT, revision=1
        )
        db.add(answer)
        db.flush()
        ready = service.ready(db, answer.id)
        assert ready is not None
        plan = Plan(seed=99, samples=2)
        assert service.keep(db, ready, plan, judge(model, ready.case, plan), now=parts.now())
    return invited


def test_the_same_things_give_the_same_score(parts: Parts, judged: Invited, model: Model):
    (found,) = again(parts.database, model, judged.id)
    assert found.is_same
    assert (found.before_milli, found.after_milli, found.changed) == (7500, 7500, ())


def test_another_model_is_named_with_its_difference(
    parts: Parts, judged: Invited, model: Model, model_server: ModelServer
):
    model_server.thinks = lambda heard: honest(heard).replace('"level": 2', '"level": 1')
    (found,) = again(parts.database, model, judged.id)
    assert (found.before_milli, found.after_milli, found.is_same) == (7500, 3750, False)


def test_a_changed_answer_is_named(parts: Parts, judged: Invited, model: Model):
    with parts.database.write() as db:
        db.exec(Answer.__table__.update().values(text="Other words."))  # pyright: ignore
    (found,) = again(parts.database, model, judged.id)
    assert found.changed == ("answer",)


def test_the_command_says_what_it_found_and_stores_nothing(
    parts: Parts,
    judged: Invited,
    model_server: ModelServer,
    capsys: pytest.CaptureFixture[str],
):
    import argparse

    asked = argparse.Namespace(interview=judged.id)
    assert _rescore(parts.settings, asked) == 2
    settings = parts.settings.model_copy(
        update={"llm": "ollama", "llm_url": model_server.url, "llm_model": MODEL}
    )
    assert _rescore(settings, asked) == 0
    assert "question 1: 7.5 -> 7.5\nAll the same." in capsys.readouterr().out
    model_server.thinks = gullible()
    model_server.faults = ["401"]
    assert _rescore(settings, asked) == 1
    assert "failed (misconfigured)" in capsys.readouterr().out

"""Answers go to somebody else's machine only where the person was told so before they began."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server import dispatch, outbox, outside
from server.auth.people import Person
from server.calibration import chosen
from server.candidate import answers
from server.deps import Parts
from server.follow_ups import tasks as follow_ups
from server.models import Answer, CalibrationSet, InterviewSession, Score
from server.scoring.judge import service as judging
from server.scoring.judge import tasks
from server.scoring.judge.rescore import again
from server.scoring.llm.model import Model
from server.settings import Settings
from shared.ids import new_id
from shared.policy import Outside, Policy
from shared.terms import Terms
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite
from tests.server.scoring.conftest import model, model_server  # noqa: F401
from tests.server.scoring.model_server import ModelServer
from tests.server.support import Clock

MODEL = Outside(does="language_model", host="api.example.com")
SPEECH = Outside(does="speech_to_text", host="ours--invigil.modal.run")
TEXT = "It keeps results close to the reader. It trades memory for time."
OUTSIDE = {"llm": "openai", "llm_url": "https://api.example.com/v1", "llm_model": "large"}


@pytest.fixture
def invited(client: TestClient, parts: Parts, admin: Person) -> Invited:
    return invite(parts, admin)


@pytest.fixture
def uses(app: FastAPI, client: TestClient) -> Callable[..., None]:
    """Changes what the server's settings say."""

    def change(**fields: object) -> None:
        parts: Parts = app.state.parts
        app.state.parts = replace(parts, settings=parts.settings.model_copy(update=fields))

    return change


def named(db: Session, interview: str) -> tuple[Outside, ...]:
    found = db.get_one(InterviewSession, interview, populate_existing=True)
    db.commit()  # on SQLite a read holds the writer's place
    return Policy.model_validate_json(found.policy_json).outside


def answered(parts: Parts, invited: Invited) -> str:
    with parts.database.write() as db:
        answer = Answer(
            session_id=invited.id,
            session_question_id=invited.written,
            text=TEXT,
            revision=1,
            done_at=parts.now(),
        )
        db.add(answer)
        db.flush()
        outbox.note(db, "score", f"score:{new_id()}", {"answer": answer.id}, now=parts.now())
        return answer.id


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://api.openai.com/v1", "api.openai.com"),
        ("https://ours--invigil.modal.run", "ours--invigil.modal.run"),
        ("https://8.8.8.8/v1", "8.8.8.8"),
        ("https://[2001:4860:4860::8888]/v1", "2001:4860:4860::8888"),
        ("http://127.0.0.1:11434", ""),
        ("http://[::1]:11434", ""),
        ("http://10.4.0.9:8000/v1", ""),
        ("http://ollama:11434", ""),
        ("http://localhost.:11434", ""),
        ("https://models.internal/v1", ""),
    ],
)
def test_a_machine_is_outside_unless_its_address_says_that_it_is_ones_own(
    settings: Settings, url: str, host: str
):
    asked = settings.model_copy(update={"llm": "openai", "llm_url": url, "llm_model": "m"})
    found = outside.language_model(asked)
    assert (found.host if found else "") == host
    heard = settings.model_copy(update={"use_modal": True, "modal_url": url})
    found = outside.speech_to_text(heard)
    assert (found.host if found else "") == host
    assert outside.services(settings) == ()


def test_the_signed_terms_name_the_services_and_the_start_keeps_what_was_named(
    client: TestClient, invited: Invited, uses, db: Session
):
    uses(**OUTSIDE)
    machine = CandidateMachine(client, invited.token)
    grant = machine.claim()
    assert grant.policy.outside == (MODEL,)
    assert Terms.model_validate_json(grant.signed.text).policy.outside == (MODEL,)
    assert machine.ask_start(consent=outside.NAMES_THEM).status_code == 200
    assert named(db, invited.id) == (MODEL,)
    uses(llm="off", use_modal=True, modal_url=f"https://{SPEECH.host}")
    assert machine.claim().policy.outside == (MODEL,), "what was agreed to stays what was agreed to"


def test_another_service_before_the_start_is_something_new_to_read(
    client: TestClient, invited: Invited, uses, db: Session
):
    machine = CandidateMachine(client, invited.token)
    assert machine.claim().policy.outside == ()
    uses(**OUTSIDE)
    refused = machine.ask_start(consent=outside.NAMES_THEM)
    assert (refused.status_code, refused.json()["code"]) == (409, "terms_changed")
    assert named(db, invited.id) == ()


def test_an_app_that_shows_no_services_agrees_to_none(
    client: TestClient, invited: Invited, uses, db: Session
):
    uses(**OUTSIDE)
    machine = CandidateMachine(client, invited.token)
    machine.claim()
    assert machine.ask_start(consent=outside.NAMES_THEM - 1).status_code == 200
    assert named(db, invited.id) == ()


def test_what_somebody_writes_into_a_policy_by_hand_names_nothing(
    client: TestClient, parts: Parts, invited: Invited, db: Session
):
    with parts.database.write() as writing:
        held = writing.get_one(InterviewSession, invited.id)
        held.policy_json = Policy(outside=(MODEL,)).model_dump_json()
    held = db.get_one(InterviewSession, invited.id)
    assert not outside.may(held, MODEL), "it has not begun"
    db.commit()
    machine = CandidateMachine(client, invited.token)
    assert machine.claim().policy.outside == ()
    assert machine.ask_start(consent=outside.NAMES_THEM).status_code == 200
    assert named(db, invited.id) == ()


def started(parts: Parts, invited: Invited, *services: Outside) -> None:
    with parts.database.write() as db:
        held = db.get_one(InterviewSession, invited.id)
        held.started_at = parts.now()
        held.policy_json = Policy(outside=services).model_dump_json()


@pytest.mark.parametrize("service", [MODEL, SPEECH])
def test_only_the_very_service_that_was_named_may_have_it(
    parts: Parts, invited: Invited, db: Session, service: Outside
):
    started(parts, invited, service)
    held = db.get_one(InterviewSession, invited.id)
    assert outside.may(held, service)
    assert outside.may(held, None)
    assert not outside.may(held, service.model_copy(update={"host": "other.example.com"}))
    assert not outside.may(held, MODEL if service is SPEECH else SPEECH)


@pytest.mark.parametrize("is_named", [True, False])
def test_a_model_that_was_not_named_reads_nothing_and_a_person_does(
    parts: Parts,
    clock: Clock,
    db: Session,
    invited: Invited,
    model: Model,  # noqa: F811
    model_server: ModelServer,  # noqa: F811
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
    model: Model,  # noqa: F811
    model_server: ModelServer,  # noqa: F811
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
    model: Model,  # noqa: F811
    model_server: ModelServer,  # noqa: F811
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


def test_a_recording_that_may_not_go_outside_waits_for_a_person(
    parts: Parts, clock: Clock, db: Session, invited: Invited, client: TestClient, uses
):
    uses(use_modal=True, modal_url=f"https://{SPEECH.host}")
    machine = CandidateMachine(client, invited.token)
    machine.claim()
    machine.ask_start(consent=1)
    refused = client.post(
        "/api/interview/stt",
        content=b"OggS",
        headers={"content-type": "audio/ogg", "authorization": f"Bearer {machine.grant.token}"},
    )
    assert (refused.status_code, refused.json()["code"]) == (503, "no_speech")
    assert refused.json()["detail"] == outside.NOT_NAMED


def test_a_set_of_decisions_shows_a_model_outside_only_answers_that_may_go_there(
    parts: Parts, invited: Invited, admin: Person, db: Session
):
    second = invite(parts, admin)
    started(parts, invited, MODEL)
    started(parts, second)
    lines = [
        {"answer": answered(parts, one), "score": 0.5, "second": None} for one in (invited, second)
    ]
    row = CalibrationSet(
        created_by=admin.id,
        name="Decisions",
        source="decisions",
        answers=2,
        questions=1,
        lines_json=json.dumps(lines),
    )
    found = chosen.lines(db, row, outside=MODEL)
    assert [one is not None for one in found] == [True, False]
    assert all(chosen.lines(db, row))
    db.commit()


def test_the_jobs_are_made_with_the_machines_that_they_speak_to(settings: Settings, parts: Parts):
    asked = settings.model_copy(
        update=OUTSIDE | {"use_modal": True, "modal_url": f"https://{SPEECH.host}"}
    )
    made = dispatch.errands(asked, parts.database, parts.keys, parts.transcriber)
    assert made["judge"].outside == MODEL  # pyright: ignore
    assert made["transcribe"].outside == SPEECH  # pyright: ignore
    assert made["trial"].outside == MODEL  # pyright: ignore
    assert made[follow_ups.service.TOPIC].outside == MODEL  # pyright: ignore
    for one in made.values():
        if hasattr(one, "close"):
            one.close()  # pyright: ignore

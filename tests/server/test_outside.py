"""Answers go to somebody else's machine only where the person was told so before they began."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from server import dispatch, outside
from server.auth.people import Person
from server.calibration import chosen, trials
from server.deps import Parts
from server.follow_ups import service as follow_ups
from server.models import CalibrationSet, InterviewSession
from server.scoring.judge import tasks as judge
from server.settings import Settings
from server.transcripts import service as transcripts
from shared.policy import Outside, Policy
from shared.terms import Terms
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import Invited, invite
from tests.server.outside_support import MODEL, SPEECH, answered, started
from tests.server.support import Clock

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
        made_by=admin.id,
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
    told = {topic: getattr(one, "outside", None) for topic, one in made.items()}
    assert {topic: one for topic, one in told.items() if one is not None} == {
        judge.TOPIC: MODEL,
        transcripts.TOPIC: SPEECH,
        trials.TOPIC: MODEL,
        follow_ups.TOPIC: MODEL,
    }
    for one in made.values():
        getattr(one, "close", lambda: None)()

"""S20: questions before the start or after the end are not readable.

They travel ahead of it, sealed: whoever holds all that a machine holds before the start cannot
open them, and after the end nothing gives them out again.
"""

import base64
import json

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from server.models import SessionQuestion
from shared.exam import Exam, exam_context
from shared.session import Grant, Started
from tests.server.candidate_machine import CandidateMachine, unb64
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial
PROMPT = "What does a cache do?"


def start(machine: CandidateMachine, ahead: str):
    body = {"consent": 1, "terms": machine.grant.terms, "ahead": ahead}
    return machine.signed("POST", f"start/{machine.session}", json.dumps(body).encode())


def opened(grant: Grant, key: bytes) -> Exam:
    assert grant.ahead is not None
    sealed = base64.b64decode(grant.ahead.sealed)
    plain = AESGCM(key).decrypt(sealed[:12], sealed[12:], exam_context(grant.session))
    return Exam.model_validate_json(plain)


def test_what_a_machine_holds_before_the_start_opens_no_question(client, parts, admin, clock):
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=clock.now)
    answer = machine.ask_claim()
    assert PROMPT not in answer.text
    grant = machine.claim()
    assert grant.exam is None
    assert grant.ahead is not None
    for key in (grant.key, grant.server_key, grant.token[:43], b"".hex()):
        with pytest.raises((InvalidTag, ValueError)):
            opened(grant, unb64(key)[:32])
    with pytest.raises(InvalidTag):
        opened(grant, bytes.fromhex(grant.ahead.id))
    path = f"/api/interview/question/{invited.written}"
    asked = client.get(path, headers={"Authorization": f"Bearer {grant.token}"})
    assert asked.json()["code"] == "not_started"


def test_the_start_is_a_small_answer_and_the_same_whenever_it_is_asked(client, parts, admin, clock):
    machine = CandidateMachine(client, invite(parts, admin).token, now=clock.now)
    grant = machine.claim()
    assert grant.ahead is not None
    answer = start(machine, grant.ahead.id)
    assert len(answer.content) < 400
    started = Started.model_validate(answer.json())
    assert started.exam is None
    assert started.exam_key is not None
    assert [one.prompt for one in opened(grant, unb64(started.exam_key)).questions] == [PROMPT] * 2
    again = Started.model_validate(start(machine, grant.ahead.id).json())
    assert again.exam_key == started.exam_key
    # A machine that lost what it held, or never had it, gets the questions whole.
    whole = Started.model_validate(start(machine, "").json())
    assert (whole.exam, whole.exam_key) == (opened(grant, unb64(started.exam_key)), None)


def test_questions_that_changed_meanwhile_have_another_key(client, parts, admin, clock):
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=clock.now)
    grant = machine.claim()
    assert grant.ahead is not None
    with parts.database.write() as db:
        db.get_one(SessionQuestion, invited.written).prompt = "What does an index do?"
    started = Started.model_validate(start(machine, grant.ahead.id).json())
    assert started.exam is not None
    assert started.exam.questions[0].prompt == "What does an index do?"


def test_before_the_window_there_is_nothing_to_hold_and_after_the_end_nothing_to_get(
    client, parts, admin, clock
):
    from datetime import timedelta

    early = invite(parts, admin, opens_at=clock.now + timedelta(hours=1))
    refused = CandidateMachine(client, early.token, now=clock.now).ask_claim()
    assert refused.json()["code"] == "invite_early"

    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=clock.now)
    ahead = machine.claim().ahead
    assert ahead is not None
    machine.start()
    assert machine.claim().ahead is None
    machine.finish()
    assert start(machine, ahead.id).json()["code"] == "already_over"
    over = machine.claim()
    assert (over.exam, over.ahead) == (None, None)
    path = f"/api/interview/question/{invited.written}"
    asked = client.get(path, headers={"Authorization": f"Bearer {over.token}"})
    assert asked.json()["code"] == "already_over"


def test_a_paper_that_no_grant_carries_comes_with_the_start(client, parts, admin, clock):
    invited = invite(parts, admin)
    with parts.database.write() as db:
        db.get_one(SessionQuestion, invited.written).starter = "x" * 5_000_000
    machine = CandidateMachine(client, invited.token, now=clock.now)
    assert machine.claim().ahead is None
    started = machine.start()
    assert started.exam is not None
    assert len(started.exam.questions) == 2

"""S4: a policy or an exam that somebody edited does not pass for the server's."""

import json

import pytest

from client.spool.sealing import open_exam
from client.ui import agreed
from shared.session import Grant, Started
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial


@pytest.fixture
def machine(client, parts, admin, clock) -> CandidateMachine:
    """It holds what a real server handed over."""
    made = CandidateMachine(client, invite(parts, admin).token, now=clock.now)
    made.claim()
    return made


@pytest.fixture
def grant(machine: CandidateMachine) -> Grant:
    return machine.grant


def test_s04_the_servers_own_terms_fit(grant: Grant):
    assert agreed.fits(grant)


def test_s04_no_edit_of_the_terms_fits(grant: Grant):
    said = json.loads(grant.model_dump_json())
    edits = 0
    for part in ("policy", "accommodations"):
        for name, value in said[part].items():
            if not isinstance(value, int):
                continue
            other = not value if isinstance(value, bool) else value + 1
            edited = said | {part: said[part] | {name: other}}
            edits += 1
            assert not agreed.fits(Grant.model_validate_json(json.dumps(edited))), name
    assert edits > 20
    for order in (sorted, lambda names: sorted(names, reverse=True)):
        terms = json.loads(grant.signed.text)
        text = json.dumps({name: terms[name] for name in order(terms)})
        again = grant.signed.model_copy(update={"text": text})
        assert text == grant.signed.text or not agreed.fits(
            grant.model_copy(update={"signed": again})
        )
    composed = grant.signed.model_copy(update={"text": grant.signed.text + "\u0301"})
    assert not agreed.fits(grant.model_copy(update={"signed": composed}))


def test_s04_an_exam_with_one_other_character_does_not_open(machine: CandidateMachine):
    ahead = machine.grant.ahead
    assert ahead is not None
    body = {"consent": 1, "terms": machine.grant.terms, "ahead": ahead.id}
    answer = machine.signed("POST", f"start/{machine.session}", json.dumps(body).encode())
    key = Started.model_validate(answer.json()).exam_key
    assert key is not None
    assert open_exam(ahead, key, machine.session).questions
    with pytest.raises(ValueError, match="does not open"):
        open_exam(ahead, key, "f" * 32)
    for at in range(0, len(ahead.sealed) - 4, 37):
        other = "A" if ahead.sealed[at] != "A" else "B"
        text = ahead.sealed[:at] + other + ahead.sealed[at + 1 :]
        with pytest.raises(ValueError, match="does not open"):
            open_exam(ahead.model_copy(update={"sealed": text}), key, machine.session)

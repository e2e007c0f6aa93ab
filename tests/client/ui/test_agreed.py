"""Terms count as the server signed them, whatever somebody writes into this computer's files."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from client.errors import BadAnswer, SpoolDamaged
from client.exam import State
from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.ui import agreed
from shared.policy import Accommodations, Policy
from shared.session import Grant
from shared.terms import SignedTerms
from tests.client.spool.memory_server import make_grant, sign_terms

KEY = Ed25519PrivateKey.generate()
GRANT = make_grant(KEY)
EDITS: dict[str, Callable[[Grant], Grant]] = {
    "policy": lambda grant: grant.model_copy(update={"policy": Policy(lockdown="off")}),
    "accommodations": lambda grant: grant.model_copy(
        update={"accommodations": Accommodations(extra_time_percent=50)}
    ),
    "duration": lambda grant: grant.model_copy(update={"duration_s": grant.duration_s + 60}),
    "window": lambda grant: grant.model_copy(update={"closes_at": "2027-01-01T00:00:00.000Z"}),
    "another interview's": lambda grant: grant.model_copy(
        update={"signed": make_grant(KEY).signed}
    ),
    "another key": lambda grant: sign_terms(grant, Ed25519PrivateKey.generate()),
    "none": lambda grant: grant.model_copy(update={"signed": SignedTerms()}),
}


def test_what_the_server_signed_is_taken_as_it_is():
    assert agreed.from_server(GRANT) is GRANT


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_was_edited_is_refused(edit: Callable[[Grant], Grant]):
    with pytest.raises(BadAnswer, match="not signed"):
        agreed.from_server(edit(GRANT))


@given(st.integers(0, len(GRANT.signed.text) - 1), st.characters(codec="utf-8"))
def test_a_single_other_character_is_enough(at: int, other: str):
    text = GRANT.signed.text
    changed = text[:at] + other + text[at + 1 :]
    signed = SignedTerms(text=changed, sig=GRANT.signed.sig)
    assert agreed.fits(GRANT.model_copy(update={"signed": signed})) == (changed == text)


def test_a_newer_server_may_say_more():
    said = json.loads(GRANT.signed.text)
    said["policy"]["of_a_newer_server"] = 1
    from client.spool.sealing import to_base64url
    from shared.terms import statement

    text = json.dumps(said)
    signed = SignedTerms(text=text, sig=to_base64url(KEY.sign(statement(text))))
    assert agreed.fits(GRANT.model_copy(update={"signed": signed}))


def test_a_saved_state_goes_on_under_the_signed_terms(tmp_path: Path):
    edited = replace(State(session=GRANT.session), policy=Policy(lockdown="off", probes=False))
    with Spool.create(tmp_path / "spool", GRANT, SigningKey.generate()) as spool:
        after = agreed.kept(edited, spool)
        assert agreed.kept(None, spool) is None
    assert after is not None
    assert after.policy == GRANT.policy


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_grant_that_was_edited_on_this_computer_is_refused(
    edit: Callable[[Grant], Grant], tmp_path: Path
):
    with Spool.create(tmp_path / "spool", GRANT, SigningKey.generate()) as spool:
        spool._grant = edit(GRANT)
        with pytest.raises(SpoolDamaged, match="Open your invitation link again"):
            agreed.kept(State(), spool)

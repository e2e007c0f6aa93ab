"""S6: many clients of one build that nobody released are as unknown as one."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.candidate import door
from server.candidate.setting import Setting
from server.keys import encode
from shared.build import Build, statement
from shared.session import ClaimRequest, Grant
from shared.version import APP_VERSION, PROTOCOL
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial

STRANGE = Build(version=APP_VERSION, platform="linux-x86_64", released="e" * 64, found="e" * 64)
CLIENTS = 100


def seen(admin_client, session: str) -> dict:
    return admin_client.get(f"/api/admin/interviews/{session}").json()["build"]


def test_the_hundredth_client_of_a_build_is_as_unknown_as_the_first(
    parts, admin, admin_client
) -> None:
    closes = parts.now() + timedelta(days=30)
    made = [invite(parts, admin, closes_at=closes) for _ in range(3)]
    with parts.database.write() as db:
        for n in range(CLIENTS):
            key = encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw())
            request = ClaimRequest(
                token=made[n % 3].token,
                public_key=key,
                client_version=APP_VERSION,
                protocol=PROTOCOL,
                build=STRANGE,
            )
            # Another machine gets an interview once the one before has not been heard for a while.
            then = parts.now() + timedelta(minutes=n * 5)
            answer = door.claim(db, request, Setting(parts.settings, parts.keys, then))
            assert isinstance(answer, Grant)
    for one in made:
        build = seen(admin_client, one.id)
        assert (build["standing"], build["released"]) == ("unknown", "e" * 64)
        assert "nothing about the candidate" in build["words"]


def test_an_unknown_build_is_kept_from_nothing(client, parts, admin, admin_client) -> None:
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    assert machine.ask_claim(build=STRANGE.model_dump(mode="json")).status_code == 200
    machine.claim()
    machine.append(STRANGE)
    machine.sync()
    assert machine.ask_start().status_code == 200
    assert seen(admin_client, invited.id)["standing"] == "unknown"


def test_what_the_signed_record_says_counts_over_what_the_claim_said(
    client, parts, admin, admin_client
) -> None:
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    machine.ask_claim(build=STRANGE.model_dump(mode="json"))
    machine.claim()
    other = STRANGE.model_copy(update={"found": "f" * 64, "changed": ("a\0.py",)})
    machine.append(other)
    machine.sync()
    build = seen(admin_client, invited.id)
    assert (build["found"], build["changed"]) == ("f" * 64, ["a\ufffd.py"])


def test_a_signature_of_a_released_build_fits_no_other_list(
    client, parts, admin, admin_client
) -> None:
    key = Ed25519PrivateKey.generate()
    sig = encode(key.sign(statement(STRANGE.model_copy(update={"released": "1" * 64}))))
    invited = invite(parts, admin)
    machine = CandidateMachine(client, invited.token, now=parts.now())
    body = STRANGE.model_copy(update={"sig": sig}).model_dump(mode="json")
    assert machine.ask_claim(build=body).status_code == 200
    assert seen(admin_client, invited.id)["standing"] == "unknown"


@pytest.mark.parametrize(
    "change",
    [{"found": "short"}, {"version": "9" * 41}, {"changed": ["x"] * 21}, {"files": -1}],
)
def test_a_build_of_bad_shape_is_refused_with_its_place(client, parts, admin, change) -> None:
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    refused = machine.ask_claim(build=STRANGE.model_dump(mode="json") | change)
    assert refused.status_code == 422
    assert "build" in refused.text

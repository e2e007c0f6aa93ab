"""A face and a voice as numbers: back to their own machine, and to nobody else."""

import json

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from server.auth.people import Person
from server.deps import Parts
from server.models import IdentityTemplate, InterviewSession
from server.storage import BlobStore
from shared.events import Artifact, Enrolled, SegmentStarted
from shared.ids import sha256_hex
from shared.templates import MEDIA_TYPE, Template
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.support import Clock

FACE = Template(what="face", model="arcface/1", sha256="a" * 64, values_micro=(250_123,) * 16)
VOICE = Template(what="voice", model="ecapa/1", sha256="b" * 64, values_micro=(-176_321,) * 32)


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    made = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    made.claim()
    return made


def content(template: Template) -> bytes:
    return template.model_dump_json().encode()


def enrol(machine: CandidateMachine, template: Template, *, kept: bytes | None = None) -> Artifact:
    """As the app does it: the sealed numbers first, then the row that names them."""
    artifact = machine.put_blob(kept or content(template), MEDIA_TYPE)
    what = "selfie" if template.what == "face" else "voice"
    row = machine.append(Enrolled(what=what, template=artifact, model=template.model))
    machine.sync([row])
    return artifact


def rows(db: Session) -> list[IdentityTemplate]:
    found = list(db.exec(select(IdentityTemplate)))
    db.rollback()
    return found


def test_a_first_claim_has_nothing_to_compare_with(machine: CandidateMachine) -> None:
    assert (machine.grant.face, machine.grant.voice) == (None, None)


def test_a_new_machine_gets_the_templates_of_this_interview(
    machine: CandidateMachine, client: TestClient, clock: Clock, db: Session
) -> None:
    enrol(machine, FACE)
    enrol(machine, VOICE)
    clock.advance(minutes=10)
    replacement = CandidateMachine(client, machine.token, now=clock())
    grant = replacement.claim()
    assert grant.segment == 2
    assert (grant.face, grant.voice) == (FACE, VOICE)
    assert [(each.what, each.model, each.model_sha256) for each in rows(db)] == [
        ("face", "arcface/1", "a" * 64),
        ("voice", "ecapa/1", "b" * 64),
    ]


def test_a_machine_that_lost_its_spool_goes_on_comparing(machine: CandidateMachine) -> None:
    enrol(machine, FACE)
    assert machine.claim().face == FACE


def test_a_later_sample_takes_the_place_of_the_one_before(
    machine: CandidateMachine, db: Session
) -> None:
    enrol(machine, FACE)
    better = FACE.model_copy(update={"samples": 7})
    enrol(machine, better)
    assert machine.claim().face == better
    assert len(rows(db)) == 1


def test_numbers_that_arrive_after_their_row_are_found(machine: CandidateMachine) -> None:
    sealed = machine.seal(content(FACE), b"blob")
    named = Artifact.model_validate(
        {"sha256": sha256_hex(sealed), "media_type": MEDIA_TYPE, "size": len(sealed)}
    )
    machine.sync([machine.append(Enrolled(what="selfie", template=named, model="arcface/1"))])
    assert machine.claim().face is None
    assert machine.ask_blob(sealed).status_code == 204
    assert machine.claim().face == FACE


@pytest.mark.expects_log
@pytest.mark.parametrize("kept", [b"{}", b"no json", content(VOICE), b"x" * 200_000])
def test_what_is_no_template_costs_the_comparison_and_nothing_else(
    machine: CandidateMachine, kept: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    enrol(machine, FACE, kept=kept)
    assert machine.claim().face is None
    assert "cannot be read" in caplog.text
    assert "176321" not in caplog.text


def test_nobody_is_shown_the_numbers(
    machine: CandidateMachine, admin_client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    artifact = enrol(machine, FACE)
    with_other_type = artifact.model_copy(update={"media_type": "image/jpeg"})
    hidden = machine.append(Enrolled(what="selfie", template=with_other_type, model="m"))
    machine.sync([hidden])
    address = f"/api/admin/result/{machine.session}"
    result = admin_client.get(address).json()
    assert [each["what"] for each in result["templates"]] == ["face"]
    everything = json.dumps(result) + admin_client.get(f"{address}/events").text + caplog.text
    assert artifact.sha256 not in everything
    assert "250123" not in everything
    look = admin_client.get(f"{address}/evidence/{artifact.sha256}")
    assert (look.status_code, look.json()["code"]) == (404, "not_found")


def test_templates_are_sealed_on_the_disk_and_go_with_the_interview(
    machine: CandidateMachine, admin_client: TestClient, parts: Parts, db: Session
) -> None:
    artifact = enrol(machine, FACE)
    blobs = BlobStore(parts.settings.data_dir / "blobs")
    assert b"250123" not in (blobs.get(machine.session, artifact.sha256) or b"")
    gone = admin_client.delete(f"/api/admin/interviews/{machine.session}")
    assert gone.status_code == 204
    assert rows(db) == []
    assert not blobs.has(machine.session, artifact.sha256)
    assert not (parts.settings.data_dir / "blobs" / machine.session[:2] / machine.session).exists()


def test_a_candidate_is_the_same_in_all_interviews_and_named_by_no_address(
    client: TestClient, parts: Parts, admin: Person, db: Session
) -> None:
    for _ in range(2):
        machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
        machine.claim()
        enrol(machine, FACE)
    kept = rows(db)
    assert len({each.candidate for each in kept}) == 1
    assert len({each.session_id for each in kept}) == 2
    assert {each.org_id for each in kept} == {"0" * 32}


def test_another_address_is_another_person(
    machine: CandidateMachine, admin_client: TestClient, db: Session
) -> None:
    enrol(machine, FACE)
    address = f"/api/admin/interviews/{machine.session}"
    same = admin_client.patch(address, json={"candidate_email": "GRACE@example.org"})
    assert same.status_code == 200
    assert len(rows(db)) == 1
    admin_client.patch(address, json={"candidate_email": "else@example.org"})
    assert rows(db) == []
    assert machine.claim().face is None


def test_an_erased_key_leaves_no_template(
    machine: CandidateMachine, parts: Parts, db: Session
) -> None:
    enrol(machine, FACE)
    with parts.database.write() as writing:
        interview = writing.get(InterviewSession, machine.session)
        assert interview is not None
        interview.key_sealed = None
    assert machine.ask_claim().json()["code"] == "invite_revoked"


def test_a_row_without_a_template_keeps_none(machine: CandidateMachine, db: Session) -> None:
    machine.append(SegmentStarted(segment=1, client_version="0.1.0"))
    machine.append(Enrolled(what="voice", detail="12 s"))
    machine.sync()
    assert rows(db) == []

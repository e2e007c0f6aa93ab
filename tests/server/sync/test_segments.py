"""A re-opening begins a segment of the record on the same machine; the verifier tells it apart."""

import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server import verify
from server.auth.people import Person
from server.deps import Parts
from server.models import InterviewSession, RecordRow
from server.sync.rules import Segments, segment_fault
from shared.events import InstructionApplied, SegmentStarted, SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite
from tests.server.signed_record import packed
from tests.server.support import Clock


@pytest.fixture
def machine(client: TestClient, parts: Parts, admin: Person) -> CandidateMachine:
    """A candidate who handed in, after four rows."""
    made = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    made.claim()
    made.start()
    begin(made, 1, "claim")
    work(made, 3)
    made.sync()
    made.finish()
    return made


def begin(machine: CandidateMachine, segment: int, reason: str) -> None:
    body = {"segment": segment, "client_version": "0.1.0", "reason": reason}
    machine.append(SegmentStarted.model_validate(body))


def work(machine: CandidateMachine, rows: int) -> None:
    for _ in range(rows):
        machine.append(SystemNoted(what="app_restarted"))


def reopen(client: TestClient, machine: CandidateMachine) -> None:
    body = {"action": "reopen", "reason": "mistake", "seconds": 600}
    answer = client.post(f"/api/admin/interviews/{machine.session}/actions", json=body)
    assert answer.status_code == 200, answer.text


def segments(db: Session) -> list[int]:
    found = db.exec(select(RecordRow.segment).order_by(col(RecordRow.seq))).all()
    db.commit()
    return list(found)


def files(client: TestClient, machine: CandidateMachine) -> dict[str, bytes]:
    answer = client.get(f"/api/admin/result/{machine.session}/record.zip")
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def verified(client: TestClient, machine: CandidateMachine) -> verify.Report:
    return verify.verify(io.BytesIO(packed(files(client, machine))))


def relabelled(record: dict[str, bytes], labels: list[int]) -> str:
    """Where the record breaks with other numbers of segments on its lines."""
    lines = [json.loads(line) for line in record["rows.jsonl"].splitlines()]
    rows = [json.dumps(line | {"segment": to}) for line, to in zip(lines, labels, strict=True)]
    changed = record | {"rows.jsonl": "".join(f"{row}\n" for row in rows).encode()}
    with pytest.raises(verify.Broken) as found:
        verify.verify(io.BytesIO(packed(changed)))
    return found.value.place


def test_what_follows_a_reopening_is_a_segment_of_its_own(
    machine: CandidateMachine, admin_client: TestClient, db: Session
):
    handed_in = machine.head
    reopen(admin_client, machine)
    begin(machine, 2, "reopened")
    machine.append(InstructionApplied(number=1, action="reopen"))
    work(machine, 1)
    receipt = machine.sync(applied=1)
    assert (receipt.acked, receipt.quarantined) == (machine.head, ())
    assert segments(db) == [1, 1, 1, 1, 2, 2, 2]
    # It names the last head that the server had countersigned.
    assert machine.rows[4].row.prev == handed_in.hash
    assert machine.sync(applied=1).acked == machine.head
    # The machine keeps its lease, and what it holds on disk.
    assert machine.ask_claim().json()["segment"] == 1
    assert db.exec(select(InterviewSession.segment)).one() == 1
    db.commit()
    machine.finish()
    found = verified(admin_client, machine)
    assert (found.rows, found.segments, found.opened) == (7, 2, 7)
    page = admin_client.get(f"/api/admin/result/{machine.session}").json()
    assert page["record"]["segments"] == 2


def test_the_verifier_names_the_row_whose_segment_does_not_hold(
    machine: CandidateMachine, admin_client: TestClient
):
    reopen(admin_client, machine)
    begin(machine, 2, "reopened")
    work(machine, 2)
    machine.sync(applied=1)
    record = files(admin_client, machine)
    assert relabelled(record, [1, 1, 1, 2, 2, 2, 2]) == "rows.jsonl:4"  # before the re-opening
    assert relabelled(record, [1, 1, 1, 1, 1, 1, 1]) == "rows.jsonl:5"  # its row says 2
    assert relabelled(record, [1, 1, 1, 1, 2, 1, 2]) == "rows.jsonl:6"
    assert relabelled(record, [1, 1, 1, 1, 2, 2, 3]) == "rows.jsonl:7"  # nobody began a third
    assert relabelled(record, [1, 1, 1, 1, 2, 2, 2]) == "rows.jsonl"  # not as the manifest says


def test_another_machine_goes_on_after_the_segments_of_the_first(
    machine: CandidateMachine,
    admin_client: TestClient,
    client: TestClient,
    clock: Clock,
    db: Session,
):
    reopen(admin_client, machine)
    begin(machine, 2, "reopened")
    machine.sync(applied=1)
    clock.advance(seconds=61)
    second = CandidateMachine(client, machine.token, now=clock.now)
    assert second.claim().segment == 3
    begin(second, 3, "lost_spool")
    assert second.sync().quarantined == ()
    assert segments(db) == [1, 1, 1, 1, 2, 3]


def test_an_app_that_counts_no_segments_stays_in_its_own(
    machine: CandidateMachine, admin_client: TestClient, db: Session
):
    reopen(admin_client, machine)
    work(machine, 1)
    assert machine.sync(applied=1).quarantined == ()
    assert segments(db) == [1] * 5
    assert verified(admin_client, machine).segments == 1


def test_no_machine_begins_a_segment_of_its_own_accord(machine: CandidateMachine, db: Session):
    begin(machine, 2, "reopened")
    work(machine, 1)
    assert machine.sync().quarantined == (5,)
    assert segments(db) == [1] * 6


@pytest.mark.parametrize(
    ("segment", "reason", "stands", "fits"),
    [
        (1, "claim", Segments(lease=1, record=1, reopenings=0), True),
        (3, "lost_spool", Segments(lease=3, record=3, reopenings=0), True),
        (2, "claim", Segments(lease=1, record=1, reopenings=1), False),
        (2, "reopened", Segments(lease=1, record=1, reopenings=1), True),
        (3, "reopened", Segments(lease=1, record=2, reopenings=1), False),
        (3, "reopened", Segments(lease=1, record=2, reopenings=2), True),
        (1, "reopened", Segments(lease=1, record=1, reopenings=1), False),
        (4, "reopened", Segments(lease=1, record=2, reopenings=9), False),
        (4, "reopened", Segments(lease=3, record=3, reopenings=1), True),
    ],
)
def test_a_segment_begins_with_a_claim_or_a_reopening(
    segment: int, reason: str, stands: Segments, fits: bool
):
    body = {"segment": segment, "client_version": "0.1.0", "reason": reason}
    assert (segment_fault(SegmentStarted.model_validate(body), stands) == "") is fits

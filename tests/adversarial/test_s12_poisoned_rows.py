"""S12: one poisoned row among five hundred is set aside; the others are in the record."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, func, select

from server.models import RecordRow
from shared.events import SystemNoted
from shared.sync import MAX_ROWS
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial
ROWS, POISON = 500, 250

POISONS = {
    "no JSON": b"\xff\xfe{",
    "a bomb of brackets": b"[" * 100_000,
    "a number beyond every column": b'{"what":"app_restarted","gap_ms":' + b"9" * 400 + b"}",
    "another shape": b'{"what":["app_restarted"]}',
    "a lone surrogate": b'{"what":"app_restarted","detail":"\\ud800"}',
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS.keys())
def test_one_poisoned_row_holds_up_none_of_its_neighbours(
    client: TestClient, parts, admin, db: Session, poison: bytes
):
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    for number in range(1, ROWS + 1):
        if number == POISON:
            machine.append_raw("system", poison)
        else:
            machine.append(SystemNoted(what="app_restarted"))
    quarantined: tuple[int, ...] = ()
    for begin in range(0, ROWS, MAX_ROWS):
        receipt = machine.sync(machine.rows[begin : begin + MAX_ROWS])
        quarantined += receipt.quarantined
    assert receipt.acked == machine.head, "all are acknowledged, the poisoned one too"
    assert quarantined == (POISON,)
    counted = select(func.count()).where(col(RecordRow.state) == "ok")
    assert db.exec(counted).one() == ROWS - len(quarantined)
    assert db.exec(select(func.count()).select_from(RecordRow)).one() == ROWS
    db.commit()

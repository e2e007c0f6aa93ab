"""S7: rows that are forged, reordered, dropped, doubled, back-dated or cut on their way.

What reaches the server as a record is the machine's own chain or a refusal, and it is stored once.
What is changed in a downloaded record is found by `invigil-verify`: `tests/server/test_verify.py`.
"""

import base64
import random
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from server.models import ForkRow, RecordRow
from shared.chain import first_break
from shared.events import SystemNoted
from tests.server.candidate_machine import CandidateMachine
from tests.server.interview_support import invite

pytestmark = pytest.mark.adversarial
ROUNDS = 40

Wire = dict[str, str]
Change = Callable[[list[Wire], random.Random], None]


def _forge(rows: list[Wire], chance: random.Random) -> None:
    row = chance.choice(rows)
    row["row"] = row["row"].replace('"mono_ms":', '"mono_ms":9', 1)


def _reorder(rows: list[Wire], chance: random.Random) -> None:
    chance.shuffle(rows)


def _drop(rows: list[Wire], chance: random.Random) -> None:
    del rows[chance.randrange(len(rows))]


def _double(rows: list[Wire], chance: random.Random) -> None:
    at = chance.randrange(len(rows))
    rows.insert(at, dict(rows[at]))


def _back_date(rows: list[Wire], chance: random.Random) -> None:
    row = chance.choice(rows)
    row["row"] = row["row"].replace('"at":"2026', '"at":"2025', 1)


def _cut(rows: list[Wire], chance: random.Random) -> None:
    del rows[chance.randrange(1, len(rows)) :]


def _swap_bodies(rows: list[Wire], chance: random.Random) -> None:
    first, second = chance.sample(rows, 2)
    first["sealed"], second["sealed"] = second["sealed"], first["sealed"]


CHANGES: tuple[Change, ...] = (*(_forge, _reorder, _drop, _double, _back_date, _cut, _swap_bodies),)


def test_whatever_comes_in_between_the_record_is_one_chain_without_doubles(
    client: TestClient, parts, admin, db: Session
):
    chance = random.Random(20261129)
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    for number in range(ROUNDS):
        begin = len(machine.rows)
        for part in range(5):
            machine.append(SystemNoted(what="app_restarted", detail=f"{number}.{part}"))
        batch = machine.batch(machine.rows[begin:])
        chance.choice(CHANGES)(batch["rows"], chance)
        answer = machine.ask_sync([], rows=batch["rows"])
        assert answer.status_code in (200, 409), answer.text
        if answer.status_code == 409:
            assert answer.json()["code"] in ("chain_fork", "chain_gap")
        stored = db.exec(select(RecordRow).order_by(col(RecordRow.seq))).all()
        db.commit()
        assert first_break([row.row for row in stored], session=machine.session) is None
        assert [row.seq for row in stored] == list(range(1, len(stored) + 1))
        if any(row.hash not in {sent.row.hash for sent in machine.rows} for row in stored):
            # It came first, in the machine's name: from here on the honest rows are a fork.
            assert machine.ask_sync(machine.rows[begin:]).json()["code"] == "chain_fork"
            assert db.exec(select(ForkRow)).first() is not None
            db.commit()
            break
        machine.sync(machine.rows[len(stored) :])


def test_a_body_under_another_row_is_kept_and_not_believed(
    client: TestClient, parts, admin, db: Session
):
    machine = CandidateMachine(client, invite(parts, admin).token, now=parts.now())
    machine.claim()
    machine.start()
    first, second = (machine.append(SystemNoted(what="app_restarted")) for _ in range(2))
    rows = [first.wire() | {"sealed": second.wire()["sealed"]}, second.wire()]
    answer = machine.ask_sync([], rows=rows)
    assert answer.json()["quarantined"] == [1]
    stored = db.exec(select(RecordRow).order_by(col(RecordRow.seq))).all()
    assert [row.state for row in stored] == ["quarantined", "ok"]
    assert base64.b64encode(stored[0].sealed).decode() == rows[0]["sealed"]
    db.commit()

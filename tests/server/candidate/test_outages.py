"""An hour without network and an hour of sleep: the app's own flow, spool and uploader against the
real server, on one clock that both read.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, col, select

from client import exam
from client.api import InterviewApi
from client.exam import Append, Now, State, step
from client.spool.claims import Claims
from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.spool.uploader import Online, Uploader
from server.models import Answer, AnswerRevision, InterviewSession, RecordRow, SessionQuestion
from shared.clock import parse_utc
from shared.ids import sha256_hex
from shared.policy import Policy
from shared.session import ClaimRequest
from shared.sync import Heartbeat, Receipt
from shared.version import APP_VERSION, PROTOCOL
from tests.server.interview_support import Invited, invite
from tests.server.support import Clock

HOUR_S = 3600
WITHIN_MS = 2000


@dataclass
class Weather(httpx.BaseTransport):
    """The way to the server, which may be closed; and both of the machine's clocks."""

    http: TestClient
    clock: Clock
    fair: bool = True

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not self.fair:
            raise httpx.ConnectError("no route")
        answer = self.http.request(
            request.method,
            request.url.path,
            content=request.read(),
            headers=dict(request.headers),
        )
        return httpx.Response(
            answer.status_code, content=answer.content, headers=dict(answer.headers)
        )

    def now(self) -> datetime:
        return self.clock.now

    def mono(self) -> float:
        return self.clock.now.timestamp()


class Machine:
    """A candidate's machine without a window: flow, spool, uploader."""

    def __init__(self, http: TestClient, token: str, folder: Path, clock: Clock) -> None:
        self.weather = Weather(http, clock)
        self._clock = clock
        key = SigningKey.generate()
        api = InterviewApi("http://127.0.0.1:8080", transport=self.weather)
        grant = api.claim(
            ClaimRequest(
                token=token,
                public_key=key.public,
                client_version=APP_VERSION,
                protocol=PROTOCOL,
            )
        )
        self.spool = Spool.create(folder, grant, key)
        self.said: list[object] = []
        self.uploader = Uploader(
            self.spool,
            api,
            clock=self.weather,
            on_receipt=self._heard,
            on_state=self.said.append,
            chance=lambda: 1.0,
        )
        assert grant.ahead is not None
        started = self.spool.save_started(api.start(1, grant.terms, ahead=grant.ahead.id))
        self.state = State(
            screen=exam.Screen.VOICE,
            phase="recorded",
            policy=grant.policy,
            question_count=2,
            live=exam.Live(busy="starting"),
        )
        self.feed(exam.StartAnswered(started))

    def now(self) -> Now:
        ms = round(self._clock.now.timestamp() * 1000)
        return Now(ms, ms, "one")

    def feed(self, happened: exam.Input) -> None:
        now = self.now()
        self.state, effects = step(self.state, happened, now)
        for effect in effects:
            if isinstance(effect, Append):
                saved = exam.dump(self.state)
                self.spool.append(effect.body, at=self._clock.now, mono_ms=now.mono_ms, state=saved)

    def send(self) -> None:
        """Turns of the uploader until nothing waits."""
        clock = self.state.clock
        assert clock is not None
        self.uploader.set_heartbeat(Heartbeat(), Claims(lost_ms=clock.lost_ms))
        for _ in range(200):
            self.uploader.turn()
            if self.spool.backlog().rows == 0:
                return
        raise AssertionError("rows are left")

    def _heard(self, receipt: Receipt) -> None:
        ends = None if receipt.deadline_at is None else ms_of(receipt.deadline_at)
        self.feed(
            exam.ServerHeard(ms_of(receipt.received_at), ends, receipt.lost_ms, receipt.credited_ms)
        )


def ms_of(text: str) -> int:
    return round(parse_utc(text).timestamp() * 1000)


@pytest.fixture
def invited(parts, admin) -> Invited:
    made = invite(parts, admin)
    policy = Policy(outage_credit_s=HOUR_S, speak_questions=False, transcribe=False)
    with parts.database.write() as db:
        interview = db.get_one(InterviewSession, made.id)
        interview.duration_s = 3 * HOUR_S
        interview.policy_json = policy.model_dump_json()
        db.get_one(SessionQuestion, made.written).time_limit_s = 3 * HOUR_S
    return made


@pytest.fixture
def machine(client, invited, tmp_path, clock):
    made = Machine(client, invited.token, tmp_path / "spool", clock)
    yield made
    made.spool.close()


def held(db: Session) -> list[str]:
    rows = db.exec(select(RecordRow.hash).order_by(col(RecordRow.seq))).all()
    db.commit()
    return list(rows)


def ends_ms(parts, key: str) -> tuple[int, int]:
    """(deadline, credited) at the server."""
    with parts.database.read() as db:
        interview = db.get_one(InterviewSession, key)
        assert interview.deadline_at is not None
        return round(interview.deadline_at.timestamp() * 1000), interview.credited_ms


@pytest.mark.expects_log
def test_an_hour_without_network_loses_no_row_and_no_second(
    machine: Machine, invited: Invited, parts, clock: Clock, db: Session
):
    machine.send()
    machine.weather.fair = False
    for minute in range(60):
        for _ in range(30):
            clock.advance(seconds=2)
            machine.feed(exam.Ticked())
        machine.feed(exam.Typed(invited.written, f"minute {minute}"))
        machine.uploader.turn()
    assert machine.spool.backlog().rows >= 60
    left = exam.total_left_ms(machine.state, machine.now())
    machine.weather.fair = True
    machine.send()
    assert isinstance(machine.said[-1], Online)
    assert held(db) == [sha256_hex(row.envelope) for row in machine.spool.rows()]
    answer = db.exec(select(Answer)).one()
    assert (answer.text, answer.revision, answer.late) == ("minute 59", 60, False)
    assert not any(db.exec(select(AnswerRevision.late)).all())
    db.commit()
    # Nothing was lost, so nothing is given back: both ends agree on the end that was agreed.
    deadline, credited = ends_ms(parts, invited.id)
    assert credited == 0
    clock_here = machine.state.clock
    assert clock_here is not None
    assert abs(clock_here.deadline_ms - deadline) <= WITHIN_MS
    assert left == exam.total_left_ms(machine.state, machine.now())


@pytest.mark.parametrize("network_back_s", [0, 30])
def test_an_hour_of_sleep_is_given_back_within_two_seconds_on_both_ends(
    machine: Machine, invited: Invited, parts, clock: Clock, network_back_s: int
):
    machine.feed(exam.Typed(invited.written, "before"))
    machine.feed(exam.Ticked())
    machine.send()
    before = exam.total_left_ms(machine.state, machine.now())
    assert before is not None
    clock.advance(seconds=HOUR_S)
    machine.feed(exam.Ticked())
    here = exam.total_left_ms(machine.state, machine.now())
    assert here is not None
    assert abs(before - here) <= WITHIN_MS
    clock.now += timedelta(seconds=network_back_s)
    machine.send()
    deadline, credited = ends_ms(parts, invited.id)
    assert abs(credited - HOUR_S * 1000) <= WITHIN_MS
    there = deadline - machine.now().utc_ms
    assert abs(there - (before - network_back_s * 1000)) <= WITHIN_MS
    after = exam.total_left_ms(machine.state, machine.now())
    assert after is not None
    assert abs(after - there) <= WITHIN_MS

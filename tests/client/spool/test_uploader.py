"""Everything reaches the server once, whatever the weather, and the person hears of it once."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from client.api import InterviewApi
from client.errors import DiskFull
from client.spool.store import Backlog, Spool
from client.spool.uploader import Offline, Online, Stopped, Uploader, UploadState
from shared.chain import first_break
from shared.events import AnswerRevised
from shared.ids import new_id
from shared.sync import Batch, Heartbeat, Receipt
from tests.client.spool.memory_server import T0, MemoryServer, refusal

QUESTION = new_id()
UNREACHABLE = "The server cannot be reached. Check your network connection and try again."


class HandClock:
    """Moves only when told, and a little with each reading, as requests take time."""

    def __init__(self) -> None:
        self.mono_s = 1000.0

    def now(self) -> datetime:
        return T0 + timedelta(seconds=self.mono_s)

    def mono(self) -> float:
        self.mono_s += 0.001
        return self.mono_s


def fill(spool: Spool, rows: int, blobs: int = 0) -> None:
    for n in range(1, rows + 1):
        body = AnswerRevised(question=QUESTION, revision=n, text=f"revision {n}", at_ms=n)
        spool.append(body, at=T0, mono_ms=n)
    for n in range(blobs):
        spool.put_blob(b"sound %d" % n, "audio/ogg")


@pytest.fixture
def said() -> list[UploadState]:
    return []


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def uploader(
    spool: Spool, api: InterviewApi, clock: HandClock, said: list[UploadState]
) -> Uploader:
    return Uploader(spool, api, clock=clock, on_state=said.append, chance=lambda: 0.5)


def turns(uploader: Uploader, clock: HandClock, count: int) -> list[float | None]:
    waits: list[float | None] = []
    for _ in range(count):
        wait_s = uploader.turn()
        waits.append(wait_s)
        clock.mono_s += wait_s or 0.0
    return waits


def test_rows_and_blobs_arrive_and_are_marked(
    spool: Spool, server: MemoryServer, uploader: Uploader, clock: HandClock
):
    fill(spool, 450, blobs=3)
    turns(uploader, clock, 3)
    assert first_break(server.rows, session=spool.grant.session) is None
    assert len(server.rows) == 450
    assert len(server.blobs) == 3
    assert spool.backlog() == Backlog(rows=0, blobs=0, bytes=0)


def test_one_sync_a_second_while_nothing_happens(uploader: Uploader, clock: HandClock):
    waits = turns(uploader, clock, 5)
    assert all(wait_s is not None and 0.9 < wait_s <= 1.0 for wait_s in waits)


def test_backlog_is_sent_without_pauses(spool: Spool, uploader: Uploader):
    fill(spool, 450)
    assert uploader.turn() == 0.0
    assert uploader.turn() == 0.0
    assert uploader.turn() != 0.0


def test_loaded_server_is_asked_less_often_even_with_a_backlog(
    spool: Spool, server: MemoryServer, uploader: Uploader
):
    server.load = 10
    fill(spool, 450)
    wait_s = uploader.turn()
    assert wait_s is not None
    assert wait_s > 4.9


def test_heartbeat_says_how_this_machine_is(
    spool: Spool, server: MemoryServer, uploader: Uploader, monkeypatch: pytest.MonkeyPatch
):
    bodies: list[bytes] = []
    receipt = server.receipt
    monkeypatch.setattr(server, "receipt", lambda body: bodies.append(body) or receipt(body))
    fill(spool, 2)
    uploader.set_heartbeat(Heartbeat(question=3, open_signals=("second_face",)))
    uploader.turn()
    batch = Batch.model_validate_json(bodies[0])
    assert (batch.heartbeat.question, batch.heartbeat.spool_rows) == (3, 2)
    assert batch.segment == spool.grant.segment


def test_network_is_mentioned_once_when_it_goes_and_once_when_it_is_back(
    spool: Spool,
    server: MemoryServer,
    uploader: Uploader,
    clock: HandClock,
    said: list[UploadState],
):
    turns(uploader, clock, 2)
    server.weather = lambda n, path: "lost before"
    waits = turns(uploader, clock, 6)
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 15.0]
    fill(spool, 14)
    server.weather = lambda n, path: "fair"
    turns(uploader, clock, 3)
    assert said == [
        Online(rows_behind=0, blobs_behind=0),
        Offline(UNREACHABLE, "unreachable"),
        Online(rows_behind=0, blobs_behind=0),
    ]


def test_retry_after_is_honoured(server: MemoryServer, uploader: Uploader):
    server.weather = lambda n, path: refusal("overloaded", **{"Retry-After": "20"})
    wait_s = uploader.turn()
    assert wait_s is not None
    assert 20.0 <= wait_s <= 40.0


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "code", ["open_elsewhere", "chain_fork", "bad_signature", "not_signed_in", "client_too_old"]
)
def test_refusal_that_stays_stops_with_a_sentence_and_keeps_everything(
    spool: Spool, server: MemoryServer, uploader: Uploader, said: list[UploadState], code: str
):
    fill(spool, 3)
    server.weather = lambda n, path: refusal(code)
    assert uploader.turn() is None
    (stopped,) = said
    assert isinstance(stopped, Stopped)
    assert stopped.code == code
    assert len(stopped.message) > 20
    assert spool.backlog().rows == 3


@pytest.mark.expects_log
def test_server_that_countersigns_another_record_stops_us(
    server: MemoryServer, uploader: Uploader, said: list[UploadState]
):
    server.rows = [b"a row that we never wrote"]
    assert uploader.turn() is None
    assert [type(state) for state in said] == [Stopped]


def test_rows_that_are_too_much_at_once_go_in_smaller_batches(
    spool: Spool, server: MemoryServer, uploader: Uploader, clock: HandClock
):
    fill(spool, 200)
    server.weather = lambda n, path: refusal("too_large") if n <= 2 else "fair"
    turns(uploader, clock, 2)
    uploader.turn()
    assert len(server.rows) == 50


def test_server_that_lost_rows_gets_them_again(
    spool: Spool, server: MemoryServer, uploader: Uploader, clock: HandClock, caplog
):
    caplog.set_level("CRITICAL", logger="client.spool.store")
    fill(spool, 6)
    turns(uploader, clock, 1)
    server.rows = server.rows[:2]
    fill(spool, 1)
    turns(uploader, clock, 4)
    assert len(server.rows) == 7


def test_spool_from_a_backup_finds_a_counter_that_is_accepted(
    spool: Spool, server: MemoryServer, uploader: Uploader, clock: HandClock
):
    server.counter = 5_000
    fill(spool, 1)
    turns(uploader, clock, 4)
    assert len(server.rows) == 1


def test_blob_that_the_server_lacks_is_sent_again(
    spool: Spool, server: MemoryServer, uploader: Uploader, clock: HandClock
):
    fill(spool, 1, blobs=1)
    turns(uploader, clock, 2)
    (address,) = server.blobs
    server.blobs.clear()
    server.missing = (address,)
    turns(uploader, clock, 1)
    assert list(server.blobs) == [address]


@pytest.mark.expects_log
def test_blob_that_can_never_go_holds_nothing_up(
    spool: Spool, server: MemoryServer, uploader: Uploader, clock: HandClock
):
    fill(spool, 1, blobs=2)
    first, second = spool.pending_blobs()
    (spool.folder / "blobs" / first.sha256).unlink()
    server.weather = lambda n, path: (
        refusal("too_large") if path.endswith(second.sha256) else "fair"
    )
    third = spool.put_blob(b"third", "audio/ogg")
    turns(uploader, clock, 2)
    assert list(server.blobs) == [third.sha256]
    assert spool.refused_blobs() == (
        (first.sha256, "spool_damaged"),
        (second.sha256, "too_large"),
    )


@pytest.mark.expects_log
def test_server_without_room_for_blobs_still_gets_rows(
    spool: Spool, server: MemoryServer, uploader: Uploader, clock: HandClock
):
    server.weather = lambda n, path: refusal("evidence_full") if "/blob/" in path else "fair"
    fill(spool, 1, blobs=2)
    turns(uploader, clock, 3)
    fill(spool, 1)
    turns(uploader, clock, 1)
    assert len(server.rows) == 2
    assert sum("/blob/" in path for path in server.requests) == 1
    assert spool.backlog().blobs == 2


def test_full_disk_pauses_and_goes_on(
    spool: Spool, server: MemoryServer, uploader: Uploader, monkeypatch: pytest.MonkeyPatch
):
    fill(spool, 1)
    acknowledge = spool.acknowledge
    monkeypatch.setattr(spool, "acknowledge", raising(DiskFull(spool.folder)))
    assert uploader.turn() == 0.5
    monkeypatch.setattr(spool, "acknowledge", acknowledge)
    uploader.turn()
    assert spool.backlog().rows == 0
    assert len(server.rows) == 1


def raising(error: Exception) -> Callable[[Receipt], None]:
    def fail(receipt: Receipt, sent: bytes | None = None) -> None:
        raise error

    return fail


def test_clock_of_the_server_is_known_after_a_receipt(uploader: Uploader, clock: HandClock):
    assert uploader.server_time is None
    uploader.turn()
    known = uploader.server_time
    assert known is not None
    assert abs((known.at(clock.mono_s) - T0).total_seconds()) < 1


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32), loss=st.floats(0, 0.8))
def test_nothing_is_lost_or_doubled_in_any_weather(
    tmp_path_factory: pytest.TempPathFactory,
    grant,
    server_key,
    signing_key,
    seed: int,
    loss: float,
):
    chance = random.Random(seed)
    server = MemoryServer(grant, server_key, signing_key.public)
    kinds = ["lost before", "lost after", refusal("overloaded"), refusal("internal")]
    server.weather = lambda n, path: chance.choice(kinds) if chance.random() < loss else "fair"
    api = InterviewApi("http://127.0.0.1:9", transport=httpx.MockTransport(server))
    folder = tmp_path_factory.mktemp("weather") / "spool"
    spool = Spool.create(folder, grant, signing_key)
    clock = HandClock()
    written: list[str] = []
    blobs: set[str] = set()
    for n in range(1, 31):
        body = AnswerRevised(question=QUESTION, revision=n, text=f"revision {n}", at_ms=n)
        spool.append(body, at=T0, mono_ms=n)
        written.append(body.text)
        if n % 6 == 0:
            blobs.add(spool.put_blob(b"sound", "audio/ogg").sha256)
        uploader = Uploader(spool, api, clock=clock, chance=chance.random)
        turns(uploader, clock, chance.randrange(3))
        if chance.random() < 0.2:
            spool.close()
            spool = Spool.open(folder)
    server.weather = lambda n, path: "fair"
    turns(Uploader(spool, api, clock=clock), clock, 5)
    spool.close()
    api.close()
    assert [AnswerRevised.model_validate_json(body).text for body in server.bodies] == written
    assert set(server.blobs) == blobs


def test_flush_sends_everything_and_tells_how_much_is_left(spool: Spool, api: InterviewApi):
    fill(spool, 450, blobs=4)
    uploader = Uploader(spool, api)
    left: list[Backlog] = []
    uploader.start()
    assert uploader.flush(20.0, left.append)
    uploader.close()
    assert left[-1] == Backlog(rows=0, blobs=0, bytes=0)
    assert [one.bytes for one in left] == sorted((one.bytes for one in left), reverse=True)


def test_flush_ends_at_its_deadline(spool: Spool, api: InterviewApi, server: MemoryServer):
    server.weather = lambda n, path: "lost before"
    fill(spool, 1)
    uploader = Uploader(spool, api)
    uploader.start()
    assert not uploader.flush(0.1)
    uploader.close()
    assert spool.backlog().rows == 1


def test_flush_tries_at_once_after_a_failure(spool: Spool, api: InterviewApi, server: MemoryServer):
    server.weather = lambda n, path: "lost before"
    fill(spool, 1)
    offline = Event()
    uploader = Uploader(spool, api, on_state=lambda state: offline.set(), chance=lambda: 3600.0)
    uploader.start()
    assert offline.wait(20.0)
    server.weather = lambda n, path: "fair"
    assert uploader.flush(20.0)
    uploader.close()


@pytest.mark.expects_log
def test_flush_does_not_wait_for_an_uploader_that_stopped(
    spool: Spool, api: InterviewApi, server: MemoryServer
):
    server.weather = lambda n, path: refusal("chain_fork")
    fill(spool, 1)
    uploader = Uploader(spool, api)
    uploader.start()
    assert not uploader.flush(60.0)
    uploader.close()


def test_severe_signal_goes_before_the_second_is_over(spool: Spool, api: InterviewApi):
    first = Event()
    uploader = Uploader(spool, api, on_receipt=lambda receipt: first.set(), every_s=3600.0)
    uploader.start()
    assert first.wait(20.0)
    fill(spool, 1)
    second = Event()
    uploader.set_heartbeat(Heartbeat(question=1))
    uploader._on_receipt = lambda receipt: second.set()
    uploader.hurry()
    assert second.wait(20.0)
    uploader.close()
    assert spool.backlog().rows == 0


@pytest.mark.expects_log
def test_listener_that_fails_does_not_end_the_upload(spool: Spool, api: InterviewApi):
    calls: list[Receipt] = []

    def listener(receipt: Receipt) -> None:
        calls.append(receipt)
        if len(calls) == 1:
            raise RuntimeError("a listener's fault")

    uploader = Uploader(spool, api, on_receipt=listener, every_s=0.05)
    uploader.start()
    fill(spool, 1)
    assert uploader.flush(20.0)
    uploader.close()

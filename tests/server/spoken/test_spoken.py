"""From a paper's first invitation to sealed sound on a candidate's machine, and to its end.

Edge's service is a stand-in on this machine; jobs, database, routes and seals are real.
"""

import gc
import ssl
import warnings
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlmodel import Session, col, select

from server import dispatch
from server.deps import Parts
from server.models import Outbox, PaperVersion, SpokenLine
from server.settings import Settings
from server.speech.voices import PAUSE_S
from server.spoken.service import TOPIC, UNWANTED_AFTER
from server.spoken.tasks import PAUSES_S
from shared import spoken
from shared.ids import sha256_hex
from tests.server.candidate_machine import CandidateMachine, unb64
from tests.server.speech.edge_service import SOUND, EdgeService
from tests.server.support import Clock

# aiohttp leaves the sockets of broken TLS connections to the collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
FIRST, SECOND = "What is a hash table?", "Reverse a list."


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EdgeService]:
    made = EdgeService(tmp_path_factory.mktemp("edge"))
    yield made
    made.close()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def edge(running: EdgeService, monkeypatch: pytest.MonkeyPatch) -> EdgeService:
    context = ssl.create_default_context(cafile=running.certificate)
    monkeypatch.setattr("edge_tts.communicate._SSL_CTX", context)
    running.fault = ""
    running.heard.clear()
    return running


@pytest.fixture
def settings(settings: Settings, edge: EdgeService) -> Settings:
    return settings.model_copy(update={"tts": "edge", "tts_proxy": edge.proxy})


@pytest.fixture
def work(parts: Parts) -> Callable[[], int]:
    errands = dispatch.errands(parts.settings, parts.database, parts.keys)
    return lambda: dispatch.run_due(parts.database, parts.now, errands=errands)


@pytest.fixture
def paper(admin_client: TestClient) -> str:
    answer = admin_client.post("/api/admin/papers", json={"title": "Algorithms"})
    key = answer.json()["id"]
    for kind, prompt in (("spoken", FIRST), ("written", SECOND)):
        body = {"kind": kind, "prompt": prompt}
        assert admin_client.post(f"/api/admin/papers/{key}/questions", json=body).is_success
    return key


def invited(client: TestClient, paper: str, clock: Clock) -> str:
    """The secret of a new interview's link."""
    body = {
        "paper_id": paper,
        "candidate_name": "Grace Example",
        "candidate_email": f"grace{clock.now:%H%M%S}@example.org",
        "opens_at": clock.now.isoformat(),
        "closes_at": (clock.now + timedelta(days=1)).isoformat(),
    }
    answer = client.post("/api/admin/interviews", json=body)
    assert answer.is_success, answer.text
    return answer.json()["invite_url"].rpartition("#")[2]


def fetched(client: TestClient, machine: CandidateMachine):
    bearer = {"Authorization": f"Bearer {machine.grant.token}"}
    return client.get(f"/api/interview/spoken/{machine.session}", headers=bearer)


def opened(content: bytes, key: bytes, session: str) -> dict[str, bytes]:
    plain = AESGCM(key).decrypt(content[:12], content[12:], spoken.spoken_context(session))
    return spoken.unpack(plain)


def jobs(db: Session) -> list[tuple[str, str]]:
    found = db.exec(select(Outbox).where(Outbox.topic == TOPIC).order_by(col(Outbox.id))).all()
    db.commit()
    return [(job.state, job.last_error) for job in found]


def test_the_first_invitation_has_every_question_read_aloud_once(
    admin_client, client, paper, clock, work, edge, db
) -> None:
    invited(admin_client, paper, clock)
    clock.advance(seconds=1)
    invited(admin_client, paper, clock)
    assert jobs(db) == [("waiting", "")]
    work()
    assert jobs(db) == [("done", "")]
    assert [FIRST in edge.heard[0], SECOND in edge.heard[1], len(edge.heard)] == [True, True, 2]
    assert [line.sound for line in db.exec(select(SpokenLine))] == [SOUND, SOUND]
    db.commit()


def test_sound_lies_sealed_on_the_machine_and_opens_with_the_start_alone(
    admin_client, client, paper, clock, work
) -> None:
    token = invited(admin_client, paper, clock)
    work()
    machine = CandidateMachine(client, token, now=clock.now)
    grant = machine.claim()
    answer = fetched(client, machine)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert SOUND not in answer.content
    for held in (grant.key, grant.server_key, grant.token[:43]):
        with pytest.raises((InvalidTag, ValueError)):
            opened(answer.content, unb64(held)[:32], grant.session)
    started = machine.start()
    assert started.spoken_key is not None
    lines = opened(answer.content, unb64(started.spoken_key), grant.session)
    assert lines == {sha256_hex(text.encode()): SOUND for text in (FIRST, SECOND)}
    # A restart on another day, and a machine that fetched nothing before: the same key.
    again = fetched(client, machine)
    assert opened(again.content, unb64(machine.start().spoken_key or ""), grant.session) == lines


def test_a_changed_text_is_read_anew_and_earlier_interviews_keep_theirs(
    admin_client, client, paper, clock, work, edge
) -> None:
    before = invited(admin_client, paper, clock)
    work()
    (question, _) = admin_client.get(f"/api/admin/papers/{paper}").json()["questions"]
    path = f"/api/admin/questions/{question['id']}"
    changed = "What is a hash map?"
    assert admin_client.patch(path, json={"prompt": changed}).is_success
    work()
    assert len(edge.heard) == 2  # not published: nobody was invited
    clock.advance(seconds=1)
    after = invited(admin_client, paper, clock)
    work()
    assert [changed in each for each in edge.heard] == [False, False, True]
    heard = []
    for token in (before, after):
        machine = CandidateMachine(client, token, now=clock.now)
        machine.claim()
        content, key = fetched(client, machine).content, machine.start().spoken_key
        heard.append(set(opened(content, unb64(key or ""), machine.session)))
    assert heard[0] - heard[1] == {spoken.address(FIRST)}
    assert heard[1] - heard[0] == {spoken.address(changed)}


@pytest.mark.expects_log
def test_a_service_that_is_away_is_told_and_holds_nothing_up(
    admin_client, client, paper, clock, work, edge, db
) -> None:
    edge.fault = "refused"
    token = invited(admin_client, paper, clock)
    for pause_s in (0, *PAUSES_S):
        clock.advance(seconds=max(pause_s, PAUSE_S))
        work()
    says = "no_voice: The voice service did not answer as expected. The app reads it aloud itself."
    assert jobs(db) == [("dead", says)]
    machine = CandidateMachine(client, token, now=clock.now)
    machine.claim()
    assert fetched(client, machine).json()["code"] == "no_voice"
    # Whoever opens the interview wished for it anew, once in that hour.
    machine.claim()
    assert jobs(db) == [("dead", says), ("waiting", "")]
    edge.fault = ""
    clock.advance(seconds=PAUSE_S)
    work()
    assert jobs(db)[-1] == ("done", "")
    content = fetched(client, machine).content
    assert opened(content, unb64(machine.start().spoken_key or ""), machine.session)
    machine.claim()
    assert len(jobs(db)) == 2


@pytest.mark.expects_log
def test_what_was_read_before_the_service_went_away_is_not_asked_for_again(
    admin_client, paper, clock, work, edge, db, parts: Parts, monkeypatch
) -> None:
    def away_after_the_first(text: str) -> None:
        edge.fault = "refused"

    monkeypatch.setattr(edge, "heard", Told(away_after_the_first))
    invited(admin_client, paper, clock)
    work()
    assert len(db.exec(select(SpokenLine.address)).all()) == 1
    db.commit()
    edge.fault = ""
    clock.advance(seconds=PAUSES_S[0])
    monkeypatch.setattr(edge, "heard", [])
    work()
    assert [SECOND in each for each in edge.heard] == [True]


class Told(list[str]):
    """Tells what is appended."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._tell = tell

    def append(self, text: str) -> None:
        super().append(text)
        self._tell(text)


def test_an_erased_interview_gives_nothing_and_nothing_opens_what_was_fetched(
    admin_client, super_client, client, paper, clock, work, db
) -> None:
    token = invited(admin_client, paper, clock)
    work()
    machine = CandidateMachine(client, token, now=clock.now)
    machine.claim()
    assert fetched(client, machine).is_success
    email = f"grace{clock.now:%H%M%S}@example.org"
    erase = {"email": email, "again": email}
    assert super_client.post("/api/admin/privacy/erase", json=erase).is_success
    work()
    assert fetched(client, machine).json()["code"] in ("not_signed_in", "already_over", "no_voice")
    assert not machine.ask_start().is_success


def test_lines_that_nobody_wants_any_more_go(admin_client, paper, clock, work, db) -> None:
    invited(admin_client, paper, clock)
    work()
    long_ago = clock.now - UNWANTED_AFTER - timedelta(days=1)
    db.execute(update(SpokenLine).values(asked_at=long_ago))
    db.commit()
    other = admin_client.post("/api/admin/papers", json={"title": "Other"}).json()["id"]
    body = {"kind": "spoken", "prompt": "Why?"}
    admin_client.post(f"/api/admin/papers/{other}/questions", json=body)
    invited(admin_client, other, clock)
    work()
    assert len(db.exec(select(SpokenLine.address)).all()) == 1
    db.commit()


def test_a_version_that_is_gone_asks_for_nothing(
    admin_client, paper, clock, work, edge, db
) -> None:
    invited(admin_client, paper, clock)
    db.delete(db.exec(select(PaperVersion)).one())
    db.commit()
    work()
    assert (jobs(db), edge.heard) == ([("done", "")], [])


def test_where_reading_aloud_is_off_nothing_is_noted(
    admin_client, paper, clock, db, parts: Parts, monkeypatch
) -> None:
    object.__setattr__(parts, "voices", None)
    invited(admin_client, paper, clock)
    assert jobs(db) == []

"""What the server says, or does not say, becomes facts with a sentence for the person."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client import exam
from client.exam import InviteConfirmed, InviteEntered, Screen, SelfieAccepted, State
from client.settings import Settings
from client.spool import stores
from client.spool.sealing import to_base64url
from client.spool.spoken import is_held, sound_of
from client.ui import spoken_ahead
from client.ui.background import Background
from client.ui.conductor import Conductor, Parts
from client.ui.network import ServerSide
from client.ui.picture import Taken
from shared import spoken
from shared.events import Kind
from shared.ids import token_hash
from shared.problems import PROBLEMS
from shared.session import Started
from tests.client.spool.memory_server import make_grant, refusal
from tests.client.spool.test_keystore import Memory
from tests.client.ui.conduct import NOTHING
from tests.client.ui.edges import LINK, PAPER, TOKEN, InterviewServer

AT = "2026-11-22T15:00:00.000Z"


class Line:
    """A conductor and its line to a server in memory."""

    def __init__(self, folder: Path) -> None:
        key = Ed25519PrivateKey.generate()
        self.server = InterviewServer(make_grant(key), key, client_key="")
        self.settings = Settings(data_dir=folder, sync_every_s=0.05)
        self.background = Background()
        self.conductor = Conductor(self.background)
        self.network = ServerSide(
            self.conductor, self.settings, transport=httpx.MockTransport(self.server)
        )
        watch = _Camera()
        self.conductor.use(Parts(self.network, NOTHING, watch))  # type: ignore[arg-type] - a Watch

    @property
    def state(self) -> State:
        return self.conductor.state

    def problem(self) -> str:
        problem = self.state.live.problem
        return "" if problem is None else f"{problem.title} {problem.action}"

    def rows(self) -> list[str]:
        assert self.network.spool is not None
        return [row.kind for row in self.network.spool.rows()]

    def claim(self, qtbot) -> None:
        self.conductor.feed(InviteEntered(LINK))
        qtbot.waitUntil(lambda: bool(self.state.session))
        self.conductor.feed(InviteConfirmed())
        qtbot.waitUntil(lambda: self.state.screen is Screen.DEVICES)

    def close(self) -> None:
        self.network.stop()
        self.conductor.close()
        self.background.close()
        self.network.close()


class _Camera:
    taken = Taken(b"a picture")

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *given: None


@pytest.fixture
def line(qtbot, tmp_path: Path) -> Iterator[Line]:
    made = Line(tmp_path)
    yield made
    made.close()


def test_offline_is_told_once_with_what_becomes_of_the_answers_and_so_is_its_end(qtbot, line: Line):
    line.claim(qtbot)
    line.server.weather = lambda n, path: "lost before"
    qtbot.waitUntil(lambda: line.state.live.notices == ("network_lost",), timeout=10_000)
    before = len(line.server.requests)
    qtbot.waitUntil(lambda: len(line.server.requests) > before + 1, timeout=10_000)
    line.server.weather = lambda n, path: "fair"
    qtbot.waitUntil(lambda: line.state.live.notices == (), timeout=15_000)
    # The first of them says that the key lies in a file.
    qtbot.waitUntil(lambda: line.rows().count(Kind.SYSTEM) >= 3, timeout=5000)
    qtbot.waitUntil(lambda: len(line.server.rows) == len(line.rows()), timeout=5000)
    assert line.rows().count(Kind.SYSTEM) == 3


def test_a_key_that_lies_in_a_file_is_on_record_with_why(qtbot, line: Line):
    line.claim(qtbot)
    spool = line.network.spool
    assert spool is not None
    qtbot.waitUntil(lambda: Kind.SYSTEM in line.rows(), timeout=5000)
    (row,) = (json.loads(row.body) for row in spool.rows() if row.kind == Kind.SYSTEM)
    assert row["what"] == "key_in_file"
    assert row["detail"] == "This session has no bus on which a key store could answer."


def test_a_key_in_the_systems_key_store_is_no_row(
    qtbot, line: Line, monkeypatch: pytest.MonkeyPatch
):
    store = Memory()
    monkeypatch.setattr(stores, "here", lambda: store)
    line.claim(qtbot)
    qtbot.waitUntil(
        lambda: line.conductor.record is not None and line.conductor.record.waiting == 0
    )
    assert Kind.SYSTEM not in line.rows()
    assert len(store.kept) == 1


def test_a_key_store_that_was_locked_since_is_told_and_tried_again(
    qtbot, line: Line, monkeypatch: pytest.MonkeyPatch
):
    """The key was made for an invite whose claim the network swallowed."""
    store = Memory()
    monkeypatch.setattr(stores, "here", lambda: store)
    line.network._spools().signing_key(token_hash(TOKEN))
    store.locked = True
    line.conductor.feed(InviteEntered(LINK))
    qtbot.waitUntil(lambda: bool(line.state.session))
    line.conductor.feed(InviteConfirmed())
    qtbot.waitUntil(lambda: "Unlock the key store" in line.problem(), timeout=10_000)
    store.locked = False
    line.conductor.feed(InviteConfirmed())
    qtbot.waitUntil(lambda: line.state.screen is Screen.DEVICES)
    assert line.problem() == ""
    assert len(store.kept) == 1


@pytest.mark.parametrize("code", ["open_elsewhere", "invite_used", "client_too_new", "overloaded"])
def test_a_refused_claim_keeps_the_invite_and_says_what_to_do(qtbot, line: Line, code: str):
    line.server.refuses["claim"] = refusal(code)
    line.conductor.feed(InviteEntered(LINK))
    qtbot.waitUntil(lambda: bool(line.state.session))
    line.conductor.feed(InviteConfirmed())
    qtbot.waitUntil(lambda: bool(line.problem()))
    assert PROBLEMS[code][2] in line.problem()
    assert line.state.screen is Screen.WELCOME
    del line.server.refuses["claim"]
    line.conductor.feed(InviteConfirmed())
    qtbot.waitUntil(lambda: line.state.screen is Screen.DEVICES)


def test_the_sound_of_the_questions_is_fetched_sealed_and_heard_without_the_network(
    qtbot, line: Line, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(spoken_ahead, "AGAIN_MS", (5, 10))
    line.claim(qtbot)
    qtbot.waitUntil(lambda: line.server.spoken_asked > 1)  # not prepared yet: asked again
    session = line.server.grant.session
    plain = spoken.pack({spoken.address("Say."): b"an mp3"})
    context = spoken.spoken_context(session)
    line.server.spoken = b"n" * 12 + AESGCM(b"s" * 32).encrypt(b"n" * 12, plain, context)
    held = line.network.spool
    assert held is not None
    qtbot.waitUntil(lambda: is_held(held))
    asked = line.server.spoken_asked
    line.server.weather = lambda n, path: "lost before"
    started = Started(
        exam=PAPER,
        spoken_key=to_base64url(b"s" * 32),
        started_at=AT,
        deadline_at=AT,
        server_time=AT,
    )
    held.save_started(started)
    assert sound_of(held, "Say.") == b"an mp3"
    qtbot.wait(50)
    assert line.server.spoken_asked == asked


def test_a_selfie_that_does_not_arrive_can_be_sent_again(qtbot, line: Line):
    line.claim(qtbot)
    taken = replace(line.state, screen=Screen.SELFIE)
    line.conductor.state = replace(taken, live=replace(taken.live, selfie_quality=""))
    line.server.refuses["selfie"] = refusal("overloaded")
    line.conductor.feed(SelfieAccepted())
    qtbot.waitUntil(lambda: bool(line.problem()))
    assert line.state.screen is Screen.SELFIE
    assert line.state.live.selfie_quality is not None
    line.server.refuses.clear()
    line.conductor.feed(SelfieAccepted())
    qtbot.waitUntil(lambda: line.state.screen is Screen.VOICE)
    assert len(line.server.selfies) == 1


def test_a_start_that_is_refused_can_be_pressed_again(qtbot, line: Line):
    line.claim(qtbot)
    line.conductor.state = replace(
        line.state, screen=Screen.VOICE, phase="recorded", consent_version=1
    )
    line.server.refuses["start"] = refusal("overloaded")
    line.conductor.feed(exam.StartPressed())
    qtbot.waitUntil(lambda: bool(line.problem()), timeout=10_000)
    assert line.state.screen is Screen.VOICE
    line.server.refuses.clear()
    line.conductor.feed(exam.StartPressed())
    qtbot.waitUntil(lambda: line.state.screen is Screen.QUESTION, timeout=10_000)


@pytest.mark.expects_log
def test_a_server_that_refuses_the_record_is_a_sentence_and_the_rows_stay(qtbot, line: Line):
    line.claim(qtbot)
    line.server.refuses["sync"] = refusal("not_signed_in")
    qtbot.waitUntil(lambda: bool(line.problem()), timeout=10_000)
    assert PROBLEMS["not_signed_in"][1] in line.problem()
    assert line.rows()

"""S15: instructions that are forged, replayed, held back or late.

The line between app and server is the attacker's: what comes through is changed on the way.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from client.api import InterviewApi, check_instruction
from client.errors import BadAnswer
from client.exam import Append, Instructed, State, step
from client.spool.keys import SigningKey
from client.spool.store import Spool
from client.spool.uploader import Uploader
from shared.events import SystemNoted
from shared.sync import Receipt
from tests.client.exam.story import at, at_written
from tests.client.spool.memory_server import T0, MemoryServer, make_grant

pytestmark = pytest.mark.adversarial

Tamper = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]


class Interview:
    """A spool with its uploader, and the flow, at the end of a line that may be tampered with."""

    def __init__(self, folder: Path) -> None:
        key, client_key = Ed25519PrivateKey.generate(), SigningKey.generate()
        self.server = MemoryServer(make_grant(key), key, client_key.public)
        self.spool = Spool.create(folder, self.server.grant, client_key)
        self.tamper: Tamper = list
        self.state: State = at_written()
        api = InterviewApi("http://127.0.0.1:9", transport=httpx.MockTransport(self._line))
        self.uploader = Uploader(self.spool, api, on_receipt=self._heard)

    def _line(self, request: httpx.Request) -> httpx.Response:
        answer = self.server(request)
        body = json.loads(answer.content)
        body["instructions"] = self.tamper(body["instructions"])
        return httpx.Response(answer.status_code, content=json.dumps(body).encode())

    def _heard(self, receipt: Receipt) -> None:
        for instruction in receipt.instructions:
            self.state, effects = step(self.state, Instructed(instruction), at(1))
            for effect in effects:
                if isinstance(effect, Append):
                    self.spool.append(effect.body, at=T0, mono_ms=0)

    def turn(self) -> None:
        self.uploader.turn()


@pytest.fixture
def interview(tmp_path: Path) -> Interview:
    return Interview(tmp_path / "spool")


def changed(**fields: Any) -> Tamper:
    return lambda sent: [one | fields for one in sent]


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "tamper",
    [
        changed(action="terminate"),
        changed(reason="rules"),
        changed(number=2),
        changed(seconds=3600),
        changed(deadline_at="2030-01-01T00:00:00.000Z"),
        changed(text="Leave the room."),
        changed(at="2026-11-22T16:00:00.000Z"),
        changed(sig=""),
        changed(sig="A" * 86),
    ],
)
def test_a_forged_instruction_does_nothing_and_stops_nothing(interview: Interview, tamper: Tamper):
    before = interview.state
    interview.server.ask("lock", "identity")
    interview.tamper = tamper
    interview.spool.append(SystemNoted(what="clock_moved"), at=T0, mono_ms=0)
    interview.turn()
    assert interview.state == before
    assert interview.spool.acked.seq == 1  # the rows got through all the same
    interview.tamper = list
    interview.turn()
    assert interview.state.locked is not None


@pytest.mark.expects_log
def test_an_instruction_of_another_interview_does_nothing(interview: Interview):
    grant = make_grant(interview.server.key)
    other = MemoryServer(grant, interview.server.key, "").ask("terminate")
    with pytest.raises(BadAnswer):
        check_instruction(other, lease=interview.spool.lease())
    interview.tamper = lambda sent: [other.model_dump(mode="json")]
    interview.turn()
    assert interview.state.applied == 0


def test_a_replayed_instruction_works_once(interview: Interview):
    first = interview.server.ask("lock", "identity").model_dump(mode="json")
    interview.server.ask("unlock", "settled")
    interview.turn()
    assert (interview.state.applied, interview.state.locked) == (2, None)
    interview.tamper = lambda sent: [first, first]
    rows = interview.spool.count()
    interview.turn()
    assert (interview.state.applied, interview.state.locked) == (2, None)
    assert interview.spool.count() == rows


def test_one_that_is_held_back_lets_no_later_one_pass(interview: Interview):
    """Who drops the cover cannot have the message after it look as if nothing had been."""
    interview.server.ask("lock", "identity")
    interview.server.ask("message", "guidance", text="Go on.")
    interview.tamper = lambda sent: sent[1:]
    interview.turn()
    assert interview.state.applied == 0
    assert interview.server.applied == 0  # and the server goes on delivering, and shows it pending
    interview.tamper = list
    interview.turn()
    assert interview.state.applied == 2


def test_late_ones_come_after_the_line_is_back_and_after_a_restart(
    interview: Interview, tmp_path: Path
):
    interview.server.weather = lambda n, path: "lost after"
    interview.server.ask("pause", "break")
    interview.turn()
    assert interview.state.applied == 0
    interview.spool.close()
    interview.spool = Spool.open(tmp_path / "spool")
    interview.server.weather = lambda n, path: "fair"
    api = InterviewApi("http://127.0.0.1:9", transport=httpx.MockTransport(interview._line))
    again = Uploader(interview.spool, api, on_receipt=interview._heard)
    again.turn()
    assert interview.state.paused is not None
    again.turn()
    assert interview.server.applied == 1

"""The open line against a real WebSocket server: genuine instructions, and opened again."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from websockets.sync.server import Server, ServerConnection, serve

from client.api import InterviewApi
from client.errors import Unreachable
from client.line import InstructionLine
from client.spool.keys import Lease, SigningKey, signature_fits
from shared.chain import request_statement
from shared.looks import Look
from shared.sync import COUNTER_HEADER, SIGNATURE_HEADER, Instruction, Line
from tests.client.spool.memory_server import MemoryServer, make_grant


class Desk:
    """A server with one line at a time; what it says is in `says`."""

    def __init__(self) -> None:
        self.key, self.client_key = Ed25519PrivateKey.generate(), SigningKey.generate()
        self.memory = MemoryServer(make_grant(self.key), self.key, self.client_key.public)
        self.says: list[list[Line]] = []
        self.signed: list[bool] = []
        self.opened = 0
        self.server: Server = serve(self._answer, "127.0.0.1", 0)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def _answer(self, socket: ServerConnection) -> None:
        request = socket.request
        assert request is not None
        grant = self.memory.grant
        statement = request_statement(
            session=grant.session,
            nonce=grant.nonce,
            counter=int(request.headers[COUNTER_HEADER]),
            method="GET",
            path=request.path,
            body=b"",
        )
        signature = request.headers[SIGNATURE_HEADER]
        self.signed.append(
            signature_fits(self.client_key.public, statement=statement, signature=signature)
            and request.headers["Authorization"] == f"Bearer {grant.token}"
        )
        said = self.says[self.opened] if self.opened < len(self.says) else []
        self.opened += 1
        for line in said:
            socket.send(line.model_dump_json())

    def api(self) -> InterviewApi:
        port = self.server.socket.getsockname()[1]
        api = InterviewApi(f"http://127.0.0.1:{port}")
        grant, counters = self.memory.grant, iter(range(1, 100))
        api.take_lease(
            Lease(
                session=grant.session,
                token=grant.token,
                nonce=grant.nonce,
                kid=grant.kid,
                server_key=grant.server_key,
                signing_key=self.client_key,
                next_counter=lambda: next(counters),
            )
        )
        return api

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()


@pytest.mark.expects_log
def test_a_line_that_breaks_is_opened_again_and_brings_only_what_is_genuine(desk: Desk):
    first, second = desk.memory.ask("lock", "identity"), desk.memory.ask("unlock", "settled")
    forged = second.model_copy(update={"action": "terminate"})
    look, other = desk.memory.look("1" * 32), desk.memory.look("2" * 32)
    swapped = other.model_copy(update={"offer": "v=0 of somebody else"})
    desk.says = [
        [Line(instructions=(first, forged), looks=(look, swapped))],
        [Line(instructions=(second,))],
    ]
    heard: list[Instruction] = []
    looks: list[Look] = []
    both = threading.Event()

    def hear(given: Line) -> None:
        heard.extend(given.instructions)
        looks.extend(given.looks)
        if len(heard) == 2:
            both.set()

    api = desk.api()
    line = InstructionLine(api, hear, chance=lambda: 0.0)
    line.start()
    assert both.wait(20)
    line.close()
    api.close()
    assert heard == [first, second]
    assert looks == [look]
    assert desk.signed[:2] == [True, True]


def test_where_no_line_can_be_opened_it_is_a_refusal_like_any_other():
    grant: Any = make_grant(Ed25519PrivateKey.generate())
    api = InterviewApi("http://127.0.0.1:9")
    key = SigningKey.generate()
    api.take_lease(Lease(grant.session, "t", "n", grant.kid, grant.server_key, key, lambda: 1))
    with pytest.raises(Unreachable):
        api.open_line()
    api.close()

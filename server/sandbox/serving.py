"""The runner as a service: a few lines of HTTP on a socket of this machine, or on a port.

One rule: it knows nobody and keeps nothing. It gets `Work`, answers `Worked`, and refuses with 503
and the reason where execution, or a language, is off; with 429 where all boxes are taken.
"""

import contextlib
import hmac
import logging
import os
import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from server.sandbox import isolate, selftest
from server.sandbox.bubblewrap import Bubblewrap, version
from server.sandbox.engine import Engine, tools
from server.sandbox.privilege import Given
from server.sandbox.wire import Ability, Off, Work

MAX_BODY_BYTES = 16 * 1024 * 1024
WAITING = 32
"""Works that may wait for a box; beyond them the answer is 429."""

Driver = Literal["bubblewrap", "isolate"]

_log = logging.getLogger(__name__)


class Service:
    """What this runner can do, and how much at once."""

    def __init__(self, given: Given, *, slots: int = 0, driver: Driver = "bubblewrap") -> None:
        """Tests itself. `slots`: works at once; 0: as many as processors. `driver`: whose boxes."""
        by_isolate = driver == "isolate"
        box = isolate.Isolate() if by_isolate else Bubblewrap(given.groups)
        name = isolate.version() if by_isolate else version()
        languages, off = tools(box) if name else ({}, [])
        if name is None:
            off = [Off(name="all", reason=f"{driver} is not installed here.")]
        elif "python" not in languages:
            off.append(Off(name="all", reason="The runner tests itself with Python, which is off."))
        else:
            off += selftest.run(box, languages["python"].programs["python3"])
        if any(one.name == "all" for one in off):
            languages = {}
        self._engine = Engine(box, languages)
        self._room = threading.Semaphore(slots or os.cpu_count() or 1)
        self._waiting = threading.Semaphore(WAITING)
        self.ability = Ability(
            driver=name or "none",
            languages={key: tool.name for key, tool in languages.items()},
            off=tuple(off),
            limits={
                "memory": box.holds_memory_by,
                "processes": box.holds_processes_by,
                "network": "none" if given.own_network else "none in boxes",
                "user": str(given.uid),
            },
        )

    def work(self, body: bytes) -> tuple[int, bytes]:
        """(HTTP status, JSON)."""
        try:
            work = Work.model_validate_json(body)
        except ValidationError as error:
            return 422, Off(name="request", reason=str(error)[:500]).model_dump_json().encode()
        if work.language not in self._engine.tools:
            return 503, self._off(work.language).model_dump_json().encode()
        if not self._waiting.acquire(blocking=False):
            return 429, Off(name="busy", reason="All boxes are taken.").model_dump_json().encode()
        try:
            with self._room:
                return 200, self._engine.work(work).model_dump_json().encode()
        finally:
            self._waiting.release()

    def _off(self, language: str) -> Off:
        for one in self.ability.off:
            if one.name in ("all", language):
                return one
        return Off(name=language, reason="This runner does not know that language.")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    server: "Server"  # pyright: ignore[reportIncompatibleVariableOverride]

    def do_GET(self) -> None:
        """What this runner does."""
        self._answer(200, self.server.service.ability.model_dump_json().encode())

    def do_POST(self) -> None:
        """`/work`."""
        token = self.server.token
        given = self.headers.get("Authorization", "").removeprefix("Bearer ")
        length = self.headers.get("Content-Length", "")
        if token and not hmac.compare_digest(given.encode(), token.encode()):
            self._refuse(401, "This runner asks for its token.")
        elif self.path != "/work":
            self._refuse(404, "There is /work, and nothing else.")
        elif not length.isdigit() or int(length) > MAX_BODY_BYTES:
            self._refuse(413, f"A work has at most {MAX_BODY_BYTES} bytes.")
        else:
            self._answer(*self.server.service.work(self.rfile.read(int(length))))

    def _refuse(self, status: int, reason: str) -> None:
        self.close_connection = True  # what was sent beside is not read
        self._answer(status, Off(name="request", reason=reason).model_dump_json().encode())

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        if self.close_connection:
            # Told, or the client sends its next request into a connection that is being closed.
            self.send_header("Connection", "close")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def version_string(self) -> str:
        """Not which Python this is."""
        return "invigil-runner"

    def address_string(self) -> str:
        """A socket of this machine has no address."""
        return "-"

    def log_message(self, format: str, *args: object) -> None:
        """One line for a work, without its content."""
        _log.debug(format, *args)


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """A thread for each connection."""

    service: Service
    token: str
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Somebody who went away before the answer; no traceback for that."""
        _log.info("a connection ended early", exc_info=True)


class _UnixServer(Server):
    address_family = getattr(socketserver.socket, "AF_UNIX", -1)  # pyright: ignore[reportAttributeAccessIssue]


@contextlib.contextmanager
def listening(place: str, *, mode: int = 0o660, group: int = -1) -> Iterator[Server]:
    """Listens, before root is given up: at `unix:/path` or `host:port`. Nothing is answered yet."""
    if place.startswith("unix:"):
        path = Path(place.removeprefix("unix:"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        before = os.umask(0o777 & ~mode)
        try:
            server: Server = _UnixServer(str(path), _Handler)  # pyright: ignore[reportArgumentType]
        finally:
            os.umask(before)
        if group >= 0:
            os.chown(path, -1, group)
    else:
        host, _, port = place.rpartition(":")
        server = Server((host.strip("[]") or "127.0.0.1", int(port)), _Handler)
    try:
        yield server
    finally:
        server.server_close()

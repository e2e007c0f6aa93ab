"""The open line to the server: what a proctor asks, as soon as it is asked.

One rule: nothing depends on it. Every receipt brings the same, so a network that lets no WebSocket
through costs a second, and a line that breaks is opened again later and later.
"""

import logging
import random
import time
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING, Protocol

from client.errors import ClientError, Unreachable
from client.spool.backoff import Backoff
from shared.sync import Line

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

log = logging.getLogger(__name__)

LISTEN_S = 0.5
"""How soon a wish to close is noticed."""
STEADY_S = 30.0
"""A line that stood so long broke by accident: the next one is tried at once."""


class LineApi(Protocol):
    """What is needed of `client.api.InterviewApi`."""

    def open_line(self) -> "ClientConnection":
        """Raises Unreachable where there is none."""
        ...

    def read_line(self, text: str | bytes) -> Line:
        """What is genuine of one message."""
        ...


class InstructionLine:
    """Opens the line again and again until closed; both callbacks come on its thread."""

    def __init__(
        self,
        api: LineApi,
        on_line: Callable[[Line], None],
        *,
        chance: Callable[[], float] = random.random,
        on_open: Callable[[], None] = lambda: None,
    ) -> None:
        self._on_open = on_open
        self._api = api
        self._on_line = on_line
        self._chance = chance
        self._closing = Event()
        self._thread = Thread(target=self._run, name="line", daemon=True)

    def start(self) -> None:
        """Begins to listen."""
        self._thread.start()

    def close(self) -> None:
        """Ends the thread; a line that is being opened is waited for."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        backoff = Backoff()
        while not self._closing.is_set():
            began = time.monotonic()
            try:
                self._listen()
            except ClientError as error:
                if backoff.failures == 0:
                    log.info("no open line: %s", error.code)
            except Exception:  # the top of the thread: the receipts go on all the same
                log.exception("the open line failed")
            steady = time.monotonic() - began > STEADY_S
            backoff = Backoff(1) if steady else backoff.failed()
            self._closing.wait(backoff.wait_s(self._chance()))

    def _listen(self) -> None:
        from websockets.exceptions import WebSocketException

        try:
            with self._api.open_line() as line:
                log.info("the line is open")
                self._on_open()
                while not self._closing.is_set():
                    try:
                        text = line.recv(timeout=LISTEN_S)
                    except TimeoutError:
                        continue
                    self._on_line(self._api.read_line(text))
        except (OSError, WebSocketException) as error:
            raise Unreachable("The open line ended.", cause=type(error).__name__) from error

"""A candidate's seat for live looks: a real proctor process on a recording, real signed requests.

One rule: what decides is the app's own (`client.live.rules`); only the window is missing.
"""

import threading
from pathlib import Path
from queue import Empty, SimpleQueue

from client.live.orders import Order, Said
from client.live.rules import Effect, Hide, Looks, Note, Say, Show, said, stopped, told
from client.proctor.supervisor import ProctorConfig, Supervisor
from client.proctor.types import LiveMoved, Looked, Message, Replay, System
from shared.chain import canonical
from shared.events import CameraLooked
from shared.looks import LookEnd
from tests.server.candidate_machine import CandidateMachine

EVERY_S = 0.2
"""Between two sync calls."""
PATIENCE_S = 60.0


class Seat:
    """Syncs on a thread of its own until closed; only that thread uses the machine."""

    def __init__(self, machine: CandidateMachine, clip: Path) -> None:
        self.session = machine.session
        self.noted: list[CameraLooked] = []
        self.error: BaseException | None = None
        self._machine = machine
        self._looks = Looks()
        self._moved: SimpleQueue[LiveMoved | System] = SimpleQueue()
        self._watching = threading.Event()
        self._closing = threading.Event()
        self._supervisor = Supervisor(ProctorConfig(source=Replay(clip)), self._take)
        self._thread = threading.Thread(target=self._run, name="seat")
        self._supervisor.start()
        self._thread.start()

    @property
    def ends(self) -> list[str]:
        """Why each look ended, in order."""
        return [str(one.why) for one in self.noted if one.what == "ended"]

    @property
    def worker_pid(self) -> int | None:
        """The process id of the proctor that sends the picture; None between two."""
        return self._supervisor.worker_pid

    def close(self) -> None:
        """Ends the thread and the proctor; raises what went wrong there."""
        self._closing.set()
        self._thread.join()
        self._supervisor.stop()
        if self.error is not None:
            raise self.error

    def _take(self, message: Message) -> None:
        if isinstance(message, Looked):
            self._watching.set()
        if isinstance(message, LiveMoved | System):
            self._moved.put(message)

    def _run(self) -> None:
        try:
            # The models of a proctor that has just begun take the processor for some seconds.
            self._watching.wait(PATIENCE_S)
            while not self._closing.wait(EVERY_S):
                self._machine.mono_ms += round(1000 * EVERY_S)
                given = self._machine.sync([], applied=99).looks
                self._step(told(self._looks, given, None, self._machine.mono_ms))
                while True:
                    try:
                        word = self._moved.get_nowait()
                    except Empty:
                        break
                    self._hear(word)
        except Exception as error:  # told by `close`, on the test's thread
            self.error = error

    def _hear(self, word: LiveMoved | System) -> None:
        now_ms = self._machine.mono_ms
        match word:
            case LiveMoved():
                heard = Said(word.look, word.phase, word.answer, word.why, word.sent_bytes)
                self._step(said(self._looks, heard, now_ms))
            case System(what="proctor_lost"):
                self._step(stopped(self._looks, LookEnd.LOST, now_ms))
            case _:
                pass

    def _step(self, result: tuple[Looks, tuple[Effect, ...]]) -> None:
        self._looks, effects = result
        for effect in effects:
            match effect:
                case Show(look):
                    self._supervisor.show_live(
                        Order(look.id, look.offer, look.ice, look.relay_only, look.limit_s)
                    )
                case Hide(look):
                    self._supervisor.hide_live(look)
                case Say(word):
                    body = canonical(word.model_dump(mode="json"))
                    answer = self._machine.signed("POST", f"look/{self._machine.session}", body)
                    assert answer.status_code == 204, answer.text
                case Note(body):
                    self.noted.append(body)

"""Transcripts of spoken answers, made in a process of their own.

One rule: every job is answered once, with a text or with the reason why there is none; a crash
in a native library costs a transcript, never an interview.
"""

import logging
import queue
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event, Lock, Thread
from typing import TypeVar

from client import spawning
from client.speech.pcm import RATE_HZ
from client.speech.stt_worker import Hurry, Job, ModelPlace, Partial, Stretch, Tail, serve
from shared.transcript import NO_MODEL, STOPPED, Transcript

__all__ = ["Partial", "Transcriber", "installed_models"]

log = logging.getLogger(__name__)

T = TypeVar("T")

LOAD_S = 60.0
"""Seconds granted for loading a model from a slow disk."""
SECONDS_PER_BYTE = 1 / 500
"""At 3 kB of Opus a second this grants six times the length of the recording."""
LOOK_S = 20.0
"""Seconds granted for a look at ten seconds of sound."""
NOTHING_YET = Partial("", 0.0)


def installed_models() -> tuple[ModelPlace, ...]:
    """The Whisper models of `client.models` that are whole, an organisation's own first."""
    from client.models import store

    candidates = store.default_store().candidates("whisper")
    return tuple(
        ModelPlace(found.path, f"whisper {found.version} {found.sha256[:12]}")
        for found in (each.found for each in candidates)
        if found is not None
    )


@dataclass(frozen=True, slots=True)
class _Order:
    job: Job
    on_done: Callable[[Transcript], None]


@dataclass(frozen=True, slots=True)
class _Look:
    part: Tail | Stretch
    on_done: Callable[[Partial | None], None]


class Transcriber:
    """Answers jobs in order on a thread of its own; the process starts with the first one."""

    def __init__(
        self, find_models: Callable[[], tuple[ModelPlace, ...]] = installed_models
    ) -> None:
        self._find_models = find_models
        self._orders: queue.Queue[_Order | _Look | None] = queue.Queue()
        self._guard = Lock()
        self._waiting = 0
        """Takes that have no transcript yet."""
        self._closing = Event()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._thread = Thread(target=self._run, name="transcriber", daemon=True)
        self._thread.start()

    def submit(
        self,
        audio: tuple[bytes, ...],
        *,
        language: str | None,
        on_done: Callable[[Transcript], None],
        take: str = "",
    ) -> None:
        """Transcribes one take: complete Ogg/Opus files in order. `take`: its name for `hear`.

        `on_done` is called once, on the transcriber's thread; after `close` it is not called.
        """
        with self._guard:
            self._waiting += 1
        self._orders.put(_Order(Job(audio, language, take), on_done))

    def look(
        self, pcm: bytes, *, language: str | None, on_done: Callable[[Partial | None], None]
    ) -> None:
        """What the end of a take that still runs says: int16, mono, 16 kHz.

        `on_done` as with `submit`; None where nothing can be looked at here. A take that waits
        goes first: then there is no text.
        """
        self._orders.put(_Look(Tail(pcm, language), on_done))

    def hear(
        self,
        pcm: bytes,
        *,
        take: str,
        start: int,
        language: str | None,
        on_done: Callable[[Partial | None], None],
    ) -> None:
        """Transcribes a stretch of a take that still runs, from its sample `start` on, as well as
        the take itself will be: that then needs only the rest. `on_done` as with `look`."""
        self._orders.put(_Look(Stretch(take, start, pcm, language), on_done))

    def close(self) -> None:
        """Ends the process, also in the middle of a job, and joins the thread."""
        self._closing.set()
        self._orders.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            while (order := self._orders.get()) is not None and not self._closing.is_set():
                if isinstance(order, _Look):
                    found = NOTHING_YET if self._waiting else self._seen(order.part)
                    self._tell(order.on_done, found)
                    continue
                transcript = self._answer(order.job)
                with self._guard:
                    self._waiting -= 1
                self._tell(order.on_done, transcript)
        finally:
            self._end_process()

    def _tell(self, on_done: Callable[[T], None], found: T) -> None:
        if self._closing.is_set():
            return
        try:
            on_done(found)
        except Exception:  # the top of this thread: one listener's fault must not stop the others
            log.exception("a transcript could not be delivered")

    def _seen(self, part: Tail | Stretch) -> Partial | None:
        hurried = False
        try:
            pipe = self._connected()
            if pipe is None:
                return None
            pipe.send(part)
            left_s = LOAD_S + LOOK_S + len(part.pcm) / 2 / RATE_HZ * 6
            while not pipe.poll(0.02):
                left_s -= 0.02
                if left_s < 0 or self._closing.is_set():
                    raise EOFError
                # A stretch goes on: the take that waits wants what it finds.
                if self._waiting and not hurried and isinstance(part, Tail):
                    hurried = True
                    pipe.send(Hurry())
            return pipe.recv()
        except (EOFError, OSError) as error:
            if not self._closing.is_set():
                log.error("transcriber stopped at a look: %s", type(error).__name__)
            self._end_process()
            return None

    def _answer(self, job: Job) -> Transcript:
        try:
            pipe = self._connected()
            if pipe is None:
                return Transcript(reason=NO_MODEL)
            pipe.send(job)
            left_s = LOAD_S + sum(map(len, job.audio)) * SECONDS_PER_BYTE
            while not pipe.poll(0.1):
                left_s -= 0.1
                if left_s < 0 or self._closing.is_set():
                    raise EOFError
            return pipe.recv()
        except (EOFError, OSError) as error:
            # `poll` says yes at the end of a dead process too, and `recv` then raises EOFError.
            if not self._closing.is_set():
                log.error("transcriber stopped: %s", type(error).__name__)
            self._end_process()
            return Transcript(reason=STOPPED)

    def _connected(self) -> Connection | None:
        if self._pipe is not None:
            return self._pipe
        places = self._find_models()
        if not places:
            return None
        context = spawning.context()
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, places), name="invigil-transcriber", daemon=True
        )
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours

    def _end_process(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None

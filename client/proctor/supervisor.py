"""The parent's side of the proctor: starts the worker, hears it, replaces it.

One rule: the worker may die at any moment; what it had reported is kept here, what it had not
is seen again by the next one, and the gap is told.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from client import spawning
from client.live.orders import Order
from client.proctor import engine, worker
from client.proctor.calibration import Calibration, Screen
from client.proctor.light import CHALLENGE
from client.proctor.pipe import (
    Begin,
    Checkpoint,
    Clicked,
    Command,
    EnrolVoice,
    Finish,
    FitGaze,
    Hearing,
    HideLive,
    Interview,
    Light,
    LookAt,
    ProctorConfig,
    Report,
    SetNeutral,
    ShowLive,
    Sound,
    Stop,
    TakeSnapshot,
    UseCalibration,
    UseFace,
    UseSource,
    UseVoice,
)
from client.proctor.rules import rules_for
from client.proctor.types import Camera, Message, SourceSpec, System
from shared.policy import Accommodations, Policy
from shared.templates import Template

__all__ = ["CHALLENGE", "LookAt", "ProctorConfig", "Screen", "Supervisor", "cameras"]

_POLL_S = 0.1
_FINISH_WITHIN_S = 1.0
_CALM_AFTER_S = 30.0
"""A worker that lived so long died by accident; one that did not may die at every start."""
_LONGEST_PAUSE_S = 5.0

log = logging.getLogger(__name__)


class Supervisor:
    """Runs one worker process after the other until stopped.

    `on_message` is called on this object's own thread, in order; it must be quick.
    """

    def __init__(self, config: ProctorConfig, on_message: Callable[[Message], None]) -> None:
        self._config, self._on_message = config, on_message
        self._lock = threading.Lock()
        self._sending = threading.Lock()
        """Only while something is sent: a worker that takes nothing holds up who sends, and not
        the thread that hears it."""
        self._source = config.source
        self._checkpoint = Checkpoint()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._stopping = threading.Event()
        self._finishing_at_s: float | None = None
        self._finished = threading.Event()
        self._looked_at_s: float | None = None
        self._lost = False
        self._thread = threading.Thread(target=self._run, name="proctor", daemon=True)

    @property
    def worker_pid(self) -> int | None:
        """Process id of the worker that runs now; None between two."""
        process = self._process
        return None if process is None else process.pid

    def start(self) -> None:
        """Starts the thread that starts the worker; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Ends worker and thread, after a `finish` that is under way; returns within 3 s."""
        if self._finishing_at_s is not None:
            self._finished.wait(_FINISH_WITHIN_S)
        self._stopping.set()
        self._tell(Stop())
        if self._thread.is_alive():
            self._thread.join(timeout=3)

    def use_camera(self, spec: SourceSpec) -> None:
        """Watches through another camera from now on."""
        with self._lock:
            self._source = spec
        self._tell(UseSource(spec))

    def set_neutral(self) -> None:
        """The candidate looks straight ahead: the last two seconds become the neutral pose."""
        self._tell(SetNeutral())

    def begin(self, policy: Policy, accommodations: Accommodations) -> None:
        """The interview's time zero is now."""
        with self._lock:
            self._checkpoint = replace(
                self._checkpoint,
                interview=Interview(time.monotonic(), policy, accommodations),
                engine=engine.begin(rules_for(policy, accommodations)),
                evidence_ms=(),
            )
            begin = Begin(self._checkpoint)
        self._tell(begin)

    def finish(self) -> None:
        """The interview ends now: what is open is closed, in messages that follow."""
        with self._lock:
            self._finishing_at_s = time.monotonic()
            self._finished.clear()
        self._tell(Finish(self._finishing_at_s))

    def snapshot(self, *, learn: bool) -> None:
        """Asks for a `Snapshot`; none comes while there is no picture.

        Only with `learn` is the face made into numbers.
        """
        self._tell(TakeSnapshot(learn))

    def look_at(self, target: LookAt) -> None:
        """The candidate looks at this point from now on; `Aimed` tells how far it has come."""
        self._tell(target)

    def fit_gaze(self, screen: Screen) -> None:
        """No point is shown any more; answered by `GazeFitted`."""
        self._tell(FitGaze(screen))

    def clicked(self, x_mm: float, y_mm: float) -> None:
        """The candidate clicked at this point of the screen just now."""
        self._tell(Clicked(x_mm, y_mm, time.monotonic()))

    def use_face(self, template: Template | None) -> None:
        """Compares with this face from now on."""
        self._keep(face=template)
        self._tell(UseFace(template))

    def use_voice(self, template: Template | None) -> None:
        """Compares with this voice from now on."""
        self._keep(voice=template)
        self._tell(UseVoice(template))

    def use_calibration(self, calibration: Calibration) -> None:
        """The gaze was calibrated before, by an earlier run of the app."""
        self._keep(calibration=calibration)
        self._tell(UseCalibration(calibration))

    def enrol_voice(self, pcm: bytes) -> None:
        """Asks for a `VoiceEnrolled` of this sample: int16, mono, 16 kHz."""
        self._tell(EnrolVoice(pcm))

    def hear(self, pcm: bytes, at_s: float) -> None:
        """What the microphone heard up to `at_s` on the monotonic clock: int16, mono, 16 kHz."""
        self._tell(Sound(pcm, at_s))

    def expect(self, *, spoken_open: bool, machine_speaks: bool) -> None:
        """What sound is no signal from now on."""
        hearing = Hearing(spoken_open, machine_speaks)
        with self._lock:
            self._checkpoint = replace(self._checkpoint, hearing=hearing)
        self._tell(hearing)

    def light(self, rgb: tuple[int, int, int] | None) -> None:
        """The screen shines in this colour from now on; None ends it: `LightJudged` follows."""
        self._tell(Light(rgb, time.monotonic()))

    def show_live(self, order: Order) -> None:
        """Sends the picture to whoever looks; `LiveMoved` follows, unless the worker dies."""
        self._tell(ShowLive(order))

    def hide_live(self, look: str) -> None:
        """Sends it to this look no longer."""
        self._tell(HideLive(look))

    def _keep(self, **what: Any) -> None:
        with self._lock:
            known = replace(self._checkpoint.known, **what)
            self._checkpoint = replace(self._checkpoint, known=known)

    def _tell(self, command: Command) -> None:
        """Sends to the worker that runs; one that starts later begins with the kept state."""
        with self._sending:
            with self._lock:
                pipe = self._pipe
            if pipe is None:
                return
            try:
                pipe.send(command)
            except OSError:
                log.info("the worker went away before %s", type(command).__name__)

    def _run(self) -> None:
        pause_s = 0.0
        try:
            while not self._stopping.wait(pause_s):
                self._finish_here()
                started_s = time.monotonic()
                process, pipe = self._spawn()
                cause = self._listen(process, pipe)
                self._reap(process, pipe)
                if self._stopping.is_set():
                    break
                self._say_lost(cause)
                calm = time.monotonic() - started_s > _CALM_AFTER_S
                pause_s = 0.0 if calm else min(_LONGEST_PAUSE_S, 2 * pause_s + 0.05)
        except Exception:
            log.exception("the proctor's supervisor failed")
            self._deliver(System("proctor_lost", "Watching has stopped: restart the app."))
        finally:
            self._finish_here()

    def _spawn(self) -> tuple[BaseProcess, Connection]:
        context = spawning.context()
        ours, theirs = context.Pipe()
        with self._lock:
            settled = {"source": self._source, "checkpoint": self._checkpoint}
            process = context.Process(
                target=worker.main, args=(theirs, self._config), kwargs=settled, daemon=True
            )
            process.start()
            theirs.close()
            self._process, self._pipe = process, ours
        log.info("worker started")
        return process, ours

    def _listen(self, process: BaseProcess, pipe: Connection) -> str:
        """Passes reports on until the worker is gone; returns why."""
        heard_s = time.monotonic()
        ready = False
        while True:
            asked_s = time.monotonic()
            try:
                report = pipe.recv() if pipe.poll(_POLL_S) else None
            except (EOFError, OSError):
                process.join(timeout=1)
                return f"The worker ended with status {process.exitcode}."
            now_s = time.monotonic()
            if report is not None:
                heard_s, ready = now_s, True
                self._hear(report)
            elif self._stopping.is_set():
                if now_s - heard_s > 1:
                    return "stopped"
            else:
                # Time in which this thread itself did not run says nothing about the worker.
                heard_s += max(0.0, now_s - asked_s - 2 * _POLL_S)
                limit_s = self._config.dead_after_s if ready else self._config.start_within_s
                if now_s - heard_s > limit_s:
                    return "The worker did not answer."

    def _hear(self, report: Report) -> None:
        with self._lock:
            # A report made before our own begin() or after finish() has another interview in it.
            if report.checkpoint.interview == self._checkpoint.interview or report.finished:
                self._checkpoint = report.checkpoint
            else:
                self._checkpoint = replace(self._checkpoint, known=report.checkpoint.known)
        if self._lost and (report.looked_at_s is not None or self._source is None):
            self._lost = False
            self._say_back(report.looked_at_s)
        self._looked_at_s = report.looked_at_s or self._looked_at_s
        for message in report.messages:
            self._deliver(message)
        if report.finished:
            self._finishing_at_s = None
            self._finished.set()

    def _say_lost(self, cause: str) -> None:
        self._finish_here()
        if not self._lost:
            self._lost = True
            self._deliver(System("proctor_lost", cause))
        log.warning("worker lost: %s", cause)

    def _say_back(self, looked_at_s: float | None) -> None:
        gap_ms = None
        if looked_at_s is not None and self._looked_at_s is not None:
            gap_ms = round(1000 * max(0.0, looked_at_s - self._looked_at_s))
        self._deliver(System("proctor_back", "The camera is watched again.", gap_ms))

    def _finish_here(self) -> None:
        """Closes what is open when no worker is left to do it."""
        with self._lock:
            checkpoint, at_s = self._checkpoint, self._finishing_at_s
            self._finishing_at_s = None
            if at_s is None or checkpoint.interview is None or checkpoint.engine is None:
                self._finished.set()
                return
            self._checkpoint = Checkpoint(known=checkpoint.known, hearing=checkpoint.hearing)
        now_ms = round(1000 * (at_s - checkpoint.interview.zero_s))
        for closed in engine.finish(checkpoint.engine, now_ms)[1]:
            self._deliver(closed)
        self._finished.set()

    def _deliver(self, message: Message) -> None:
        try:
            self._on_message(message)
        except Exception:
            log.exception("a %s was not taken", type(message).__name__)

    def _reap(self, process: BaseProcess, pipe: Connection) -> None:
        with self._lock:
            self._process, self._pipe = None, None
        process.join(timeout=1 if self._stopping.is_set() else 0)
        if process.is_alive():
            process.kill()
            process.join()
        # The end of the worker ends a sending that it did not take.
        with self._sending:
            pipe.close()


def cameras() -> tuple[Camera, ...]:
    """The cameras of this machine, for the person to choose from; may take a second."""
    from client.proctor.sources.camera import cameras as listed

    return listed()

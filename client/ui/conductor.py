"""Carries the flow's orders out and tells it what came of them.

One rule: it decides nothing. `feed` steps the state, writes what is to be written, and only
then does what follows; network, microphone and proctor are parts with one method for each order.
"""

import logging
from dataclasses import dataclass
from typing import Protocol, assert_never

from PySide6.QtCore import QObject, Signal

from client import exam
from client.errors import ClientError, Refused
from client.exam import Effect, Input, Now, Problem, Screen, State, Task
from client.ui.background import Background
from client.ui.clocks import SystemClocks
from client.ui.picture import Taken
from client.ui.record import Record
from client.ui.record import Spool as RecordSpool
from shared.events import SystemNoted
from shared.problems import PROBLEMS

log = logging.getLogger(__name__)


class Clocks(Protocol):
    """Where time comes from."""

    def now(self) -> Now:
        """One reading of all clocks."""
        ...


class Network(Protocol):
    """Orders to the server."""

    def check(self, invite: str) -> None:
        """Answered by InviteAnswered or Failed."""
        ...

    def claim(self, invite: str) -> None:
        """Answered by Granted, Resumed or Failed."""
        ...

    def start(self, consent: int) -> None:
        """Answered by StartAnswered or Failed."""
        ...

    def save_selfie(self, taken: Taken) -> None:
        """Answered by SelfieStored or Failed."""
        ...

    def flush(self) -> None:
        """Answered by Uploaded."""
        ...

    def finish(self, reason: exam.End) -> None:
        """Answered by HandedIn or Failed."""
        ...

    def open(self) -> None:
        """Begins to send what is in the spool, and to hear what is asked."""
        ...


class Ears(Protocol):
    """Orders to microphone, speaker and transcriber."""

    def open(self) -> None:
        """Begins to listen; problems come as SystemHappened."""
        ...

    def start_take(self, question: str, take: int) -> None:
        """Answered by RecordingStarted or Failed."""
        ...

    def stop_take(self) -> None:
        """Answered by TakeEnded, for the voice sample by VoiceStored after it."""
        ...

    def speak(self, text: str, language: str, question: str) -> None:
        """Reads aloud; `question`: whose prepared sound to use, where there is one."""
        ...

    def hush(self) -> None:
        """Stops reading aloud."""
        ...

    def transcribe(self, question: str, take: int, language: str) -> None:
        """Answered by Transcribed."""
        ...

    @property
    def sample(self) -> bytes:
        """The voice sample just recorded: int16, mono, 16 kHz."""
        ...


class Watch(Protocol):
    """Orders to the proctor."""

    def open(self) -> None:
        """Starts the worker with its camera."""
        ...

    def snapshot(self, *, learn: bool) -> None:
        """Answered by SelfieTaken or Failed."""
        ...

    def begin(self, order: exam.BeginProctor) -> None:
        """Rules are evaluated from now on."""
        ...

    def finish(self) -> None:
        """Answered by ProctorFinished."""
        ...

    def know(self, order: exam.Know) -> None:
        """Whom to compare with."""
        ...

    def recalibrate(self, order: exam.Recalibrate) -> None:
        """The gaze was calibrated by an earlier run."""
        ...

    def look_at(self, order: exam.LookAt) -> None:
        """Answered by GazeAimed, again and again."""
        ...

    def fit_gaze(self, order: exam.FitGaze) -> None:
        """Answered by GazeFitted."""
        ...

    def shine(self) -> None:
        """Answered by LightJudged."""
        ...

    def stop_shining(self) -> None:
        """The light is to be as before."""
        ...

    def enrol_voice(self, pcm: bytes) -> None:
        """Answered by VoiceJudged."""
        ...

    @property
    def taken(self) -> Taken:
        """The newest snapshot."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """Who carries orders out."""

    network: Network
    ears: Ears
    watch: Watch


class Conductor(QObject):
    """Holds the state of the flow; lives on the GUI thread."""

    shown = Signal(object, object)
    """(State, Now) after each step."""

    def __init__(
        self,
        background: Background,
        *,
        clocks: Clocks | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = State()
        self.background = background
        self.clocks = clocks or SystemClocks()
        self.record: Record | None = None
        self._parts: Parts | None = None
        self._saved = self.state

    def use(self, parts: Parts) -> None:
        """Who carries orders out; comes before the first fact."""
        self._parts = parts

    def use_spool(self, spool: RecordSpool) -> None:
        """From now on rows go there."""
        self.record = Record(
            spool, self.background, on_disk=self._disk, on_failure=self._write_failed
        )

    def resume(self, saved: State) -> None:
        """Goes on from a saved state."""
        self.state = saved
        self.feed(exam.Resumed())

    def feed(self, happened: Input) -> None:
        """One fact: steps, saves, carries out, shows."""
        now = self.clocks.now()
        before = self.state
        self.state, effects = exam.step(before, happened, now)
        if self.state is not before or effects:
            self._carry_out(effects, now)
            self.shown.emit(self.state, now)

    def tick(self) -> None:
        """Time went on; also shows it."""
        before = self.state
        self.feed(exam.Ticked())
        if self.state is before:
            self.shown.emit(self.state, self.clocks.now())

    def failed(self, task: Task, error: Exception) -> None:
        """An order failed: its sentence goes to the screen."""
        log.info("%s failed: %s", task, getattr(error, "code", type(error).__name__))
        if not isinstance(error, ClientError):
            log.error("%s failed unexpectedly", task, exc_info=error)
        self.feed(exam.Failed(task, problem_of(error)))

    def system(self, body: SystemNoted) -> None:
        """Something about the machinery happened."""
        self.feed(exam.SystemHappened(body))

    def close(self) -> None:
        """A write that waits for room gives up."""
        if self.record is not None:
            self.record.close()

    def _carry_out(self, effects: tuple[Effect, ...], now: Now) -> None:
        rows = tuple(effect.body for effect in effects if isinstance(effect, exam.Append))
        orders = tuple(effect for effect in effects if not isinstance(effect, exam.Append))

        def then() -> None:
            for order in orders:
                self._order(order)
            self._tell_saved()

        if self.record is None:
            then()
            return
        changed = exam.persistent(self.state) != self._saved
        if rows or changed:
            self._saved = exam.persistent(self.state)
            self.record.append(rows, now, state=exam.dump(self._saved), then=then)
        elif orders:
            self.record.then(then)

    def _tell_saved(self) -> None:
        question, answer = self.state.question, self.state.answer
        live = self.state.live
        behind = answer.revision > live.saved_revision or answer.edits > live.saved_edits
        if question is not None and behind and (self.record is None or self.record.waiting == 0):
            self.feed(exam.RevisionSaved(question.id, answer.revision, answer.edits))

    def _order(self, order: Effect) -> None:
        assert self._parts is not None
        network, ears, watch = self._parts.network, self._parts.ears, self._parts.watch
        match order:
            case exam.CheckInvite():
                network.check(order.invite)
            case exam.Claim():
                network.claim(order.invite)
            case exam.OpenDevices():
                watch.open()
                ears.open()
                network.open()
            case exam.Know():
                watch.know(order)
            case exam.Recalibrate():
                watch.recalibrate(order)
            case exam.LookAt():
                watch.look_at(order)
            case exam.FitGaze():
                watch.fit_gaze(order)
            case exam.Shine():
                watch.shine()
            case exam.StopShining():
                watch.stop_shining()
            case exam.EnrolVoice():
                watch.enrol_voice(ears.sample)
            case exam.TakeSnapshot(learn):
                watch.snapshot(learn=learn)
            case exam.SaveSelfie():
                network.save_selfie(watch.taken)
            case exam.StartRecording():
                ears.start_take(order.question, order.take)
            case exam.StopRecording():
                ears.stop_take()
            case exam.Start():
                network.start(order.consent)
            case exam.BeginProctor():
                watch.begin(order)
            case exam.FinishProctor():
                watch.finish()
            case exam.Speak():
                ears.speak(order.text, order.language, order.question)
            case exam.Hush():
                ears.hush()
            case exam.Transcribe():
                ears.transcribe(order.question, order.take, order.language)
            case exam.Flush():
                network.flush()
            case exam.Finish():
                network.finish(order.reason)
            case exam.Listen():
                network.open()
            case exam.Append():
                raise TypeError("rows are written before orders are carried out")
            case _:
                assert_never(order)

    def _disk(self, room: bool) -> None:
        self.system(SystemNoted(what="disk_back" if room else "disk_full"))

    def _write_failed(self, error: ClientError) -> None:
        if self.state.screen is not Screen.WELCOME:
            self.feed(exam.Failed("upload", problem_of(error)))


def problem_of(error: Exception) -> Problem:
    """The sentence for the person."""
    match error:
        case Refused(problem=problem):
            _, title, action = PROBLEMS.get(problem.code, (0, problem.title, problem.detail))
            return Problem(problem.code, problem.title or title, problem.detail or action)
        case ClientError():
            return Problem(error.code, error.message, "")
        case _:
            code, title, action = "internal", *PROBLEMS["internal"][1:]
            return Problem(code, title, action)

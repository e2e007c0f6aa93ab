"""The proctor's side of the window: orders go to it, its messages become facts and rows.

One rule: a proctor that dies costs an event and nothing else: whatever waits for its answer goes
on without one after a while.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QTimer, Signal

from client import exam
from client.errors import ClientError
from client.live.orders import Order
from client.proctor.types import (
    Aimed,
    Camera,
    Closed,
    GazeFitted,
    Health,
    LightJudged,
    LiveMoved,
    Looked,
    Message,
    Opened,
    Preview,
    Snapshot,
    SourceSpec,
    Spoke,
    System,
    VoiceEnrolled,
)
from client.ui.bridge import Bridge
from client.ui.calibrated import calibration_of, fit_of
from client.ui.cameras import Cameras
from client.ui.conductor import Conductor
from client.ui.devices import FaceHint
from client.ui.picture import Taken, judged
from client.ui.pieces import SoundFeed
from client.ui.shining import Shining, Steps
from client.ui.signals import Moment, Signals
from client.ui.supervising import MakeSupervisor, Supervisor
from client.ui.templates import Templates, content_of, known
from shared.events import SystemNoted
from shared.looks import LookEnd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from client.speech.pcm import Pcm

log = logging.getLogger(__name__)

SNAPSHOT_MS = 4000
"""How long a picture may take before the person is asked to try again."""
VOICE_MS = 8000
"""How long a voice may take to be learned; ten seconds of it take under one."""
DISTANCE_MM = 550.0
"""From the eyes to the screen, where nothing better is known: an arm's length."""
NOT_LEARNED = "Your voice could not be learned in time."


class Watching(QObject):
    """The conductor's `Watch` on the supervisor."""

    picture = Signal(object)
    """A Preview, the newest."""
    face = Signal(object)
    """A FaceHint."""
    snapshot_taken = Signal(bytes)
    off_changed = Signal(object)
    """Sentences, one for each detector that is off."""
    dark = Signal()
    """The camera gives no picture any more."""
    found = Signal(object)
    """Cameras as a tuple of Choice."""
    severe = Signal()
    """Something that a person should see now."""
    spoke = Signal(object)
    """Pairs (probability of speech, when); none: nobody can tell any more."""
    lost = Signal()
    """The worker's process died."""
    live_moved = Signal(object)
    """A LiveMoved: how far a person's look through the camera has come."""
    light_shown = Signal(object)
    """The colour for the whole window, or None: it is over."""

    def __init__(
        self,
        conductor: Conductor,
        make: MakeSupervisor,
        *,
        list_cameras: Callable[[], "Sequence[Camera]"],
        source: SourceSpec | None = None,
        challenge: Steps | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._make = make
        self._supervisor: Supervisor | None = None
        self._cameras = Cameras(
            conductor, listed=list_cameras, fixed=source, use=self._use_camera, parent=self
        )
        self._cameras.found.connect(self.found)
        self._bridge = Bridge(self)
        self._bridge.delivered.connect(self._hear)
        self._newest: Preview | None = None
        self._preview_posted = False
        self._signals = Signals(conductor, self.severe.emit)
        self._challenge = challenge
        self._shining = Shining(conductor.feed, self)
        self._shining.shown.connect(self.light_shown)
        self._sound: SoundFeed | None = None
        self._only_answers = False
        """Whether voices are not watched: then only answers are heard, for their pauses."""
        self._expected: tuple[bool, bool] | None = None
        self._taken = Taken()
        self._patience = self._timer(SNAPSHOT_MS, self._no_snapshot)
        self._voice_patience = self._timer(VOICE_MS, lambda: self._no_voice(NOT_LEARNED))
        self.health: Health | None = None

    @property
    def camera_key(self) -> str:
        """Of the camera in use; empty without one."""
        return self._cameras.key

    @property
    def open_signals(self) -> tuple[str, ...]:
        """Names of the signals that are open."""
        return self._signals.open

    @property
    def moments(self) -> tuple[Moment, ...]:
        """When signals were open, the newest first."""
        return self._signals.moments

    # ---- orders -------------------------------------------------------------------------------

    def open(self) -> None:
        """Starts the worker, with the first camera where none was chosen."""
        if self._supervisor is not None:
            return
        self._expected = None
        self._supervisor = self._make(self._cameras.source, self._post)
        self._supervisor.start()
        self.look()

    def look(self) -> None:
        """Lists cameras; answered by `found`."""
        self._cameras.look()

    def choose(self, key: str) -> None:
        """Watches through another camera."""
        self._cameras.choose(key)

    def snapshot(self, *, learn: bool) -> None:
        """Asks for a picture, and gives up after a while."""
        if self._supervisor is not None:
            self._patience.start()
            self._supervisor.snapshot(learn=learn)

    def know(self, order: exam.Know) -> None:
        """Compares with these templates, once they are read from the spool; or with nobody."""
        if order.nobody:
            if self._supervisor is not None:
                self._supervisor.use_face(None)
                self._supervisor.use_voice(None)
            return
        record = self._conductor.record
        if record is not None:
            record.read(lambda spool: known(spool, order.face, order.voice), self._known)

    def recalibrate(self, order: exam.Recalibrate) -> None:
        """Goes on with a calibration of an earlier run, where it can be read."""
        calibration = calibration_of(order.saved)
        if self._supervisor is not None and calibration is not None:
            self._supervisor.use_calibration(calibration)

    def look_at(self, order: exam.LookAt) -> None:
        """A point of the calibration is looked at."""
        from client.proctor.supervisor import LookAt

        if self._supervisor is not None:
            point = LookAt(order.number, order.x_mm, order.y_mm, order.held_out)
            self._supervisor.look_at(point)

    def fit_gaze(self, order: exam.FitGaze) -> None:
        """All points were looked at."""
        from client.proctor.supervisor import Screen

        if self._supervisor is not None:
            self._supervisor.fit_gaze(Screen(order.width_mm, order.height_mm, DISTANCE_MM))

    def clicked(self, x_mm: float, y_mm: float) -> None:
        """The candidate clicked at this point of the screen."""
        if self._supervisor is not None:
            self._supervisor.clicked(x_mm, y_mm)

    def shine(self) -> None:
        """Changes the screen's light, step by step."""
        if self._supervisor is None:
            self._conductor.feed(exam.LightJudged("unknown", None, "The camera is not watched."))
            return
        if self._challenge is None:
            from client.proctor.supervisor import CHALLENGE

            self._challenge = CHALLENGE
        self._shining.start(self._challenge, self._supervisor.light)

    def stop_shining(self) -> None:
        """The light is as before."""
        self._shining.stop()

    def enrol_voice(self, pcm: bytes) -> None:
        """Learns a voice, and gives up after a while."""
        supervisor = self._supervisor
        if supervisor is None or not pcm:
            self._no_voice("")
            return
        self._voice_patience.start()
        # Half a megabyte: the pipe takes it as fast as the worker reads.
        self._conductor.background.run(lambda: supervisor.enrol_voice(pcm))

    def show_live(self, order: Order) -> None:
        """Sends the picture to whoever looks; without a worker nothing is sent."""
        if self._supervisor is not None:
            self._supervisor.show_live(order)
        else:
            self.live_moved.emit(LiveMoved(order.look, "ended", why=LookEnd.NO_CAMERA))

    def hide_live(self, look: str) -> None:
        """Sends it to this look no longer."""
        if self._supervisor is not None:
            self._supervisor.hide_live(look)

    def expect(self, *, spoken_open: bool, machine_speaks: bool) -> None:
        """What sound is no signal from now on; the same again is not said again."""
        expected = (spoken_open, machine_speaks)
        if self._supervisor is not None and expected != self._expected:
            self._expected = expected
            self._supervisor.expect(spoken_open=spoken_open, machine_speaks=machine_speaks)

    def hear(self, pcm: "Pcm", at_s: float) -> None:
        """What the microphone heard up to `at_s`; called on its own thread, never waits."""
        sound, expected = self._sound, self._expected
        answering = expected is not None and expected[0]
        if sound is not None and (answering or not self._only_answers):
            sound.hear(pcm.tobytes(), at_s)

    def begin(self, order: exam.BeginProctor) -> None:
        """Rules from now on; times in messages count from this moment."""
        self._signals.zero_ms = order.at_ms
        if self._supervisor is not None:
            self._supervisor.set_neutral()
            self._supervisor.begin(order.policy, order.accommodations)
            self._only_answers = not order.policy.voices
            self._sound = SoundFeed(self._supervisor.hear)

    def finish(self) -> None:
        """Closes what is open and stops watching."""
        self._stop_hearing()
        supervisor, self._supervisor = self._supervisor, None

        def work() -> None:
            if supervisor is not None:
                supervisor.finish()
                supervisor.stop()

        def done(_: object) -> None:
            # What the worker said last was posted before this, and rows are written in order.
            self._conductor.feed(exam.ProctorFinished())

        self._conductor.background.run(work, done, done)

    @property
    def taken(self) -> Taken:
        """The newest snapshot."""
        return self._taken

    def stop(self) -> None:
        """Ends the worker."""
        self._stop_hearing()
        supervisor, self._supervisor = self._supervisor, None
        if supervisor is not None:
            supervisor.stop()

    def close(self) -> None:
        """Nothing is delivered from now on."""
        self._patience.stop()
        self._voice_patience.stop()
        self._shining.stop()
        self._bridge.close()

    # ---- the supervisor's thread ----------------------------------------------------------------

    def _post(self, message: Message) -> None:
        sound = self._sound
        if sound is not None and not isinstance(message, System):
            # What the supervisor says of a lost worker is no sign of life.
            sound.alive()
        if isinstance(message, Preview):
            # Newest wins: a window that is busy painting must not collect pictures.
            self._newest = message
            if self._preview_posted:
                return
            self._preview_posted = True
        self._bridge.post(message)

    # ---- the GUI thread -------------------------------------------------------------------------

    def _hear(self, delivered: object) -> None:
        # Only messages are posted to this bridge.
        message: Message = delivered  # type: ignore[assignment]
        match message:
            case Preview():
                self._preview_posted = False
                self.picture.emit(self._newest)
            case Looked():
                self.face.emit(FaceHint(message.faces, message.brightness, message.sharpness))
            case Opened():
                self._signals.opened(message)
            case Closed():
                self._signals.closed(message)
            case System():
                self._system(message)
            case Snapshot():
                self._snapped(message)
            case Aimed():
                self._conductor.feed(exam.GazeAimed(message.number, message.share))
            case GazeFitted():
                self._conductor.feed(exam.GazeFitted(fit_of(message)))
            case VoiceEnrolled():
                self._voice(message)
            case Spoke():
                self.spoke.emit(message.looks)
            case LightJudged():
                self._shining.judged(
                    exam.LightJudged(message.outcome, message.correlation, message.detail)
                )
            case LiveMoved():
                self.live_moved.emit(message)
            case Health():
                self._healthy(message)
            case _:
                assert_never(message)

    def _healthy(self, health: Health) -> None:
        before = self.health.off if self.health else ()
        self.health = health
        if health.off != before:
            self.off_changed.emit(health.off)

    def _known(self, templates: Templates) -> None:
        if self._supervisor is None:
            return
        if templates.face is not None:
            self._supervisor.use_face(templates.face)
        if templates.voice is not None:
            self._supervisor.use_voice(templates.voice)

    def _voice(self, enrolled: VoiceEnrolled) -> None:
        record = self._conductor.record
        if not self._voice_patience.isActive():
            return  # nobody waits any more
        if enrolled.template is None or record is None:
            self._no_voice(enrolled.reason)
            return
        self._voice_patience.stop()
        record.put(
            content_of(enrolled.template),
            lambda stored: self._conductor.feed(exam.VoiceJudged(stored, enrolled.model)),
        )

    def _no_voice(self, reason: str) -> None:
        self._voice_patience.stop()
        self._conductor.feed(exam.VoiceJudged(reason=reason))

    def _stop_hearing(self) -> None:
        sound, self._sound = self._sound, None
        if sound is not None:
            log.info("sound for the proctor: %d sent, %d dropped", sound.sent, sound.dropped)

    def _timer(self, after_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(then)
        return timer

    def _system(self, system: System) -> None:
        self._conductor.system(
            SystemNoted(what=system.what, detail=system.detail, gap_ms=system.gap_ms)
        )
        if system.what in ("camera_lost", "proctor_lost"):
            self.dark.emit()
        if system.what == "proctor_lost":
            self.spoke.emit(())
            self.lost.emit()
        if system.what == "camera_lost":
            self._cameras.lost()

    def _snapped(self, snapshot: Snapshot) -> None:
        self._patience.stop()
        self._taken, usable = judged(snapshot)
        self.snapshot_taken.emit(snapshot.jpeg)
        self._conductor.feed(exam.SelfieTaken(self._taken.quality, usable))

    def _no_snapshot(self) -> None:
        self._conductor.failed(
            "selfie",
            ClientError("The camera gave no picture. Check it under Devices and take another."),
        )

    def _use_camera(self, camera: SourceSpec) -> bool:
        if self._supervisor is None:
            return False
        self._supervisor.use_camera(camera)
        return True

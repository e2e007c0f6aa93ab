"""The proctor's side of the window: its messages become rows, pictures and words.

One rule: evidence is on disk before the row that names it, and a proctor that dies costs an
event and nothing else.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from client import exam
from client.errors import ClientError
from client.proctor.types import (
    Camera,
    Closed,
    Health,
    Looked,
    Message,
    Opened,
    Preview,
    Snapshot,
    SourceSpec,
    System,
)
from client.ui.bridge import Bridge
from client.ui.conductor import Conductor
from client.ui.devices import Choice, FaceHint
from client.ui.record import Evidence
from client.ui.widgets.device_panel import face_words
from client.ui.words import tr
from shared.events import Artifact, Severity, SignalClosed, SignalOpened, SystemNoted
from shared.policy import Accommodations, Policy

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)

SNAPSHOT_MS = 4000
"""How long a picture may take before the person is asked to try again."""
BLURRED = 20.0
"""Variance of the Laplacian below which a picture is blurred."""
REPLAY_KEY = "replay"


class Supervisor(Protocol):
    """What is needed of `client.proctor.supervisor.Supervisor`."""

    def start(self) -> None:
        """Starts the worker."""
        ...

    def stop(self) -> None:
        """Ends it."""
        ...

    def use_camera(self, spec: SourceSpec) -> None:
        """Another source."""
        ...

    def set_neutral(self) -> None:
        """The candidate looks straight ahead now."""
        ...

    def begin(self, policy: Policy, accommodations: Accommodations) -> None:
        """Time zero."""
        ...

    def finish(self) -> None:
        """Closes open signals."""
        ...

    def snapshot(self) -> None:
        """Asks for a picture."""
        ...


MakeSupervisor = Callable[[SourceSpec | None, Callable[[Message], None]], Supervisor]


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

    def __init__(
        self,
        conductor: Conductor,
        make: MakeSupervisor,
        *,
        list_cameras: Callable[[], "Sequence[Camera]"],
        source: SourceSpec | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._make = make
        self._list_cameras = list_cameras
        self._fixed = source
        self._source = source
        self._cameras: dict[str, Camera] = {}
        self._supervisor: Supervisor | None = None
        self._bridge = Bridge(self)
        self._bridge.delivered.connect(self._hear)
        self._newest: Preview | None = None
        self._preview_posted = False
        self._zero_ms = 0
        self._snapshot: Snapshot | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SNAPSHOT_MS)
        self._patience.timeout.connect(self._no_snapshot)
        self.open_signals: tuple[str, ...] = ()
        self.health: Health | None = None
        self.camera_key = REPLAY_KEY if source is not None else ""

    # ---- orders -------------------------------------------------------------------------------

    def open(self) -> None:
        """Starts the worker, with the first camera where none was chosen."""
        if self._supervisor is not None:
            return
        self._supervisor = self._make(self._source, self._post)
        self._supervisor.start()
        self.look()

    def look(self) -> None:
        """Lists cameras; answered by `found`."""
        if self._fixed is not None:
            self.found.emit((Choice(REPLAY_KEY, self.tr("Recording")),))
            return
        self._conductor.background.run(
            self._list_cameras, self._listed, lambda error: log.warning("cameras: %s", error)
        )

    def choose(self, key: str) -> None:
        """Watches through another camera."""
        camera = self._cameras.get(key)
        if camera is None or self._supervisor is None:
            return
        changed = bool(self.camera_key) and key != self.camera_key
        self.camera_key = key
        self._source = camera
        self._supervisor.use_camera(camera)
        if changed:
            self._conductor.system(SystemNoted(what="camera_changed"))
        self._emit_cameras()

    def snapshot(self) -> None:
        """Asks for a picture, and gives up after a while."""
        if self._supervisor is not None:
            self._patience.start()
            self._supervisor.snapshot()

    def begin(self, order: exam.BeginProctor) -> None:
        """Rules from now on; times in messages count from this moment."""
        self._zero_ms = order.at_ms
        if self._supervisor is not None:
            self._supervisor.set_neutral()
            self._supervisor.begin(order.policy, order.accommodations)

    def finish(self) -> None:
        """Closes what is open and stops watching."""
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
    def taken(self) -> tuple[bytes, str]:
        """The newest snapshot and its quality in words."""
        if self._snapshot is None:
            return b"", ""
        return self._snapshot.jpeg, quality_words(self._snapshot.quality)

    def stop(self) -> None:
        """Ends the worker; called off the GUI thread."""
        supervisor, self._supervisor = self._supervisor, None
        if supervisor is not None:
            supervisor.stop()

    def close(self) -> None:
        """Nothing is delivered from now on."""
        self._patience.stop()
        self._bridge.close()

    # ---- the supervisor's thread ----------------------------------------------------------------

    def _post(self, message: Message) -> None:
        if isinstance(message, Preview):
            # Newest wins: a window that is busy painting must not collect pictures.
            self._newest = message
            if self._preview_posted:
                return
            self._preview_posted = True
        self._bridge.post(message)

    # ---- the GUI thread -------------------------------------------------------------------------

    def _hear(self, message: object) -> None:
        match message:
            case Preview():
                self._preview_posted = False
                self.picture.emit(self._newest)
            case Looked():
                self.face.emit(FaceHint(message.faces, message.brightness, message.sharpness))
            case Opened():
                self._opened(message)
            case Closed():
                self._closed(message)
            case System():
                self._system(message)
            case Snapshot():
                self._snapped(message)
            case Health():
                before = self.health.off if self.health else ()
                self.health = message
                if message.off != before:
                    self.off_changed.emit(message.off)
            case _:
                log.warning("unknown message %s", type(message).__name__)

    def _opened(self, opened: Opened) -> None:
        self.open_signals = (*self.open_signals, str(opened.signal))
        zero_ms, record = self._zero_ms, self._conductor.record
        if record is None:
            return

        def body(artifact: Artifact | None) -> SignalOpened:
            return SignalOpened(
                signal=str(opened.signal),
                severity=opened.severity,
                onset_ms=opened.onset_ms + zero_ms,
                at_ms=opened.at_ms + zero_ms,
                measure=opened.measure,
                value_milli=opened.value_milli,
                detector=opened.detector,
                evidence=() if artifact is None else (artifact,),
                evidence_withheld=opened.withheld,
            )

        jpeg = opened.evidence_jpeg
        evidence = None if jpeg is None else Evidence(jpeg, "image/jpeg")
        record.append_with(evidence, body, self._conductor.clocks.now())
        if opened.severity is Severity.HIGH:
            record.then(self.severe.emit)

    def _closed(self, closed: Closed) -> None:
        self.open_signals = tuple(one for one in self.open_signals if one != str(closed.signal))
        record = self._conductor.record
        if record is None:
            return
        body = SignalClosed(
            signal=str(closed.signal),
            onset_ms=closed.onset_ms + self._zero_ms,
            ended_ms=closed.ended_ms + self._zero_ms,
            at_ms=closed.at_ms + self._zero_ms,
            reason=closed.reason,
        )
        record.append((body,), self._conductor.clocks.now())

    def _system(self, system: System) -> None:
        self._conductor.system(
            SystemNoted(what=system.what, detail=system.detail, gap_ms=system.gap_ms)
        )
        if system.what in ("camera_lost", "proctor_lost"):
            self.dark.emit()
        if system.what == "camera_lost" and self._fixed is None:
            self.look()

    def _snapped(self, snapshot: Snapshot) -> None:
        self._patience.stop()
        self._snapshot = snapshot
        self.snapshot_taken.emit(snapshot.jpeg)
        self._conductor.feed(exam.SelfieTaken(quality_words(snapshot.quality)))

    def _no_snapshot(self) -> None:
        self._conductor.failed(
            "selfie",
            ClientError("The camera gave no picture. Check it under Devices and take another."),
        )

    def _listed(self, cameras: "Sequence[Camera]") -> None:
        self._cameras = {str(camera.index): camera for camera in cameras}
        if not self.camera_key and self._cameras and self._supervisor is not None:
            first = next(iter(self._cameras))
            self.camera_key, self._source = first, self._cameras[first]
            self._supervisor.use_camera(self._cameras[first])
        self._emit_cameras()

    def _emit_cameras(self) -> None:
        self.found.emit(tuple(Choice(key, one.name) for key, one in self._cameras.items()))


def quality_words(quality: Looked) -> str:
    """What is poor about a picture; empty where it is good."""
    if quality.sharpness is not None and quality.sharpness < BLURRED:
        return tr("The picture is blurred. Hold still and take another.")
    if quality.faces is None:
        return ""
    text, good = face_words(FaceHint(quality.faces, quality.brightness, quality.sharpness))
    return "" if good else text

"""The composition root: everything is made and wired here, and reading it is the architecture.

One rule: what takes long to import is imported where it is used, after the first window.
"""

import client.ui.plain_imports  # isort: skip  # noqa: F401 - before all that it is about

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from client import exam, memory, motion, power
from client.awake import Awake
from client.errors import ClientError
from client.exam import Now, Screen, State
from client.power import Power
from client.proctor.types import Message, Preview, SourceSpec
from client.settings import Settings
from client.ui import i18n, looks, thumbnail
from client.ui.background import Background
from client.ui.comfort import Comfort
from client.ui.conductor import Conductor, Parts, problem_of
from client.ui.devices import Choice, Devices
from client.ui.ears import Listening
from client.ui.edits import earlier_edits
from client.ui.guarding import Guarding, MakeMeasures, set_back
from client.ui.live_looks import LiveLooks
from client.ui.network import ServerSide
from client.ui.own_record import OwnRecord
from client.ui.probing import MakeProbes, Probing
from client.ui.readying import Readying
from client.ui.saved import Saved, rows_of
from client.ui.spoken_wires import join
from client.ui.supervising import MakeSupervisor, Supervisor
from client.ui.theme import Theme
from client.ui.trying import Trials
from client.ui.watch import Watching
from client.ui.window import Window
from client.ui.words import sentence
from shared.sync import THUMBNAIL_EVERY_S, Heartbeat

if TYPE_CHECKING:
    import httpx

    from client.proctor.types import Camera
    from client.speech.microphone import ReplaySpec
    from client.ui.practising import Practice
    from client.ui.quiet import Quiet

log = logging.getLogger(__name__)

Next = Literal["interview", "practice"]

TICK_MS = 200
"""How late a time limit may be noticed."""
PART_MS = 2500
"""Most that leaving waits for its own row."""
LOOK_MS = 3000
"""Between two looks for devices while the person is choosing."""


@dataclass(frozen=True, slots=True)
class Edges:
    """What tests put in place of the world outside."""

    transport: "httpx.BaseTransport | None" = None
    make_supervisor: MakeSupervisor | None = None
    list_cameras: "Callable[[], tuple[Camera, ...]] | None" = None
    awake: Awake | None = None
    power: Callable[[], Power | None] = power.read
    make_quiet: "Callable[[], Quiet] | None" = None
    make_probes: MakeProbes | None = None
    measures: MakeMeasures | None = None


def build(
    settings: Settings,
    *,
    camera: SourceSpec | None = None,
    microphone: "ReplaySpec | None" = None,
    invite: str | None = None,
    practice: bool = False,
    edges: Edges | None = None,
) -> "App":
    """The app, wired and not yet shown.

    `camera` and `microphone` put recordings in place of devices; `invite` is looked at first.
    `practice`: a practice interview, with no server and nothing kept.
    """
    memory.keep_small()
    if left := set_back(settings.data_dir):
        log.warning("an earlier lockdown could not be set back: %s", ", ".join(left))
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Invigil")
    qt.setQuitOnLastWindowClosed(False)
    wanted = (i18n.remembered(settings.data_dir), settings.language or "", *i18n.of_system())
    tongue = i18n.choose(wanted)
    i18n.speak(qt, tongue)
    return App(
        qt,
        settings,
        tongue=tongue,
        camera=camera,
        microphone=microphone,
        invite=invite,
        practice=_practice(settings.data_dir, tongue.code) if practice else None,
        edges=edges or Edges(),
    )


class App:
    """One run of the candidate's app."""

    def __init__(
        self,
        qt: QApplication,
        settings: Settings,
        *,
        tongue: i18n.Tongue,
        camera: SourceSpec | None,
        microphone: "ReplaySpec | None",
        invite: str | None,
        practice: "Practice | None",
        edges: Edges,
    ) -> None:
        self._qt = qt
        self._settings = settings
        self._practice = practice
        self._invite = invite if practice is None else practice.link
        self.next: Next | None = None
        """What is to be begun anew, now that this run is over; None: nothing."""
        self._closing = False
        self._status = 0
        self._rows: list[tuple[int, str]] = []
        self._choices: tuple[tuple[Choice, ...], ...] = ((), (), ())
        self._offered: Path | None = None
        self.tongue = tongue
        kept = looks.remembered(settings.data_dir)
        self._theme = Theme(qt, scale=kept.scale, strong=kept.strong)
        self.window = Window(self._theme)
        if practice is not None:
            self.window.show_practice(practice.banner())
        self.window.welcome.show_language(tongue.code)
        self.background = Background()
        self.conductor = Conductor(self.background)
        self.network = (
            ServerSide(self.conductor, settings, transport=edges.transport)
            if practice is None
            else ServerSide(
                self.conductor,
                practice.settings(settings),
                transport=practice.transport,
                practice=True,
            )
        )
        self.ears = Listening(self.conductor, replay=microphone)
        self.watch = Watching(
            self.conductor,
            edges.make_supervisor or _supervisor,
            list_cameras=edges.list_cameras or _cameras,
            source=camera,
        )
        self.live_looks = LiveLooks(
            self.conductor,
            self.watch,
            tell=self.network.say_of_look,
            sent=self.network.note_live,
        )
        self.network.on_looks = self.live_looks.told
        self.comfort = Comfort(
            self.conductor, awake=edges.awake, power=edges.power, make_quiet=edges.make_quiet
        )
        self.probing = Probing(
            self.conductor, settings.data_dir, make=edges.make_probes, devices=self._in_use
        )
        self.guarding = Guarding(
            self.conductor, self.window, settings.data_dir, make_measures=edges.measures
        )
        self.network.about_to_change = self._hand_over
        self.readying = Readying(
            self.window.readiness,
            self.background,
            settings,
            invite=self.window.welcome.invite.text,
            transport=edges.transport,
        )
        self.trials = Trials(self.background, lambda: self.network.api)
        self.conductor.use(Parts(self.network, self.ears, self.watch))
        self._tick = QTimer(self.window)
        self._tick.setInterval(TICK_MS)
        self._newest: Preview | None = None
        self._show_picture = QTimer(self.window)
        self._show_picture.setInterval(THUMBNAIL_EVERY_S * 1000)
        self._look = QTimer(self.window)
        self._look.setInterval(LOOK_MS)
        self._wire()

    @property
    def state(self) -> State:
        """The flow's state."""
        return self.conductor.state

    def run(self) -> int:
        """Shows the window and runs until the person, or a signal, ends it; the exit status."""
        self.show()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.quit(0))
        self._qt.exec()
        self.close()
        return self._status

    def show(self) -> None:
        """The window, full screen, and the first question: which interview?"""
        # Without a window manager "full screen" changes no size.
        self.window.setGeometry(self.window.screen().geometry())
        self.window.showFullScreen()
        self.window.show_state(self.state, self.conductor.clocks.now())
        self.window.current.entered()
        self._tick.start()
        self._show_picture.start()

    def quit(self, status: int = 0) -> None:
        """Ends the app; what is in the line to the disk is written first."""
        if self._closing:
            return
        self._closing = True
        self._status = status
        self._hand_over()
        # Not `quit`: that asks the window, which asks the person.
        self._qt.exit(status)

    def close(self) -> None:
        """Stops every thread and process, in the order in which they feed each other."""
        self._closing = True
        self._tick.stop()
        self._look.stop()
        self._show_picture.stop()
        self.probing.stop()
        self.guarding.close()
        self.readying.stop()
        self.watch.stop()
        self.ears.stop()
        self.network.stop()
        self._qt.processEvents()
        self.watch.close()
        self.conductor.close()
        self.background.close()
        self.comfort.release()
        if self.network.spool is not None:
            self._rows = rows_of(self.network.spool)
        self.network.close()
        if self._practice is not None:
            self._practice.remove()
        self.window.let_close()
        self.window.close()

    # ---- for the demo's report ------------------------------------------------------------------

    def spool_rows(self) -> list[tuple[int, str]]:
        """(sequence number, hash) of every row of this interview's record."""
        return self._rows or (rows_of(self.network.spool) if self.network.spool else [])

    def models(self) -> list[dict[str, str]]:
        """Name, version, SHA-256 and source of every model that is here."""
        from client.models.store import default_store

        store = default_store()
        found = [store.find(model.name) for model in store.models]
        return [
            {"name": one.name, "version": one.version, "sha256": one.sha256, "source": one.source}
            for one in found
            if one is not None
        ]

    def off(self) -> list[str]:
        """What was switched off and why, one sentence each."""
        detectors = self.watch.health.off if self.watch.health else ()
        return [*detectors, *self.ears.reasons.values()]

    # ---- wiring ---------------------------------------------------------------------------------

    def _wire(self) -> None:
        window, conductor = self.window, self.conductor
        window.happened.connect(conductor.feed)
        window.leave_wished.connect(self._leave)
        window.practice_wished.connect(self._practise)
        window.welcome.readiness_wished.connect(self._check_computer)
        window.readiness.closed.connect(self._to_invite)
        window.parted.connect(self._part)
        window.record_wished.connect(self._show_record)
        window.resume_wished.connect(self._resume)
        window.language_chosen.connect(self._speak)
        window.looks_changed.connect(
            lambda scale, strong: looks.remember(
                self._settings.data_dir, looks.Looks(scale, strong)
            )
        )
        window.retried.connect(self._begin)
        # Not before: what the first look imports would share the processor with the painting.
        window.painted.connect(lambda: QTimer.singleShot(0, self.window, self._begin))
        window.invite_wished.connect(self._to_invite)
        window.file_wished.connect(self._save_file)
        window.camera_chosen.connect(self.watch.choose)
        window.microphone_chosen.connect(self.ears.choose_microphone)
        window.speaker_chosen.connect(self.ears.choose_speaker)
        window.speaker_tested.connect(self.ears.test_speaker)
        window.looking.connect(self._look_for_devices)
        window.clicked.connect(self.watch.clicked)
        join(window, self.ears, conductor)
        window.question.text.run_wished.connect(self.trials.run)
        window.question.text.run_cancelled.connect(self.trials.cancel)
        self.trials.tried.connect(window.question.text.show_tried)
        conductor.shown.connect(self._show)
        self.watch.picture.connect(self._picture)
        self.watch.face.connect(window.show_face)
        self.watch.dark.connect(window.show_no_picture)
        self.watch.live_moved.connect(self.live_looks.moved)
        self.watch.lost.connect(self.live_looks.lost)
        self.live_looks.changed.connect(window.show_live)
        self.watch.snapshot_taken.connect(window.selfie.show_taken)
        self.watch.off_changed.connect(lambda off: window.show_off(tuple(off)))
        self.watch.found.connect(lambda cameras: self._found(cameras=cameras))
        self.watch.light_shown.connect(window.show_light)
        self.ears.on_sound = self.watch.hear
        self.watch.spoke.connect(self.ears.spoke)
        self.ears.speaking_changed.connect(self._expect)
        self.watch.severe.connect(self.network.hurry)
        self.ears.level.connect(window.show_level)
        self.ears.found.connect(
            lambda heard, spoken: self._found(microphones=heard, speakers=spoken)
        )
        self.ears.speaker_tried.connect(window.show_speaker_problem)
        self.ears.voice_elsewhere.connect(window.show_voice_elsewhere)
        self._tick.timeout.connect(self._ticked)
        self._look.timeout.connect(self._look_for_devices)
        self._show_picture.timeout.connect(self._thumbnail)

    def _begin(self) -> None:
        self.window.go_on()
        self.background.run(motion.reduced, self._theme.calm)
        self.background.run(lambda: _sweep(self._settings.data_dir))
        if self._practice is not None:
            self.conductor.feed(exam.InviteEntered(self._practice.link))
            return
        if self._invite:
            self.window.welcome.prefill(self._invite)
            self.conductor.feed(exam.InviteEntered(self._invite))
            return
        self.background.run(
            self.network.saved,
            self._found_saved,
            lambda error: self._cannot_go_on(error),
        )

    def _found_saved(self, saved: tuple[Saved, ...]) -> None:
        """Goes on where a clock runs, offers what has not started, and tells what is stuck."""
        if self.state.session:
            return
        unfinished = [one for one in saved if one.found.state == "unfinished"]
        started = [one for one in unfinished if one.started]
        stuck = [one for one in saved if one.found.message]
        if started:
            self.network.resume(started[0].found.folder)
        elif unfinished:
            self._offered = unfinished[0].found.folder
            self.window.welcome.offer_resume(unfinished[0].found.title)
        elif stuck:
            self.window.show_problem(stuck[0].found.message, retry=True)

    def _resume(self) -> None:
        if self._offered is not None:
            self.network.resume(self._offered)

    def _speak(self, code: str) -> None:
        """Before the claim there is nothing to lose: the app begins anew, in that language."""
        if self.state.screen is not Screen.WELCOME or self.state.live.busy:
            self.window.welcome.show_language(self.tongue.code)
            return
        i18n.remember(self._settings.data_dir, code)
        self.next = "interview"
        self.quit(0)

    def _practise(self) -> None:
        """A practice is a run of its own: nothing of it mixes with an interview."""
        if self.state.screen is Screen.WELCOME and not self.state.live.busy:
            self.next = "practice"
            self.quit(0)

    def _leave(self) -> None:
        if self._practice is not None:
            self.next = "interview"
        self.quit(0)

    def _check_computer(self) -> None:
        if self.state.screen is Screen.WELCOME and not self.state.live.busy:
            self.window.show_readiness()
            self.readying.begin()

    def _to_invite(self) -> None:
        self.readying.stop()
        self.window.go_on()
        self.window.show_state(self.state, self.conductor.clocks.now())

    def _cannot_go_on(self, error: Exception) -> None:
        known = isinstance(error, ClientError)
        if not known:
            log.error("cannot begin", exc_info=error)
        text = str(error) if known else "The saved interviews cannot be read on this computer."
        self.window.show_problem(text, retry=True)

    def _show(self, state: State, now: Now) -> None:
        if self._closing:
            # What was stopped must not begin anew: neither lockdown nor looks at this computer.
            return
        if self._practice is not None and state.screen is Screen.WELCOME and state.session:
            # There is nothing to confirm: whoever practises has just said so.
            QTimer.singleShot(0, self.window, lambda: self.conductor.feed(exam.InviteConfirmed()))
        if self.network.spool is not None and self._spool_is_new():
            self.ears.use_spool(self.network.spool)
            if self.conductor.record is not None and state.question is not None:
                self.conductor.record.read(earlier_edits, self.window.question.text.remember)
        self.window.show_state(state, now)
        self._expect()
        self.comfort.follow(state)
        self.probing.follow(state)
        self.guarding.follow(state)
        self.live_looks.follow(state)
        lost = {"camera_lost", "microphone_lost"} & set(state.live.notices)
        choosing = state.screen is Screen.DEVICES or self.window.switching or bool(lost)
        if choosing and not self._look.isActive():
            self._look.start()
        elif not choosing and self._look.isActive():
            self._look.stop()

    def _expect(self) -> None:
        question = self.state.question
        self.watch.expect(
            spoken_open=question is not None and question.kind == "spoken",
            machine_speaks=self.ears.speaking,
        )

    def _spool_is_new(self) -> bool:
        return self.ears.spool is not self.network.spool

    def _ticked(self) -> None:
        if self._closing:
            return
        if exam.is_due(self.state, self.conductor.clocks.now()):
            self._hand_over()
        self.conductor.tick()
        self.network.set_heartbeat(self._heartbeat())
        self.window.show_moments(self.watch.moments)
        if self.window.showing_record:
            self._show_record()

    def _show_record(self) -> None:
        network = self.network
        record = OwnRecord.of(network.ledger, network.backlog, self.probing.standing)
        self.window.show_record(
            replace(
                record,
                practice=self._practice is not None,
                watched_live=self.live_looks.watched,
            )
        )

    def _part(self) -> None:
        """The person leaves: that is written and sent first, but not waited for long."""
        if self._practice is not None:
            self._leave()
            return
        self._hand_over()
        self.conductor.feed(exam.Wished("leave"))
        record = self.conductor.record
        if record is not None:
            record.then(lambda: self.network.part(lambda: self.quit(0)))
            # A full disk holds the line up; leaving never waits for it.
            QTimer.singleShot(PART_MS, self.window, lambda: self.quit(0))
        else:
            self.quit(0)

    def _hand_over(self) -> None:
        if self.state.screen is Screen.QUESTION and self.window.question.unsaved:
            self.window.question.hand_over()

    def _heartbeat(self) -> Heartbeat:
        state, now, health = self.state, self.conductor.clocks.now(), self.watch.health
        left_ms, question = exam.total_left_ms(state, now), state.question
        fps = None if health is None else health.face_fps
        cpu = None if health is None else health.cpu_percent
        return Heartbeat(
            question=None if question is None else question.position,
            left_s=None if left_ms is None else left_ms // 1000,
            open_signals=self.watch.open_signals,
            face_fps_milli=None if fps is None else round(fps * 1000),
            dropped_frames=0 if health is None else health.dropped,
            cpu_percent=None if cpu is None else round(cpu),
            off=tuple(self.off()),
            blocks=tuple(block.kind for block in exam.standing_blocks(self.state)),
        )

    def _save_file(self, folder: Path) -> None:
        finish = self.window.finish
        self.network.save_file(
            folder,
            lambda parcel: finish.show_file(parcel.path, parcel.bytes),
            lambda error: finish.show_no_file(sentence(problem_of(error))),
        )

    def _look_for_devices(self) -> None:
        self.ears.look()
        if not self.watch.camera_key:
            self.watch.look()

    def _thumbnail(self) -> None:
        preview, self._newest = self._newest, None
        if preview is not None and thumbnail.wanted(self.state):
            self.network.show(thumbnail.jpeg_of(preview))

    def _picture(self, preview: Preview) -> None:
        self._newest = preview
        self.window.show_picture(preview.rgb, preview.width, preview.height)

    def _in_use(self) -> tuple[str, ...]:
        """Names of the camera and the microphone; called from the probes' threads."""
        keys = (self.watch.camera_key, self.ears.microphone_key)
        chosen = zip(self._choices[:2], keys, strict=True)
        return tuple(one.name for choices, key in chosen for one in choices if one.key == key)

    def _found(
        self,
        *,
        cameras: tuple[Choice, ...] | None = None,
        microphones: tuple[Choice, ...] | None = None,
        speakers: tuple[Choice, ...] | None = None,
    ) -> None:
        given = (cameras, microphones, speakers)
        kept = zip(given, self._choices, strict=True)
        self._choices = tuple(old if new is None else new for new, old in kept)
        self.window.show_devices(
            Devices(
                *self._choices,
                camera=self.watch.camera_key,
                microphone=self.ears.microphone_key,
                speaker=self.ears.speaker_key,
            )
        )


def _practice(data_dir: Path, language: str) -> "Practice":
    from client.ui.practising import Practice

    return Practice(data_dir, language)


def _sweep(data_dir: Path) -> None:
    from client.practice.folder import sweep

    sweep(data_dir)


def _supervisor(source: SourceSpec | None, on_message: Callable[[Message], None]) -> Supervisor:
    from client.proctor.supervisor import ProctorConfig
    from client.proctor.supervisor import Supervisor as Real

    return Real(ProctorConfig(source=source), on_message)


def _cameras() -> "tuple[Camera, ...]":
    from client.proctor.supervisor import cameras

    return cameras()

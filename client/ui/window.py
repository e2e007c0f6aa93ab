"""The one window: bar, notices, the screen of the moment, and cards over it.

One rule: it is full screen, has no menu, and closes only by asking; what is watched, help and
leaving are in sight but for the seconds in which points or light fill it, which Escape ends.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from client.exam import (
    ComparisonWithdrawn,
    GazeLeft,
    LightSkipped,
    Now,
    Screen,
    State,
    ToldRead,
    is_kept,
    may_explain,
)
from client.ui.announcing import Announcer
from client.ui.cards import Cards
from client.ui.clicks import Clicks
from client.ui.devices import Devices, FaceHint
from client.ui.looks_card import LooksCard
from client.ui.overview import OverviewCard
from client.ui.own_record import OwnRecord, live_words
from client.ui.screens.base import ScreenPage
from client.ui.screens.consent import Consent
from client.ui.screens.devices import DeviceCheck
from client.ui.screens.finish import Finish
from client.ui.screens.gaze import GazePage
from client.ui.screens.kept import KeptPage
from client.ui.screens.problem import ProblemPage
from client.ui.screens.question import QuestionPage
from client.ui.screens.readiness import ReadinessPage
from client.ui.screens.selfie import Selfie
from client.ui.screens.voice import Voice
from client.ui.screens.welcome import Welcome
from client.ui.signals import Moment
from client.ui.theme import Theme
from client.ui.told import ToldCard
from client.ui.widgets.bar import BarLayout
from client.ui.widgets.glow import Glow
from client.ui.widgets.marks import OneLine
from client.ui.widgets.parts import button, label, say, space
from client.ui.widgets.target import Target
from client.ui.words import localised, notice


class Window(QWidget):
    """Shows a state; emits the flow's inputs and the person's other wishes."""

    happened = Signal(object)
    camera_chosen = Signal(str)
    microphone_chosen = Signal(str)
    speaker_chosen = Signal(str)
    speaker_tested = Signal()
    leave_wished = Signal()
    parted = Signal()
    """The person leaves an interview that goes on, having been told what that does."""
    resume_wished = Signal()
    practice_wished = Signal()
    language_chosen = Signal(str)
    read_again = Signal()
    voice_changed = Signal(bool, int)
    """How the question's voice is wished: (slower, volume in percent)."""
    thinking = Signal()
    """Asked in a long pause, the person is still thinking."""
    play_wished = Signal(int)
    """The last take is to be played, from this millisecond."""
    stop_wished = Signal()
    looking = Signal()
    """The person opens the choice of devices."""
    record_wished = Signal()
    """The person looks at what has left this computer: answered by `show_record`."""
    retried = Signal()
    invite_wished = Signal()
    """Past the problem screen, to the welcome screen."""
    clicked = Signal(float, float)
    """The candidate clicked while a question was open: millimetres on the screen."""
    file_wished = Signal(object)
    """The record is to be saved as a file in this folder (a Path)."""
    looks_changed = Signal(float, object)
    """The person chose a size of the text (1.0 to 2.0) or a contrast (strong; None: never)."""
    painted = Signal()
    """The window has painted for the first time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle("Invigil")
        self.setMinimumSize(640, 480)
        self._theme = theme
        self._state = State()
        self._was_painted = False
        self._stuck = False
        self._may_close = False
        self._off: tuple[str, ...] = ()
        self._now: Now | None = None
        self._moments: tuple[Moment, ...] = ()
        self.welcome, self.devices, self.consent = Welcome(), DeviceCheck(), Consent()
        self.gaze = GazePage()
        self.selfie, self.voice, self.question = Selfie(), Voice(), QuestionPage()
        self.finish, self.problem, self.kept = Finish(), ProblemPage(), KeptPage()
        self.readiness = ReadinessPage()
        self._pages: dict[Screen, ScreenPage] = {
            Screen.WELCOME: self.welcome,
            Screen.DEVICES: self.devices,
            Screen.GAZE: self.gaze,
            Screen.CONSENT: self.consent,
            Screen.SELFIE: self.selfie,
            Screen.VOICE: self.voice,
            Screen.QUESTION: self.question,
            Screen.FINISH: self.finish,
            Screen.PROBLEM: self.problem,
        }
        self._stack = QStackedWidget()
        self._stack.setObjectName("stack")
        for page in (*self._pages.values(), self.kept, self.readiness):
            self._stack.addWidget(page)
            page.take_name()
            page.happened.connect(self.happened)
        self._bar = self._make_bar()
        self._notice = label(role="warning", name="notice_label")
        self._notice.hide()
        self.announcer = Announcer(self)
        self._practice = label(role="practice", name="practice_label")
        self._practice.hide()
        self._live = label(role="practice", name="live_label")
        self._live.hide()
        self._announcer = Announcer(self._live)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._practice)
        column.addWidget(self._live)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        self._cards = Cards(self)
        self._panel = self._cards.panel
        self._overview = OverviewCard(self)
        self._told, self._looks = ToldCard(self), LooksCard(self)
        self._target, self._glow = Target(self), Glow(self)
        self._wire()
        pressed = [*self.findChildren(QAbstractButton), *self.question.fields]
        self._clicks = Clicks(pressed, self)
        self._clicks.clicked.connect(self.clicked)
        self._stack.setCurrentWidget(self.welcome)

    # ---- what the app shows ---------------------------------------------------------------

    @property
    def current(self) -> ScreenPage:
        """The screen of the moment."""
        page = self._stack.currentWidget()
        assert isinstance(page, ScreenPage)
        return page

    def show_state(self, state: State, now: Now) -> None:
        """Brings the state's screen to the front and shows it, unless the app is stuck."""
        self._state, self._now = state, now
        if self._stuck:
            return
        kept = state.screen is Screen.QUESTION and is_kept(state)
        page = self.kept if kept else self._pages[state.screen]
        before = self.current
        page.show_state(state, now)
        page.take_name()
        if page is not before:
            before.left()
            self._stack.setCurrentWidget(page)
            page.entered()
        agreed = state.accommodations
        self._target.show_gaze(state.live.gaze, still=agreed.tics or agreed.nystagmus)
        self._clicks.active = state.question is not None and not kept
        self._overview.show_state(state, now)
        self._told.show_state(state)
        self._cards.show_state(state)
        where = " · ".join(part for part in (state.organisation, state.title) if part)
        self._where.setText(where)
        inside = state.screen not in (Screen.WELCOME, Screen.PROBLEM)
        watching = inside and state.screen is not Screen.FINISH and state.paused is None
        self._watched.setVisible(inside)
        self._explain.setVisible(may_explain(state))
        self._switch.setVisible(watching and state.screen is not Screen.DEVICES)
        self._leave.setVisible(state.closing != "done")
        # The device check says by itself, and where it can be mended, that something is missing.
        told = _DEVICES_LOST if state.screen is Screen.DEVICES else ()
        standing = [what for what in state.live.notices if what not in told]
        words = {what: text for what in standing if (text := notice(what))}
        say(self._notice, "\n".join(words.values()))
        self.announcer.follow(words, urgent=_URGENT)

    def show_practice(self, words: str) -> None:
        """Says on every screen that this is practice."""
        say(self._practice, words)

    def show_live(self, watched: bool) -> None:
        """Says on every screen that somebody looks through the camera, while somebody does."""
        say(self._live, live_words() if watched else "")
        if watched:
            self._announcer.say(self._live.text())

    def show_problem(self, text: str, *, retry: bool = False) -> None:
        """The screen for what the app cannot go on with; it stays until `go_on`."""
        self._stuck = True
        self.problem.show_problem(text, retry=retry)
        self._stack.setCurrentWidget(self.problem)
        self.problem.entered()

    def show_readiness(self) -> None:
        """The checks of this computer; they stay until `go_on`."""
        self._stuck = True
        self._stack.setCurrentWidget(self.readiness)
        self.readiness.entered()

    def go_on(self) -> None:
        """Leaves the problem screen or the checks: the next state is shown again."""
        self._stuck = False

    def show_no_picture(self) -> None:
        """The camera stopped: an old picture must not look like a live one."""
        words = self.tr(
            "The camera gives no picture. Plug it in again, close other programs that use it, "
            "or choose another one."
        )
        for panel in (self.devices.panel, self._panel):
            panel.show_no_picture(words)
        self.selfie.show_no_picture(words)

    def show_devices(self, devices: Devices) -> None:
        """Names for the device check and the card over the interview."""
        for panel in (self.devices.panel, self._panel):
            panel.show_devices(devices)

    def show_picture(self, rgb: bytes, width: int, height: int) -> None:
        """The newest preview goes where a preview is seen."""
        if self.current is self.selfie:
            self.selfie.show_picture(rgb, width, height)
        if self.current is self.devices:
            self.devices.panel.show_picture(rgb, width, height)
        if self.switching:
            self._panel.show_picture(rgb, width, height)

    def show_face(self, hint: FaceHint) -> None:
        """The newest look."""
        self.selfie.show_face(hint)
        self.devices.show_face(hint)
        self._panel.show_face(hint)

    @property
    def switching(self) -> bool:
        """Whether devices are being chosen over the interview."""
        return self._cards.switching

    def show_level(self, dbfs: float, hint: str = "") -> None:
        """The newest microphone level, and what to do about it."""
        hint = localised(hint)
        for target in (self.devices.panel, self._panel):
            target.show_level(dbfs, hint)
        recording = self._state.phase == "recording"
        if recording and self.current is self.voice:
            self.voice.show_level(dbfs)
        elif recording and self.current is self.question:
            self.question.show_level(dbfs, hint)

    def show_speaker_problem(self, reason: str) -> None:
        """Why the test sentence was not heard; empty when it was."""
        words = localised(reason)
        self.devices.show_speaker_problem(words)
        self._panel.show_speaker_note(words)

    def show_voice_elsewhere(self, elsewhere: bool) -> None:
        """Whether the system's own voice cannot follow to the chosen loudspeaker."""
        for panel in (self.devices.panel, self._panel):
            panel.show_voice_elsewhere(elsewhere=elsewhere)

    def show_off(self, off: tuple[str, ...]) -> None:
        """What is switched off in the watch, one sentence each."""
        self._off = off
        self.devices.show_off(off)
        self.question.show_off(off)

    def show_moments(self, moments: tuple[Moment, ...]) -> None:
        """When signals were open, the newest first: for remarks of the person."""
        self._moments = moments

    @property
    def showing_record(self) -> bool:
        """Whether the person looks at what has left this computer."""
        return self._cards.showing_record

    def show_record(self, record: OwnRecord) -> None:
        """What has left this computer, and what waits here."""
        self._cards.show_record(record)

    def show_light(self, rgb: tuple[int, int, int] | None) -> None:
        """The whole window shines in this colour; None: it is as before."""
        self._glow.show_rgb(rgb)

    def let_close(self) -> None:
        """The next close goes through."""
        self._may_close = True

    # ---- the person's wishes ------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks, unless the app itself closes."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self._ask_to_leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells the first painting, for the start-up benchmark."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def resize_text(self, steps: int) -> None:
        """All text larger or smaller."""
        self._theme.resize(steps)
        self._follow_looks()

    def strengthen(self) -> None:
        """Strong contrast, or the system's colours again."""
        self._theme.strengthen()
        self._follow_looks()

    def _follow_looks(self) -> None:
        for page in (*self._pages.values(), self.kept, self.readiness):
            page.rescale()
        self._looks.show_looks(strong=self._theme.strong)
        self.looks_changed.emit(self._theme.scale, self._theme.chosen)

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        line = BarLayout(bar)
        line.setContentsMargins(space(3), space(1), space(2), space(1))
        line.setSpacing(space(1))
        # Gives way first when text is large: the buttons must stay whole.
        self._where = OneLine()
        self._where.setProperty("role", "muted")
        self._watched = button(
            self.tr("Watched and sent"),
            "quiet",
            name="watched_button",
            tip=self.tr("Shows what is watched now and what has left this computer (F2)"),
        )
        self._explain = button(
            self.tr("Explain"),
            "quiet",
            name="explain_button",
            tip=self.tr("Says something about a moment, for whoever reviews it (F6)"),
        )
        self._switch = button(
            self.tr("Devices"),
            "quiet",
            name="devices_button",
            tip=self.tr("Switches camera, microphone or speaker; the clock goes on"),
        )
        self._help = button(
            self.tr("I need help"),
            "quiet",
            name="help_button",
            tip=self.tr("A message, a break or a person; nothing is ended by asking (F1)"),
        )
        self._leave = button(
            self.tr("Leave"),
            "quiet",
            name="leave_button",
            tip=self.tr("Closes the app after asking; your answers stay saved"),
        )
        brand = OneLine()
        brand.setText("Invigil")
        brand.setProperty("role", "brand")
        line.addWidget(brand)
        line.addWidget(self._where)
        looks = button("Aa", "quiet", name="looks_button", tip=self.tr("Text and contrast"))
        looks.setAccessibleName(self.tr("Text and contrast"))
        for item in (
            looks,
            self._watched,
            self._explain,
            self._switch,
            self._help,
            self._leave,
        ):
            line.addWidget(item)
        self._watched.clicked.connect(self._show_watched)
        self._explain.clicked.connect(self._show_explain)
        self._switch.clicked.connect(lambda: self._cards.show_devices())
        self._help.clicked.connect(self._show_help)
        self._leave.clicked.connect(self._ask_to_leave)
        looks.clicked.connect(lambda: self._looks.open(strong=self._theme.strong))
        return bar

    def _wire(self) -> None:
        self.kept.help_wished.connect(self._show_help)
        self._looks.resized.connect(self.resize_text)
        self._looks.strengthened.connect(self.strengthen)
        self._cards.looking.connect(self.looking)
        self._cards.leave_wished.connect(self.leave_wished)
        self._cards.parted.connect(self.parted)
        self._cards.helping.wished.connect(self.happened)
        self._cards.explaining.explained.connect(self.happened)
        self._cards.withdrawn.connect(lambda: self.happened.emit(ComparisonWithdrawn()))
        self._told.read.connect(lambda number: self.happened.emit(ToldRead(number)))
        self._target.left.connect(lambda: self.happened.emit(GazeLeft()))
        self._glow.left.connect(lambda: self.happened.emit(LightSkipped()))
        for panel in (self.devices.panel, self._panel):
            panel.camera_chosen.connect(self.camera_chosen)
            panel.microphone_chosen.connect(self.microphone_chosen)
            panel.speaker_chosen.connect(self.speaker_chosen)
            panel.speaker_tested.connect(self.speaker_tested)
        self.welcome.resumed.connect(self.resume_wished)
        self.welcome.language_chosen.connect(self.language_chosen)
        self.welcome.practice_wished.connect(self.practice_wished)
        self.question.read_again.connect(self.read_again)
        self.question.overview_wished.connect(self._overview.open)
        self._overview.wished.connect(self.question.go)
        self.question.voice.changed.connect(self.voice_changed)
        self.question.spoken.thinking.connect(self.thinking)
        self.question.spoken.play_wished.connect(self.play_wished)
        self.question.spoken.stop_wished.connect(self.stop_wished)
        self.finish.closed.connect(self.leave_wished)
        self.finish.file_wished.connect(self.file_wished)
        self.problem.closed.connect(self.leave_wished)
        self.problem.retried.connect(self.retried)
        self.problem.invite_wished.connect(self.invite_wished)
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda steps=steps: self.resize_text(steps))
        for key, show in (
            ("F1", self._show_help),
            ("F2", self._show_watched),
            ("F6", self._show_explain),
            ("F4", self.strengthen),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(show)

    def _show_watched(self) -> None:
        if not self._watched.isHidden():
            self.record_wished.emit()
            self._cards.show_watched(self._state, self._off)

    def _show_explain(self) -> None:
        if self._now is not None and may_explain(self._state):
            self._cards.explain(self._state, self._now, self._moments)

    def _show_help(self) -> None:
        self._cards.show_help(self._state)

    def _ask_to_leave(self) -> None:
        self._cards.ask_to_leave(self._state)


_URGENT = ("battery_low", "disk_full")
"""Announced at once: what is not mended soon costs the interview."""
_DEVICES_LOST = ("camera_lost", "microphone_lost")

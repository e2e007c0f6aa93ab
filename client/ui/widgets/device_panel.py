"""Camera, microphone and speaker side by side: see, hear, choose, switch.

One rule: the same panel serves the device check and the middle of the interview.
"""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from client.ui.announcing import Announcer
from client.ui.devices import Choice, Devices, FaceHint
from client.ui.widgets.marks import Chooser
from client.ui.widgets.meter import LevelMeter
from client.ui.widgets.parts import button, label, restyle, say, space
from client.ui.widgets.preview import Preview
from client.ui.words import tr

DARK_LUMA = 0.2
"""Mean luma (0 to 1) below which a face is hard to see."""
BRIGHT_LUMA = 0.88
"""Mean luma above which a picture is washed out."""


class DevicePanel(QWidget):
    """Emits the key of what was chosen."""

    camera_chosen = Signal(str)
    microphone_chosen = Signal(str)
    speaker_chosen = Signal(str)
    speaker_tested = Signal()
    changed = Signal()
    """Something that `camera_ok` or `microphone_ok` looks at has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview(width=400)
        self.meter = LevelMeter()
        self._light = label(role="muted", name="camera_hint")
        self._level = label(role="muted", name="microphone_hint")
        self._voice_note = label(role="muted", name="voice_hint")
        self._voice_note.hide()
        self._speaker_note = label(role="muted", name="speaker_hint")
        self.camera = _combo("camera_combo", self.tr("Camera"))
        self.microphone = _combo("microphone_combo", self.tr("Microphone"))
        self.speaker = _combo("speaker_combo", self.tr("Speaker"))
        self.camera.activated.connect(lambda: self._chosen(self.camera, self.camera_chosen))
        self.microphone.activated.connect(
            lambda: self._chosen(self.microphone, self.microphone_chosen)
        )
        self.speaker.activated.connect(lambda: self._chosen(self.speaker, self.speaker_chosen))
        test = button(
            self.tr("Play a test sentence"),
            name="speaker_test_button",
            tip=self.tr("Says a short sentence on the chosen speaker"),
        )
        test.clicked.connect(self.speaker_tested)
        self.announcer = Announcer(self)
        self._devices = Devices()
        self._heard_through: str | None = None
        self._lay_out(test)
        self.show_level_hint()

    def _lay_out(self, test: QWidget) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(4))
        grid.setVerticalSpacing(space(1))
        left = (label(self.tr("Camera"), "heading"), self.camera, self.preview, self._light)
        right = (
            label(self.tr("Microphone"), "heading"),
            self.microphone,
            self.meter,
            self._level,
            label(self.tr("Speaker"), "heading"),
            self.speaker,
            self._voice_note,
            test,
            self._speaker_note,
        )
        grid.addWidget(left[0], 0, 0)
        grid.addWidget(left[1], 1, 0)
        grid.addWidget(left[2], 2, 0, 8, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(left[3], 10, 0)
        for line, item in enumerate(right):
            grid.addWidget(item, line, 1)
        grid.setRowStretch(9, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def show_devices(self, devices: Devices) -> None:
        """Fills the lists and marks what is in use."""
        self._devices = devices
        none = self.tr("none found")
        _fill(self.camera, devices.cameras, devices.camera, none)
        _fill(self.microphone, devices.microphones, devices.microphone, none)
        _fill(self.speaker, devices.speakers, devices.speaker, none)
        if not devices.camera:
            self.preview.clear(
                self.tr("No camera is in use. Connect one or choose it above.")
                if devices.cameras
                else self.tr("No camera was found. Connect one, then choose it above.")
            )
        if not devices.microphone:
            self.meter.clear()
        if self._heard_through != devices.microphone:
            self.announcer.forget()
            self._heard_through = devices.microphone
            self.show_level_hint()
        self.changed.emit()

    def show_no_picture(self, words: str) -> None:
        """The camera stopped; `words` stand where its picture was."""
        self.preview.clear(words)
        say(self._light, "")
        self.changed.emit()

    def show_picture(self, rgb: bytes, width: int, height: int) -> None:
        """The newest preview, RGB."""
        had = self.preview.has_picture
        self.preview.show_rgb(rgb, width, height)
        if not had:
            self.changed.emit()

    def show_face(self, hint: FaceHint) -> None:
        """Words under the preview."""
        text, good = face_words(hint)
        say(self._light, text)
        restyle(self._light, role="good" if good else "muted")

    def show_level(self, dbfs: float, hint: str = "") -> None:
        """The newest microphone level, and what to do about it."""
        heard = self.meter.heard
        self.meter.show_level(dbfs)
        self.show_level_hint(hint)
        if heard != self.meter.heard:
            self.changed.emit()

    def show_level_hint(self, hint: str = "") -> None:
        """Words under the meter; `hint` comes from who measured."""
        if not self._devices.microphone:
            say(
                self._level,
                self.tr("No microphone is in use. Connect one or choose it above.")
                if self._devices.microphones
                else self.tr("No microphone was found. Connect one, then choose it above."),
            )
            restyle(self._level, role="muted")
        elif hint:
            say(self._level, hint)
            if self.isVisible():
                self.announcer.once(hint)
            restyle(self._level, role="muted")
        elif self.meter.heard:
            say(self._level, self.tr("Your microphone hears you."))
            restyle(self._level, role="good")
        else:
            say(self._level, self.tr("Say something: the bar should move."))
            restyle(self._level, role="muted")

    def show_speaker_note(self, text: str) -> None:
        """Why nothing could be heard, or nothing."""
        say(self._speaker_note, text)

    def show_voice_elsewhere(self, *, elsewhere: bool) -> None:
        """Whether the system's own voice cannot follow to the chosen loudspeaker."""
        words = self.tr(
            "The system's own voice is heard on the system's own speaker. To hear it on this one, "
            "choose it in the system's sound settings as well."
        )
        say(self._voice_note, words if elsewhere else "")

    @property
    def camera_ok(self) -> bool:
        """Whether a picture comes."""
        return bool(self._devices.camera) and self.preview.has_picture

    @property
    def microphone_ok(self) -> bool:
        """Whether a microphone is in use."""
        return bool(self._devices.microphone)

    def _chosen(self, combo: QComboBox, signal: SignalInstance) -> None:
        key = combo.currentData()
        if isinstance(key, str) and key:
            signal.emit(key)


def face_words(hint: FaceHint) -> tuple[str, bool]:
    """(what to do about light and face, whether all is well)."""
    if hint.brightness is not None and hint.brightness < DARK_LUMA:
        return tr("It is dark. Turn on a light in front of you."), False
    if hint.brightness is not None and hint.brightness > BRIGHT_LUMA:
        return tr("It is very bright. Turn away from the window or lamp."), False
    match hint.faces:
        case None:
            return tr("Looking for your face …"), False
        case 0:
            return tr("No face is in the picture. Sit in front of the camera."), False
        case 1:
            return tr("Your face is well in the picture."), True
        case _:
            return tr("There is more than one face in the picture. Be alone, please."), False


def _combo(name: str, spoken: str) -> QComboBox:
    combo = Chooser()
    combo.setObjectName(name)
    combo.setAccessibleName(spoken)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    return combo


def _fill(combo: QComboBox, choices: tuple[Choice, ...], chosen: str, none: str) -> None:
    wanted = [(choice.name, choice.key) for choice in choices] or [(none, "")]
    present = [(combo.itemText(at), combo.itemData(at)) for at in range(combo.count())]
    if present != wanted:
        combo.clear()
        for name, key in wanted:
            combo.addItem(name, key)
    combo.setEnabled(bool(choices))
    combo.setCurrentIndex(combo.findData(chosen) if chosen else (0 if not choices else -1))

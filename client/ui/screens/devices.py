"""The device check: the person sees and hears what the interview will.

One rule: Continue needs a picture and a microphone; what was not tried is recorded as unknown.
"""

from PySide6.QtWidgets import QWidget

from client.exam import DevicesChecked, Now, State
from client.ui.devices import FaceHint
from client.ui.screens.base import ScreenPage
from client.ui.widgets.device_panel import DevicePanel
from client.ui.widgets.parts import WIDE_PX, Card, button, label, row, say
from client.ui.words import not_watched
from shared.events import CheckDone

ENOUGH_LOOKS = 5
"""A second of pictures: without a word about faces in any of them, none will come."""
NO_FACES = "Faces cannot be found on this computer."


class DeviceCheck(ScreenPage):
    """Device panel and Continue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("devices", width=WIDE_PX, parent=parent)
        self.panel = DevicePanel()
        self.panel.changed.connect(self._refresh)
        self.panel.speaker_tested.connect(self._tested)
        self._speaker_tested = False
        self._speaker_problem = ""
        self._looks = self._faces_known = 0
        self._missing = label(role="muted")
        self._off = label(role="muted", name="off_label")
        self._off.hide()
        self._button = button(self.tr("Continue"), "primary", name="continue_button")
        self._button.clicked.connect(self._continue)
        card = Card()
        card.column.addWidget(self.panel)
        self.add(
            label(self.tr("Camera, microphone and speaker"), "title"),
            label(
                self.tr(
                    "See that the picture shows your face and that the bar moves when you speak. "
                    "Nothing is recorded yet. You can switch devices later as well."
                )
            ),
            card,
            self._off,
            self.error,
            row(self._button, self._missing),
        )
        self.column.addStretch(1)
        self._refresh()

    def show_speaker_problem(self, reason: str) -> None:
        """Why the test sentence could not be heard; empty when it was played."""
        self._speaker_problem = reason
        self.panel.show_speaker_note(reason)

    def show_face(self, hint: FaceHint) -> None:
        """The newest look."""
        self._looks += 1
        self._faces_known += hint.faces is not None
        self.panel.show_face(hint)

    def show_off(self, off: tuple[str, ...]) -> None:
        """What is not watched on this computer, one sentence each."""
        say(self._off, not_watched(off))

    def show_state(self, state: State, now: Now) -> None:
        """Also keeps Continue in step with the devices."""
        super().show_state(state, now)
        self._refresh()

    def entered(self) -> None:
        """The first list."""
        self.panel.camera.setFocus()

    def _tested(self) -> None:
        self._speaker_tested = True

    def _refresh(self) -> None:
        missing = ""
        if not self.panel.camera_ok:
            missing = self.tr("Continue opens once the camera gives a picture.")
        elif not self.panel.microphone_ok:
            missing = self.tr("Connect a microphone and choose it above to continue.")
        say(self._missing, missing)
        self._button.setEnabled(not missing)

    def _continue(self) -> None:
        heard = self.panel.meter.heard
        speaker = "unknown"
        detail = "not tried"
        if self._speaker_tested:
            speaker = "violation" if self._speaker_problem else "ok"
            detail = self._speaker_problem or "test sentence played"
        checks = (
            CheckDone(device="camera", outcome="ok", detail=self.panel.camera.currentText()),
            CheckDone(
                device="microphone",
                outcome="ok" if heard else "unknown",
                detail=f"peak {self.panel.meter.peak_dbfs:.0f} dBFS" if heard else "nothing heard",
            ),
            CheckDone(device="speaker", outcome=speaker, detail=detail),
        )
        blind = self._looks >= ENOUGH_LOOKS and not self._faces_known
        self.happened.emit(DevicesChecked(checks, NO_FACES if blind else ""))

"""One picture of the person: take it, look at it, take it again or use it.

One rule: a poor picture is said to be poor, and the person decides.
"""

from PySide6.QtWidgets import QWidget

from client.exam import Now, SelfieAccepted, SelfieAsked, State
from client.ui.devices import FaceHint
from client.ui.screens.base import ScreenPage
from client.ui.widgets.device_panel import face_words
from client.ui.widgets.parts import Card, button, label, restyle, row, say
from client.ui.widgets.preview import Preview


class Selfie(ScreenPage):
    """Live picture, then the taken one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("selfie", parent=parent)
        self.preview = Preview(width=480)
        self._hint = label(role="muted")
        self._taken = False
        self._take = button(self.tr("Take the picture"), "primary", name="take_button")
        self._use = button(self.tr("Use this picture"), "primary", name="use_button")
        self._retake = button(self.tr("Take another"), name="retake_button")
        self._take.clicked.connect(lambda: self.happened.emit(SelfieAsked()))
        self._retake.clicked.connect(lambda: self.happened.emit(SelfieAsked()))
        self._use.clicked.connect(lambda: self.happened.emit(SelfieAccepted()))
        card = Card()
        card.column.addWidget(self.preview)
        card.column.addWidget(self._hint)
        card.column.addLayout(row(self._take, self._use, self._retake))
        self.add(
            label(self.tr("A picture of you"), "title"),
            label(
                self.tr(
                    "It shows the people who read your interview who took it. "
                    "Look into the camera, with light on your face."
                )
            ),
            card,
            self.error,
        )
        self.column.addStretch(1)

    def show_picture(self, rgb: bytes, width: int, height: int) -> None:
        """The live picture; ignored while the taken one is shown."""
        if not self._taken:
            self.preview.show_rgb(rgb, width, height)

    def show_no_picture(self, words: str) -> None:
        """The camera stopped; a picture that was taken stays."""
        if not self._taken:
            self.preview.clear(words)
            say(self._hint, "")

    def show_face(self, hint: FaceHint) -> None:
        """Words about light and face while the picture is live."""
        if not self._taken:
            text, good = face_words(hint)
            self._say(text, good=good)

    def show_taken(self, jpeg: bytes) -> None:
        """The picture that would be used."""
        self._taken = True
        self.preview.show_encoded(jpeg)

    def show_state(self, state: State, now: Now) -> None:
        """Buttons follow what has been taken."""
        super().show_state(state, now)
        busy, quality = state.live.busy, state.live.selfie_quality
        taken = quality is not None
        if not taken:
            self._taken = False
        elif quality:
            self._say(quality, good=False)
        else:
            self._say(self.tr("The picture is clear."), good=True)
        if busy == "saving":
            self._say(self.tr("Sending the picture …"), good=False)
        for button_, shown in (
            (self._take, not taken),
            (self._use, taken),
            (self._retake, taken),
        ):
            had_focus = button_.hasFocus()
            button_.setVisible(shown)
            button_.setEnabled(not busy)
            if had_focus and not shown:
                (self._use if taken else self._take).setFocus()

    def entered(self) -> None:
        """The button."""
        self._take.setFocus()

    def _say(self, text: str, *, good: bool) -> None:
        say(self._hint, text)
        restyle(self._hint, role="good" if good else "muted")

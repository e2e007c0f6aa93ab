"""One picture of the person: take it, look at it, take it again or use it; then the light on it.

One rule: what is poor about a picture is said, and after three of them the person decides.
"""

from PySide6.QtWidgets import QWidget

from client.exam import (
    LightSkipped,
    LightWished,
    Now,
    SelfieAccepted,
    SelfieAsked,
    State,
    selfie_may_be_used,
)
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
        self._card = Card()
        self._card.column.addWidget(self.preview)
        self._card.column.addWidget(self._hint)
        self._card.column.addLayout(row(self._take, self._use, self._retake))
        self._why = label(
            self.tr(
                "It shows the people who read your interview who took it. "
                "Look into the camera, with light on your face."
            )
        )
        self._light = self._make_light()
        self._title = label(self.tr("A picture of you"), "title")
        self.add(self._title, self._why, self._card, self._light, self.error)
        self.column.addStretch(1)

    def _make_light(self) -> Card:
        card = Card()
        self._shine = button(self.tr("Begin"), "primary", name="light_button")
        self._shine.clicked.connect(lambda: self.happened.emit(LightWished()))
        self._no_light = button(self.tr("Skip this"), name="skip_button")
        self._no_light.clicked.connect(lambda: self.happened.emit(LightSkipped()))
        self._light_wait = label(role="muted")
        card.column.addWidget(
            label(
                self.tr(
                    "The whole screen changes its colour slowly for a few seconds, and your face "
                    "reflects it. That shows that a person sits here, not a picture. Look at the "
                    "screen and keep still; no picture of it is kept."
                )
            )
        )
        card.column.addWidget(
            label(
                self.tr(
                    "If changing light can harm you (photosensitivity, migraine), skip this. "
                    "Skipping is noted as not done and counts as nothing else. "
                    "Escape stops it at any moment."
                ),
                "warning",
            )
        )
        card.column.addLayout(row(self._shine, self._no_light, self._light_wait))
        return card

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
        lit = state.light == "asked"
        busy, quality = state.live.busy, state.live.selfie_quality
        taken = quality is not None
        self._title.setText(self.tr("Light on your face") if lit else self.tr("A picture of you"))
        for item in (self._card, self._why):
            item.setVisible(not lit)
        if lit and self._light.isHidden():
            self._light.show()
            self._shine.setFocus()
        self._light.setVisible(lit)
        for item in (self._shine, self._no_light):
            item.setEnabled(not state.live.shining)
        say(self._light_wait, self.tr("Looking at the result …") if state.live.shining else "")
        usable = selfie_may_be_used(state)
        restyle(self._retake, role="primary" if taken and not usable else "")
        if not taken:
            self._taken = False
        elif quality:
            self._say(quality + self._despite(state), good=False)
        else:
            self._say(self.tr("The picture is clear."), good=True)
        if busy == "saving":
            self._say(self.tr("Sending the picture …"), good=False)
        for button_, shown in (
            (self._take, not taken),
            (self._use, usable),
            (self._retake, taken),
        ):
            had_focus = button_.hasFocus()
            button_.setVisible(shown)
            button_.setEnabled(not busy)
            if had_focus and not shown:
                self._next_button(taken=taken, usable=usable).setFocus()

    def entered(self) -> None:
        """The button."""
        (self._take if self._light.isHidden() else self._shine).setFocus()

    def _next_button(self, *, taken: bool, usable: bool) -> QWidget:
        if usable:
            return self._use
        return self._retake if taken else self._take

    def _despite(self, state: State) -> str:
        """What is added where a poor picture may be used after all."""
        if state.live.selfie_usable or not selfie_may_be_used(state):
            return ""
        return " " + self.tr("If it does not get better, use this one: a person will look at it.")

    def _say(self, text: str, *, good: bool) -> None:
        say(self._hint, text)
        restyle(self._hint, role="good" if good else "muted")

"""While the interview is kept: paused, the screen covered, or something found that covers it.

One rule: it says why, what stands still, what to do and how to reach a person; it asks nothing.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from client.exam import Now, State, interview_ms, standing_blocks, total_left_ms
from client.ui.blocks import block_words
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, row, say
from client.ui.words import clock, length
from shared.actions import told


class KeptPage(ScreenPage):
    """A calm page in place of the question."""

    help_wished = Signal()
    """The person wants to reach somebody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("kept", parent=parent)
        self._title = label(role="title", name="kept_title")
        self._why = label(role="heading", name="kept_reason")
        self._text = label(name="kept_text")
        self._left = label(role="muted", name="kept_left")
        card = Card()
        for item in (self._why, self._text, self._left):
            card.column.addWidget(item)
        self._help = button(
            self.tr("I need help"),
            name="kept_help_button",
            tip=self.tr("A message, a break or a person; nothing is ended by asking (F1)"),
        )
        self._help.clicked.connect(self.help_wished)
        self.add(self._title, card, row(self._help), self.error)
        self.column.addStretch(1)

    def show_state(self, state: State, now: Now) -> None:
        """A pause says more than a cover, where both stand."""
        super().show_state(state, now)
        held = state.paused or state.locked
        say(self._why, told(held.reason) if held is not None else "")
        left = clock(total_left_ms(state, now))
        if state.paused is not None:
            say(self._title, self.tr("The interview is paused"))
            say(
                self._text,
                self.tr(
                    "The clocks stand still. The camera is off, and nothing is watched or "
                    "recorded. You may leave your place. Your answers are saved.\n\n"
                    "The interview goes on at this question when {whom} resumes it: stay where you "
                    "can see this screen."
                ).format(whom=state.organisation or self.tr("the person in charge")),
            )
            say(self._left, self.tr("{left} left when it goes on").format(left=left))
        elif state.locked is None:
            self._show_blocks(state, now)
        else:
            say(self._title, self.tr("The screen is covered for the moment"))
            say(
                self._text,
                self.tr(
                    "Please stay at your place: the question comes back by itself as soon as "
                    "{whom} uncovers it. Your answers are saved.\n\n"
                    "The clocks stand still: all the time that the screen is covered is given "
                    "back to you, also without a connection. The watch goes on.\n\n"
                    "If it takes long, or you think that it is a mistake, press I need help: "
                    "there you can write to {whom}, and it says whom to call."
                ).format(whom=state.organisation or self.tr("the person in charge")),
            )
            say(self._left, self.tr("{left} left when it goes on").format(left=left))

    def entered(self) -> None:
        """Nothing here was asked for: it is said, and the way to people has the keyboard."""
        self._help.setFocus()
        words = f"{self._title.text()}. {self._why.text()} {self._text.text()}"
        self.announcer.say(words, urgent=True)

    def _show_blocks(self, state: State, now: Now) -> None:
        blocks = standing_blocks(state)
        say(self._title, self.tr("The questions are covered for the moment"))
        say(self._why, "\n\n".join(block_words(block) for block in blocks))
        whom = state.organisation or self.tr("the person in charge")
        cover = state.cover
        left_ms = cover.left_ms if cover is not None and cover.left_ms is not None else 0
        left_ms -= state.cover_credit_ms(interview_ms(state, now))
        stands = (
            self.tr("The clocks stand still meanwhile, for {length} more at most.").format(
                length=length(left_ms // 1000)
            )
            if left_ms > 0
            else self.tr("The clocks go on now; a person can give you more time.")
        )
        text = self.tr(
            "The questions come back by themselves a few seconds after it is put right. Your "
            "answers are saved.\n\n{stands}\n\nIf you cannot put it right, or think that it is a "
            "mistake, press I need help: {whom} can let you go on in spite of it."
        )
        say(self._text, text.format(stands=stands, whom=whom))
        left = clock(total_left_ms(state, now))
        words = (
            self.tr("{left} left when it goes on") if left_ms > 0 else self.tr("{left} left in all")
        )
        say(self._left, words.format(left=left))

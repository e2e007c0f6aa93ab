"""The first screen: an invite, what it is for, and the way back to one that was prepared here.

One rule: nothing is claimed before the person has seen whose interview it is.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from client.exam import InviteChanged, InviteConfirmed, InviteEntered, Now, State
from client.ui.i18n import TONGUES
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, retext, row, say
from client.ui.words import length
from shared.clock import parse_utc


class Welcome(ScreenPage):
    """Invite field, the interview's card, Continue; `resumed`: go on with a saved one."""

    resumed = Signal()
    language_chosen = Signal(str)
    practice_wished = Signal()
    readiness_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("welcome", parent=parent)
        self._checked = False
        self._resume_card = Card()
        self._resume_text = label(role="heading")
        resume = button(self.tr("Go on with this interview"), "primary", name="resume_button")
        resume.clicked.connect(self.resumed)
        self._resume_button = resume
        self._resume_card.column.addWidget(self._resume_text)
        self._resume_card.column.addWidget(
            label(self.tr("You began to prepare for it here. Its clock has not started yet."))
        )
        self._resume_card.column.addLayout(row(resume))
        self._resume_card.hide()

        self.invite = QLineEdit()
        self.invite.setObjectName("invite_edit")
        self.invite.setAccessibleName(self.tr("Invite link or code"))
        self.invite.setPlaceholderText("https://…/i#…")
        self.invite.setClearButtonEnabled(True)
        self.invite.textEdited.connect(self._edited)
        self.invite.returnPressed.connect(self._continue)
        invite_label = label(self.tr("Invite link or code"), "heading")
        invite_label.setBuddy(self.invite)

        self._card = Card()
        self._hello = label(role="heading")
        self._what = label()
        self._when = label(role="muted")
        for item in (self._hello, self._what, self._when):
            self._card.column.addWidget(item)
        self._card.hide()

        self._languages = QComboBox()
        self._languages.setObjectName("language_combo")
        self._languages.setAccessibleName(self.tr("Language of this app"))
        for tongue in TONGUES:
            self._languages.addItem(tongue.name, tongue.code)
        self._languages.activated.connect(
            lambda _: self.language_chosen.emit(self._languages.currentData())
        )
        language_label = label(self.tr("Language"), "muted", wrap=False)
        language_label.setBuddy(self._languages)
        self._language_row = row(language_label, self._languages, end=True)

        self._button = button(self.tr("Check the invite"), "primary", name="continue_button")
        self._button.clicked.connect(self._continue)
        self._wait = label(role="muted")
        self._practise = button(
            self.tr("Practise first"),
            name="practice_button",
            tip=self.tr("Three short questions without an invite; nothing is sent or kept"),
        )
        self._practise.clicked.connect(self.practice_wished)
        self._check = button(
            self.tr("Check this computer"),
            name="readiness_button",
            tip=self.tr("Camera, light, microphone, network and more, with what to do"),
        )
        self._check.clicked.connect(self.readiness_wished)
        before = Card(units=2)
        before.column.addWidget(label(self.tr("Days before your interview"), "heading"))
        before.column.addWidget(
            label(
                self.tr(
                    "Practise with three short questions: it needs no invite and no network, and "
                    "nothing of it is sent or kept. Or see whether this computer is ready."
                ),
                "muted",
            )
        )
        before.column.addLayout(row(self._practise, self._check))
        self._before = before
        self.add(
            label(self.tr("Welcome"), "title"),
            label(
                self.tr(
                    "This app takes you through your interview: first a short check of camera "
                    "and microphone, then the questions. Have the link from your invitation ready."
                )
            ),
            self._resume_card,
            invite_label,
            self.invite,
            self.error,
            self._card,
            row(self._button, self._wait),
            before,
        )
        self.column.addStretch(1)
        self.add(self._language_row)

    def show_language(self, code: str) -> None:
        """Which language the app speaks now."""
        self._languages.setCurrentIndex(max(0, self._languages.findData(code)))

    def prefill(self, invite: str) -> None:
        """Puts the invite that the app was started with into the field."""
        self.invite.setText(invite)

    def offer_resume(self, title: str) -> None:
        """Shows the way back to an interview that has not started; empty hides it."""
        self._resume_text.setText(self.tr("Unfinished: {title}").format(title=title))
        self._resume_card.setVisible(bool(title))
        if title:
            self._resume_button.setFocus()

    def show_state(self, state: State, now: Now) -> None:
        """The card appears once the server knows the invite."""
        super().show_state(state, now)
        busy = state.live.busy
        self._checked = bool(state.session)
        self._card.setVisible(self._checked)
        self._before.setVisible(not self._checked and not busy)
        if self._checked:
            self._hello.setText(
                self.tr("{name}, this is your interview with {organisation}").format(
                    name=state.candidate_name, organisation=state.organisation
                )
            )
            self._what.setText(
                self.tr("{title}: {count} questions in {length}").format(
                    title=state.title,
                    count=state.question_count,
                    length=length(state.duration_s),
                )
            )
            self._when.setText(
                self.tr("Open until {until}. The clock starts later, when you say so.").format(
                    until=local_time(state.closes_at, state.zone)
                )
            )
        waiting = {
            "checking": self.tr("Asking the server …"),
            "claiming": self.tr("Opening the interview …"),
        }.get(busy, "")
        say(self._wait, waiting)
        self._button.setEnabled(not busy)
        self.invite.setReadOnly(bool(busy))
        retext(
            self._button,
            self.tr("Continue") if self._checked else self.tr("Check the invite"),
        )

    def entered(self) -> None:
        """The field, or Continue where the invite is known."""
        (self._button if self._checked else self.invite).setFocus()

    def _edited(self) -> None:
        self.happened.emit(InviteChanged())

    def _continue(self) -> None:
        if self._checked:
            self.happened.emit(InviteConfirmed())
        else:
            self.happened.emit(InviteEntered(self.invite.text()))


def local_time(utc: str, zone: str) -> str:
    """`Sunday 22 November, 15:04 (Europe/Berlin)`; UTC where the zone is not known here."""
    moment = parse_utc(utc)
    try:
        moment, shown = moment.astimezone(ZoneInfo(zone)), zone
    except (ZoneInfoNotFoundError, ValueError):
        moment, shown = moment.astimezone(UTC), "UTC"
    return f"{_day(moment)}, {moment:%H:%M} ({shown})"


def _day(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B}"

"""Handing in: what is still on its way, and that it is done.

One rule: it says "done" only when the server has everything; a file is the way out where the
network never comes back, and is not called handed in.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from client.exam import Now, State
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, retext, row, say
from shared.actions import told

_WHOLE = 1000
"""Steps of the bar: it never stands at its end before all is done."""


class Finish(ScreenPage):
    """Progress, then Close; `closed` ends the app."""

    closed = Signal()
    file_wished = Signal(object)
    """The folder (a Path) in which the record is to be saved as a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("finish", parent=parent)
        self._title = label(role="title")
        self._why = label(role="heading", name="end_reason")
        self._text = label()
        self._progress = QProgressBar()
        self._progress.setObjectName("upload_progress")
        self._progress.setAccessibleName(self.tr("Handing in"))
        self._progress.setTextVisible(False)
        self._count = label(role="muted")
        self._close = button(self.tr("Close the app"), "primary", name="close_button")
        self._close.clicked.connect(self.closed)
        card = Card()
        for item in (self._why, self._text, self._progress, self._count):
            card.column.addWidget(item)
        self._file_text = label(name="file_label")
        self._file = button(
            self.tr("Save as a file …"),
            name="file_button",
            tip=self.tr("Writes everything that was recorded into one sealed file"),
        )
        self._file.clicked.connect(self._choose)
        self._by_file = Card()
        self._by_file.column.addWidget(self._file_text)
        self._by_file.column.addLayout(row(self._file))
        self._by_file.hide()
        self._saved = ""
        self.add(self._title, card, self._by_file, self.error, row(self._close))
        self.column.addStretch(1)

    def show_state(self, state: State, now: Now) -> None:
        """Follows the hand-in."""
        super().show_state(state, now)
        live, done = state.live, state.closing == "done"
        ended = state.end == "terminated"
        self._title.setText(
            self.tr("One moment, please")
            if state.closing == "asking"
            else self.tr("Your interview was ended")
            if ended
            else self.tr("That was the practice interview")
            if done and state.practice
            else self.tr("Thank you: your interview is handed in")
            if done
            else self.tr("Your interview is being handed in")
        )
        why = self.tr("The time is over. ") if state.end == "time_up" and not done else ""
        if ended:
            say(self._why, told(state.end_reason))
            why = ""
        else:
            say(self._why, "")
        if done and ended:
            text = self.tr(
                "A person decided this, no program did. Everything that you answered has arrived "
                "and is kept; nothing was thrown away.\n\n"
                "What happens next: people at {organisation} read it and write to you. If you "
                "think this was a mistake, reply to your invitation and quote {number}: the "
                "interview can be opened again, with the time that was left. You can close the "
                "app now."
            ).format(organisation=state.organisation, number=state.session[:8])
        elif done and state.practice:
            text = self.tr(
                "In an interview your answers would now be with the people who invited you. Here "
                "nothing was sent, and all of it is deleted when you go on. You can practise as "
                "often as you like."
            )
        elif state.closing == "asking":
            text = self.tr(
                "There may be one more question about your last answer. If none comes within a "
                "few seconds, your interview is handed in by itself."
            )
        elif done:
            text = self.tr(
                "Everything has arrived. People will read your answers; {organisation} tells you "
                "how it goes on. You can close the app now."
            ).format(organisation=state.organisation)
        elif "network_lost" in live.notices:
            text = self.tr(
                "There is no connection at the moment. Your answers are safe on this computer. "
                "Keep the app open: it goes on by itself once the connection is back. You can "
                "also leave, and open the app again later, even tomorrow: it goes on sending."
            )
        else:
            text = self.tr(
                "All answers are saved. Please keep the app open until they have been sent."
            )
        self._text.setText(why + text)
        # By bytes: one recording takes as long as a thousand rows.
        sent = 1 - live.waiting_bytes / max(live.upload_bytes, 1)
        self._progress.setRange(0, _WHOLE)
        self._progress.setValue(_WHOLE if done else min(_WHOLE - 1, round(sent * _WHOLE)))
        stage = {
            "proctor": self.tr("Switching the camera off …"),
            "transcripts": self.tr("Writing down what you said …"),
            "handing": self.tr("Closing the interview …"),
        }.get(state.closing, "")
        if state.closing == "upload":
            stage = _left(live.waiting_rows, live.waiting_blobs, live.waiting_bytes)
        say(self._count, stage)
        stuck = "network_lost" in live.notices or live.problem is not None
        self._by_file.setVisible(
            state.closing in ("upload", "handing") and (stuck or bool(self._saved))
        )
        say(self._file_text, self._saved or self._offer(state))
        retext(
            self._close,
            self.tr("End the practice") if state.practice else self.tr("Close the app"),
        )
        self._close.setEnabled(done)
        for widget in (self._progress, self._close):
            widget.setVisible(state.closing != "asking")  # nothing is on its way out yet
        if done:
            self._close.setFocus()

    def show_file(self, path: Path, size: int) -> None:
        """The file is whole and on the disk."""
        self._saved = self.tr(
            "Everything is in the file {name} ({size}). Give it to the people who invited you. "
            "It is sealed: only their server can read it. The app still goes on trying to send."
        ).format(name=path.name, size=_size(size))
        self._file.setEnabled(True)
        say(self._file_text, self._saved)

    def show_no_file(self, words: str) -> None:
        """It could not be written, and why."""
        self._file.setEnabled(True)
        say(self._file_text, words)
        self._saved = words

    def _offer(self, state: State) -> str:
        return self.tr(
            "If the connection does not come back at all, you can save everything as one sealed "
            "file, on a USB stick for example, and give it to {organisation}."
        ).format(organisation=state.organisation or self.tr("the people who invited you"))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to save the file"))
        dialog.setObjectName("file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        # The app's own: the system's could open other programs over the interview.
        dialog.setOptions(QFileDialog.Option.DontUseNativeDialog | QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, folder: str) -> None:
        self._file.setEnabled(False)
        self.file_wished.emit(Path(folder))


def _left(rows: int, blobs: int, size: int) -> str:
    """What is still to be sent; empty where nothing is."""
    parts: list[str] = []
    if rows:
        parts.append(tr("1 entry") if rows == 1 else tr("{n} entries").format(n=rows))
    if blobs:
        parts.append(
            tr("1 recording or picture")
            if blobs == 1
            else tr("{n} recordings and pictures").format(n=blobs)
        )
    if not parts:
        return ""
    return tr("Still to send: {what} ({size}).").format(
        what=tr(" and ").join(parts), size=_size(size)
    )


def _size(size: int) -> str:
    """Bytes as people read them, a begun unit counting."""
    if size < 1_000_000:
        return tr("{n} kB").format(n=-(-size // 1000))
    return tr("{n} MB").format(n=f"{size / 1_000_000:.1f}")


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)

"""Whether this computer is ready: one line for each thing that is tried, as it comes.

One rule: each line says in words how it went, why, and what to do; unknown is never shown as ok,
and nothing is sent before the person presses the button that says so.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QWidget

from client.preflight.probes import STEPS
from client.ui.announcing import Announcer
from client.ui.screens.base import ScreenPage
from client.ui.widgets.parts import Card, button, label, restyle, row, say, space
from client.ui.words import localised
from shared.readiness import ReadinessLine, ReadinessOutcome, overall

_ROLES: dict[ReadinessOutcome, str] = {"ok": "good", "violation": "bad", "unknown": "unsure"}


class ReadinessPage(ScreenPage):
    """Lines, and what can be done with them; it is no part of an interview's flow."""

    begun = Signal()
    """The checks are to be made, from the first one on."""
    send_wished = Signal()
    file_wished = Signal(object)
    """The folder (a Path) in which the report is to be saved."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("readiness", parent=parent)
        self._lines: dict[str, ReadinessLine] = {}
        self._asked: tuple[str, ...] = ()
        self._running = self._invited = self._sent = False
        self._announcer = Announcer(self)
        self._sum = label(role="heading", name="readiness_sum")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(2))
        self._grid.setVerticalSpacing(space(1))
        self._grid.setColumnStretch(2, 1)
        self._cells: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        card = Card(units=2)
        card.column.addWidget(self._sum)
        card.column.addLayout(self._grid)
        self._again = button(tr("Check again"), "primary", name="again_button")
        self._again.clicked.connect(self.begun)
        self._send = button(
            tr("Send the report"),
            name="send_button",
            tip=tr("The people who invited you can read it; it decides nothing by itself"),
        )
        self._send.clicked.connect(self._send_pressed)
        self._file = button(tr("Save as a file …"), name="save_button")
        self._file.clicked.connect(self._choose)
        back = button(tr("Back"), name="back_button")
        back.clicked.connect(self.closed)
        self._back = back
        self._note = label(name="readiness_note")
        self._note.hide()
        self.add(
            label(tr("Is this computer ready?"), "title"),
            label(
                tr(
                    "This takes about half a minute. The camera is opened for a moment and two "
                    "seconds are listened to; neither picture nor sound is kept or sent."
                )
            ),
            card,
            self._note,
            row(self._again, self._send, self._file, back),
        )
        self.column.addStretch(1)
        self.show_running(tuple(step.probe for step in STEPS), invited=False)

    def show_running(self, probes: tuple[str, ...], *, invited: bool) -> None:
        """The checks begin; `invited`: whether there is somebody to send a report to."""
        self._lines, self._running, self._invited, self._sent = {}, True, invited, False
        if probes != self._asked:
            self._asked = probes
            self._lay_out()
        say(self._note, "")
        for probe in probes:
            self._show_line(probe, None)
        self._refresh()

    def show_line(self, line: ReadinessLine) -> None:
        """One thing was tried."""
        self._lines[line.probe] = line
        self._show_line(line.probe, line)
        self._refresh()

    def show_over(self) -> None:
        """All was tried."""
        self._running = False
        self._refresh()
        self._announcer.say(self._sum.text())
        self._again.setFocus()

    def show_note(self, text: str, *, sent: bool = False) -> None:
        """What became of sending or saving."""
        self._sent = self._sent or sent
        say(self._note, text)
        self._announcer.say(text)
        self._refresh()

    def entered(self) -> None:
        """The way back; the report comes by itself."""
        self._back.setFocus()

    def _lay_out(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                # Deleted later, and seen until then.
                widget.hide()
                widget.deleteLater()
        self._cells = {}
        top = Qt.AlignmentFlag.AlignTop
        for down, probe in enumerate(self._asked):
            name = label(name_of(probe), wrap=False)
            state = label(wrap=False)
            told = label(name=f"line_{probe}")
            self._grid.addWidget(name, down, 0, top)
            self._grid.addWidget(state, down, 1, top)
            self._grid.addWidget(told, down, 2)
            self._cells[probe] = (name, state, told)

    def _show_line(self, probe: str, line: ReadinessLine | None) -> None:
        if probe not in self._cells:
            return
        name, state, told = self._cells[probe]
        state.setText(tr("waits") if line is None else outcome_words(line.outcome))
        restyle(state, role="muted" if line is None else _ROLES[line.outcome])
        text = "" if line is None else line_words(line)
        told.setText(text)
        # One whole sentence: a screen reader need not put three columns together.
        told.setAccessibleName(f"{name.text()}: {state.text()}. {text}")

    def _refresh(self) -> None:
        running, lines = self._running, tuple(self._lines.values())
        if running:
            words = tr("Checking: {n} of {total} done").format(n=len(lines), total=len(self._asked))
            here = next((one for one in self._asked if one not in self._lines), None)
            if here is not None:
                self._cells[here][1].setText(tr("checking …"))
        else:
            words = sum_words(lines)
        say(self._sum, words)
        self._again.setEnabled(not running)
        self._file.setEnabled(not running and bool(lines))
        self._send.setVisible(self._invited)
        self._send.setEnabled(not running and bool(lines) and not self._sent)

    def _send_pressed(self) -> None:
        self._send.setEnabled(False)
        self.send_wished.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Where to save the file"))
        dialog.setObjectName("file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOptions(QFileDialog.Option.DontUseNativeDialog | QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.file_wished.emit(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def name_of(probe: str) -> str:
    """What is tried, in words."""
    return {
        "network": tr("Network"),
        "clock": tr("Clock"),
        "disk": tr("Disk"),
        "programs": tr("Other programs"),
        "models": tr("Models"),
        "camera": tr("Camera"),
        "light": tr("Light"),
        "microphone": tr("Microphone"),
        "speakers": tr("Speakers"),
        "pace": tr("Speed"),
    }.get(probe, probe)


def outcome_words(outcome: ReadinessOutcome) -> str:
    """How it went."""
    return {"ok": tr("OK"), "violation": tr("Failed"), "unknown": tr("Unknown")}[outcome]


def line_words(line: ReadinessLine) -> str:
    """What was found; below it why, and what to do, where it is not ok."""
    told = [localised(text) for text in (line.found, line.cause) if text]
    if line.cure:
        told.append(tr("What to do: {cure}").format(cure=localised(line.cure)))
    return "\n".join(told)


def sum_words(lines: tuple[ReadinessLine, ...]) -> str:
    """All of it in a sentence."""
    if not lines:
        return tr("Nothing was checked.")
    failed = sum(line.outcome == "violation" for line in lines)
    unsure = sum(line.outcome == "unknown" for line in lines)
    match overall(lines):
        case "ok":
            return tr("This computer is ready.")
        case "violation":
            return tr("Not ready yet: {failed} failed, {unsure} unknown.").format(
                failed=failed, unsure=unsure
            )
        case "unknown":
            return tr("Nothing failed, but {unsure} could not be told.").format(unsure=unsure)


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)

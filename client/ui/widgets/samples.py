"""The examples of a coding question: what goes in, what should come out, and what came out.

One rule: one table holds all of it, reached by Tab and read row by row with the arrow keys; a
colour never says what a word does not.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from client.ui.theme import current_scale, fixed_font
from client.ui.trying import Tried
from client.ui.widgets.code_editor import read_from_left
from client.ui.widgets.parts import button, label, retext, say, space
from shared.exam import Sample
from shared.runs import TestRun, Verdict

SHOWN_ROWS = 4
"""More of them are scrolled to."""
FIRST_CHARS = 60
"""Of an input or an output in the table; the selected row's is shown whole below."""


class SamplesPanel(QWidget):
    """Head with the button, table, details of the chosen row."""

    wished = Signal()
    """The examples should be run."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: tuple[Sample, ...] = ()
        self._runs: dict[str, TestRun] = {}
        self._compiled = ""
        self._running = False
        self._run = button(
            self.tr("Run the examples"),
            name="run_button",
            tip=self.tr("Ctrl+R runs your code on these examples; no score comes of it"),
        )
        self._run.clicked.connect(self.press)
        self._told = label(role="muted", name="run_label")
        self._table = QTableWidget(0, 4)
        self._table.setObjectName("samples_table")
        self._table.setAccessibleName(self.tr("Examples and their results"))
        self._table.setHorizontalHeaderLabels(
            [self.tr("Example"), self.tr("Input"), self.tr("Expected"), self.tr("Result")]
        )
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.currentCellChanged.connect(lambda *_: self._show_details())
        self._details = QPlainTextEdit()
        self._details.setObjectName("sample_details")
        self._details.setAccessibleName(self.tr("The chosen example in full"))
        self._details.setReadOnly(True)
        read_from_left(self._details)
        self._details.setTabChangesFocus(True)
        self._details.hide()
        head = QHBoxLayout()
        head.setSpacing(space(1.5))
        head.addWidget(self._run)
        head.addWidget(self._told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addLayout(head)
        column.addWidget(self._table)
        column.addWidget(self._details)

    def open(self, samples: tuple[Sample, ...]) -> None:
        """Another question's examples; hidden where it has none."""
        self._samples, self._runs, self._compiled = samples, {}, ""
        self._set_running(False)
        self._told.setText("")
        self.setVisible(bool(samples))
        self._fill()

    def press(self) -> None:
        """The button, or its key: run, or stop the run."""
        if not self._samples:
            return
        if self._running:
            self.cancelled.emit()
            return
        self._set_running(True)
        self._tell(self.tr("Running … You can go on typing."))
        self.wished.emit()

    def show_tried(self, tried: Tried) -> None:
        """What became of the run."""
        self._set_running(False)
        self._tell(tried.words)
        answer = tried.answer
        if answer is None:
            return
        self._runs = {run.name: run for run in answer.tests}
        self._compiled = answer.compile_output
        self._fill()
        failed = [
            row
            for row, sample in enumerate(self._samples)
            if (run := self._runs.get(sample.name)) is not None and run.verdict != "AC"
        ]
        if failed or self._compiled:
            self._table.setCurrentCell(failed[0] if failed else 0, 3)
        self._show_details()

    def _fill(self) -> None:
        self._table.clearSelection()
        self._table.setRowCount(len(self._samples))
        for row, sample in enumerate(self._samples):
            run = self._runs.get(sample.name)
            cells = (
                sample.name,
                _first(sample.call or sample.input),
                _first(sample.expected),
                "" if run is None else self._result(run),
            )
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if place in (1, 2):
                    item.setFont(fixed_font())
                self._table.setItem(row, place, item)
        row_px = self._table.verticalHeader().defaultSectionSize()
        shown = min(SHOWN_ROWS, max(1, len(self._samples)))
        head_px = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(head_px + shown * row_px + 2 * self._table.frameWidth() + 2)
        self._details.setFixedHeight(round(130 * current_scale()))
        self._details.setFont(fixed_font())
        self._show_details()

    def _show_details(self) -> None:
        row = self._table.currentRow()
        if not 0 <= row < len(self._samples) or not (self._runs or self._compiled):
            self._details.hide()
            return
        sample = self._samples[row]
        run = self._runs.get(sample.name)
        parts = [(self.tr("Input"), sample.call or sample.input)]
        if run is not None:
            parts += [
                (self.tr("Errors"), run.stderr),
                (self.tr("Printed"), run.stdout),
                (self.tr("Expected"), run.expected or sample.expected),
            ]
        parts.append((self.tr("The compiler says"), self._compiled))
        self._details.setPlainText(
            "\n".join(f"{name}:\n{text.rstrip()}" for name, text in parts if text)
        )
        self._details.show()

    def _result(self, run: TestRun) -> str:
        return self.tr("{verdict}, {ms} ms").format(verdict=self._verdict(run.verdict), ms=run.ms)

    def _verdict(self, verdict: Verdict) -> str:
        return {
            "AC": self.tr("Passed"),
            "WA": self.tr("Printed something else"),
            "TLE": self.tr("Took too long"),
            "MLE": self.tr("Used too much memory"),
            "OLE": self.tr("Printed too much"),
            "RTE": self.tr("Stopped with an error"),
            "CE": self.tr("Did not compile"),
            "IE": self.tr("Could not be run here"),
        }[verdict]

    def _set_running(self, running: bool) -> None:
        self._running = running
        retext(self._run, self.tr("Stop") if running else self.tr("Run the examples"))

    def _tell(self, text: str) -> None:
        say(self._told, text)
        self._told.setAccessibleName(text)


def _first(text: str) -> str:
    """The beginning of a text in one line."""
    line = text.strip().replace("\n", " ⏎ ")
    return line if len(line) <= FIRST_CHARS else line[: FIRST_CHARS - 1] + "…"

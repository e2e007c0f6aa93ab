"""The candidate's own view: what is watched at this moment, and what has left this computer.

One rule: it tells what was counted as it left, in plain words, and never more or less than that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from client.exam import Screen, State
from client.spool.sent import ALL, Ledger, Tally, What
from client.ui.looked import LookedView
from client.ui.widgets.parts import label, say, space

if TYPE_CHECKING:
    from client.lockdown.probes.answer import Answer
    from client.spool.store import Backlog


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """What has left, and what still waits here."""

    sent: Mapping[What, Tally] = field(default_factory=dict)
    waiting: int | None = None
    """Entries and recordings that have not reached the server; None while nothing is sent."""
    waiting_bytes: int = 0
    practice: bool = False
    """Nothing is sent and nothing is kept: the counts are of what a real interview would send."""
    looked: "tuple[Answer, ...]" = ()
    """What each probe answered last; empty while none looks."""
    watched_live: bool = False
    """Whether somebody looks through the camera now."""

    @classmethod
    def of(
        cls, ledger: Ledger, left: "Backlog | None", looked: "tuple[Answer, ...]" = ()
    ) -> "OwnRecord":
        """As an interview counts it; `left`: what waits, None while nothing is sent."""
        if left is None:
            return cls(ledger.tallies(), looked=looked)
        return cls(ledger.tallies(), left.rows + left.blobs, left.bytes, looked=looked)


class OwnRecordView(QWidget):
    """One line on what is watched now, and a table of what has left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = label(role="heading", name="watched_now")
        self._live = label(role="warning", name="watched_live")
        self._none = label(tr("Nothing has left this computer yet."), name="sent_none")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space(3))
        self._grid.setVerticalSpacing(space(0.5))
        self._grid.setColumnStretch(0, 1)
        self._cells: dict[What, tuple[QLabel, ...]] = {}
        for place, text in enumerate((tr("What"), tr("How often"), tr("Size"), tr("Last"))):
            self._place(label(text, "muted", wrap=False), 0, place)
        for down, what in enumerate(ALL, start=1):
            cells = tuple(label(wrap=place == 0) for place in range(4))
            cells[0].setObjectName(f"sent_{what}")
            for place, cell in enumerate(cells):
                self._place(cell, down, place)
            self._cells[what] = cells
        self._table = QWidget()
        self._table.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._waiting = label(name="sent_waiting")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        self._title = label(tr("What has left this computer"), "heading")
        note = tr(
            "Counted here as it leaves, also when something had to be sent again. Everything is "
            "encrypted on its way."
        )
        self._note = label(note, "muted")
        self._looked = LookedView()
        for item in (
            self._now,
            self._live,
            self._looked,
            self._title,
            self._none,
            self._table,
            self._waiting,
            self._note,
        ):
            column.addWidget(item)

    def _place(self, cell: QLabel, down: int, place: int) -> None:
        if place == 0:
            # Without an alignment: it gets the column's whole width, and the height that it needs.
            self._grid.addWidget(cell, down, place)
        else:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(cell, down, place, right)

    def show_now(self, state: State) -> None:
        """What is watched at this moment."""
        say(self._now, watched_now(state))

    def show_record(self, record: OwnRecord) -> None:
        """The newest counts."""
        title = (
            tr("What a real interview would have sent")
            if record.practice
            else tr("What has left this computer")
        )
        say(self._title, title)
        say(self._live, live_words() if record.watched_live else "")
        self._none.setVisible(not record.sent)
        self._table.setVisible(bool(record.sent))
        self._note.setVisible(not record.practice)
        self._looked.show_answers(record.looked)
        for what, cells in self._cells.items():
            tally = record.sent.get(what)
            texts = ("",) * 4 if tally is None else _texts(what, tally)
            for cell, text in zip(cells, texts, strict=True):
                say(cell, text)
            # One whole sentence to a line: a screen reader need not put columns together.
            if tally is not None:
                cells[0].setAccessibleName(", ".join(text for text in texts if text))
        say(self._waiting, waiting_words(record))


def watched_now(state: State) -> str:
    """What is watched at this moment, in a sentence or two."""
    if state.practice:
        return tr(
            "This is practice. Camera and microphone are used as in an interview, and everything "
            "stays on this computer."
        )
    if state.paused is not None:
        return tr("The interview is paused: nothing is watched or recorded now.")
    if state.closing or state.screen is Screen.FINISH:
        return tr("Watching has ended. What is not sent yet is being sent.")
    if state.clock is None:
        return tr(
            "Your camera picture is shown only to you. Until the first question nothing is kept "
            "but the checks of your devices and what you take yourself."
        )
    said = [tr("Camera and microphone are watched now, on this computer.")]
    if "camera_lost" in state.live.notices:
        said = [tr("The camera gives no picture; the microphone is watched.")]
    if state.phase == "recording":
        said.append(tr("Your answer is being recorded."))
    if state.policy.thumbnails:
        said.append(tr("A small still picture is sent every ten seconds."))
    if state.policy.live_camera:
        said.append(
            tr(
                "A person who accompanies the interview may look through your camera; a line at "
                "the top of this window says so while somebody does."
            )
        )
    return " ".join(said)


def live_words() -> str:
    """While somebody looks through the camera."""
    return tr(
        "A person who accompanies your interview is looking through your camera now. They see "
        "the picture and hear nothing; nothing of it is kept."
    )


def waiting_words(record: OwnRecord) -> str:
    """What has not reached the server; empty where nothing is to be told."""
    if record.practice:
        return tr("This is practice: nothing of it was sent, and nothing of it is kept.")
    if record.waiting is None:
        return ""
    if record.waiting == 0:
        return tr("Nothing waits: the server has confirmed all of it.")
    return tr("Still on this computer only: {n} entries and recordings, {size}.").format(
        n=record.waiting, size=size_words(record.waiting_bytes)
    )


def size_words(size: int) -> str:
    """Bytes as people read them: `812 bytes`, `4.3 kB`, `12.0 MB`."""
    if size < 1000:
        return tr("{n} bytes").format(n=size)
    if size < 1_000_000:
        return tr("{n} kB").format(n=f"{size / 1000:.1f}")
    return tr("{n} MB").format(n=f"{size / 1_000_000:.1f}")


def name_of(what: What) -> str:
    """What a kind of thing is called."""
    return {
        "answers": tr("Your answers as text, and when you opened and ended questions"),
        "watch": tr("What was noted by the watch, as times and figures"),
        "words": tr("What you agreed to, asked and explained"),
        "progress": tr("Steps of the interview, checks, and the state of this computer"),
        "sound": tr("Recordings of your voice"),
        "pictures": tr("Your selfie, and pictures kept of what was noted"),
        "numbers": tr("Face and voice as numbers, to compare with"),
        "thumbnails": tr("Small still pictures for those who watch live"),
        "live": tr("The live picture of your camera, each time that a person looked"),
        "beats": tr("Signs of life: that the app runs, and how busy this computer is"),
        "requests": tr("Opening, starting and handing in the interview"),
        "lines": tr("Open lines, on which only the server speaks"),
    }[what]


def _texts(what: What, tally: Tally) -> tuple[str, str, str, str]:
    last = datetime.fromtimestamp(tally.last_ms / 1000).astimezone()
    size = size_words(tally.size) if tally.size else "–"
    return name_of(what), f"{tally.count}", size, f"{last:%H:%M:%S}" if tally.last_ms else "–"


def tr(text: str) -> str:
    """Translates; outside of a class Linguist's files name no context."""
    return QCoreApplication.translate("", text)

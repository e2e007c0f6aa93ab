"""What the looks at this computer found, in the candidate's own words: every probe, also unknown.

One rule: it tells what is on record, without more, and says that nothing follows by itself.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from client.ui.widgets.parts import label, say, space

if TYPE_CHECKING:
    from client.lockdown.probes.answer import Answer


class LookedView(QWidget):
    """A heading and one text; hidden while nothing is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = label(name="looked_found")
        self._unknown = label(role="muted", name="looked_unknown")
        self._fine = label(role="muted", name="looked_fine")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(0.5))
        column.addWidget(label(tr("What was found on this computer"), "heading"))
        for each in (self._found, self._unknown, self._fine):
            column.addWidget(each)
        self.setVisible(False)

    def show_answers(self, answers: "Sequence[Answer]") -> None:
        """The newest answer of each probe."""
        self.setVisible(bool(answers))
        for where, outcome in ((self._found, "violation"), (self._unknown, "unknown")):
            lines = [line(one) for one in answers if one.outcome == outcome]
            where.setVisible(bool(lines))
            say(where, "\n".join(lines))
        fine = [name_of(one.probe) for one in answers if one.outcome == "ok"]
        self._fine.setVisible(bool(fine))
        said = tr("Nothing to be noted: {names}.").format(names=", ".join(fine)) if fine else ""
        say(self._fine, said)


def line(answer: "Answer") -> str:
    """One probe's finding in a sentence."""
    said = "; ".join(answer.evidence)
    name = name_of(answer.probe)
    name = name[:1].upper() + name[1:]
    if answer.outcome == "unknown":
        return tr("{name}: cannot be told ({why}).").format(name=name, why=said)
    return tr("{name}: {found}. A person looks at it; nothing else follows.").format(
        name=name, found=said
    )


def name_of(probe: str) -> str:
    """What a probe looks at."""
    names = {
        "processes": tr("programs"),
        "windows": tr("windows"),
        "displays": tr("displays"),
        "machine": tr("kind of computer"),
        "remote": tr("remote control"),
        "capture": tr("screen recording"),
        "devices": tr("camera and microphone"),
        "injection": tr("this app itself"),
        "typing": tr("keyboard"),
        "clipboard": tr("clipboard"),
        "network": tr("way to the network"),
        "clock": tr("clock"),
        "disk": tr("disk"),
    }
    return names.get(probe, probe)


def tr(text: str) -> str:
    """Translates within the context of this module."""
    return QCoreApplication.translate("", text)

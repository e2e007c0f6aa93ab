"""C13: what another program had copied cannot be pasted here, and nothing of ours later."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from client.ui.holding import EmptyClipboard

pytestmark = [pytest.mark.display, pytest.mark.adversarial]

SELECTION = QClipboard.Mode.Selection
COPIER = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
app = QApplication([])
board = app.clipboard()
def asked():
    if sys.stdin.readline().strip() == "copy":
        board.setText("the answer")
        board.setText("the answer", QClipboard.Mode.Selection)
    print(board.text() + "|" + board.text(QClipboard.Mode.Selection), flush=True)
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(asked)
print("ready", flush=True)
sys.exit(app.exec())
"""


class Copier:
    """Another program with a clipboard."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self.process = subprocess.Popen(
            [sys.executable, "-c", COPIER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == "ready"

    def ask(self, what: str) -> str:
        """Its clipboard and primary selection; our own loop goes on, which may have to answer."""
        import selectors

        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(what + "\n")
        with selectors.DefaultSelector() as ready:
            ready.register(self.process.stdout, selectors.EVENT_READ)
            self._qtbot.waitUntil(lambda: bool(ready.select(0)), timeout=10_000)
        return self.process.stdout.readline().strip()


@pytest.fixture
def copier(qtbot) -> Iterator[Copier]:
    made = Copier(qtbot)
    yield made
    made.process.kill()
    made.process.wait()
    for end in (made.process.stdin, made.process.stdout):
        assert end is not None
        end.close()


def test_c13_what_was_copied_elsewhere_is_gone_when_the_clock_starts(qapp, copier: Copier, qtbot):
    board = QGuiApplication.clipboard()
    assert copier.ask("copy") == "the answer|the answer"
    qtbot.waitUntil(lambda: board.text() == board.text(SELECTION) == "the answer", timeout=10_000)
    EmptyClipboard().enter()
    assert (board.text(), board.text(SELECTION)) == ("", "")
    assert copier.ask("look") == "|"


def test_c13_what_was_copied_here_is_gone_at_the_end(qapp, copier: Copier, qtbot):
    board = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, SELECTION):
        board.setText("question one", mode)
    assert copier.ask("look") == "question one|question one"
    EmptyClipboard().leave()
    assert copier.ask("look") == "|"

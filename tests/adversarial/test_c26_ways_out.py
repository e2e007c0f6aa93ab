"""C26: nothing that can be clicked, typed or dropped in the app opens anything outside of it.

One rule: every screen that has a picture in the docs is tried, and the try itself is shown to find
a way out where there is one.
"""

import os
import subprocess
import webbrowser
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QProcess, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from client.exam import Now
from client.ui.practising import Practice
from client.ui.theme import Theme
from client.ui.window import Window
from tests.client.ui.test_screens import NOW, OTHERS, STATES, asking

pytestmark = pytest.mark.display
SCHEMES = ("http", "https", "file", "mailto", "invigil")
KEYS = ("F1", "Shift+F1", "Ctrl+O", "Ctrl+P", "Ctrl+S", "Ctrl+N", "Ctrl+T", "Ctrl+U", "Ctrl+H")
"""Help, open, print, save, new, tab, source, history: what browsers and editors make of them."""


class Outside(QObject):
    """Notes whatever would have been opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def outside(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    found = Outside()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, found, "take")

    def refuse(name: str):
        def started(*arguments: object, **_: object) -> bool:
            found.opened.append(f"{name} {arguments}")
            return False

        return started

    monkeypatch.setattr(subprocess, "Popen", refuse("Popen"))
    monkeypatch.setattr(os, "system", refuse("system"))
    monkeypatch.setattr(webbrowser, "open", refuse("webbrowser"))
    monkeypatch.setattr(QProcess, "startDetached", refuse("startDetached"))
    yield found
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Window]:
    made = Window(Theme(qapp))
    made.resize(1280, 800)
    made.show()
    yield made
    made.let_close()
    made.close()
    shiboken6.delete(made)


def show(window: Window, name: str) -> None:
    window.show_practice(Practice.banner() if name == "practice" else "")
    window.go_on()
    state = STATES.get(name) or (STATES["welcome"] if name == "readiness" else asking(0))
    window.show_state(state, Now(NOW.utc_ms + 45_000, NOW.mono_ms + 45_000, "one"))
    if name == "readiness":
        window.show_readiness()
    QApplication.processEvents()


def others(window: QWidget) -> list[QWidget]:
    """Windows that are open beside the app's own."""
    return [one for one in QApplication.topLevelWidgets() if one is not window and one.isVisible()]


def try_everything(top: QWidget) -> list[QDialog]:
    """Clicks, keys, menus and drops on every widget that is seen; the dialogs that came up."""
    dialogs: list[QDialog] = []
    for widget in [one for one in top.findChildren(QWidget) if one.isVisible()]:
        if not shiboken6.isValid(widget) or not widget.isVisible():
            continue
        drop(widget)
        if isinstance(widget, QLabel):
            for place in range(4, max(5, widget.width()), 40):
                QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            menu(widget)
            QTest.mouseClick(widget, Qt.MouseButton.MiddleButton)
        elif isinstance(widget, QAbstractButton) and widget.isEnabled():
            widget.click()
        for keys in KEYS:
            if shiboken6.isValid(widget):
                QTest.keySequence(widget, QKeySequence(keys))
        QApplication.processEvents()
        for one in others(top):
            if isinstance(one, QDialog):
                dialogs.append(one)
            one.close()
    return dialogs


def drop(widget: QWidget) -> None:
    if not widget.acceptDrops():
        return
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/help"), QUrl.fromLocalFile("/etc/hostname")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def menu(widget: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
    own = widget.createStandardContextMenu()
    assert isinstance(own, QMenu)
    edits = {"edit-undo", "edit-redo", "edit-cut", "edit-copy", "edit-paste", "edit-delete"}
    edits |= {"select-all", "insert-unicode-control-character", ""}
    names = {action.objectName() for action in own.actions() if not action.isSeparator()}
    own.deleteLater()
    assert names <= edits, f"{names - edits} may lead out"


@pytest.mark.parametrize("name", [*STATES, *OTHERS])
def test_nothing_on_a_screen_leads_out_of_the_app(window: Window, outside: Outside, name: str):
    show(window, name)
    dialogs = try_everything(window)
    assert outside.opened == []
    for dialog in dialogs:
        # Qt's own, of folders alone: the system's shows files, and starts programs on them.
        assert dialog.parentWidget() is not None
        if isinstance(dialog, QFileDialog):
            assert dialog.fileMode() is QFileDialog.FileMode.Directory
            assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)


def test_a_link_that_leads_out_would_be_found(window: Window, outside: Outside):
    label = QLabel('<a href="https://example.org/out">more about this screen</a>', window)
    label.setOpenExternalLinks(True)
    label.setGeometry(10, 10, 400, 24)
    label.show()
    QApplication.processEvents()
    try_everything(window)
    assert "https://example.org/out" in outside.opened


def test_a_button_that_starts_a_program_would_be_found(window: Window, outside: Outside):
    button = QPushButton("Calculator", window)
    button.clicked.connect(lambda: QProcess.startDetached("xcalc"))
    button.show()
    QApplication.processEvents()
    try_everything(window)
    assert any("xcalc" in one for one in outside.opened)

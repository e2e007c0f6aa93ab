"""The whole window in Arabic: mirrored, nothing cut off, and code as code is read everywhere."""

from collections.abc import Iterator
from itertools import combinations

import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from client.exam import Live
from client.ui import i18n
from client.ui.theme import Theme, current_scale
from client.ui.widgets.code_editor import CodeEditor
from client.ui.widgets.marks import Drawn, OneLine
from client.ui.widgets.overlay import Overlay
from client.ui.window import Window
from tests.client.ui.test_accessibility import CARDS, STATES
from tests.client.ui.test_window import NOW, asking

STATES_HERE = {**STATES, "notices": asking(1, live=Live(notices=("camera_lost", "network_lost")))}


@pytest.fixture(scope="module")
def arabic(one_theme: Theme, qapp: QApplication) -> Iterator[Window]:
    before = QLocale()
    assert i18n.speak(qapp, i18n.choose(["ar"])), "python3 dev.py build translations"
    window = Window(one_theme)
    window.resize(1280, 800)
    window.show()
    QTest.qWaitForWindowActive(window)
    yield window
    window.resize_text(-100)
    window.let_close()
    window.close()
    shiboken6.delete(window)
    i18n.speak(qapp, i18n.ENGLISH)
    QLocale.setDefault(before)


def at(window: Window, scale: float) -> None:
    """This text size, and no card open."""
    for card in window.findChildren(Overlay):
        card.hide()
    steps = round((scale - current_scale()) * 10)
    if steps:
        window.resize_text(steps)


def seen(top: QWidget) -> list[QWidget]:
    return [one for one in top.findChildren(QWidget) if one.isVisible()]


def cut_off(top: QWidget) -> list[str]:
    """Texts that have less room than they need; a line that ends in an ellipsis is meant to."""
    short: list[str] = []
    for one in seen(top):
        if isinstance(one, OneLine | Drawn) or not isinstance(one, QLabel | QAbstractButton):
            continue
        need = one.sizeHint()
        if isinstance(one, QLabel) and one.wordWrap():
            fits = one.height() >= one.heightForWidth(one.width())
        else:
            fits = one.width() >= need.width() and one.height() >= need.height()
        if one.text() and not fits:
            short.append(f"{one.objectName()} {one.text()[:40]!r} {one.size()} of {need}")
    return short


def overlapping(top: QWidget) -> list[str]:
    """Neighbours that lie over each other."""
    found: list[str] = []
    for host in [top, *seen(top)]:
        inside = [
            one
            for one in host.children()
            if isinstance(one, QWidget) and one.isVisible() and not isinstance(one, Overlay | Drawn)
        ]
        if host.layout() is None:
            continue
        for one, other in combinations(inside, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > 1 and both.height() > 1:
                found.append(f"{type(host).__name__}: {one} {other}")
    return found


@pytest.mark.parametrize("name", STATES_HERE)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_and_nothing_overlaps(arabic: Window, name: str, scale: float):
    at(arabic, scale)
    arabic.show_state(STATES_HERE[name], NOW)
    for _ in range(3):
        QApplication.processEvents()
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert cut_off(arabic) == []
    assert overlapping(arabic) == []
    ground = arabic.current.widget()
    assert ground is not None
    assert ground.minimumSizeHint().width() <= arabic.current.viewport().width()


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_card_is_cut_off(arabic: Window, name: str, scale: float):
    at(arabic, scale)
    arabic.show_state(asking(2), NOW)
    card = arabic.findChild(Overlay, name)
    assert card is not None
    card.open()
    for _ in range(3):
        QApplication.processEvents()
    assert cut_off(card) == []
    assert overlapping(card) == []
    for area in card.findChildren(QScrollArea):
        inside = area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= area.viewport().width()


def test_code_runs_from_left_to_right_with_its_numbers_on_the_left(arabic: Window):
    arabic.show_state(asking(2), NOW)
    code = arabic.findChild(CodeEditor)
    assert code is not None
    code.setPlainText("total = 0\nfor n in numbers:  # مجموع\n    total += n")
    QApplication.processEvents()
    assert code.layoutDirection() is Qt.LayoutDirection.LeftToRight
    first, at = code.document().firstBlock(), code.textCursor()
    numbers = code.findChild(Drawn)
    assert numbers is not None
    assert numbers.geometry().left() < code.width() / 10
    assert code.viewport().geometry().left() >= numbers.geometry().right()
    edges: list[int] = []
    for number in range(3):
        at.setPosition(first.position())
        edges.append(code.cursorRect(at).left())
        assert first.textDirection() is Qt.LayoutDirection.LeftToRight, number
        first = first.next()
    assert len(set(edges)) == 1
    assert edges[0] < code.viewport().width() / 4

"""The line at the top: its buttons stay whole, on two lines where one is too short."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from client.ui.widgets.bar import BarLayout
from client.ui.widgets.marks import OneLine

TEXTS = ("Aa", "Watched and sent", "Explain", "Devices", "I need help", "Leave")


@pytest.fixture
def bar(qtbot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    line = BarLayout(host)
    line.setSpacing(8)
    for text in ("Invigil", "Northwind · Backend engineer"):
        name = OneLine()
        name.setText(text)
        line.addWidget(name)
    for text in TEXTS:
        line.addWidget(QPushButton(text))
    return host


def laid_out(bar: QWidget, wide: int) -> tuple[list[QPushButton], list[OneLine]]:
    layout = bar.layout()
    assert layout is not None
    bar.resize(wide, layout.heightForWidth(wide))
    bar.show()
    QApplication.processEvents()
    return bar.findChildren(QPushButton), bar.findChildren(OneLine)


@pytest.mark.parametrize("wide", [1200, 700, 420, 260])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_buttons_are_whole_and_inside_at_every_width(
    bar: QWidget, wide: int, direction: Qt.LayoutDirection
):
    bar.setLayoutDirection(direction)
    buttons, _ = laid_out(bar, wide)
    for one in buttons:
        assert one.width() >= one.sizeHint().width()
        assert bar.rect().contains(one.geometry()), one.text()
    for one in buttons:
        assert not any(
            one.geometry().intersects(other.geometry()) for other in buttons if other is not one
        )


def test_name_and_place_give_way_before_a_second_line_is_begun(bar: QWidget):
    buttons, (name, place) = laid_out(bar, 1200)
    assert name.width() >= name.sizeHint().width()
    assert place.width() > place.sizeHint().width()
    one_line = sum(one.sizeHint().width() + 8 for one in buttons) + 40
    buttons, (name, place) = laid_out(bar, one_line)
    assert len({one.y() for one in buttons}) == 1
    assert name.width() == 0
    buttons, _ = laid_out(bar, one_line // 2)
    assert len({one.y() for one in buttons}) > 1


def test_a_hidden_button_takes_no_room(bar: QWidget):
    layout = bar.layout()
    assert layout is not None
    for one in bar.findChildren(QPushButton)[1:]:
        one.hide()
    assert layout.heightForWidth(400) == layout.heightForWidth(1200)

"""Marks that the style sheet cannot draw are there, in the colours of the theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from client.ui.theme import Theme, current_colours
from client.ui.widgets.marks import Chooser, OneLine, TickBox


def painted(widget: QWidget, *, width: int = 240, height: int = 44) -> QImage:
    widget.resize(width, height)
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def count(image: QImage, colour: str, *, left: int, right: int) -> int:
    """Pixels of exactly this colour between two columns."""
    wanted = QColor(colour).rgb()
    columns = range(left, min(right, image.width()))
    return sum(image.pixel(x, y) == wanted for x in columns for y in range(image.height()))


@pytest.mark.parametrize("checked", [True, False])
def test_agreement_is_a_tick_and_not_only_a_colour(theme: Theme, qtbot, checked: bool):
    box = TickBox("I agree")
    qtbot.addWidget(box)
    box.setChecked(checked)
    colours = current_colours()
    image = painted(box)
    filled = count(image, colours.accent, left=0, right=36)
    assert (filled > 50) is checked
    # The square is not filled through: the tick is cut out of it.
    if checked:
        assert count(image, colours.on_accent, left=8, right=30) > 10


def test_a_list_that_opens_shows_an_arrow(theme: Theme, qtbot):
    chooser = Chooser()
    qtbot.addWidget(chooser)
    chooser.addItem("Camera")
    image = painted(chooser)
    assert count(image, current_colours().muted, left=205, right=236) > 3


def test_a_line_without_room_ends_in_an_ellipsis_and_its_tip_has_it_whole(theme: Theme, qtbot):
    line = OneLine()
    qtbot.addWidget(line)
    line.setText("Example Organisation with a long name · Backend engineer, second round")
    assert line.toolTip() == line.text()
    assert line.minimumSizeHint().width() == 0
    narrow = painted(line, width=120)
    line.setText(line.fontMetrics().elidedText(line.text(), Qt.TextElideMode.ElideRight, 120))
    assert painted(line, width=120) == narrow
    assert line.text().endswith("…")


def test_marks_grow_with_the_text(theme: Theme, qtbot, qapp: QApplication):
    box = TickBox("I agree")
    qtbot.addWidget(box)
    box.setChecked(True)
    before = count(painted(box), current_colours().on_accent, left=0, right=60)
    theme.resize(+100)
    box.style().polish(box)
    after = count(painted(box, height=80), current_colours().on_accent, left=0, right=60)
    assert after > before

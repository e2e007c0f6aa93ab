"""The place of a click is told, at most once a second and only while asked for."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from client.ui.clicks import Clicks
from client.ui.millimetres import to_mm


@pytest.fixture
def pressed(qtbot) -> QPushButton:
    button = QPushButton("Press")
    qtbot.addWidget(button)
    button.resize(200, 100)
    button.show()
    return button


def test_a_click_is_told_once_a_second_and_goes_its_way(qtbot, pressed: QPushButton):
    went: list[bool] = []
    told: list[tuple[float, float]] = []
    pressed.clicked.connect(lambda: went.append(True))
    clicks = Clicks([pressed], pressed)
    clicks.clicked.connect(lambda x_mm, y_mm: told.append((x_mm, y_mm)))
    spot = QPoint(50, 20)
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton, pos=spot)
    assert told == []
    clicks.active = True
    for _ in range(3):
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton, pos=spot)
    assert len(went) == 4
    assert told == [to_mm(pressed, pressed.mapToGlobal(spot).toPointF())]

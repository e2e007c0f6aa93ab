"""The defect for which PySide6 is pinned: 6.12 gives None away once too often on CPython 3.11."""

import sys

import PySide6
import pytest
from PySide6.QtWidgets import QLabel


def test_pyside_is_pinned_below_the_release_that_aborts():
    version = tuple(int(part) for part in PySide6.__version__.split(".")[:2])
    assert version < (6, 12)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_a_hundred_void_calls_leave_none_as_it_was(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(100):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 50

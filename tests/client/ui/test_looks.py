"""Size of the text and contrast: chosen on the screen or by keys, and kept for the next start."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from client.app import build
from client.settings import Settings
from client.ui.looks import Looks, remember, remembered
from client.ui.theme import STRONG, Theme
from client.ui.widgets.overlay import Overlay
from client.ui.window import Window
from tests.client.ui.test_window import NOW, SCREENS


def press(window: Window, name: str) -> None:
    found = window.findChild(QAbstractButton, name)
    assert found is not None
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def size_of(window: Window) -> str:
    found = window.findChild(QLabel, "text_size_label")
    assert found is not None
    return found.text()


@pytest.fixture
def plain(theme: Theme):
    yield theme
    if theme.strong:
        theme.strengthen()
    theme.chosen = None


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "[]",
        '{"scale": 1.2}',
        '{"scale": NaN, "strong": true}',
        '{"scale": 1, "strong": 2}',
    ],
)
def test_what_cannot_be_read_is_as_if_nothing_was_kept(tmp_path: Path, kept: str):
    assert remembered(tmp_path) == Looks()
    (tmp_path / "looks.json").write_text(kept)
    assert remembered(tmp_path) == Looks()


def test_looks_are_kept_within_what_the_window_can_show(tmp_path: Path):
    remember(tmp_path / "new", Looks(1.3, strong=False))
    assert remembered(tmp_path / "new") == Looks(1.3, strong=False)
    remember(tmp_path, Looks(9.0))
    assert remembered(tmp_path) == Looks(2.0)
    (tmp_path / "file").write_text("no folder")
    remember(tmp_path / "file", Looks(2.0))
    assert remembered(tmp_path / "file") == Looks()


def test_the_card_changes_size_and_contrast_and_shows_both(window: Window, plain: Theme):
    seen: list[tuple[float, object]] = []
    window.looks_changed.connect(lambda scale, strong: seen.append((scale, strong)))
    press(window, "looks_button")
    card = window.findChild(Overlay, "looks_card")
    assert card is not None
    assert card.isVisible()
    assert size_of(window) == "Size of the text: 100 %"
    press(window, "larger_button")
    assert (size_of(window), plain.scale) == ("Size of the text: 110 %", 1.1)
    press(window, "strong_check")
    assert plain.colours is STRONG
    assert seen == [(1.1, None), (1.1, True)]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F4)
    box = window.findChild(QAbstractButton, "strong_check")
    assert box is not None
    assert (plain.strong, box.isChecked()) == (False, False)


def test_at_either_end_the_keyboard_stays_on_the_card(window: Window, plain: Theme):
    press(window, "looks_button")
    for _ in range(10):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert size_of(window) == "Size of the text: 200 %"
    focus = window.focusWidget()
    assert focus is not None
    assert (focus.objectName(), focus.isEnabled()) == ("smaller_button", True)


def test_the_next_start_of_the_app_looks_as_the_last_one_did(qapp: QApplication, tmp_path: Path):
    def start() -> Window:
        app = build(Settings(data_dir=tmp_path))
        apps.append(app)
        return app.window

    apps = []
    try:
        first = start()
        first.resize_text(10)
        first.strengthen()
        again = start()
        assert again._theme.scale == 2.0
        assert again._theme.colours is STRONG
        again.resize(1280, 800)
        again.show()
        for state in SCREENS.values():
            again.show_state(state, NOW)
            ground = again.current.widget()
            assert ground is not None
            assert ground.minimumSizeHint().width() <= again.current.viewport().width()
        again.strengthen()
        again.resize_text(-10)
        assert remembered(tmp_path) == Looks(1.0, strong=False)
    finally:
        for app in apps:
            app.close()
            shiboken6.delete(app.window)
        Theme(qapp)

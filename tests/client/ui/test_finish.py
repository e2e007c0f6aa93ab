"""Handing in: what is left to send, and a file where the network does not come back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton

from client.exam import Closing, Live, Problem, Screen, State
from client.ui.window import Window
from tests.client.ui.test_window import KNOWN, NOW


def closing(step: Closing, **live: object) -> State:
    known = replace(KNOWN, screen=Screen.FINISH, closing=step)
    return replace(known, live=Live(**live))  # type: ignore[arg-type] - fields of Live


def text_of(window: Window, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def file_button(window: Window) -> QPushButton:
    found = window.findChild(QPushButton, "file_button")
    assert found is not None
    return found


def test_what_is_left_is_said_in_entries_recordings_and_bytes(window: Window):
    state = closing(
        "upload",
        waiting_rows=12,
        waiting_blobs=1,
        waiting_bytes=1_440_000,
        upload_bytes=2_880_000,
    )
    window.show_state(state, NOW)
    said = " ".join(one.text() for one in window.finish.findChildren(QLabel))
    assert "Still to send: 12 entries and 1 recording or picture (1.4 MB)." in said
    bar = window.findChild(QProgressBar, "upload_progress")
    assert bar is not None
    assert bar.value() / bar.maximum() == 0.5
    assert not file_button(window).isVisible()


@pytest.mark.parametrize(
    "live", [{"notices": ("network_lost",)}, {"problem": Problem("x", "It is refused.", "")}]
)
def test_a_file_is_offered_only_while_nothing_goes_through(window: Window, live: dict):
    window.show_state(closing("upload", **live), NOW)
    assert file_button(window).isVisible()
    assert "sealed file" in text_of(window, "file_label")
    window.show_state(closing("done"), NOW)
    assert not file_button(window).isVisible()


def test_the_folder_is_chosen_in_the_apps_own_dialog(window: Window, tmp_path: Path):
    chosen: list[Path] = []
    window.file_wished.connect(chosen.append)
    window.show_state(closing("upload", notices=("network_lost",)), NOW)
    QTest.mouseClick(file_button(window), Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog, "file_dialog")
    assert dialog is not None
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert chosen == [tmp_path]
    assert not file_button(window).isEnabled()
    window.finish.show_file(tmp_path / "interview-aaaaaaaa.invigil", 3000)
    assert "interview-aaaaaaaa.invigil (3 kB)" in text_of(window, "file_label")
    # It stays said when the connection is back, and can be made again.
    window.show_state(closing("upload"), NOW)
    assert "interview-aaaaaaaa.invigil" in text_of(window, "file_label")
    assert file_button(window).isEnabled()


def test_a_folder_that_cannot_be_written_says_what_to_do(window: Window):
    window.show_state(closing("upload", notices=("network_lost",)), NOW)
    window.finish.show_no_file("The file could not be written. Choose another folder.")
    assert "Choose another folder" in text_of(window, "file_label")
    assert file_button(window).isEnabled()

"""Keys of the window beside keys of its parts: one key, one meaning, wherever the cursor is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from client.exam import DonePressed
from client.ui.helping import key_words
from client.ui.widgets.code_editor import CodeEditor
from client.ui.widgets.overlay import Overlay
from client.ui.window import Window
from tests.client.ui.test_window import NOW, asking

KEYS_OF_THE_QUESTION = (
    (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
)
NAMES = {"Ctrl+Return": "Ctrl+Enter", "Ctrl+Enter": "Ctrl+Enter"}
"""Two keys for one thing, and one name for people."""


def hears(shortcut: QShortcut, place: QWidget, window: Window) -> bool:
    """Whether this shortcut is one of those that a key pressed in `place` may mean."""
    owner = shortcut.parent()
    assert isinstance(owner, QWidget)
    if owner is place or owner.isAncestorOf(place):
        return True
    everywhere = shortcut.context() is Qt.ShortcutContext.WindowShortcut
    return everywhere and page_of(owner, window) in (None, page_of(place, window))


def page_of(widget: QWidget, window: Window) -> QWidget | None:
    """The screen on which it lies; None for what is there on every screen."""
    at: QWidget | None = widget
    while at is not None and at is not window:
        if at.objectName().startswith("screen_"):
            return at
        at = at.parentWidget()
    return None


def test_no_key_means_two_things_at_any_place_of_the_window(window: Window):
    shortcuts = window.findChildren(QShortcut)
    places = [one for one in window.findChildren(QWidget) if one.focusPolicy()]
    assert len(shortcuts) > 12
    assert len(places) > 50
    twice: set[str] = set()
    for place in places:
        heard = [one.key().toString() for one in shortcuts if hears(one, place, window)]
        twice |= {key for key in heard if heard.count(key) > 1}
    assert twice == set()


def test_in_the_code_f3_finds_and_f6_explains(window: Window):
    window.show_state(asking(2), NOW)
    code = window.findChild(CodeEditor)
    assert code is not None
    code.setPlainText("one two one two one")
    code.setFocus()
    window.question.text.panel.find_bar.search_for(replace=False)
    field = window.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "one")
    places: list[int] = []
    code.setFocus()
    for _ in range(3):
        QTest.keyClick(code, Qt.Key.Key_F3)
        places.append(code.textCursor().selectionStart())
    assert sorted(places) == [0, 8, 16]
    QTest.keyClick(code, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert code.textCursor().selectionStart() == places[1]
    QTest.keyClick(code, Qt.Key.Key_F6)
    card = window.findChild(Overlay, "explain_card")
    assert card is not None
    assert card.isVisible()


def test_the_help_names_every_key_of_the_window(window: Window):
    told = key_words().replace(" and ", "+").replace("+ or −", "+")
    for one in window.findChildren(QShortcut):
        key = one.key().toString()
        owner = one.parent()
        if owner is window or owner is window.question:
            plain = NAMES.get(key, key).replace("Ctrl+=", "Ctrl++").replace("Ctrl+-", "Ctrl++")
            assert plain.rstrip("+") in told, key


def test_no_key_of_the_question_acts_through_a_card(window: Window):
    window.show_state(asking(0), NOW)
    seen: list[object] = []
    window.happened.connect(seen.append)
    window.read_again.connect(lambda: seen.append("read"))
    QTest.keyClick(window, Qt.Key.Key_F2)
    for key, held in KEYS_OF_THE_QUESTION:
        QTest.keyClick(window.focusWidget(), key, held)
    assert seen == []
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    for key, held in KEYS_OF_THE_QUESTION:
        QTest.keyClick(window.question.spoken.record, key, held)
    assert seen == ["read", DonePressed()]

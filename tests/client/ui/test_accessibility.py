"""What a screen reader finds: every place that the keyboard reaches has a name and a role."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListView, QWidget

from client.exam import Now, Screen, State
from client.ui.window import Window

NOTHING_SAID = {QAccessible.Role.NoRole, QAccessible.Role.Client}
NOW = Now(0, 0, "boot")


def reached(window: QWidget) -> list[QWidget]:
    """Everything that Tab stops at; the lists that open inside a combo box belong to it."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QListView)
    ]


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name)


def test_everything_that_tab_reaches_has_a_name(window: Window):
    places = reached(window)
    nameless = [f"{type(one).__name__} {one.objectName()}" for one in places if not name_of(one)]
    assert len(places) > 50
    assert nameless == []


def test_buttons_fields_and_choices_say_what_they_are(window: Window):
    roles = {
        QAccessible.queryAccessibleInterface(one).role()
        for one in reached(window)
        if one.isEnabled() and type(one).__module__.startswith("PySide6")
    }
    assert roles.isdisjoint(NOTHING_SAID)
    assert {QAccessible.Role.Button, QAccessible.Role.ComboBox} <= roles


@pytest.mark.parametrize("screen", list(Screen))
def test_each_screen_is_reached_in_the_accessibility_tree(window: Window, screen: Screen):
    window.show_state(State(screen=screen), NOW)
    page = QAccessible.queryAccessibleInterface(window.current)
    said, waiting = [], [page]
    while waiting:
        one = waiting.pop()
        if one.object() is None or not one.state().invisible:
            said.append(one.text(QAccessible.Text.Name))
            waiting += [one.child(at) for at in range(one.childCount()) if one.child(at)]
    assert any(said), f"nothing on the screen {screen} is said"

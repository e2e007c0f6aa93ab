"""What a screen reader finds: on every screen and card, each node of the tree has name and role."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QListView, QScrollArea, QWidget

from client.exam import Held
from client.ui.own_record import OwnRecord
from client.ui.widgets.glow import Glow
from client.ui.widgets.meter import LevelMeter
from client.ui.widgets.overlay import Overlay
from client.ui.widgets.preview import Preview
from client.ui.widgets.target import Target
from client.ui.window import Window
from tests.client.ui.test_window import NOW, SCREENS, asking

Role = QAccessible.Role

FRAMES = {Role.Client, Role.LayeredPane, Role.Border}
"""What only holds others: a name would be noise, and the keyboard never stops there."""
PRESSED = {Role.Button, Role.CheckBox, Role.ComboBox, Role.Slider, Role.EditableText}
READ = {Role.Client, Role.Table, Role.List, Role.ListItem}
"""Where the keyboard stops to scroll."""
STATES = {
    **SCREENS,
    "paused": asking(1, paused=Held("technical", 60_000)),
    "locked": asking(1, locked=Held("identity_check", 60_000)),
}
CARDS = (
    *("watched_card", "withdraw_card", "devices_card", "help_card", "explain_card"),
    *("leave_card", "overview_card", "hand_in_card", "told_card"),
    "looks_card",
)


def reached(window: QWidget) -> list[QWidget]:
    """Everything that Tab stops at; the lists that open inside a combo box belong to it."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QListView)
    ]


@dataclass(frozen=True)
class Node:
    """What is told of one widget: Qt's own interface must not outlive the window."""

    name: str
    role: QAccessible.Role
    shown: QObject
    holds: int


def nodes(top: QWidget) -> list[Node]:
    """The tree as a screen reader walks it; what is not shown is not there."""
    found: list[Node] = []
    waiting = [QAccessible.queryAccessibleInterface(top)]
    while waiting:
        one = waiting.pop()
        if one is None or one.state().invisible:
            continue
        holds = one.childCount()
        found.append(Node(one.text(QAccessible.Text.Name), one.role(), one.object(), holds))
        waiting += [one.child(at) for at in range(holds)]
    return found


def wrong(one: Node) -> str:
    """What a screen reader lacks of it; empty where nothing."""
    name, role, shown = one.name, one.role, one.shown
    what = f"{type(shown).__name__} {shown.objectName() if shown else ''} {role.name} {name!r}"
    stops = isinstance(shown, QWidget) and shown.focusPolicy() & Qt.FocusPolicy.TabFocus
    frame = role in FRAMES and (one.holds or "viewport" in shown.objectName())
    if stops and not isinstance(shown, QScrollArea):  # where the keyboard stops to scroll
        frame = False
    if role is Role.NoRole or (role in FRAMES and not frame):
        return f"no role: {what}"
    if isinstance(shown, QLabel) and not shown.text():
        return ""  # nothing is shown, nothing is said
    if not name and (stops or role not in FRAMES) and role is not Role.ScrollBar:
        return f"no name: {what}"
    if stops and role not in PRESSED | READ:
        return f"the keyboard stops at what cannot be pressed: {what}"
    return ""


def test_everything_that_tab_reaches_has_a_name(window: Window):
    places = reached(window)
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in places
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]
    assert len(places) > 50
    assert nameless == []


@pytest.mark.parametrize("name", STATES)
def test_every_node_of_every_screen_has_a_name_and_a_role(window: Window, name: str):
    window.show_state(STATES[name], NOW)
    QApplication.processEvents()
    found = nodes(window)
    assert len(found) > 12
    assert [said for one in found if (said := wrong(one))] == []
    page = QAccessible.queryAccessibleInterface(window.current)
    assert page.text(QAccessible.Text.Name) != ""


@pytest.mark.parametrize("name", CARDS)
def test_every_node_of_every_card_has_a_name_and_a_role(window: Window, name: str):
    window.show_state(asking(2), NOW)
    window.show_record(OwnRecord())
    card = window.findChild(Overlay, name)
    assert card is not None
    card.open()
    QApplication.processEvents()
    found = nodes(card)
    assert len(found) > 5
    assert found[0].role is Role.Dialog
    assert [said for one in found if (said := wrong(one))] == []


def test_every_card_of_the_window_is_looked_at(window: Window):
    assert {one.objectName() for one in window.findChildren(Overlay)} == set(CARDS)


@pytest.mark.parametrize("shown", ["readiness", "problem"])
def test_what_is_no_state_of_an_interview_has_names_and_roles(window: Window, shown: str):
    if shown == "readiness":
        window.show_readiness()
    else:
        window.show_problem("It went wrong. Try again.", retry=True)
    assert [said for one in nodes(window) if (said := wrong(one))] == []


def test_what_paints_itself_is_a_picture_with_a_name(window: Window):
    for kind in (LevelMeter, Preview, Target, Glow):
        found = window.findChild(kind)
        assert found is not None
        told = QAccessible.queryAccessibleInterface(found)
        assert told.role() is Role.Graphic
        assert told.text(QAccessible.Text.Name) != ""


def test_a_screen_is_called_by_the_title_that_it_has_now(window: Window):
    for name, called in (("voice", "Your voice"), ("light", "Light on your face")):
        window.show_state(SCREENS[name], NOW)
        assert window.current.accessibleName() == called

"""The lockdown's measures that are the window's own: in front, keys, clipboard.

One rule: each ends with this process, so none needs an undo on disk, and none waits; what the
window system does not grant is said.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from client.lockdown.journal import Undo
from client.lockdown.measures import CannotHold

_META = Qt.KeyboardModifier.MetaModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


_LAYOUT_KEYS = range(0xFE08, 0xFE10)
"""X11's ISO_Next_Group to ISO_Last_Group_Lock: a layout is chosen by them, also with Super held."""
LET_GO_MS = 2000
"""For so long the desktop may hear the keyboard after Super+Space: to press it again and choose."""
TAKEN = "Another program holds the keyboard; it is asked for again every second."


def switches_input(key: int, held: Qt.KeyboardModifier, keysym: int = 0) -> bool:
    """Whether it chooses another input source or layout. Pure; `keysym`: X11's own number.

    Chinese, Hindi and Arabic are typed by it, so it is none of those that lead away.
    """
    chosen = key == Qt.Key.Key_Space and bool(held & _META) and not held & (_ALT | _CTRL)
    return chosen or keysym in _LAYOUT_KEYS


def leads_away(key: int, held: Qt.KeyboardModifier, keysym: int = 0) -> str:
    """The name of a key that would leave the interview; empty for all others. Pure."""
    if name := _ALWAYS.get(key, ""):
        return name
    if switches_input(key, held, keysym):
        return ""
    if held & _META:
        return "Super+…"
    alt, ctrl = bool(held & _ALT), bool(held & _CTRL)
    if alt and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return "Alt+Tab"
    if alt and key == Qt.Key.Key_Escape:
        return "Alt+Esc"
    if alt and Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
        name = f"F{key - Qt.Key.Key_F1 + 1}"
        return f"Ctrl+Alt+{name}" if ctrl else f"Alt+{name}"
    if alt and not ctrl and key == Qt.Key.Key_Space:
        return "Alt+Space"
    if ctrl and key == Qt.Key.Key_Escape:
        return "Ctrl+Esc"
    if ctrl and alt and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return "Ctrl+Alt+Delete"
    return ""


_ALWAYS = {
    int(Qt.Key.Key_Meta): "Super",
    int(Qt.Key.Key_Super_L): "Super",
    int(Qt.Key.Key_Super_R): "Super",
    int(Qt.Key.Key_Print): "PrintScreen",
    int(Qt.Key.Key_SysReq): "PrintScreen",
}


class AboveAll:
    """The window stays above all others, on the whole screen."""

    name = "above_all"
    of_window = True

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def undo(self) -> Undo | None:
        """A window's flags go with it."""
        return None

    def enter(self) -> None:
        """Without hiding it for a moment, as changing the widget's own flags would."""
        if (handle := self._window.windowHandle()) is None:
            raise CannotHold("The window is not shown yet.")
        handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, True)
        self._window.raise_()

    def leave(self) -> None:
        """As any other window."""
        if (handle := self._window.windowHandle()) is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, False)


class Keys(QObject):
    """All keys come to this window, and those that lead away do nothing."""

    name = "keys"
    of_window = True

    def __init__(self, window: QWidget, held: Callable[[str], None]) -> None:
        """`held` hears the name of each key that did nothing."""
        super().__init__(window)
        self._window = window
        self._held = held
        self._wanted = False
        """From entering to leaving, also while the keyboard is another program's."""
        self._entered = False
        """Whether it was ever had since then: from there on keys that lead away do nothing."""
        self._let_go = QDeadlineTimer(0)

    def undo(self) -> Undo | None:
        """The X server gives the keyboard back when its client ends."""
        return None

    def enter(self) -> None:
        """Grabs the keyboard by Qt's own connection: another one's grab would swallow typing."""
        self._wanted = True
        if self.again():
            return
        platform = QGuiApplication.platformName()
        if platform == "xcb":
            raise CannotHold(TAKEN, later=True)
        self.leave()
        raise CannotHold(f"This window system lets no program hold the keyboard ({platform}).")

    def again(self) -> bool:
        """Whether it holds; takes the keyboard once more, because a menu that closes gives it away,
        and because who held it when we asked first may have let it go."""
        handle = self._window.windowHandle()
        if not self._wanted or handle is None:
            return False
        if not self._let_go.hasExpired():
            return True
        # A menu of ours has the keyboard by a grab of its own, and needs it more.
        menu = QGuiApplication.platformName() == "xcb" and _popup_open()
        held = menu or handle.setKeyboardGrabEnabled(True)
        if held and not self._entered:
            QCoreApplication.instance().installEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
            self._entered = True
        return held

    def _give(self) -> None:
        self._let_go = QDeadlineTimer(LET_GO_MS)
        if (handle := self._window.windowHandle()) is not None:
            handle.setKeyboardGrabEnabled(False)

    def leave(self) -> None:
        """Keys go where they went before."""
        self._wanted = False
        if not self._entered:
            return
        self._entered = False
        QCoreApplication.instance().removeEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess]
        if (handle := self._window.windowHandle()) is not None:
            handle.setKeyboardGrabEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallows keys that lead away, before any widget or shortcut sees them."""
        kind = event.type()
        presses = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
        if kind in presses and isinstance(event, QKeyEvent):
            given = (event.key(), event.modifiers(), event.nativeVirtualKey())
            if event.key() == Qt.Key.Key_Space and switches_input(*given):
                # An input method has had it by now. A desktop has not: while we hold the keyboard
                # none of its own keys reaches it, so it is let go for the next press.
                if kind is QEvent.Type.KeyPress:
                    self._give()
                return True
            name = leads_away(*given)
            if name:
                if kind is QEvent.Type.KeyPress and watched is self._window.windowHandle():
                    self._held(name)
                return True
        return super().eventFilter(watched, event)


class EmptyClipboard:
    """What was copied before cannot be pasted here, and nothing of here is pasted afterwards."""

    name = "clipboard"
    of_window = True

    def undo(self) -> Undo | None:
        """What was there is gone, as the consent says."""
        return None

    def enter(self) -> None:
        """Both of X11's: the clipboard and the primary selection."""
        _empty()

    def leave(self) -> None:
        """Questions and answers do not lie about."""
        _empty()


def _empty() -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _popup_open() -> bool:
    from PySide6.QtWidgets import QApplication

    return QApplication.activePopupWidget() is not None

"""A card over the window, in place of a second window.

One rule: it covers its parent, takes the keyboard, and Escape closes it, unless it has to be
answered.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from client.ui.theme import current_scale
from client.ui.widgets.parts import Card, button, label, space


class _Fitting(QScrollArea):
    """As high as its content needs, and scrolling only where that is more than there is."""

    def __init__(self, content: QWidget, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card_content")
        self.setAccessibleName(title)  # the keyboard stops here, to scroll
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content = content
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """The content's, at the present width."""
        content = self._content
        wide = max(self.viewport().width(), content.minimumSizeHint().width())
        high = content.heightForWidth(wide) if content.hasHeightForWidth() else -1
        return QSize(wide, max(high, content.minimumSizeHint().height()) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Overlay(QDialog):
    """A veil with one card; `closed` is emitted when it goes."""

    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        name: str,
        *,
        title: str,
        content: QWidget,
        width: int = 620,
        escapes: bool = True,
    ) -> None:
        super().__init__(parent)
        # No window of its own, but to a screen reader the dialog that it is to the eye.
        self.setWindowFlags(Qt.WindowType.Widget)
        self._escapes = escapes
        self.setObjectName(name)
        self.setProperty("role", "veil")
        self.setAccessibleName(title)
        self._host = parent
        self._before: QWidget | None = None
        self._card, self._width = Card(), width
        card = self._card
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.column.addWidget(label(title, "title"))
        content.setProperty("role", "card_content")
        card.column.addWidget(_Fitting(content, title), 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(space(1.5))
        self.buttons.addStretch(1)
        card.column.addLayout(self.buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        across = QVBoxLayout(self)
        margin = space(4)
        across.setContentsMargins(margin, margin, margin, margin)
        across.addStretch(1)
        across.addLayout(middle)
        across.addStretch(1)
        self.hide()
        parent.installEventFilter(self)

    def add_button(self, text: str, role: str = "", *, name: str) -> QPushButton:
        """A button at the card's foot."""
        made = button(text, role, name=name)
        self.buttons.addWidget(made)
        return made

    def open(self, first: QWidget | None = None) -> None:
        """Shows itself and puts the keyboard on `first`."""
        self._before = self.window().focusWidget()
        self._card.setMaximumWidth(round(self._width * current_scale()))
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        (first or self).setFocus()

    def dismiss(self) -> None:
        """Goes away and gives the keyboard back."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            if self._escapes:
                self.dismiss()
        else:
            event.ignore()  # a dialog would press a button at Enter, wherever the keyboard is

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard stays on the card."""
        if not super().focusNextPrevChild(forward):
            return False
        focus = self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            inside = [
                child
                for child in self.findChildren(QWidget)
                if child.isVisible()
                and child.isEnabled()
                and child.focusPolicy() & Qt.FocusPolicy.TabFocus
            ]
            if inside:
                inside[0 if forward else -1].setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the parent's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._host.rect())
        return False

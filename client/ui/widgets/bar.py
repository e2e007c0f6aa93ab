"""The line at the top: name and place first, then buttons, on as many lines as these need.

One rule: a button is never narrower than its text; name and place give way to the buttons.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class BarLayout(QLayout):
    """The first two items take what the others leave of the first line."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """At the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - None ends it
        """In the order in which they came."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - None ends it
        """Out of the layout."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """A narrow bar is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """With all buttons whole."""
        return self._place(QRect(0, 0, width, 0), moving=False)

    def sizeHint(self) -> QSize:
        """As narrow as the widest button."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """One button to a line."""
        margins = self.contentsMargins()
        hints = [one.sizeHint() for one in self._items[2:] if not one.isEmpty()]
        wide = max((one.width() for one in hints), default=0)
        high = max((one.height() for one in hints), default=0)
        return QSize(
            wide + margins.left() + margins.right(), high + margins.top() + margins.bottom()
        )

    def setGeometry(self, rect: QRect) -> None:
        """Puts everything in its place."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """The height that it takes."""
        inside = rect.marginsRemoved(self.contentsMargins())
        gap = self.spacing()
        lines: list[list[QLayoutItem]] = [[]]
        left = inside.width()
        for one in self._items[2:]:
            if one.isEmpty():
                continue
            wide = one.sizeHint().width()
            if lines[-1] and wide > left:
                lines.append([])
                left = inside.width()
            lines[-1].append(one)
            left -= wide + gap
        top = inside.top()
        for number, line in enumerate(lines):
            high = max((one.sizeHint().height() for one in line), default=0)
            used = sum(one.sizeHint().width() + gap for one in line) - gap
            at = inside.right() + 1 - used
            if moving and number == 0:
                self._put_names(QRect(inside.left(), top, at - gap - inside.left(), high), inside)
            for one in line:
                hint = one.sizeHint()
                spot = QRect(at, top + (high - hint.height()) // 2, hint.width(), hint.height())
                if moving:
                    one.setGeometry(self._mirrored(spot, inside))
                at += hint.width() + gap
            top += high + (gap if number + 1 < len(lines) else 0)
        return top - rect.top() + self.contentsMargins().bottom()

    def _put_names(self, room: QRect, inside: QRect) -> None:
        at, end = room.left(), room.right() + 1
        for number, one in enumerate(self._items[:2]):
            # Not the item's: of what gives way, that is nothing.
            widget = one.widget()
            need = 0 if widget is None else widget.sizeHint().width()
            wide = max(0, end - at) if number else min(need, max(0, end - at))
            if not number and wide < need:
                wide = 0  # half a name says nothing
            one.setGeometry(self._mirrored(QRect(at, room.top(), wide, room.height()), inside))
            at += wide + (self.spacing() if wide else 0)

    def _mirrored(self, spot: QRect, inside: QRect) -> QRect:
        host = self.parentWidget()
        assert host is not None
        return QStyle.visualRect(host.layoutDirection(), inside, spot)

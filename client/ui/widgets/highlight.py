"""Colours for code, by Pygments, a few milliseconds at a time.

One rule: a key never waits for lines that nobody sees: when the time of one go is used up, the
rest keeps its old colours and follows in the next go.
"""

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from client.ui.theme import LIGHT, Colours
from client.ui.widgets.tokens import START, LineLexer, LineState
from shared.exam import Language

BUDGET_S = 0.006
"""Of one go: with the painting of a page it stays well below the 30 ms of a key."""
LIGHT_CODE = {
    "Keyword": "#7b2d90",
    "Name.Function": "#1d5bb8",
    "Name.Class": "#1d5bb8",
    "Name.Builtin": "#0e6675",
    "Literal.String": "#1c6a3d",
    "Literal.Number": "#8f4100",
    "Comment": "#566273",
    "Operator": "#4b5768",
}
DARK_CODE = {
    "Keyword": "#d9a6f0",
    "Name.Function": "#8db7ff",
    "Name.Class": "#8db7ff",
    "Name.Builtin": "#7ad3e0",
    "Literal.String": "#8ddba6",
    "Literal.Number": "#f3b27a",
    "Comment": "#9aa7b8",
    "Operator": "#b4bfcd",
}
NOT_CODE = ("Literal.String", "Comment")
"""Brackets inside of these are text."""


class Highlighter(QSyntaxHighlighter):
    """A block's state is the number of the `LineState` that the next line begins in."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._language: Language | None = None
        self._lexer: LineLexer | None = None
        self._formats: dict[str, QTextCharFormat] = {}
        self._states: list[LineState] = []
        self._numbers: dict[LineState, int] = {}
        self._until = 0.0
        self._stale: tuple[int, int] | None = None
        """First and last line that wait for the next go."""
        self.going_on = False
        """Whether lines get the colours that they waited for: no text changes by that."""
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)
        self.recolour(LIGHT)

    def use(self, language: Language | None) -> None:
        """Another language; None takes the colours away."""
        if language == self._language:
            return
        self._language = language
        self._lexer = None if language is None else LineLexer(language)
        self._states, self._numbers = [], {}
        self.rehighlight()

    def recolour(self, colours: Colours) -> None:
        """Colours for the scheme."""
        table = LIGHT_CODE if colours == LIGHT else DARK_CODE
        self._formats = {}
        for name, colour in table.items():
            shape = QTextCharFormat()
            shape.setForeground(QColor(colour))
            shape.setFontItalic(name == "Comment")
            if name in NOT_CODE:
                shape.setProperty(_TEXT, True)
            self._formats[name] = shape
        self.rehighlight()

    @property
    def behind(self) -> bool:
        """Whether lines wait for their colours."""
        return self._stale is not None

    def highlightBlock(self, text: str) -> None:
        """Colours one line and leaves the state for the next."""
        now = time.perf_counter()
        if not self._next.isActive():
            self._next.start()
            self._until = now + BUDGET_S
        if now > self._until:
            self._put_off()
            return
        if self._lexer is None:
            self.setCurrentBlockState(0)
            return
        number = self.previousBlockState()
        begins = self._states[number] if 0 <= number < len(self._states) else START
        tokens, ends = self._lexer.line(text, begins)
        plain = text.isascii()
        for token in tokens:
            shape = self._format(token.kind)
            if shape is not None:
                start = token.start if plain else _units(text[: token.start])
                self.setFormat(start, _units(token.text), shape)
        self.setCurrentBlockState(self._number(ends))

    def _put_off(self) -> None:
        """Keeps colours and state as they are: so Qt stops here as well."""
        block = self.currentBlock()
        for piece in block.layout().formats():
            self.setFormat(piece.start, piece.length, piece.format)  # type: ignore[attr-defined]
        line = block.blockNumber()
        first, last = self._stale or (line, line)
        self._stale = min(first, line), max(last, line)

    def _go_on(self) -> None:
        """The next go: as many of the waiting lines as its time allows."""
        if self._stale is None:
            return
        document = self.document()
        line, last = self._stale
        self._stale = None
        self._until = time.perf_counter() + BUDGET_S
        self._next.start()
        block = document.findBlockByNumber(line)
        self.going_on = True
        while block.isValid() and block.blockNumber() <= last:
            if time.perf_counter() > self._until:
                self._wait_from(block, last)
                break
            self.rehighlightBlock(block)
            block = block.next()
        self.going_on = False

    def _wait_from(self, block: QTextBlock, last: int) -> None:
        first, furthest = self._stale or (block.blockNumber(), last)
        self._stale = min(first, block.blockNumber()), max(furthest, last)

    def _number(self, state: LineState) -> int:
        number = self._numbers.get(state)
        if number is None:
            number = self._numbers[state] = len(self._states)
            self._states.append(state)
        return number

    def _format(self, kind: str) -> QTextCharFormat | None:
        for name, shape in self._formats.items():
            if kind.startswith(name):
                return shape
        return None


def not_code(block: QTextBlock) -> tuple[range, ...]:
    """The places of a line that are in a string or in a comment."""
    return tuple(
        range(piece.start, piece.start + piece.length)  # type: ignore[attr-defined]
        for piece in block.layout().formats()
        if piece.format.hasProperty(_TEXT)  # type: ignore[attr-defined]
    )


_TEXT = 0x100000 + 1
"""Our own property of a format (`QTextFormat.Property.UserProperty` + 1)."""


def _units(text: str) -> int:
    """Length as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2

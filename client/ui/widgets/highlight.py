"""Colours for code, line by line, by Pygments.

One rule: Pygments is imported at the first coding question, and a line costs its own length
only; text inside a string over several lines is coloured by the state of the line before.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from client.ui.theme import DARK, LIGHT, Colours
from shared.exam import Language

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LEXERS: dict[Language, str] = {
    "python": "python",
    "javascript": "javascript",
    "java": "java",
    "c": "c",
    "cpp": "cpp",
    "go": "go",
    "sql": "sql",
}
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
TRIPLE = ('"""', "'''")
"""Python's quotes that may stay open at a line's end."""
BLOCK = ("/*", "*/")
"""The C family's comment that may stay open at a line's end."""


class Highlighter(QSyntaxHighlighter):
    """Block state 0: nothing open; 1 and 2: a Python string; 3: a block comment."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._language: Language | None = None
        self._lexer: Lexer | None = None
        self._formats: dict[str, QTextCharFormat] = {}
        self.recolour(LIGHT)

    def use(self, language: Language | None) -> None:
        """Another language; None takes the colours away."""
        if language == self._language:
            return
        self._language = language
        self._lexer = None
        if language is not None:
            from pygments.lexers import get_lexer_by_name

            self._lexer = get_lexer_by_name(LEXERS[language], stripnl=False, ensurenl=False)
        self.rehighlight()

    def recolour(self, colours: Colours) -> None:
        """Colours for the scheme."""
        table = DARK_CODE if colours == DARK else LIGHT_CODE
        self._formats = {}
        for name, colour in table.items():
            shape = QTextCharFormat()
            shape.setForeground(QColor(colour))
            shape.setFontItalic(name == "Comment")
            self._formats[name] = shape
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colours one line and leaves the state for the next."""
        self.setCurrentBlockState(0)
        if self._lexer is None:
            return
        start = self._close_open(text)
        if start is None:
            return
        for at, kind, value in self._lexer.get_tokens_unprocessed(text[start:]):
            shape = self._format(str(kind))
            if shape is not None:
                self.setFormat(start + at, _utf16(value), shape)
        self._leave_open(text[start:])

    def _close_open(self, text: str) -> int | None:
        """Where ordinary code begins in this line; None where all of it is still inside."""
        opened = self.previousBlockState()
        if opened not in (1, 2, 3):
            return 0
        end = BLOCK[1] if opened == 3 else TRIPLE[opened - 1]
        shape = self._formats["Comment" if opened == 3 else "Literal.String"]
        at = text.find(end)
        stop = len(text) if at < 0 else at + len(end)
        self.setFormat(0, stop, shape)
        if at < 0:
            self.setCurrentBlockState(opened)
            return None
        return stop

    def _leave_open(self, text: str) -> None:
        if self._language == "python":
            for state, quote in enumerate(TRIPLE, start=1):
                if text.count(quote) % 2:
                    self._open(text, quote, state)
        elif text.rfind(BLOCK[0]) > text.rfind(BLOCK[1]):
            self._open(text, BLOCK[0], 3)

    def _open(self, text: str, sign: str, state: int) -> None:
        whole = self.currentBlock().text()
        at = len(whole) - len(text) + text.rfind(sign)
        shape = self._formats["Comment" if state == 3 else "Literal.String"]
        self.setFormat(at, len(whole) - at, shape)
        self.setCurrentBlockState(state)

    def _format(self, kind: str) -> QTextCharFormat | None:
        kind = kind.removeprefix("Token.")
        for name, shape in self._formats.items():
            if kind.startswith(name):
                return shape
        return None


def _utf16(text: str) -> int:
    """Length as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2

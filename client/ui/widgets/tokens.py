"""Code into tokens, one line at a time, by Pygments' own rules.

One rule: what a line leaves open (a string, a comment, a block of the grammar) is a value that
the next line starts from, so that a change costs the lines whose start it changes and no others.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from shared.exam import Language

if TYPE_CHECKING:
    from pygments.lexer import RegexLexer

LONGEST_LINE = 2000
"""Longer lines are data, not code, and stay plain: one of 100,000 characters would take 0.1 s."""
_STARRED, _TICKED = ("/*", "*/"), ("`", "`")
OPEN_ENDED: dict[Language, tuple[tuple[str, str], ...]] = {
    "python": (),
    "javascript": (_STARRED,),
    "java": (_STARRED,),
    "c": (_STARRED,),
    "cpp": (_STARRED,),
    "go": (_STARRED, _TICKED),
    "sql": (),
}
"""(opening, closing) of what Pygments takes in one match over several lines. What it follows by
states of its grammar, such as Python's long strings, needs no entry."""


@dataclass(frozen=True, slots=True)
class LineState:
    """What a line begins in."""

    stack: tuple[str, ...] = ("root",)
    """States of the grammar, the innermost last."""
    until: str = ""
    """The sign that ends the comment or string that the line begins in; empty outside of one."""


START = LineState()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line; `start` counts characters from the line's start."""

    start: int
    text: str
    kind: str
    """Pygments' name, such as `Name.Function`."""


class LineLexer:
    """One language."""

    def __init__(self, language: Language) -> None:
        self._signs = OPEN_ENDED[language]
        self._lexer = _lexer(language)

    def line(self, text: str, begins: LineState) -> tuple[list[Token], LineState]:
        """The tokens of a line without its line break, and what the next line begins in."""
        if len(text) > LONGEST_LINE:
            return [], begins
        tokens: list[Token] = []
        start = 0
        if begins.until:
            at = text.find(begins.until)
            kind = "Comment.Multiline" if begins.until == "*/" else "Literal.String"
            start = len(text) if at < 0 else at + len(begins.until)
            tokens.append(Token(0, text[:start], kind))
            if at < 0:
                return tokens, begins
        rest = text[start:]
        found, stack = self._lex(rest, begins.stack)
        for opening, closing in self._signs:
            if opening in rest and self._stays_open(rest, closing, begins.stack):
                # With its end the grammar sees the whole of it, and colours what is before it.
                found, stack = self._lex(rest + "\n" + closing, begins.stack)
                tokens += _shifted(found, start, len(text))
                return tokens, LineState(stack, closing)
        tokens += _shifted(found, start, len(text))
        return tokens, LineState(stack)

    def _stays_open(self, text: str, closing: str, stack: tuple[str, ...]) -> bool:
        """Whether an end on the next line would end something that began on this one."""
        for token in self._lex(text + "\n" + closing, stack)[0]:
            if token.start + len(token.text) > len(text) + 1:
                return token.start < len(text)
        return False

    def _lex(self, text: str, stack: tuple[str, ...]) -> tuple[list[Token], tuple[str, ...]]:
        from pygments.lexer import ExtendedRegexLexer, LexerContext

        # The one of Pygments' lexers that says in which state it ends works for all of them:
        # it only reads the table of rules.
        context = LexerContext(text + "\n", 0, stack=list(stack))
        run = ExtendedRegexLexer.get_tokens_unprocessed(
            self._lexer,  # pyright: ignore[reportArgumentType]
            context=context,
        )
        tokens = [Token(at, value, str(kind).removeprefix("Token.")) for at, kind, value in run]
        return tokens, tuple(context.stack)


def _shifted(found: list[Token], by: int, end: int) -> Iterator[Token]:
    """Only what is on the line."""
    for token in found:
        at = token.start + by
        if at < end and token.text:
            yield Token(at, token.text[: end - at], token.kind)


@cache
def _lexer(language: Language) -> "RegexLexer":
    from pygments.lexer import RegexLexer
    from pygments.lexers import get_lexer_by_name

    made = get_lexer_by_name(language)
    if not isinstance(made, RegexLexer):
        raise TypeError(f"Pygments' lexer for {language} keeps no states")
    return made

"""An answer as a person sees it: without characters that only machines read.

Pure. One rule: places in the visible text can be told as places in the text as it came, so that a
quote is shown where it stands.
"""

from dataclasses import dataclass

_HIDDEN = (
    *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164)),
    *((0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB)),
    *((0xE0000, 0xE0FFF), (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F)),
)
"""Ranges that print nothing: zero-width and bidirectional controls, fillers, variation selectors,
the tags block, control characters but tab and line feed. Unicode's Default_Ignorable_Code_Point
and Cc."""


@dataclass(frozen=True, slots=True)
class Visible:
    """A text without what does not show."""

    text: str
    places: tuple[int, ...]
    """Where each character stood, and at the end the length of the whole."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the text as it came."""
        if start >= end:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1


def visible(text: str) -> Visible:
    """`text` without hidden characters."""
    if text.isascii() and text.isprintable():
        return Visible(text, tuple(range(len(text) + 1)))
    kept = [(char, place) for place, char in enumerate(text) if not is_hidden(char)]
    places = (*(place for _, place in kept), len(text))
    return Visible("".join(char for char, _ in kept), places)


def is_hidden(char: str) -> bool:
    """Whether it prints nothing and is no blank."""
    return any(first <= ord(char) <= last for first, last in _HIDDEN)

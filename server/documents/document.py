"""A document once it has been read: paragraphs with their places, and what was taken out.

One rule: a place (paragraph and offsets) always leads back to the very characters; a sentence
whose place does not is not in the document.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from shared.model import FIELD_TEXTS

Kind = Literal["pdf", "docx", "text"]
Reason = Literal[
    "invisible", "no_contrast", "tiny", "off_page", "covered", "hidden_layer", "unseen_characters"
]
WORDS: dict[Reason, str] = {
    "invisible": "text that is marked as invisible",
    "no_contrast": "text in the colour of its background",
    "tiny": "text that is too small to be read",
    "off_page": "text beside the page",
    "covered": "text under something that is drawn over it",
    "hidden_layer": "text on a layer that is switched off",
    "unseen_characters": "characters that show as nothing",
}
"""What was taken out, as people say it."""
# A full stop ends a sentence only before a blank and something that begins one: not in `Node.js`,
# `e.g. this`, `3.5 years`.
_END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[A-Z0-9“\"'(])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|inc|ltd|approx|vs|no|dr|mr|ms|st|sr|jr)|\b[A-Z])\.$", re.I
)


class Part(BaseModel):
    """Base: immutable, no unknown fields, because it comes from another process."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=FIELD_TEXTS)


class Block(Part):
    """One paragraph, bullet or heading."""

    page: Annotated[int, Field(ge=1)] | None
    """From 1; None where the format has no pages."""
    paragraph: Annotated[int, Field(ge=1)]
    """From 1, counted over the whole document."""
    text: str
    heading: bool = False
    """Marked as one by the format itself, such as Word's styles."""


class Removed(Part):
    """What a reader of the page does not see."""

    reason: Reason
    characters: Annotated[int, Field(ge=1)]
    page: int | None
    sample: Annotated[str, Field(max_length=120)]
    """Its beginning, for whoever uploaded the file; empty for characters that show as nothing."""


class Document(Part):
    """What was read."""

    kind: Kind
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    notes: tuple[str, ...] = ()
    """What was left out or assumed, as sentences."""

    @property
    def characters(self) -> int:
        """Length of all paragraphs."""
        return sum(len(block.text) for block in self.blocks)


class Source(Part):
    """Where a sentence stands."""

    quote: str
    page: int | None
    paragraph: int
    start: int
    """First character in the paragraph's text."""
    end: int
    """Character after the last."""


def stands(source: Source, document: Document) -> bool:
    """Whether the document holds exactly this sentence at exactly this place."""
    if not 1 <= source.paragraph <= len(document.blocks) or source.start >= source.end:
        return False
    block = document.blocks[source.paragraph - 1]
    return (
        block.paragraph == source.paragraph
        and block.page == source.page
        and source.end <= len(block.text)
        and block.text[source.start : source.end] == source.quote
    )


def sentences(block: Block) -> Iterator[Source]:
    """The paragraph's sentences with their places; blanks at the ends are not part of them."""
    text, start = block.text, 0
    ends = [found.span() for found in _END.finditer(text)] + [(len(text), len(text))]
    for stop, after in ends:
        piece = text[start:stop]
        if stop < len(text) and "\n" not in text[stop:after] and _SHORT.search(piece):
            continue
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            quote = text[first:last]
            yield Source(
                quote=quote, page=block.page, paragraph=block.paragraph, start=first, end=last
            )
        start = after

"""An answer in numbered pieces, so that evidence can name where it is.

Pure. One rule: nothing of the answer is left out, and no piece can look like the start of another.
"""

import re
from dataclasses import dataclass

MOST_CHARS = 400
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]+|[^.!?\n]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the answer."""

    number: int
    """From 1."""
    start: int
    end: int


def segments(text: str) -> list[Segment]:
    """Sentences and lines in order, long ones cut; blank ones are left out."""
    found: list[Segment] = []
    for part in _SENTENCE.finditer(text):
        for start in range(part.start(), part.end(), MOST_CHARS):
            end = min(start + MOST_CHARS, part.end())
            if text[start:end].strip():
                found.append(Segment(len(found) + 1, start, end))
    return found


def numbered(text: str) -> str:
    """The answer, a piece to a line, each behind its number: `[1] …`."""
    return "\n".join(
        f"[{one.number}] {' '.join(text[one.start : one.end].split())}" for one in segments(text)
    )

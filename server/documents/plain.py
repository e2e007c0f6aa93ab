"""Plain text and Markdown. One rule: marks of Markdown are taken off, its comments are not seen by
a reader and are therefore taken out; nothing is rendered and no link is followed.
"""

import re

from server.documents.characters import cleaned
from server.documents.document import Block, Document, Removed
from server.refusals import Refused

MAX_CHARACTERS = 200_000
"""Of a whole document: a hundred dense pages."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|^\[[^\]\n]*\]:\s*#.*$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.+?)\s*#*$")
_BULLET = re.compile(r"^\s*(?:[-*+•◦▪‣·–]|\d{1,3}[.)])\s+")
_LINK = re.compile(r"!?\[(?P<text>[^\]\n]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]*\")?\)")
_MARKS = re.compile(r"(\*\*|__|~~|`{1,3})(?=\S)(.+?)(?<=\S)\1")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$|^\s*```.*$")


def read(content: bytes) -> Document:
    """Paragraphs of a text; refuses `file_unreadable` for bytes that are no text."""
    text, notes = _decoded(content)
    seen: list[str] = []

    def take(found: re.Match[str]) -> str:
        seen.append(found.group())
        return "\n"

    text = _COMMENT.sub(take, text)
    removed = [
        Removed(reason="invisible", characters=len(one), page=None, sample=cleaned(one)[0][:120])
        for one in seen
    ]
    blocks, unseen = _blocks(text)
    if unseen:
        removed.append(Removed(reason="unseen_characters", characters=unseen, page=None, sample=""))
    return Document(kind="text", blocks=tuple(blocks), removed=tuple(removed), notes=notes)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding, notes = "utf-16", ("The file was read as UTF-16.",)
    else:
        encoding, notes = "utf-8-sig", ()
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-16":
            raise _no_text() from None
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise _no_text() from None
        notes = ("The file is not in UTF-8 and was read as Windows-1252.",)
    if "\0" in text:
        raise _no_text()
    return text, notes


def _no_text() -> Refused:
    return Refused("file_unreadable", "The file is no text. Save it as PDF, as .docx or as text.")


def _blocks(text: str) -> tuple[list[Block], int]:
    blocks: list[Block] = []
    waiting: list[str] = []
    width = 0
    """Of the last line as it was written, marks included."""
    unseen = 0

    def close() -> None:
        if waiting:
            blocks.append(Block(page=None, paragraph=len(blocks) + 1, text=" ".join(waiting)))
            waiting.clear()

    for raw in re.split(r"\r\n|\r|\n", text):
        heading = _HEADING.match(raw)
        bullet = _BULLET.match(raw)
        body = heading["text"] if heading else raw[bullet.end() :] if bullet else raw
        line, count = cleaned(_unmarked(body))
        unseen += count
        if not line or _RULE.match(raw):
            close()
        elif heading:
            close()
            blocks.append(Block(page=None, paragraph=len(blocks) + 1, text=line, heading=True))
        else:
            # A short line, or one that a colon ends, is no beginning of a wrapped paragraph.
            if bullet or (waiting and (width < 50 or waiting[-1].endswith(":"))):
                close()
            waiting.append(line)
            width = len(raw)
    close()
    return blocks, unseen


def _unmarked(line: str) -> str:
    return _MARKS.sub(r"\2", _LINK.sub(lambda found: found["text"], line))

"""PDF files: the text of each page that a reader sees, as paragraphs.

One rule: it runs in a process of its own. Sizes are asked before anything is unpacked; nothing of
a file that is not text (scripts, attachments, forms, notes) is looked at.
"""

import io
import logging
import re
from typing import Any

from server.documents import unseen
from server.documents.characters import cleaned
from server.documents.document import WORDS, Block, Document, Reason, Removed
from server.documents.plain import MAX_CHARACTERS
from server.refusals import Refused

MAX_PAGES = 40
"""The longest resumes, academic ones, have about thirty."""
_BULLET = re.compile(r"^\s*(?:[•◦▪‣·●○■□➢✓*]|[-–—](?=\s)|\d{1,2}[.)]\s)\s*")
_FIGURE = re.compile(r"^\s*(?:\d{1,3}\s*(?:/|of)\s*\d{1,3}|\d{1,3}|page \d{1,3}.*)\s*$", re.I)
_DATED = re.compile(
    r"^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )?(?:19|20)\d\d\b", re.I
)
_TITLE = re.compile(r"^[A-Z][^.!?;,:]{2,40}:?$")
_HEADING = re.compile(
    r"^(?:education|experience|work experience|employment|projects|skills|certifications|awards|"
    r"publications|languages|references|interests|requirements|responsibilities|benefits):?$",
    re.I,
)
_DASH = re.compile(r"[A-Za-z]-$")
_BEFORE_HYPHENS = """
all back best business client cloud cross data decision driven end event fast five four front full
goal half hands high in large long low machine micro mid multi near non object off on one open out
peer post pre problem proof real result risk self semi server short single six small state team ten
test third three time top two user well world year
"""
_FIRST = frozenset(_BEFORE_HYPHENS.split())
"""Words that stand before a hyphen that belongs to the word: `low-latency` broken at its hyphen."""


def read(content: bytes) -> Document:
    """Refuses `file_locked` (a password), `too_large` (pages), `no_text` (a scan),
    `file_unsafe` (drawn beyond any measure) and `file_unreadable`.
    """
    from pypdf import PdfReader
    from pypdf.errors import LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every flaw it forgives
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused(
                "file_locked", "The PDF has a password. Save it without one and send it again."
            )
        _check_pages(reader)
        return _read(reader)
    except (unseen.TooComplex, LimitReachedError):
        raise Refused(
            "file_unsafe",
            "The PDF unpacks to far more than a written document does. Print it to a new PDF.",
        ) from None
    except (Refused, MemoryError):
        raise
    except Exception as error:  # the parser raises whatever its assumptions come to
        raise Refused(
            "file_unreadable", "The PDF is damaged. Open it, print it to a new PDF and send that."
        ) from error


def _check_pages(reader: Any) -> None:
    said = reader.root_object["/Pages"].get_object().get("/Count", 0)
    said = said if isinstance(said, int) else 0
    count = said if said > MAX_PAGES else len(reader.pages)
    if count > MAX_PAGES:
        raise Refused(
            "too_large",
            f"The PDF has {count} pages; {MAX_PAGES} are read at most. Send the pages that matter.",
        )


def _read(reader: Any) -> Document:
    off = unseen.layers_off(reader)
    blocks: list[Block] = []
    removed: list[Removed] = []
    pictures = 0
    characters = 0
    for number, page in enumerate(reader.pages, start=1):
        walk = unseen.Walk(page, reader, off)
        entries = walk.content(page)
        pictures += sum(area.picture for area in walk.drawn.areas)
        reasons = {mark.reason for mark in walk.drawn.marks}
        for reason in WORDS:
            if reason in reasons:
                removed += _taken_out(page, entries, reason, number)
        unseen.kept(page, entries, None)
        text = page.extract_text()
        characters += len(text)
        if characters > MAX_CHARACTERS:
            raise Refused(
                "too_large", f"The PDF holds more than {MAX_CHARACTERS:,} characters of text."
            )
        lines, count = _lines(text)
        if count:
            removed.append(
                Removed(reason="unseen_characters", characters=count, page=number, sample="")
            )
        for paragraph in _paragraphs(lines):
            blocks.append(Block(page=number, paragraph=len(blocks) + 1, text=paragraph))
    if sum(len(block.text) for block in blocks) < 20:
        raise _no_text(pictures, removed)
    return Document(kind="pdf", blocks=tuple(blocks), removed=tuple(removed))


def _no_text(pictures: int, removed: list[Removed]) -> Refused:
    if any(one.reason in ("invisible", "covered") for one in removed) and pictures:
        return Refused(
            "no_text",
            "The PDF is a picture of a page with a layer of text that nobody sees. What cannot be "
            "seen is not read. Send the document that was printed, or type it.",
        )
    if pictures:
        return Refused(
            "no_text",
            "The PDF holds pictures of pages and no text: it was scanned. Send the document "
            "itself, or the text.",
        )
    return Refused("no_text", "The PDF holds no text that a reader sees.")


def _taken_out(page: Any, entries: Any, reason: Reason, number: int) -> list[Removed]:
    unseen.kept(page, entries, reason)
    text = cleaned(page.extract_text().replace("\n", " "))[0]
    if not text:
        return []
    return [Removed(reason=reason, characters=len(text), page=number, sample=text[:120])]


def _lines(text: str) -> tuple[list[str], int]:
    lines, count = [], 0
    for raw in text.split("\n"):
        line, unseen_here = cleaned(raw)
        count += unseen_here
        lines.append("" if _FIGURE.match(line) else line)
    return lines, count


def _paragraphs(lines: list[str]) -> list[str]:
    """Wrapped lines together again: a line that nearly fills the page's width goes on."""
    widths = sorted(len(line) for line in lines if line)
    full = 0.75 * widths[int(0.9 * (len(widths) - 1))] if widths else 0
    found: list[str] = []
    wraps = False
    for line in lines:
        if not line:
            wraps = False
            continue
        bullet = _BULLET.match(line)
        body = line[bullet.end() :] if bullet else line
        if not body:
            continue
        begins = bool(bullet or _DATED.match(line) or _HEADING.match(line)) or (
            # A heading behind a paragraph whose last line happens to be a full one.
            bool(found) and found[-1].endswith((".", "!", "?")) and bool(_TITLE.match(line))
        )
        if wraps and not begins:
            found[-1] = _joined(found[-1], body)
        else:
            found.append(body)
        wraps = len(line) >= full or bool(_DASH.search(line)) or line.endswith(",")
        wraps = wraps or found[-1].count("(") > found[-1].count(")")
    return found


def _joined(first: str, second: str) -> str:
    if not _DASH.search(first) or not second[:1].islower():
        return f"{first} {second}"
    word = re.split(r"[^A-Za-z]", first[:-1])[-1].casefold()
    return first + second if word in _FIRST else first[:-1] + second

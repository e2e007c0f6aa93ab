"""Word files (.docx): the paragraphs of the body that a reader sees.

One rule: it runs in a process of its own, after the archive was looked at. Fields, macros, links
and embedded files are never followed; headers, footers, notes and comments are left out.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from server.archives import Sort, inspect
from server.documents.characters import cleaned
from server.documents.document import Block, Document, Reason, Removed
from server.documents.drawn import LEAST_CONTRAST, SMALLEST_PT, contrast, luminance
from server.documents.plain import MAX_CHARACTERS
from server.refusals import Refused

MAX_PARTS = 500
MAX_UNPACKED = 40 * 1024 * 1024
"""Pictures included, which are not opened; the text of a hundred pages has about 2 MB of XML."""
_SORT = Sort(
    main="word/document.xml",
    instead="not a document that is read here. Save it as PDF, as .docx or as text.",
    too_many="The file is built like no document: too many parts.",
    macros="The file holds macros. Save it as .docx without them and send that.",
    entities="The file declares entities, which Word never does. "
    "Open it in Word and save it again as .docx.",
    too_large="Take the pictures out and send it again.",
    damaged="The file is damaged or has a password. Open it and save it again as .docx without a "
    "password.",
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "delInstrText")}
_SKIPPED.add(f"{_MC}Fallback")  # the same again, for old programs
MAX_DEPTH = 200
_OFF_TWIPS = 12_240
"""The width of a letter page; an indent beyond it puts a paragraph beside the paper."""
_OFF_EMU = 22 * 914_400
"""The largest page that Word knows, in its own units."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks, from the document's defaults down to the run itself; None: not said."""

    hidden: bool | None = None
    color: str | None = None
    ground: str | None = None
    half_points: float | None = None

    def under(self, other: "Look") -> "Look":
        """`other` where this says nothing."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.color if self.color is None else self.color,
            other.ground if self.ground is None else self.ground,
            other.half_points if self.half_points is None else self.half_points,
        )


def read(content: bytes) -> Document:
    """Refuses what `server.archives.inspect` refuses, `no_text` and `too_large` (characters)."""
    inspect(content, _SORT, parts=MAX_PARTS, unpacked_bytes=MAX_UNPACKED)
    import docx

    try:
        opened = docx.Document(io.BytesIO(content))
        reading = _Reading(opened)
        reading.body(opened.element.body)
    except (Refused, MemoryError):
        raise
    except Exception as error:  # the parser raises whatever its assumptions come to
        raise Refused("file_unreadable", _SORT.damaged) from error
    return reading.document()


class _Reading:
    def __init__(self, opened: Any) -> None:
        self._styles = _Styles(opened)
        self._blocks: list[Block] = []
        self._removed: dict[Reason, str] = {}
        self._unseen = 0
        self._characters = 0

    def body(self, element: Any) -> None:
        """Paragraphs in order, those in tables and boxes too, each once."""
        for paragraph in _paragraphs(element, 0):
            self._paragraph(paragraph)

    def document(self) -> Document:
        """What was read; refuses `no_text`."""
        removed = [
            Removed(reason=reason, characters=len(text), page=None, sample=text[:120])
            for reason, text in sorted(self._removed.items())
        ]
        if self._unseen:
            removed.append(
                Removed(reason="unseen_characters", characters=self._unseen, page=None, sample="")
            )
        if sum(len(block.text) for block in self._blocks) < 20:
            raise Refused("no_text", "The document holds no text that a reader sees.")
        return Document(kind="docx", blocks=tuple(self._blocks), removed=tuple(removed))

    def _paragraph(self, paragraph: Any) -> None:
        own = self._styles.of_paragraph(paragraph)
        beside = _is_beside(paragraph)
        parts: list[str] = []
        for run in _runs(paragraph, 0):
            text = _text_of(run)
            if not text:
                continue
            look = self._styles.of_run(run).under(own)
            reason: Reason | None = "off_page" if beside else _reason(look)
            if reason is None:
                parts.append(text)
            elif plain := cleaned(text.replace("\n", " "))[0]:
                before = self._removed.get(reason, "")
                self._removed[reason] = f"{before} {plain}".strip()
        for line in "".join(parts).split("\n"):
            text, unseen = cleaned(line)
            self._unseen += unseen
            self._characters += len(text)
            if self._characters > MAX_CHARACTERS:
                raise Refused(
                    "too_large",
                    f"The document holds more than {MAX_CHARACTERS:,} characters of text.",
                )
            text = text.lstrip("·•▪‣◦- ").strip()
            if text:
                heading = self._styles.is_heading(paragraph)
                number = len(self._blocks) + 1
                self._blocks.append(Block(page=None, paragraph=number, text=text, heading=heading))


class _Styles:
    """Looks up how styles look; each is asked once."""

    def __init__(self, opened: Any) -> None:
        root = opened.styles.element
        self._by_id = {one.get(f"{_W}styleId"): one for one in root.iter(f"{_W}style")}
        defaults = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        self._defaults = _look(defaults)
        background = opened.element.find(f"{_W}background")
        if background is not None:
            page = Look(ground=background.get(f"{_W}color"))
            self._defaults = self._defaults.under(page)
        self._found: dict[str | None, Look] = {}
        self._normal = next(
            (
                key
                for key, one in self._by_id.items()
                if one.get(f"{_W}default") == "1" and one.get(f"{_W}type") == "paragraph"
            ),
            None,
        )

    def of_paragraph(self, paragraph: Any) -> Look:
        """What a run without settings of its own looks like here."""
        properties = paragraph.find(f"{_W}pPr")
        style = None if properties is None else properties.find(f"{_W}pStyle")
        name = self._normal if style is None else style.get(f"{_W}val")
        ground = Look(ground=_ground(properties))
        cell = next(paragraph.iterancestors(f"{_W}tc"), None)
        if cell is not None:
            ground = ground.under(Look(ground=_ground(cell.find(f"{_W}tcPr"))))
        return ground.under(self._style(name)).under(self._defaults)

    def of_run(self, run: Any) -> Look:
        """What the run itself and its character style say."""
        properties = run.find(f"{_W}rPr")
        style = None if properties is None else properties.find(f"{_W}rStyle")
        named = Look() if style is None else self._style(style.get(f"{_W}val"))
        return _look(properties).under(named)

    def is_heading(self, paragraph: Any) -> bool:
        """Whether the paragraph's style is one of Word's headings."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = "" if style is None else str(style.get(f"{_W}val"))
        return name.casefold().startswith(("heading", "title", "berschrift"))

    def _style(self, key: str | None) -> Look:
        if key not in self._found:
            self._found[key] = Look()  # a style that is based on itself ends here
            element = self._by_id.get(key)
            if element is not None:
                base = element.find(f"{_W}basedOn")
                below = Look() if base is None else self._style(base.get(f"{_W}val"))
                ground = Look(ground=_ground(element.find(f"{_W}pPr")))
                own = _look(element.find(f"{_W}rPr")).under(ground)
                self._found[key] = own.under(below)
        return self._found[key]


def _paragraphs(element: Any, depth: int) -> Iterator[Any]:
    if depth > MAX_DEPTH:
        raise Refused("file_unsafe", "The file is nested deeper than any document.")
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}p":
            yield child
        if child.tag != f"{_W}pPr":
            yield from _paragraphs(child, depth + 1)


def _runs(element: Any, depth: int) -> Iterator[Any]:
    """Runs of this paragraph, not of paragraphs in boxes inside it."""
    if depth > MAX_DEPTH:
        return
    for child in element:
        if child.tag in _SKIPPED or child.tag == f"{_W}p":
            continue
        if child.tag == f"{_W}r":
            yield child
        else:
            yield from _runs(child, depth + 1)


def _text_of(run: Any) -> str:
    parts: list[str] = []
    for child in run:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in (f"{_W}tab", f"{_W}ptab"):
            parts.append(" ")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _look(properties: Any) -> Look:
    if properties is None:
        return Look()
    hidden = None
    for name in ("vanish", "webHidden", "specVanish"):
        found = properties.find(f"{_W}{name}")
        if found is not None:
            hidden = found.get(f"{_W}val") not in ("0", "false", "off") or bool(hidden)
    color = properties.find(f"{_W}color")
    size = properties.find(f"{_W}sz")
    scale = properties.find(f"{_W}w")
    points = None if size is None else _number(size.get(f"{_W}val"))
    if scale is not None and _number(scale.get(f"{_W}val"), 100) < 10:
        points = 0.0  # letters a tenth as wide are lines
    return Look(
        hidden,
        None if color is None else color.get(f"{_W}val"),
        _ground(properties),
        points,
    )


def _ground(properties: Any) -> str | None:
    if properties is None:
        return None
    marker = properties.find(f"{_W}highlight")
    if marker is not None and marker.get(f"{_W}val") != "none":
        return _MARKERS.get(marker.get(f"{_W}val"), "808080")
    shade = properties.find(f"{_W}shd")
    fill = None if shade is None else shade.get(f"{_W}fill")
    return None if fill in (None, "auto") else fill


_MARKERS = {
    "white": "FFFFFF",
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "lightGray": "C0C0C0",
    "black": "000000",
}
"""Word's markers; those that are not here lie between black and grey."""


def _reason(look: Look) -> Reason | None:
    if look.hidden:
        return "invisible"
    if look.half_points is not None and look.half_points / 2 < SMALLEST_PT:
        return "tiny"
    color = _light(look.color) if look.color not in (None, "auto") else None
    if color is not None and contrast(color, _light(look.ground or "FFFFFF")) < LEAST_CONTRAST:
        return "no_contrast"
    return None


def _light(color: str | None) -> float | None:
    try:
        parts = bytes.fromhex(color or "")
    except ValueError:
        return None
    return luminance([part / 255 for part in parts]) if len(parts) == 3 else None


def _number(text: str | None, default: float = 24.0) -> float:
    try:
        return float(text or "")
    except ValueError:
        return default


def _is_beside(paragraph: Any) -> bool:
    indent = paragraph.find(f"{_W}pPr/{_W}ind")
    if indent is not None and any(
        abs(_number(indent.get(f"{_W}{side}"), 0.0)) > _OFF_TWIPS
        for side in ("left", "start", "firstLine", "hanging", "right", "end")
    ):
        return True
    frame = paragraph.find(f"{_W}pPr/{_W}framePr")
    if frame is not None and any(
        abs(_number(frame.get(f"{_W}{axis}"), 0.0)) > _OFF_TWIPS * 2 for axis in ("x", "y")
    ):
        return True
    for anchor in paragraph.iterancestors(f"{_WP}anchor"):
        for offset in anchor.iter(f"{_WP}posOffset"):
            if abs(_number(offset.text, 0.0)) > _OFF_EMU:
                return True
    return False

"""The paper of a report: fonts, headings, tables and text that may hold anything.

One rule: whatever comes from people is drawn as the characters it is: controls and what turns the
order of text go, what no font has becomes a visible mark, and nothing is read as markup.
"""

import logging
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from server.results.fonts import Fonts

INK, SOFT, LINE, WASH, ACCENT = (
    (22, 32, 44),
    (82, 96, 113),
    (217, 224, 232),
    (244, 246, 249),
    (26, 95, 180),
)
MISSING = "\u25af"
"""Stands for a character that no font here has."""
_MARGIN, _BOTTOM = 20.0, 22.0
_KEPT = "\n\t\u200c\u200d"
_LINE_MM = 4.9

# fpdf2 names characters that a font lacks in its warnings: parts of names in a log.
logging.getLogger("fpdf").setLevel(logging.ERROR)
logging.getLogger("fontTools").setLevel(logging.ERROR)


class Sheet(FPDF):
    """An A4 document with a footer on every page; the same calls make the same bytes."""

    def __init__(self, fonts: Fonts, *, foot: str, at: datetime, title: str) -> None:
        super().__init__(format="A4", unit="mm")
        self.set_margins(_MARGIN, _MARGIN, _MARGIN)
        self.set_auto_page_break(True, margin=_BOTTOM)
        self.set_creation_date(at)
        self.set_producer("Invigil")
        self.set_lang("en")
        self._foot = foot
        self.lacking = False
        """Whether a character had to be replaced."""
        self._covered: set[int] | None = None
        self.text_font = self.mono_font = "helvetica"
        if fonts.text is not None:
            self._load(fonts)
        self.set_title(self.clean(title))
        self.set_text_color(*INK)

    def footer(self) -> None:
        """Which interview, and which page of how many."""
        self.set_y(-14)
        self._use(8, color=SOFT)
        self.cell(self.epw - 21, 5, self._foot)
        self.cell(21, 5, f"Page {self.page_no()} of {{nb}}")

    def clean(self, text: str) -> str:
        """`text` as it can be drawn."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
        shown = [
            letter
            for letter in unicodedata.normalize("NFC", text)
            if letter in _KEPT or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
        ]
        return "".join(letter if self._has(letter) else self._mark() for letter in shown)

    def heading(self, text: str, *, room: float = 30) -> None:
        """A section's heading, never alone at the foot of a page: `room` is millimetres below."""
        self._room(room)
        self.ln(6)
        self._use(14, bold=True)
        self._block(text, 7)
        self.set_draw_color(*LINE)
        self.line(self.l_margin, self.get_y() + 0.8, self.w - self.r_margin, self.get_y() + 0.8)
        self.ln(3)

    def subheading(self, text: str, aside: str = "") -> None:
        """A smaller heading with a quiet word behind it."""
        self._room(24)
        self.ln(2.5)
        self._use(11, bold=True)
        self.write(5.5, self.clean(text))
        if aside:
            self._use(9, color=SOFT)
            self.write(5.5, self.clean(f"   {aside}"))
        self.ln(7)

    def paragraph(
        self, text: str, *, soft: bool = False, size: float = 9.5, bold: bool = False
    ) -> None:
        """Running text."""
        self._use(size, bold=bold, color=SOFT if soft else INK)
        self._block(text, max(_LINE_MM, size * 0.48))
        self.ln(1)

    def quoted(self, text: str, *, mono: bool = False) -> None:
        """What a person wrote or said, on a wash of its own."""
        self._use(8.5 if mono else 9.5, mono=mono)
        self.set_fill_color(*WASH)
        self._wash()
        for line in self.clean(text).strip("\n").split("\n"):
            self.multi_cell(
                0,
                4.4 if mono else _LINE_MM,
                line or " ",
                fill=True,
                align="L",
                new_x=XPos.LMARGIN,
                new_y=YPos.NEXT,
                padding=(0, 3),
            )
        self._wash()
        self.ln(2)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Names and values in two columns."""
        self._use(9.5)
        for name, value in pairs:
            self._room(8)
            top = self.get_y()
            self._use(9.5, color=SOFT)
            self.multi_cell(42, _LINE_MM, name, align="L", new_x=XPos.RIGHT, new_y=YPos.TOP)
            self.set_y(top)
            for line in (self.clean(value) or "–").split("\n"):
                digest = re.fullmatch("[0-9a-f]{64}", line) is not None
                self._use(8.4 if digest else 9.5, mono=digest)
                self.set_x(self.l_margin + 44)
                self.multi_cell(
                    self.epw - 44, _LINE_MM, line, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
                )
            self.ln(0.8)
        self.ln(1)

    def grid(
        self, heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]]
    ) -> None:
        """A table whose head comes again on every page."""
        from fpdf.fonts import FontFace

        self._use(8.5)
        self.set_draw_color(*LINE)
        lines = [[self.clean(text) for text in row] for row in rows]
        # Shaping joins and turns letters that ASCII has not, and takes half of the time.
        self._shape(not all(text.isascii() for row in lines for text in row))
        head = FontFace(emphasis="BOLD" if self._bold else "", color=SOFT, fill_color=WASH)
        with self.table(
            col_widths=tuple(widths),
            text_align="LEFT",
            headings_style=head,
            line_height=4.4,
            padding=(1.1, 1.6),
            borders_layout="HORIZONTAL_LINES",
        ) as table:
            table.row([self.clean(text) for text in heads])
            for row in lines:
                table.row(row)
        self._shape(True)
        self.ln(3)

    def banner(self, words: str, value: str, note: str) -> None:
        """The one thing to read first."""
        self._room(26)
        top = self.get_y()
        self.set_fill_color(*WASH)
        self.rect(self.l_margin, top, self.epw, 20, style="F")
        self.set_fill_color(*ACCENT)
        self.rect(self.l_margin, top, 1.4, 20, style="F")
        self.set_xy(self.l_margin + 6, top + 3)
        self._use(9, color=SOFT)
        self.cell(0, 5, self.clean(words))
        self.set_xy(self.l_margin + 6, top + 8.2)
        self._use(18, bold=True)
        self.cell(self.get_string_width(self.clean(value)) + 5, 9, self.clean(value))
        self._use(9.5, color=SOFT)
        self.cell(0, 9.8, self.clean(note))
        self.set_xy(self.l_margin, top + 24)

    def _wash(self) -> None:
        """A little room above and below quoted text."""
        self.cell(0, 1.4, "", fill=True, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _load(self, fonts: Fonts) -> None:
        assert fonts.text is not None
        self.text_font = "text"
        self.add_font("text", "", fonts.text)
        self._bold = fonts.bold is not None
        if fonts.bold is not None:
            self.add_font("text", "B", fonts.bold)
        if fonts.mono is not None:
            self.mono_font = "mono"
            self.add_font("mono", "", fonts.mono)
        else:
            self.mono_font = "text"
        names: list[str] = []
        for place, path in enumerate(fonts.more):
            name = f"more{place}"
            self.add_font(name, "", path)
            names.append(name)
        self.set_fallback_fonts(["text", *names] if self.mono_font == "mono" else names, False)
        self._shaping = True
        self._covered = {code for font in self.fonts.values() for code in getattr(font, "cmap", {})}
        self._shape(True)

    def _shape(self, wanted: bool) -> None:
        if self._shaping:
            self.set_text_shaping(wanted)

    _bold = True
    _shaping = False
    """Whether there is a font that can be shaped."""

    def _has(self, letter: str) -> bool:
        if letter in _KEPT:
            return letter == "\n" or self._covered is not None
        if self._covered is None:
            return letter.encode("latin-1", "ignore") != b""
        return ord(letter) in self._covered

    def _mark(self) -> str:
        self.lacking = True
        return MISSING if self._covered is not None and ord(MISSING) in self._covered else "?"

    def _use(
        self,
        size: float,
        *,
        bold: bool = False,
        mono: bool = False,
        color: tuple[int, int, int] = INK,
    ) -> None:
        style = "B" if bold and self._bold else ""
        self.set_font(self.mono_font if mono else self.text_font, style if not mono else "", size)
        self.set_text_color(*color)

    def _block(self, text: str, height: float) -> None:
        shown = self.clean(text)
        self.multi_cell(0, height, shown, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _room(self, height: float) -> None:
        if self.will_page_break(height):
            self.add_page()

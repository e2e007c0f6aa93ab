"""What a spreadsheet is once it has been read: named columns, numbered rows, faults in words.

One rule: a row keeps the number that the spreadsheet program shows beside it, because that is
where its author looks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from server.refusals import Refused

_PART = re.compile(r"^(?P<name>.+?)_\((?P<number>[2-9]|[1-9][0-9])\)$")
PART_CHARS = 16_000
"""Most characters that we write into one cell; a longer text goes on in the column `name (2)`.
Excel takes 32,767 UTF-16 units and cuts what is longer without a word."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read; beyond it the whole file is refused."""

    bytes: int = 4 * 1024 * 1024
    """Of the file as it was sent."""
    unpacked_bytes: int = 24 * 1024 * 1024
    """Of everything in an XLSX file together: a second or two of parsing."""
    parts: int = 500
    """Files inside an XLSX file."""
    rows: int = 2000
    """Below the heading, blank ones not counted."""
    columns: int = 60
    cell_chars: int = 200_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one place, for the author of the file."""

    row: int
    """As the spreadsheet program numbers it: the heading is mostly row 1."""
    column: str
    """The column's name; empty: the whole row."""
    message: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is not blank."""

    number: int
    cells: Mapping[str, str]
    """Text by column, without surrounding blanks kept away: what is in the cell. Missing: blank."""
    faults: tuple[Fault, ...] = ()
    """Cells that could not be read as text, such as formulas; they are missing in `cells`."""

    def get(self, column: str) -> str:
        """The cell's text; empty where there is none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with a heading."""

    format: str
    """`csv` or `xlsx`."""
    columns: tuple[str, ...]
    """Names as `column_name` makes them, in order, continuations joined."""
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """What was assumed in reading, as sentences, such as the encoding."""


@dataclass(slots=True)
class Line:
    """A row before its cells have names."""

    number: int
    cells: Sequence[str | None]
    """None: a fault says why."""
    faults: Mapping[int, str] = field(default_factory=dict)
    """Sentences by place in `cells`."""

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return not self.faults and not any((cell or "").strip() for cell in self.cells)


def column_name(heading: str) -> str:
    """`Time limit (s)` -> `time_limit_(s)`: small letters, one `_` for blanks and hyphens."""
    return re.sub(r"[\s\-_]+", "_", heading.strip().strip("\ufeff").strip()).casefold()


def assemble(lines: Iterator[Line], *, format: str, limits: Limits, notes: Iterable[str]) -> Table:
    """Takes the first line that is not blank for the heading; refuses `file_unreadable`."""
    heading = next((line for line in lines if not line.blank), None)
    if heading is None:
        raise Refused("file_unreadable", "The file is empty: it has no row with column names.")
    names = _names(heading)
    rows: list[Row] = []
    for line in lines:
        if line.blank:
            continue
        if len(rows) == limits.rows:
            raise Refused(
                "too_large",
                f"The sheet has more than {limits.rows} rows. Split it into several files.",
            )
        rows.append(_row(line, names, limits=limits))
    columns = dict.fromkeys(_joined(name)[0] for name in names if name)
    return Table(format=format, columns=tuple(columns), rows=tuple(rows), notes=tuple(notes))


def _names(heading: Line) -> list[str]:
    if heading.faults:
        raise Refused(
            "file_unreadable",
            f"Row {heading.number} must hold the columns' names as plain text.",
        )
    names = [column_name(cell or "") for cell in heading.cells]
    while names and not names[-1]:
        names.pop()
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise Refused(
            "file_unreadable", f"The column {twice[0]!r} is there twice. Remove one of the two."
        )
    return names


def _row(line: Line, names: list[str], *, limits: Limits) -> Row:
    parts: dict[str, dict[int, str]] = {}
    faults: list[Fault] = []
    for place, cell in enumerate(line.cells):
        name = names[place] if place < len(names) else ""
        text = cell or ""
        if message := line.faults.get(place):
            faults.append(Fault(line.number, name, message))
        elif not name and text.strip():
            message = f"There is text in column {place + 1}, which has no name in the first row."
            faults.append(Fault(line.number, "", message))
        elif len(text) > limits.cell_chars:
            message = f"The cell holds more than {limits.cell_chars:,} characters."
            faults.append(Fault(line.number, name, message))
        elif name and text:
            base, number = _joined(name)
            parts.setdefault(base, {})[number] = text
    cells = {name: "".join(text for _, text in sorted(of.items())) for name, of in parts.items()}
    broken = {_joined(fault.column)[0] for fault in faults if fault.column}
    return Row(
        number=line.number,
        cells={name: text for name, text in cells.items() if name not in broken},
        faults=tuple(faults),
    )


def _joined(name: str) -> tuple[str, int]:
    """`prompt_(2)` -> (`prompt`, 2)."""
    found = _PART.match(name)
    return (found["name"], int(found["number"])) if found else (name, 1)

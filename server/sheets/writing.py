"""A table as a file that spreadsheet programs open, and that `read_table` reads back unchanged.

One rule: no cell that we write is a formula, and none is longer than Excel keeps.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from server.sheets.cells import as_xml, escaped
from server.sheets.table import PART_CHARS

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | None


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> bytes:
    """RFC 4180 in UTF-8 with the mark by which Excel knows it; missing values are blank."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for cells in _laid_out(columns, list(rows)):
        writer.writerow([escaped(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(
    columns: Sequence[str], rows: Iterable[Mapping[str, Value]], *, sheet: str = "Sheet1"
) -> bytes:
    """A workbook with one sheet, its heading bold and fixed."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    made: Any = book.create_sheet(sheet)
    made.freeze_panes = "A2"
    lines = _laid_out(columns, list(rows))
    for place, name in enumerate(lines[0], start=1):
        widest = max((len(str(line[place - 1] or "")) for line in lines), default=0)
        width = min(max(len(str(name)) + 2, widest), 60)
        made.column_dimensions[get_column_letter(place)].width = width
    for number, line in enumerate(lines):
        cells: list[Any] = []
        for value in line:
            if not isinstance(value, str) or not value:
                cells.append(value if value != "" else None)
                continue
            cell: Any = WriteOnlyCell(made, value="")
            # Not through `value=`: it takes "=" for a formula and refuses control characters.
            cell._value = as_xml(value)
            cell.data_type = "s"
            cell.quotePrefix = escaped(value) != value
            cell.font = Font(bold=number == 0)
            cell.alignment = Alignment(vertical="top", wrap_text=number > 0)
            cells.append(cell)
        made.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _laid_out(columns: Sequence[str], rows: Sequence[Mapping[str, Value]]) -> list[list[Value]]:
    """Heading and rows; a text that one cell cannot hold goes on in columns of its own."""
    parts = {name: max((_parts(row.get(name)) for row in rows), default=1) for name in columns}
    heading: list[Value] = [
        name if number == 1 else f"{name} ({number})"
        for name in columns
        for number in range(1, parts[name] + 1)
    ]
    return [
        heading,
        *(
            [_part(row.get(name), number) for name in columns for number in range(parts[name])]
            for row in rows
        ),
    ]


def _parts(value: Value) -> int:
    return max(1, -(-len(value) // PART_CHARS)) if isinstance(value, str) else 1


def _part(value: Value, number: int) -> Value:
    if isinstance(value, str):
        return value[number * PART_CHARS : (number + 1) * PART_CHARS]
    return value if number == 0 else None

"""XLSX files, looked at as archives before a parser sees them.

One rule: every size is checked before it is unpacked, and macros, outside links, document type
definitions and password-protected files are refused by name.
"""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from server.archives import Sort, inspect
from server.refusals import Refused
from server.sheets.cells import from_xml
from server.sheets.table import Limits, Line

LAST_ROW = 1_048_576
"""Of any sheet: the format's own limit."""
_SORT = Sort(
    main="xl/workbook.xml",
    instead="not a spreadsheet that is read here. Save it as .xlsx or .csv.",
    too_many="The file is built like no spreadsheet: too many parts.",
    macros="The file holds macros. Save it as .xlsx without them and send that.",
    entities="The file declares entities, which spreadsheet programs never do. "
    "Open it in one and save it again as .xlsx.",
    too_large="Keep only the sheet with your rows, without pictures, and send that.",
    damaged="The file is damaged or has a password. Open it in your spreadsheet program and save "
    "it again as .xlsx without a password.",
)


def lines(content: bytes, *, limits: Limits, sheet: str) -> Iterator[Line]:
    """Rows of the sheet that is called `sheet`, or of the first one."""
    _inspect(content, limits)
    return _rows(content, limits, sheet)


def _inspect(content: bytes, limits: Limits) -> None:
    names = inspect(content, _SORT, parts=limits.parts, unpacked_bytes=limits.unpacked_bytes)
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise Refused(
            "file_unsafe",
            "The file draws on other files. Break its links (Data, Edit Links) and send it again.",
        )


def _rows(content: bytes, limits: Limits, sheet: str) -> Iterator[Line]:
    from openpyxl import load_workbook  # a third of a second, and only where a file comes

    workbook = None
    try:
        workbook = load_workbook(
            io.BytesIO(content), read_only=True, data_only=False, keep_links=False
        )
        sheets = workbook.worksheets
        found = next((each for each in sheets if each.title == sheet), sheets[0])
        nothing: object = None
        cells: Any
        rows = found.iter_rows(min_row=1, max_row=LAST_ROW, max_col=limits.columns + 1)
        for number, cells in enumerate(rows, start=1):
            if cells is nothing:  # the reader fills gaps with one and the same tuple
                continue
            line = _line(number, cells)
            if line.blank:
                nothing = cells
                continue
            if len(line.cells) > limits.columns and line.cells[limits.columns]:
                raise Refused(
                    "file_unreadable", f"Row {number} has more than {limits.columns} columns."
                )
            yield line
    except (Refused, GeneratorExit):
        raise
    except Exception as error:  # the parser raises whatever its assumptions come to
        raise _damaged() from error
    finally:
        if workbook is not None:
            workbook.close()


def _line(number: int, cells: Any) -> Line:
    texts: list[str | None] = []
    faults: dict[int, str] = {}
    for place, cell in enumerate(cells):
        value = cell.value
        if cell.data_type == "f":
            texts.append(None)
            faults[place] = "The cell holds a formula. Put the text itself there."
        elif cell.data_type == "e":
            texts.append(None)
            faults[place] = f"The cell shows an error ({str(value)[:20]}). Put the text there."
        else:
            texts.append(_text(value))
    return Line(number, texts, faults)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return from_xml(value)
        case float() if value.is_integer() and abs(value) < 2**53:
            return str(int(value))
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _damaged() -> Refused:
    return Refused("file_unreadable", _SORT.damaged)

"""Bytes from somebody to a table: what it is decides the content, not its name or its label.

One rule: everything that cannot be read is refused with a sentence that says what it is instead.
"""

from server.refusals import Refused
from server.sheets import book, text
from server.sheets.table import Limits, Table, assemble

_SIGNS = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old Excel file (.xls) or one with a password. Save it as .xlsx without a password",
    ),
    (b"%PDF", "a PDF file. Save the table as .xlsx or .csv"),
    (b"\x1f\x8b", "a gzip archive. Unpack it and send the file that is inside"),
    (b"Rar!", "a RAR archive. Unpack it and send the file that is inside"),
    (b"7z\xbc\xaf", "a 7-Zip archive. Unpack it and send the file that is inside"),
    (b"\x89PNG", "a picture. Send the table itself as .xlsx or .csv"),
    (b"\xff\xd8\xff", "a picture. Send the table itself as .xlsx or .csv"),
    (b"{\\rtf", "a text document. Save the table as .xlsx or .csv"),
)


def read_table(content: bytes, *, limits: Limits | None = None, sheet: str = "") -> Table:
    """The table in a CSV or XLSX file; `sheet` is preferred where a workbook has several.

    Faults of single cells come with their rows. Refuses, for the whole file, `too_large`,
    `unsupported_media` (what it is instead), `file_unsafe` (macros, bombs) and `file_unreadable`.
    """
    limits = limits or Limits()
    if len(content) > limits.bytes:
        raise Refused(
            "too_large",
            f"The file is larger than {limits.bytes // 2**20} MB. Split it into several files.",
        )
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        lines = book.lines(content, limits=limits, sheet=sheet)
        return assemble(lines, format="xlsx", limits=limits, notes=())
    for sign, words in _SIGNS:
        if content.startswith(sign):
            raise Refused("unsupported_media", f"This is {words}.")
    if content.lstrip()[:5].lower() in (b"<html", b"<!doc", b"<?xml"):
        raise Refused(
            "unsupported_media", "This is a web page or XML. Save the table as .xlsx or .csv."
        )
    rows, notes = text.lines(content, limits=limits)
    return assemble(rows, format="csv", limits=limits, notes=notes)

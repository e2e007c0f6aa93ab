"""CSV as spreadsheet programs write it: commas, semicolons or tabs, in three encodings.

One rule: what had to be guessed is said in a note; bytes that fit no guess are refused, never
replaced by question marks.
"""

import csv
import io
from collections.abc import Iterator

from server.refusals import Refused
from server.sheets.cells import unescaped
from server.sheets.table import Limits, Line

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_QUOTE = '"'


def decoded(content: bytes) -> tuple[str, str | None]:
    """The text and a note about its encoding; refuses `file_unreadable`."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            try:
                return content.decode(encoding), "The file was read as UTF-16."
            except UnicodeDecodeError:
                raise _odd() from None
    if b"\0" in content:
        raise Refused(
            "unsupported_media", "This is neither a CSV nor an XLSX file. Save it as one of them."
        )
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), (
            "The file is not in UTF-8 and was read as Windows-1252. Look whether letters such as "
            "ä, é and € are right; if not, save it as “CSV UTF-8”."
        )
    except UnicodeDecodeError:
        raise _odd() from None


def separator(text: str) -> str:
    """The delimiter of the first line that is not blank: what stands most often outside quotes."""
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = False
    for char in text.lstrip("\r\n"):
        if char == _QUOTE:
            quoted = not quoted
        elif not quoted and char in "\r\n":
            break
        elif not quoted and char in counts:
            counts[char] += 1
    return max(counts, key=lambda char: counts[char])


def lines(content: bytes, *, limits: Limits) -> tuple[Iterator[Line], list[str]]:
    """The file's rows, and notes on how it was read."""
    text, note = decoded(content)
    notes = [note] if note else []
    if text[:4].casefold() == "sep=" and text[5:6] in ("\r", "\n") and text[4] in _DELIMITERS:
        delimiter = text[4]
        text = text[5:].removeprefix("\r").removeprefix("\n")
    else:
        delimiter = separator(text)
    if delimiter != ",":
        notes.append(f"Its columns are separated by {_DELIMITERS[delimiter]}.")
    return _rows(text, delimiter, limits), notes


def _rows(text: str, delimiter: str, limits: Limits) -> Iterator[Line]:
    csv.field_size_limit(max(csv.field_size_limit(), limits.bytes))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Refused(
                "file_unreadable",
                f"Row {number} cannot be read: a quotation mark is missing or stands too much. "
                "Inside quoted text, write two for one.",
            ) from None
        if len(cells) > limits.columns:
            raise Refused(
                "file_unreadable", f"Row {number} has more than {limits.columns} columns."
            )
        yield Line(number, [unescaped(cell) for cell in cells])


def _odd() -> Refused:
    return Refused(
        "file_unreadable",
        "The file's characters cannot be read. Save it as “CSV UTF-8” and send it again.",
    )

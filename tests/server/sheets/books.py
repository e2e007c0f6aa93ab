"""Workbooks as others write them, hostile ones too."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook


def workbook(
    rows: Sequence[Sequence[str | None]],
    *,
    more: Mapping[str, Sequence[Sequence[str | None]]] | None = None,
) -> bytes:
    """An ordinary XLSX file; text that begins with = is a formula."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for name, others in (more or {}).items():
        added = book.create_sheet(name)
        for row in others:
            added.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rebuilt(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The archive again after `change` worked on its parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()

"""Office files, looked at as archives before a parser sees them.

One rule: every size is checked before it is unpacked, and macros, document type definitions and
what is no such file at all are refused by name.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from server.refusals import Refused

_MARKS = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
_KINDS = {
    "word/document.xml": "a Word document",
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a presentation",
    "xl/workbook.bin": "a binary Excel workbook (.xlsb)",
    "content.xml": "an OpenDocument file",
}


@dataclass(frozen=True, slots=True)
class Sort:
    """What an archive must be, and the words for what is wrong with it."""

    main: str
    """The part without which it is something else."""
    instead: str
    """Goes on after `This is a presentation, `."""
    too_many: str
    macros: str
    entities: str
    too_large: str
    """Goes on after `Unpacked the file would be larger than 24 MB. `."""
    damaged: str


def inspect(content: bytes, sort: Sort, *, parts: int, unpacked_bytes: int) -> set[str]:
    """The names of the archive's parts; refuses what is not to be read.

    `parts`: most parts; `unpacked_bytes`: most bytes of all of them together.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = archive.infolist()
            _check(found, sort, parts=parts, unpacked_bytes=unpacked_bytes)
            for part in found:
                # A zip's directory can lie about sizes only downwards, and then Python's reader
                # stops there and finds a wrong checksum.
                if part.filename.endswith((".xml", ".rels")) and _declares(archive, part):
                    raise Refused("file_unsafe", sort.entities)
            return {part.filename for part in found}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused("file_unreadable", sort.damaged) from error
    except (OSError, ValueError, OverflowError) as error:
        raise Refused("file_unreadable", sort.damaged) from error


def kind_of(names: set[str], kinds: Mapping[str, str] = _KINDS) -> str:
    """What an archive with these parts is, in words."""
    return next((kind for name, kind in kinds.items() if name in names), "another archive")


def _check(found: list[zipfile.ZipInfo], sort: Sort, *, parts: int, unpacked_bytes: int) -> None:
    names = {part.filename for part in found}
    if sort.main not in names:
        raise Refused("unsupported_media", f"This is {kind_of(names)}, {sort.instead}")
    if len(found) > parts or len(names) < len(found):
        raise Refused("file_unsafe", sort.too_many)
    if any(name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Refused("file_unsafe", sort.macros)
    if sum(part.file_size for part in found) > unpacked_bytes:
        raise Refused(
            "too_large",
            f"Unpacked the file would be larger than {unpacked_bytes // 2**20} MB. "
            f"{sort.too_large}",
        )


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    content = archive.read(part)
    return any(mark in content for mark in _MARKS)

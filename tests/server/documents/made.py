"""Documents as people and attackers make them: PDF pages from drawing operators, Word files."""

import io
import zlib
from collections.abc import Callable, Sequence
from typing import Any

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
SEEN = "BT /F 11 Tf 72 700 Td (We need somebody who knows Python and SQL well.) Tj ET\n"
"""A line that every reader sees."""


def pdf(
    *pages: str,
    resources: str = "",
    objects: Sequence[str | bytes] = (),
    catalog: str = "",
    count: int | None = None,
) -> bytes:
    """A PDF with these content streams, one a page; `objects` are numbered from 10.

    `resources` goes on behind the font in each page's resources, `catalog` in the root. `count`
    is what the file says of its number of pages.
    """
    bodies: dict[int, bytes] = {}
    first = 10 + len(objects)
    kids = [first + 2 * number for number in range(len(pages))]
    bodies[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    told = len(pages) if count is None else count
    names = " ".join(f"{kid} 0 R" for kid in kids)
    bodies[2] = f"<< /Type /Pages /Kids [{names}] /Count {told} >>".encode()
    bodies[3] = HELVETICA.encode()
    for number, one in enumerate(objects, start=10):
        bodies[number] = one if isinstance(one, bytes) else one.encode("latin-1")
    for kid, content in zip(kids, pages, strict=True):
        bodies[kid] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {kid + 1} 0 R "
            f"/Resources << /Font << /F 3 0 R >> {resources} >> >>"
        ).encode()
        bodies[kid + 1] = stream(content)
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places: dict[int, int] = {}
    for number, body in sorted(bodies.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 1\n0000000000 65535 f \n")
    for number, place in places.items():
        out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
    out.write(
        b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(bodies) + 1, start)
    )
    return out.getvalue()


def stream(content: str | bytes, extra: str = "") -> bytes:
    """A compressed stream object."""
    plain = content if isinstance(content, bytes) else content.encode("latin-1")
    packed = zlib.compress(plain)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {extra} >>"
    return head.encode() + b"\nstream\n" + packed + b"\nendstream"


def word(write: Callable[[Any], object]) -> bytes:
    """A Word file that `write` filled."""
    import docx

    document = docx.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()

"""What a file is, by its content; its name is believed only to tell texts apart.

One rule: every file that is not read here is refused with a sentence that says what it is.
"""

from server.documents.document import Kind
from server.refusals import Refused

MAX_BYTES = 8 * 1024 * 1024
"""Of the file as it was sent. A resume of thirty pages with a photograph has two."""
_OTHERS = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_ADVICE = "Save it as PDF, as Word (.docx) or as plain text."


def kind_of(content: bytes) -> Kind:
    """What the file is read as.

    Refuses `too_large`, `file_locked` for old Office files and those with a password (they look
    alike from outside), `unsupported_media` for what is not read, `no_text` for an empty file.
    """
    if len(content) > MAX_BYTES:
        raise Refused(
            "too_large", f"The document is larger than {MAX_BYTES // 2**20} MB. {_ADVICE}"
        )
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"  # what kind of archive it is tells its directory
    # Readers accept a PDF with up to a kilobyte of anything before its header.
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "file_locked",
            "This is an old Word file (.doc) or one with a password. "
            "Save it as .docx without a password.",
        )
    for sign, words in _OTHERS:
        if content.startswith(sign):
            raise Refused("unsupported_media", f"This is {words}, not a document. {_ADVICE}")
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower()
    if start.startswith((b"<html", b"<!doctype", b"<?xml", b"<svg")):
        raise Refused("unsupported_media", f"This is a web page or XML. {_ADVICE}")
    if not content.strip():
        raise Refused("no_text", "The file is empty.")
    return "text"

"""Text in cells that no spreadsheet program takes for a formula, and back again.

One rule: both directions lose nothing: `unescaped(escaped(text)) == text` for every text.
"""

import re

_TAKEN = re.compile("^'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What makes Excel, LibreOffice or Google Sheets calculate, full-width forms too; and the same
behind apostrophes, so that those that we add can be told from the author's own."""
_CONTROL = re.compile("_x(?=[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def escaped(text: str) -> str:
    """`text` for a CSV cell: an apostrophe before whatever would be calculated."""
    return "'" + text if _TAKEN.match(text) else text


def unescaped(text: str) -> str:
    """The text that `escaped` was given; also what Excel means by a leading apostrophe."""
    return text[1:] if text.startswith("'") and _TAKEN.match(text) else text


def as_xml(text: str) -> str:
    """`text` with the characters that XML does not know, as Office Open XML writes them."""
    return _CONTROL.sub(
        lambda found: "_x005F_x" if found[0] == "_x" else f"_x{ord(found[0]):04X}_", text
    )


def from_xml(text: str) -> str:
    """What `as_xml` or a spreadsheet program wrote."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text

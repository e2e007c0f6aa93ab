"""What a display says of itself: EDID 1.3 and 1.4 (VESA), base block and checksums.

Pure. One rule: whatever the bytes are, the answer is a description or None, never an error.
"""

from dataclasses import dataclass

HEADER = b"\x00\xff\xff\xff\xff\xff\xff\x00"
BLOCK = 128
_NAME, _SERIAL, _UNSPECIFIED = 0xFC, 0xFF, 0xFE


@dataclass(frozen=True, slots=True)
class Edid:
    """The base block."""

    manufacturer: str
    """Three letters by PNP; empty where they are no letters."""
    product: int
    serial: int
    """0: none given."""
    year: int
    """Of making, or of the model."""
    width_cm: int
    """0: a projector, or not told."""
    height_cm: int
    name: str
    """Monitor name of the descriptors; empty where there is none."""
    texts: tuple[str, ...]
    """Serial number and other texts of the descriptors."""
    digital: bool
    whole: bool
    """Whether the checksums of all blocks are right and all blocks are there."""


def parse(raw: bytes) -> Edid | None:
    """None where it is no EDID at all."""
    if len(raw) < BLOCK or raw[:8] != HEADER:
        return None
    letters = int.from_bytes(raw[8:10], "big")
    codes = [(letters >> shift) & 0x1F for shift in (10, 5, 0)]
    named = letters < 0x8000 and all(1 <= code <= 26 for code in codes)
    said = {_NAME: "", _SERIAL: "", _UNSPECIFIED: ""}
    for start in range(54, 126, 18):
        block = raw[start : start + 18]
        if block[:3] == b"\0\0\0" and block[3] in said:
            said[block[3]] = _text(block[5:])
    return Edid(
        manufacturer="".join(chr(64 + code) for code in codes) if named else "",
        product=int.from_bytes(raw[10:12], "little"),
        serial=int.from_bytes(raw[12:16], "little"),
        year=1990 + raw[17],
        width_cm=raw[21],
        height_cm=raw[22],
        name=said[_NAME],
        texts=tuple(text for text in (said[_SERIAL], said[_UNSPECIFIED]) if text),
        digital=bool(raw[20] & 0x80),
        whole=_whole(raw),
    )


def _whole(raw: bytes) -> bool:
    count = 1 + raw[126]
    blocks = [raw[at : at + BLOCK] for at in range(0, count * BLOCK, BLOCK)]
    return all(len(block) == BLOCK and sum(block) % 256 == 0 for block in blocks)


def _text(raw: bytes) -> str:
    return raw.partition(b"\n")[0].decode("cp437", "replace").strip()

"""EDIDs for tests, put together byte by byte after VESA's standard."""

from client.lockdown.probes.edid import HEADER


def edid(
    manufacturer: str = "DEL",
    name: str = "DELL U2720Q",
    *,
    year: int = 2021,
    text: str = "",
    extensions: int = 0,
) -> bytes:
    """A base block with right checksums, and as many empty extensions."""
    raw = bytearray(128)
    raw[:8] = HEADER
    letters = 0
    for letter in manufacturer:
        letters = letters << 5 | ord(letter) - 64
    raw[8:10] = letters.to_bytes(2, "big")
    raw[10:12], raw[12:16] = (0x4162).to_bytes(2, "little"), (77).to_bytes(4, "little")
    raw[16], raw[17], raw[18], raw[19], raw[20] = 12, year - 1990, 1, 4, 0xA5
    raw[21], raw[22] = 60, 34
    for start, kind, words in ((54, 0xFC, name), (72, 0xFE, text)):
        line = words.encode("cp437")[:13]
        raw[start + 3] = kind
        raw[start + 5 : start + 18] = (line + b"\n").ljust(13, b" ")[:13]
    raw[126] = extensions
    raw[127] = -sum(raw) % 256
    return bytes(raw) + bytes(128) * extensions

"""The prepared sound of an interview's questions, as it travels: one sealed file of lines.

One rule: a line is found by the digest of the text it says, so that what is heard is always what
stands on the screen; a file that is cut or changed gives nothing.
"""

import json
import struct
from collections.abc import Mapping

from shared.ids import sha256_hex

MAX_SPOKEN_BYTES = 7_000_000
"""Largest file before sealing: some twenty minutes of speech, and an answer that the app takes."""
MAX_LINES = 500
_LENGTH = struct.Struct(">I")


def address(text: str) -> str:
    """By which a text finds its sound."""
    return sha256_hex(text.encode())


def spoken_context(session: str) -> bytes:
    """The associated data of AES-256-GCM: binds a sealed file to its interview."""
    return f"spoken\n{session}".encode()


def pack(lines: Mapping[str, bytes]) -> bytes:
    """One file of sounds by their addresses, in that order; what does not fit is left out."""
    kept: dict[str, bytes] = {}
    room = MAX_SPOKEN_BYTES
    for place, sound in lines.items():
        room -= len(sound) + 100  # an entry of the head
        if room < 0 or len(kept) == MAX_LINES:
            break
        kept[place] = sound
    head = json.dumps([[place, len(sound)] for place, sound in kept.items()]).encode()
    return b"".join([_LENGTH.pack(len(head)), head, *kept.values()])


def unpack(content: bytes) -> dict[str, bytes]:
    """The sounds by their addresses; raises ValueError for anything but a whole file."""
    if not _LENGTH.size <= len(content) <= 2 * MAX_SPOKEN_BYTES:
        raise ValueError(f"{len(content)} bytes are no file of lines")
    at = _LENGTH.size + _LENGTH.unpack_from(content)[0]
    lines: dict[str, bytes] = {}
    try:
        for place, size in json.loads(content[_LENGTH.size : at]):
            if not (isinstance(place, str) and isinstance(size, int) and size >= 0):
                raise ValueError(f"{place!r} of {size!r} bytes is no line")
            lines[place] = content[at : at + size]
            at += size
    except (TypeError, RecursionError) as error:
        raise ValueError("the head is no list of lines") from error
    if at != len(content):
        raise ValueError(f"the lines end at {at}, the file at {len(content)}")
    return lines

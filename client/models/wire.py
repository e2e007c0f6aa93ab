"""Protocol Buffers' wire format, as far as an ONNX file needs it: messages as lists of fields.

Pure. One rule: what is not asked for stays as it was, byte for byte and in its order; bytes that
are no message raise ValueError. It stands for protobuf's library, which no process here loads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
_FIXED = {FIXED64: 8, FIXED32: 4}
_LONGEST_VARINT = 10

Value = int | bytes
"""An int of a varint; the bytes of everything else."""


@dataclass(slots=True)
class Message:
    """One message; `fields`: (number, wire type, value) in the order of the file."""

    fields: list[tuple[int, int, Value]] = field(default_factory=list)

    @classmethod
    def of(cls, data: bytes) -> "Message":
        """Raises ValueError where the bytes are no message."""
        found, at = cls(), 0
        while at < len(data):
            tag, at = _varint(data, at)
            number, wire = tag >> 3, tag & 7
            if wire == VARINT:
                value, at = _varint(data, at)
                found.fields.append((number, wire, value))
                continue
            length = _FIXED.get(wire)
            if wire == BYTES:
                length, at = _varint(data, at)
            if length is None or at + length > len(data):
                raise ValueError("not a Protocol Buffers message")
            found.fields.append((number, wire, data[at : at + length]))
            at += length
        return found

    def encoded(self) -> bytes:
        """As in a file."""
        parts: list[bytes] = []
        for number, wire, value in self.fields:
            parts.append(_as_varint(number << 3 | wire))
            if isinstance(value, int):
                parts.append(_as_varint(value))
                continue
            if wire == BYTES:
                parts.append(_as_varint(len(value)))
            parts.append(value)
        return b"".join(parts)

    def every(self, number: int) -> Iterator[bytes]:
        """The values of a repeated field of bytes, strings or messages."""
        for its, _, value in self.fields:
            if its == number and isinstance(value, bytes):
                yield value

    def text(self, number: int) -> str:
        """Of a string; empty where it is not there."""
        return next((value.decode(errors="replace") for value in self.every(number)), "")

    def number(self, number: int) -> int:
        """Of a varint; 0 where it is not there."""
        return next(
            (value for its, _, value in self.fields if its == number and isinstance(value, int)), 0
        )

    def numbers(self, number: int) -> list[int]:
        """Of a repeated varint, each by itself or packed into one field."""
        found: list[int] = []
        for its, _, value in self.fields:
            if its != number:
                continue
            if isinstance(value, int):
                found.append(value)
                continue
            at = 0
            while at < len(value):
                one, at = _varint(value, at)
                found.append(one)
        return found

    def replace(self, number: int, value: bytes) -> None:
        """Puts `value` in the place of the field, which is there once."""
        self.fields = [
            (its, wire, value if its == number else old) for its, wire, old in self.fields
        ]

    def put(self, number: int, value: Value, wire: int = BYTES) -> None:
        """Adds a field at the end."""
        self.fields.append((number, wire, value))


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(data[at : at + _LONGEST_VARINT]):
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("not a Protocol Buffers message")


def _as_varint(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)

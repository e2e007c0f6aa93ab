"""Changes to a record as somebody might make them, and whether the verifier finds their place.

One rule: a change counts as found only when the named place is the changed line or the one after
it, which no longer follows.
"""

import io
import random
from collections.abc import Callable

from server import verify
from tests.server.signed_record import packed

FILES = ("rows.jsonl", "links.jsonl")


def change_and_check(files: dict[str, bytes], chance: random.Random) -> str:
    """Makes one change; empty when it was found in its place, else what went wrong."""
    changed = dict(files)
    name = chance.choice(FILES)
    lines = changed[name].splitlines(keepends=True)
    at = chance.randrange(len(lines) - 1)
    chance.choice(CHANGES)(lines, at, chance)
    changed[name] = b"".join(lines)
    try:
        verify.verify(io.BytesIO(packed(changed)))
    except verify.Broken as error:
        file, _, number = error.place.partition(":")
        # What only the manifest covers (the label on a line) is found without a line.
        near = not number or at + 1 <= int(number) <= at + 2
        return "" if file == name and near else f"{name}:{at + 1} was found at {error}"
    return f"{name}:{at + 1} was not found"


def _edit(lines: list[bytes], at: int, chance: random.Random) -> None:
    line = lines[at]
    place = chance.randrange(len(line) - 1)
    other = chance.choice([code for code in b"abcXYZ019" if code != line[place]])
    lines[at] = line[:place] + bytes([other]) + line[place + 1 :]


def _delete(lines: list[bytes], at: int, _chance: random.Random) -> None:
    del lines[at]


def _swap(lines: list[bytes], at: int, _chance: random.Random) -> None:
    lines[at], lines[at + 1] = lines[at + 1], lines[at]


def _double(lines: list[bytes], at: int, _chance: random.Random) -> None:
    lines.insert(at, lines[at])


def _substitute(lines: list[bytes], at: int, _chance: random.Random) -> None:
    lines[at] = lines[at + 1]


def _cut(lines: list[bytes], at: int, _chance: random.Random) -> None:
    del lines[at + 1 :]


CHANGES: tuple[Callable[[list[bytes], int, random.Random], None], ...] = (
    *(_edit, _edit, _delete, _swap, _double, _substitute, _cut),
)

"""Reading a list of names row by row, so that a broken row costs that row and nothing else.

Pure. One rule: a row that is left out is named, and whoever uses the list says so; a list that is
no list at all is broken as a whole.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

SHOWN_CHARS = 40


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that could not be used."""

    list: str
    """Whose row it is, such as `programs`."""
    words: str
    """Which row, for a person who mends the list."""


def read(path: Path) -> dict[str, Any]:
    """The file's fields; raises OSError or ValueError where it is none of ours."""
    given = json.loads(path.read_text("utf-8"))
    if not isinstance(given, dict):
        raise ValueError(f"{path.name} is no object")
    return cast(dict[str, Any], given)


def usable(
    name: str, given: object, row: TypeAdapter[T], *, source: str = ""
) -> tuple[tuple[T, ...], tuple[LeftOut, ...]]:
    """The rows that fit `row`, in order, and those that do not; raises ValueError for no list.

    `source`: where the rows come from, where that is not the app's own file.
    """
    if not isinstance(given, list | tuple):
        raise ValueError(f"the list of {name} is no list")
    good: list[T] = []
    out: list[LeftOut] = []
    for number, one in enumerate(cast("Sequence[object]", given), 1):
        try:
            good.append(row.validate_python(one))
        except ValidationError as error:
            said = f"row {number} of {name}{source} ({_shown(one)}): {error.errors()[0]['msg']}"
            out.append(LeftOut(name, said))
    return tuple(good), tuple(out)


def _shown(one: object) -> str:
    named = cast(dict[str, object], one).get("name") if isinstance(one, dict) else one
    text = named if isinstance(named, str) else type(one).__name__
    return text if len(text) <= SHOWN_CHARS else text[: SHOWN_CHARS - 1] + "…"

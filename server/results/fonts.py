"""Finds fonts for reports on this machine: one for the text, others for scripts it lacks.

One rule: no font is shipped with us; without any, reports are still made, in Latin letters, and
say so.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACES = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "C:/Windows/Fonts",
)
_TEXT = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
)
"""Regular and bold, the widest coverage first: DejaVu has Arabic, Hebrew, Greek and Cyrillic."""
_MONO = ("DejaVuSansMono.ttf", "NotoSansMono-Regular.ttf", "LiberationMono-Regular.ttf")
_MORE = (
    "DejaVuSans.ttf",
    "DroidSansFallbackFull.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "Arial Unicode.ttf",
    "arialuni.ttf",
    "Nirmala.ttf",
    "malgun.ttf",
    "simhei.ttf",
)
"""Asked in this order for what the text's font lacks."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Files; `text` is None where no font was found."""

    text: Path | None
    bold: Path | None
    mono: Path | None
    more: tuple[Path, ...]


def find(setting: str) -> Fonts:
    """The fonts in the folders that the setting names, else in the system's."""
    return _find(tuple(setting.split(os.pathsep)) if setting else PLACES)


@cache
def _find(places: Sequence[str]) -> Fonts:
    there: dict[str, Path] = {}
    for place in places:
        for folder, _, names in sorted(os.walk(place)):
            for name in names:
                there.setdefault(name, Path(folder) / name)
    pair = next((pair for pair in _TEXT if pair[0] in there), None)
    if pair is None:
        return Fonts(None, None, None, ())
    text = there[pair[0]]
    mono = next((there[name] for name in _MONO if name in there), None)
    more = tuple(there[name] for name in _MORE if name in there and there[name] != text)
    return Fonts(text, there.get(pair[1]), mono, more)

"""How many displays show the desktop, whether one repeats another, and what they say they are.

Pure. One rule: a display is a device to be noted, never a proof: one that cannot be read, and a
count of none, is unknown. A capture card that repeats a real monitor's EDID looks like that
monitor; that limit is stated, not guessed around.
"""

from dataclasses import dataclass

from client.lockdown.probes.answer import Answer, ok, plain, unknown, violation
from client.lockdown.probes.edid import Edid, parse
from client.lockdown.probes.lists import Lists

FIRST_YEAR, LAST_YEAR = 1996, 2045
"""EDID began in 1996; a year far from now was made up."""


@dataclass(frozen=True, slots=True)
class Display:
    """One output that shows a picture; pixels of the whole desktop."""

    name: str
    """Of the connector."""
    left: int = 0
    top: int = 0
    width: int = 0
    """0: the system tells no size."""
    height: int = 0
    edid: bytes | None = None
    """As read; None where there is none to read."""


def judge(displays: tuple[Display, ...] | None, lists: Lists, *, note_second: bool) -> Answer:
    """`note_second`: whether further and mirrored displays are noted."""
    if not displays:
        return unknown("displays", "no display can be read")
    noted: list[str] = []
    doubts: list[str] = []
    if note_second and len(displays) > 1:
        noted.append(f"{len(displays)} displays are on")
        noted += [f"{one} shows the same as {other}" for one, other in mirrored(displays)]
    for display in displays:
        found, doubt = _looked_at(display, lists)
        noted += found
        doubts += doubt
    if noted:
        return violation("displays", *noted, *doubts)
    return unknown("displays", *doubts) if doubts else ok("displays", *_told(displays))


def mirrored(displays: tuple[Display, ...]) -> list[tuple[str, str]]:
    """Pairs of which one shows a part of what the other does."""
    return [
        (_called(other), _called(one))
        for at, one in enumerate(displays)
        for other in displays[at + 1 :]
        if one.width and other.width and _overlap(one, other)
    ]


def anomalies(edid: Edid) -> tuple[str, ...]:
    """What no monitor on a desk says of itself."""
    found = (
        (not edid.whole, "its checksum is wrong"),
        (not edid.manufacturer, "it names no maker"),
        (not FIRST_YEAR <= edid.year <= LAST_YEAR, f"it was made in {edid.year}"),
    )
    return tuple(words for is_so, words in found if is_so)


def _looked_at(display: Display, lists: Lists) -> tuple[list[str], list[str]]:
    """(what is noted, what is doubtful)."""
    if not display.edid:
        return [], []
    edid = parse(display.edid)
    if edid is None:
        return [], [f"{display.name}: what it says of itself is no EDID"]
    for known in lists.displays:
        texts = " ".join((edid.name, *edid.texts)).lower()
        if edid.manufacturer in known.manufacturers or any(one in texts for one in known.names):
            return [f"{_called(display)}: {known.what}"], []
    return [], [f"{_called(display)}: {words}" for words in anomalies(edid)]


def _told(displays: tuple[Display, ...]) -> list[str]:
    return [_called(one) for one in displays]


def _called(display: Display) -> str:
    edid = parse(display.edid) if display.edid else None
    return plain(edid.name if edid and edid.name else display.name, 40) or "a display"


def _overlap(one: Display, other: Display) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )

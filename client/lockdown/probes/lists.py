"""What the probes know by name: the app's data files, and the rows that the signed policy adds.

One rule: each row is checked as it is read; a broken one is left out and named by every look that
needs its list, and a file that is broken as a whole makes its probes unknown, not silent.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from client.lockdown.probes.answer import Answer, ProbeName
from client.preflight.programs import LIST as PROGRAMS
from client.preflight.programs import Blocked, read_list
from client.preflight.rows import LeftOut, read, usable
from shared.policy import Policy, ProbeRow

LIST = Path(__file__).with_name("lists.json")

Name = Annotated[str, StringConstraints(pattern=r"^[^A-Z]{3,60}$")]
_NAME: TypeAdapter[str] = TypeAdapter(Name)

NAMES = ("assistive", "input_methods", "virtual_devices", "keyboards", "machines")
"""Lists of plain names, in the file and in a policy's rows; the others have fields of their own."""
NEEDS: dict[ProbeName, tuple[str, ...]] = {
    "processes": ("programs",),
    "remote": ("programs",),
    "capture": ("programs", "assistive"),
    "windows": ("input_methods", "assistive"),
    "typing": ("keyboards",),
    "displays": ("displays",),
    "devices": ("virtual_devices",),
    "machine": ("machines",),
}
"""Which lists each look goes by."""


class KnownDisplay(BaseModel):
    """Displays that are something else."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: str
    manufacturers: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")], ...] = ()
    """Three letters by PNP."""
    names: tuple[Name, ...]
    """Parts of the name or of a text in the EDID."""


class Lists(BaseModel):
    """What is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    """Of the app's file."""
    assistive: frozenset[Name]
    """Processes of screen readers, magnifiers, on-screen keyboards, voice control, switches."""
    input_methods: frozenset[Name]
    """Processes whose windows show what is being composed; allowed for everybody."""
    displays: tuple[KnownDisplay, ...]
    virtual_devices: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Parts of names of cameras and microphones that are programs."""
    keyboards: tuple[Name, ...]
    """Parts of names of keyboards that are programs, or that type by themselves."""
    machines: tuple[Name, ...]
    """Words of a firmware's tables that only a virtual machine has, beside those of the rule."""
    left_out: tuple[LeftOut, ...] = ()
    """Rows of the file and of the policy that cannot be used."""


class Programs(BaseModel):
    """Programs to be noted."""

    model_config = ConfigDict(frozen=True)

    version: str
    listed: tuple[Blocked, ...]
    left_out: tuple[LeftOut, ...] = ()


def known(path: Path = LIST, more: Iterable[ProbeRow] = ()) -> Lists:
    """The app's file and the policy's rows; raises OSError or ValueError where the file is no list
    of ours."""
    given, added = read(path), tuple(more)
    out: list[LeftOut] = []
    made: dict[str, Any] = {"version": str(given["version"])[:40]}
    for name in NAMES:
        own, bad = usable(name, given[name], _NAME)
        theirs, worse = usable(name, _patterns(added, name), _NAME, source=BY_POLICY)
        made[name] = (*own, *theirs)
        out += [*bad, *worse]
    row = TypeAdapter(KnownDisplay)
    own, bad = usable("displays", given["displays"], row)
    theirs = [
        {"what": one.name or "a listed display", "names": one.patterns}
        for one in added
        if one.list == "displays"
    ]
    named, worse = usable("displays", theirs, row, source=BY_POLICY)
    # The policy's first: it may know better what such a name stands for.
    return Lists(**made, displays=(*named, *own), left_out=(*out, *bad, *worse, *_nowhere(added)))


def programs(policy: Policy, path: Path = PROGRAMS) -> Programs:
    """The app's list, the policy's rows, and the names that it denies besides; raises as `known`
    does."""
    listing = read_list(path)
    rows = [
        {"name": one.name, "processes": one.patterns, "does": one.does}
        for one in policy.probe_rows
        if one.list == "programs"
    ]
    rows += [
        {"name": name.strip("*")[:60], "processes": (name.lower(),)}
        for name in policy.denied_programs
    ]
    added, bad = usable("programs", rows, TypeAdapter(Blocked), source=BY_POLICY)
    listed, out = (*listing.programs, *added), (*listing.left_out, *bad)
    return Programs(version=listing.version, listed=listed, left_out=out)


def noted(answer: Answer, left_out: Iterable[LeftOut]) -> Answer:
    """The answer with the rows that were missing for it: a look with a hole in its list is not ok.

    What it found stays found.
    """
    needs = NEEDS.get(answer.probe, ())
    words = [f"left out: {one.words}" for one in left_out if one.list in (*needs, NOWHERE)]
    if not words or not needs:
        return answer
    outcome = "unknown" if answer.outcome == "ok" else answer.outcome
    return Answer(answer.probe, outcome, (*answer.evidence, *words))


NOWHERE = "no list"
BY_POLICY = " in the policy"


def _patterns(rows: Iterable[ProbeRow], name: str) -> list[str]:
    return [pattern for one in rows if one.list == name for pattern in one.patterns]


def _nowhere(rows: Iterable[ProbeRow]) -> list[LeftOut]:
    """Rows for lists that this release does not know; it cannot tell who would need them."""
    lists = {*NAMES, "displays", "programs"}
    strange = sorted({one.list for one in rows} - lists)
    return [LeftOut(NOWHERE, f"rows for a list that this app does not know ({n})") for n in strange]

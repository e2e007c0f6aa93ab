"""What the probes know by name, as a data file.

One rule: the list is checked as it is read; a broken one makes its probes unknown, not silent.
"""

import json
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LIST = Path(__file__).with_name("lists.json")

Name = Annotated[str, StringConstraints(pattern=r"^[^A-Z]{3,60}$")]


class KnownDisplay(BaseModel):
    """Displays that are something else."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: str
    manufacturers: tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")], ...]
    """Three letters by PNP."""
    names: tuple[Name, ...]
    """Parts of the name or of a text in the EDID."""


class Lists(BaseModel):
    """The file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    assistive: frozenset[Name]
    """Processes of screen readers, magnifiers, on-screen keyboards, voice control, switches."""
    input_methods: frozenset[Name]
    """Processes whose windows show what is being composed; allowed for everybody."""
    displays: tuple[KnownDisplay, ...]
    virtual_devices: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Parts of names of cameras and microphones that are programs."""
    keyboards: tuple[Name, ...]
    """Parts of names of keyboards that are programs, or that type by themselves."""


def known(path: Path = LIST) -> Lists:
    """The list; raises OSError or ValueError where it cannot be read."""
    return Lists.model_validate(json.loads(path.read_text("utf-8")))

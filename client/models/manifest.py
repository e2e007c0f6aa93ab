"""Reads manifests into frozen values: the one that ships, and one that an organisation adds.

One rule: a manifest is part of the program, so a mistake in it is an error at once, never a
missing model.
"""

import os
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

MANIFEST = Path(__file__).with_name("manifest.toml")
VARIABLE = "INVIGIL_MODELS_MANIFEST"
"""Names a further manifest, whose sources are preferred to the shipped ones."""

Build = Literal["face", "people"]
"""Models that are put together here from a package's files."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One file, by its content."""

    name: str
    """File name inside the source's folder, or of the model itself."""
    sha256: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Source:
    """One way to get a model, and the files that it must yield."""

    name: str
    version: str
    files: tuple[Pin, ...]
    """One file, or all of a folder's."""
    folder: str | None
    """Name of the folder on the search path; None where the model is a single file there."""
    url: str | None
    """Where a download comes from: of the file, or of the folder with a final slash."""
    build: Build | None
    """Which builder makes it; None where it is downloaded or put there by hand."""

    @property
    def place(self) -> str:
        """What it is called inside each folder of the search path."""
        return self.folder or self.files[0].name


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the manifest."""

    name: str
    what: str
    without: str
    """What happens when it is missing."""
    required: bool
    """Whether a demo or an interview is incomplete without it."""
    licence: str
    sources: tuple[Source, ...]
    """In order of preference."""
    make: str = ""
    """Command by which an organisation makes it, to be pinned in a manifest of its own."""


def parse(text: str) -> tuple[Model, ...]:
    """The models of a manifest's text; raises ValueError where an entry is incomplete."""
    try:
        return tuple(_model(entry) for entry in tomllib.loads(text).get("model", []))
    except KeyError as missing:
        raise ValueError(f"an entry of the manifest lacks {missing}") from None


@cache
def bundled() -> tuple[Model, ...]:
    """The manifest that ships with this program."""
    return parse(MANIFEST.read_text("utf-8"))


def effective() -> tuple[Model, ...]:
    """The shipped manifest with the organisation's own, where `VARIABLE` names one.

    Raises ValueError or OSError where that one cannot be read.
    """
    further = os.environ.get(VARIABLE)
    if not further:
        return bundled()
    return joined(bundled(), parse(Path(further).read_text("utf-8")))


def joined(models: tuple[Model, ...], further: tuple[Model, ...]) -> tuple[Model, ...]:
    """Both manifests; of a model that stands in both, the further sources come first."""
    added = {model.name: model for model in further}
    known = {model.name for model in models}
    both = tuple(
        replace(model, sources=added[model.name].sources + model.sources)
        if model.name in added
        else model
        for model in models
    )
    return both + tuple(model for model in further if model.name not in known)


def _model(entry: dict[str, Any]) -> Model:
    model = Model(
        name=entry["name"],
        what=entry["what"],
        without=entry["without"],
        required=entry["required"],
        licence=entry["licence"],
        sources=tuple(_source(each) for each in entry.get("source", [])),
        make=entry.get("make", ""),
    )
    if not model.sources and not model.make:
        raise ValueError(f"model {model.name} has no source")
    return model


def _source(entry: dict[str, Any]) -> Source:
    single = {"name": entry.get("file"), "sha256": entry.get("sha256"), "size": entry.get("size")}
    files = entry["files"] if "folder" in entry else [single]
    source = Source(
        name=entry["name"],
        version=entry["version"],
        files=tuple(_pin(each, entry["name"]) for each in files),
        folder=entry.get("folder"),
        url=entry.get("url"),
        build=entry.get("build"),
    )
    if source.build is not None and source.build not in get_args(Build):
        raise ValueError(f"source {source.name} names no builder: {source.build}")
    if not source.files or (source.url is not None and source.build is not None):
        raise ValueError(f"source {source.name} needs files, and a url or a build, not both")
    return source


def _pin(entry: dict[str, Any], source: str) -> Pin:
    pin = Pin(entry["name"], entry["sha256"], entry["size"])
    if not (pin.name and pin.sha256 and isinstance(pin.size, int)):
        raise ValueError(f"a file of source {source} lacks its name, sha256 or size")
    return pin

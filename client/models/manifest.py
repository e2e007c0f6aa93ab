"""Reads manifest.toml into frozen values.

One rule: the manifest is part of the program, so a mistake in it is an error at once, never a
missing model.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

MANIFEST = Path(__file__).with_name("manifest.toml")


@dataclass(frozen=True, slots=True)
class Source:
    """One way to get a model, and the file that it must yield."""

    name: str
    version: str
    file: str
    """File name inside each folder of the search path."""
    sha256: str
    size: int
    """Bytes."""
    url: str | None
    """Where a download comes from; None where it is built."""
    build: Literal["face"] | None
    """Which builder makes it; None where it is downloaded."""


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of the manifest: a file from `sources`, or a `folder` put there by hand."""

    name: str
    what: str
    without: str
    """What happens when it is missing."""
    required: bool
    """Whether a demo or an interview is incomplete without it."""
    licence: str
    sources: tuple[Source, ...]
    """In order of preference; empty for a folder."""
    folder: str | None
    """Name of the folder on the search path."""
    needs: tuple[str, ...]
    """Files without which the folder is not the model."""


def parse(text: str) -> tuple[Model, ...]:
    """The models of a manifest's text; raises ValueError where an entry is incomplete."""
    return tuple(_model(entry) for entry in tomllib.loads(text).get("model", []))


@cache
def bundled() -> tuple[Model, ...]:
    """The manifest that ships with this program."""
    return parse(MANIFEST.read_text("utf-8"))


def _model(entry: dict[str, Any]) -> Model:
    try:
        model = Model(
            name=entry["name"],
            what=entry["what"],
            without=entry["without"],
            required=entry["required"],
            licence=entry["licence"],
            sources=tuple(_source(each) for each in entry.get("source", [])),
            folder=entry.get("folder"),
            needs=tuple(entry.get("needs", ())),
        )
    except KeyError as missing:
        raise ValueError(f"a model in the manifest lacks {missing}") from None
    if bool(model.sources) == bool(model.folder):
        raise ValueError(f"model {model.name} needs either sources or a folder")
    return model


def _source(entry: dict[str, Any]) -> Source:
    source = Source(
        name=entry["name"],
        version=entry["version"],
        file=entry["file"],
        sha256=entry["sha256"],
        size=entry["size"],
        url=entry.get("url"),
        build=entry.get("build"),
    )
    if (source.url is None) == (source.build is None):
        raise ValueError(f"source {source.name} needs either a url or a build")
    return source

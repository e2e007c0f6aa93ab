"""Finds model files and checks them.

One rule: a file whose SHA-256 is not the manifest's is as good as absent, and so is a folder with
a file that no manifest names; the reason says what to do. Search path: `$INVIGIL_MODELS` (folders
joined as in PATH), the app's own bundle, the person's cache.
"""

import hashlib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from client import sentences
from client.models import manifest
from client.models.errors import UnknownModelError
from client.models.manifest import Model, Source

VARIABLE = "INVIGIL_MODELS"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model that was found and checked."""

    name: str
    path: Path
    """The file, or the folder of a model that is one."""
    version: str
    sha256: str
    """Of the file; of a folder: over the names and hashes of its files."""
    source: str
    """Which entry of the manifest it matches."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file on the search path that carries a model's name."""

    model: str
    path: Path
    state: Literal["ok", "wrong"]
    detail: str
    """The matching source, or what is wrong, in words."""
    found: ModelFile | None
    """None while `state` is wrong."""


@dataclass(frozen=True, slots=True)
class Store:
    """A manifest and the folders in which its models may lie, nearest first."""

    models: tuple[Model, ...]
    folders: tuple[Path, ...]

    def model(self, name: str) -> Model:
        """The manifest's entry; raises UnknownModelError, naming those there are."""
        for model in self.models:
            if model.name == name:
                return model
        known = ", ".join(model.name for model in self.models)
        raise UnknownModelError(f"There is no model called {name}: the manifest has {known}.")

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Everything on the search path that carries the model's name, best first.

        A file that one source accepts is not wrong for carrying the name of another's.
        """
        model = self.model(name)
        every = tuple(
            _check(model, source, path)
            for source in model.sources
            for path in self._existing(source.place)
        )
        accepted = {each.path for each in every if each.found}
        return tuple(each for each in every if each.found or each.path not in accepted)

    def find(self, name: str) -> ModelFile | None:
        """The preferred source's file that is whole, or None (then ask `why_missing`)."""
        return next((each.found for each in self.candidates(name) if each.found), None)

    def why_missing(self, name: str) -> str:
        """A sentence with what to do; empty while `find` finds it."""
        candidates = self.candidates(name)
        if any(each.found for each in candidates):
            return ""
        model = self.model(name)
        if candidates:
            why = sentences.MODEL_WRONG(name=name, detail=candidates[0].detail)
        else:
            why = sentences.MODEL_ABSENT(name=name)
        return f"{why} {consequence(model)} {_advice(model)}"

    def _existing(self, name: str) -> list[Path]:
        return [path for folder in self.folders if (path := folder / name).exists()]


def cache_folder() -> Path:
    """Where fetched models are kept for this person."""
    return Path(platformdirs.user_cache_dir("Invigil", appauthor=False)) / "models"


def bundle_folder() -> Path:
    """Where a packaged app carries its models."""
    return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "models"


def default_store(extra: Sequence[Path] = ()) -> Store:
    """The shipped manifest on this machine's search path; `extra` folders come first."""
    named = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    return Store(manifest.effective(), (*extra, *named, bundle_folder(), cache_folder()))


def find(name: str) -> ModelFile | None:
    """`Store.find` on the default store."""
    return default_store().find(name)


def why_missing(name: str) -> str:
    """`Store.why_missing` on the default store."""
    return default_store().why_missing(name)


def consequence(model: Model) -> str:
    """What goes without the model, as a sentence."""
    return f"{model.without[:1].upper()}{model.without[1:]}."


def file_sha256(path: Path) -> str:
    """Reads in pieces; models can be larger than memory allows."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def folder_sha256(hashes: Mapping[str, str]) -> str:
    """Of a folder: over its files' names and hashes, in the order of the names."""
    lines = (f"{name} {hashes[name]}\n" for name in sorted(hashes))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _check(model: Model, source: Source, path: Path) -> Candidate:
    if source.folder is not None and not path.is_dir():
        return _wrong(model, path, f"{path.name} is not a folder.")
    hashes: dict[str, str] = {}
    for pin in source.files:
        file = path if source.folder is None else path / pin.name
        try:
            hashes[pin.name] = file_sha256(file)
        except FileNotFoundError:
            return _wrong(model, path, f"its folder lacks {pin.name}.")
        except OSError as error:
            return _wrong(model, path, f"{file.name} cannot be read ({error.strerror}).")
        if hashes[pin.name] != pin.sha256:
            return _wrong(
                model,
                path,
                f"{file.name} has SHA-256 {hashes[pin.name][:12]}…, expected "
                f"{pin.sha256[:12]}…: delete it.",
            )
    if source.folder is None:
        sha256 = source.files[0].sha256
    else:
        unknown = sorted(_strangers(path, set(hashes)))
        if unknown:
            return _wrong(model, path, f"its folder holds {unknown[0]}, which is not pinned.")
        sha256 = folder_sha256(hashes)
    found = ModelFile(model.name, path, source.version, sha256, source.name)
    return Candidate(model.name, path, "ok", source.name, found)


def _strangers(folder: Path, known: set[str]) -> set[str]:
    """Files that a loader might read although nobody pinned them."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    readable = {name for name in there if not name.startswith((".", "README", "LICENSE"))}
    return readable - known


def _wrong(model: Model, path: Path, detail: str) -> Candidate:
    return Candidate(model.name, path, "wrong", detail, None)


def _advice(model: Model) -> str:
    if any(source.url or source.build for source in model.sources):
        return sentences.FETCH(name=model.name)
    if model.make and not model.sources:
        return sentences.MAKE(command=model.make)
    # No path: this sentence goes into the record, and a home folder carries a person's name.
    places = ", ".join(source.place for source in model.sources)
    return sentences.PUT(places=places, variable=VARIABLE)

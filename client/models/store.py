"""Finds model files and checks them.

One rule: a file whose SHA-256 is not the manifest's is as good as absent, and the reason says
what to do. Search path: `$INVIGIL_MODELS` (folders joined as in PATH), the app's own bundle, the
person's cache.
"""

import hashlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from client.models import manifest
from client.models.errors import UnknownModelError
from client.models.manifest import Model

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
    """Which entry of the manifest it matches; `folder` for a folder."""


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
        """Everything on the search path that carries the model's name, best first."""
        model = self.model(name)
        if model.folder is not None:
            return tuple(
                _check_folder(model, path) for path in self._existing(model.folder) if path.is_dir()
            )
        return tuple(
            _check_file(model, index, path)
            for index, source in enumerate(model.sources)
            for path in self._existing(source.file)
        )

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
            return f"The {name} model cannot be used: {candidates[0].detail} {_advice(model)}"
        return f"The {name} model is not on this machine. {_advice(model)}"

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
    return Store(manifest.bundled(), (*extra, *named, bundle_folder(), cache_folder()))


def find(name: str) -> ModelFile | None:
    """`Store.find` on the default store."""
    return default_store().find(name)


def why_missing(name: str) -> str:
    """`Store.why_missing` on the default store."""
    return default_store().why_missing(name)


def file_sha256(path: Path) -> str:
    """Reads in pieces; models can be larger than memory allows."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_file(model: Model, index: int, path: Path) -> Candidate:
    source = model.sources[index]
    try:
        actual = file_sha256(path)
    except OSError as error:
        return _wrong(model, path, f"{path.name} cannot be read ({error.strerror}).")
    if actual != source.sha256:
        return _wrong(
            model,
            path,
            f"{path.name} has SHA-256 {actual[:12]}…, expected {source.sha256[:12]}…: "
            "delete that file.",
        )
    file = ModelFile(model.name, path, source.version, actual, source.name)
    return Candidate(model.name, path, "ok", source.name, file)


def _check_folder(model: Model, folder: Path) -> Candidate:
    lacking = [name for name in model.needs if not (folder / name).is_file()]
    if lacking:
        return _wrong(model, folder, f"its folder lacks {', '.join(lacking)}.")
    whole = hashlib.sha256()
    try:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            line = f"{path.relative_to(folder).as_posix()} {file_sha256(path)}\n"
            whole.update(line.encode())
    except OSError as error:
        return _wrong(model, folder, f"its folder cannot be read ({error.strerror}).")
    sha256 = whole.hexdigest()
    file = ModelFile(model.name, folder, f"local-{sha256[:12]}", sha256, "folder")
    return Candidate(model.name, folder, "ok", "folder", file)


def _wrong(model: Model, path: Path, detail: str) -> Candidate:
    return Candidate(model.name, path, "wrong", detail, None)


def _advice(model: Model) -> str:
    if model.folder is not None:
        return (
            f"Put a folder named {model.folder} with {', '.join(model.needs)} into "
            f"{cache_folder()} or a folder named by {VARIABLE}; until then {model.without}."
        )
    return f"Run `python -m client.models fetch {model.name}`; until then {model.without}."

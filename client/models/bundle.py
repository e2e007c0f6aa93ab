"""A folder of models for machines without a network: `fetch --from` or `INVIGIL_MODELS` reads it.

One rule: it is laid out as a mirror is, holds only what the manifest pins, hashed as it is copied,
and is the same bytes each time.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from client.models.download import room, written
from client.models.errors import MissingModelError
from client.models.store import ModelFile, Store, file_sha256

INDEX = "models.json"


def bundle(store: Store, names: Sequence[str], out: Path) -> tuple[str, ...]:
    """Copies the named models into `out`, a new folder; why each that is missing is missing.

    Raises MissingModelError where nothing of it is here, FetchError where it cannot be written.
    """
    found = {name: store.find(name) for name in names}
    here = [one for one in found.values() if one is not None]
    if not here:
        raise MissingModelError("None of these models is on this machine: fetch them first.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise MissingModelError(f"{out} is there already: name a new folder.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        room(out.parent, sum(_bytes(one.path) for one in here))
        fresh = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise written(error, str(out)) from error
    try:
        rows = [_copied(store, one, fresh) for one in here]
        (fresh / INDEX).write_text(json.dumps(rows, indent=1, sort_keys=True) + "\n", "utf-8")
        fresh.chmod(0o755)
        os.replace(fresh, out)  # over an empty folder, where there is one
    except OSError as error:
        raise written(error, str(out)) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return tuple(store.why_missing(name) for name, one in found.items() if one is None)


def _copied(store: Store, one: ModelFile, there: Path) -> dict[str, object]:
    """Its row of the index; raises MissingModelError where the copy is not the model."""
    if one.path.is_dir():
        source = next(s for s in store.model(one.name).sources if s.name == one.source)
        (there / one.path.name).mkdir()
        for pin in source.files:
            shutil.copyfile(one.path / pin.name, there / one.path.name / pin.name)
        pins = {f"{one.path.name}/{pin.name}": pin.sha256 for pin in source.files}
    else:
        shutil.copyfile(one.path, there / one.path.name)
        pins = {one.path.name: one.sha256}
    for name, sha256 in pins.items():
        if file_sha256(there / name) != sha256:
            raise MissingModelError(f"{name} changed while it was copied: try again.")
    return {
        "model": one.name,
        "version": one.version,
        "licence": store.model(one.name).licence,
        "files": pins,
    }


def _bytes(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())

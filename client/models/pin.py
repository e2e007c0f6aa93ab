"""Writes the manifest entry of a model that an organisation brings along.

One rule: whoever pins a model has decided for it; from then on only those very bytes are loaded.
"""

import json
from pathlib import Path

from client.models.manifest import VARIABLE, Model
from client.models.store import file_sha256


def pin(model: Model, path: Path) -> str:
    """TOML for a manifest that `INVIGIL_MODELS_MANIFEST` names; raises OSError."""
    path = path.absolute()
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    if not files:
        raise ValueError(f"{path} holds no file.")
    rows = [
        (each.relative_to(path).as_posix() if path.is_dir() else each.name, each) for each in files
    ]
    head = f"""\
# Put {path.name} into a folder of INVIGIL_MODELS, and name this file in {VARIABLE}.
[[model]]
name = {_text(model.name)}
what = {_text(model.what)}
without = {_text(model.without)}
required = {str(model.required).lower()}
licence = "as agreed with its maker"

  [[model.source]]
  name = "pinned"
  version = {_text(path.stem)}
"""
    if path.is_dir():
        lines = "".join(
            f"    {{ name = {_text(name)}, sha256 = {_text(file_sha256(each))}, "
            f"size = {each.stat().st_size} }},\n"
            for name, each in rows
        )
        return f"{head}  folder = {_text(path.name)}\n  files = [\n{lines}  ]\n"
    sha256, size = file_sha256(path), path.stat().st_size
    return f'{head}  file = {_text(path.name)}\n  sha256 = "{sha256}"\n  size = {size}\n'


def _text(value: str) -> str:
    """A TOML basic string; JSON's escapes are a part of TOML's."""
    return json.dumps(value, ensure_ascii=False)

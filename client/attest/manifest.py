"""The list of every shipped file with its hash, and how the files here differ from it.

One rule: the same files give the same bytes on every machine, so that a digest names a build; what
an app writes while it runs lies elsewhere and is in no list.
"""

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from shared.build import MAX_NAMED, Build
from shared.chain import canonical
from shared.ids import sha256_hex

MANIFEST, SIGNATURE = "build.json", "build.sig"
"""In the app's folder, and in no list themselves."""
PACKAGES = ("client", "shared")
"""What is shipped of a source checkout."""
_MAX_BYTES = 8 * 1024 * 1024
"""A packaged app has some thousand files, at most 200 bytes each."""
_UNSHIPPED = frozenset({"__pycache__", "_CodeSignature"})
"""Made on the machine, or by the system's own signing after ours."""


class BadManifest(Exception):
    """The list, or its signature, is not what this release reads; the text says what is wrong."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One build."""

    version: str
    platform: str
    files: Mapping[str, tuple[int, str]]
    """(bytes, SHA-256) by path below the app's folder, with forward slashes."""

    def to_bytes(self) -> bytes:
        """Canonical JSON: what is hashed and shipped."""
        rows = [[name, *self.files[name]] for name in sorted(self.files)]
        made = {"v": 1, "version": self.version, "platform": self.platform, "files": rows}
        return canonical(made)

    @property
    def digest(self) -> str:
        """SHA-256 of `to_bytes`."""
        return sha256_hex(self.to_bytes())


def root() -> Path:
    """The folder that this app was shipped in."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable).resolve()
        # In a bundle for macOS the libraries lie beside the program's folder.
        return program.parents[1] if sys.platform == "darwin" else program.parent
    return Path(__file__).resolve().parents[2]


def this_platform() -> str:
    """Such as linux-x86_64 or darwin-arm64."""
    return f"{platform.system()}-{platform.machine()}".lower()[:60]


def read_files(folder: Path) -> dict[str, tuple[int, str]]:
    """Size and hash of every shipped file below `folder`; raises OSError where one cannot be read.

    A link counts by where it leads to, not by what is there.
    """
    return {name: _entry(path) for name, path in _shipped(folder)}


def parse(raw: bytes) -> Manifest:
    """Reads `Manifest.to_bytes`; raises BadManifest for anything else."""
    if len(raw) > _MAX_BYTES:
        raise BadManifest(f"the list has {len(raw)} bytes, more than any build's")
    try:
        given = cast(dict[str, Any], json.loads(raw))
        files = {str(name): (int(size), str(sha)) for name, size, sha in given["files"]}
        made = Manifest(str(given["version"]), str(given["platform"]), files)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadManifest(f"the list cannot be read ({type(error).__name__})") from None
    if made.to_bytes() != raw:
        raise BadManifest("the list is not in its canonical form")
    return made


def differences(shipped: Manifest, here: Mapping[str, tuple[int, str]]) -> list[str]:
    """Names of files that were changed, are missing, or were added; in order."""
    return sorted(
        name
        for name in shipped.files.keys() | here.keys()
        if shipped.files.get(name) != here.get(name)
    )


def told(shipped: Manifest, sig: str, here: Mapping[str, tuple[int, str]] | None) -> Build:
    """What the app tells of itself; `here` is None where the files could not be read."""
    differ = [] if here is None else differences(shipped, here)
    now = None if here is None else Manifest(shipped.version, shipped.platform, here)
    return Build(
        version=shipped.version[:40],
        platform=shipped.platform[:60],
        released=shipped.digest,
        files=len(shipped.files),
        sig=sig,
        found=None if now is None else now.digest,
        changed=tuple(name[:200] for name in differ[:MAX_NAMED]),
        changed_count=len(differ),
    )


def _shipped(folder: Path) -> Iterator[tuple[str, Path]]:
    tops = [folder / name for name in PACKAGES]
    # A packaged app is its whole folder; a checkout has more in it than the app.
    packaged = not all((top / "__init__.py").is_file() for top in tops)
    for top in [folder] if packaged else tops:
        for at, folders, names in os.walk(top, onerror=_raise):
            links = [name for name in folders if os.path.islink(os.path.join(at, name))]
            folders[:] = [one for one in folders if one not in _UNSHIPPED and one not in links]
            for name in [*names, *links]:
                path = Path(at, name)
                relative = path.relative_to(folder).as_posix()
                if relative not in (MANIFEST, SIGNATURE) and not name.endswith(".pyc"):
                    yield relative, path


def _entry(path: Path) -> tuple[int, str]:
    if path.is_symlink():
        target = os.readlink(path).encode()
        return len(target), sha256_hex(b"link\n" + target)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return file.tell(), digest


def _raise(error: OSError) -> None:
    raise error

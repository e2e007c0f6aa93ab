"""What this very app tells of its build: measured once, off the window's thread.

One rule: it answers always; a list that is missing, broken or unreadable makes the build unknown,
and says nothing good or bad about anybody.
"""

import functools
import json
import logging
from pathlib import Path
from typing import Any, cast

from client.attest.manifest import (
    MANIFEST,
    SIGNATURE,
    BadManifest,
    Manifest,
    parse,
    read_files,
    root,
    this_platform,
    told,
)
from shared.build import Build
from shared.version import APP_VERSION

KEYS = "release-keys.json"

log = logging.getLogger(__name__)


@functools.cache
def build() -> Build:
    """Of the files as they were when it was first asked for; takes as long as they take to read."""
    return measure(root())


def measure(folder: Path) -> Build:
    """What the app in `folder` tells."""
    try:
        here = read_files(folder)
    except OSError as error:
        log.warning("the app's own files cannot be read: %s", error.strerror)
        here = None
    try:
        shipped = parse((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return _unlisted(here)
    except (OSError, BadManifest) as error:
        log.warning("the app's list of files cannot be used: %s", error)
        return _unlisted(here)
    return told(shipped, read_signature(folder), here)


def read_signature(folder: Path) -> str:
    """As it was shipped; empty where there is none that could be one."""
    try:
        raw = (folder / SIGNATURE).read_bytes()[:4096]
        sig = cast(dict[str, Any], json.loads(raw))["sig"]
    except (OSError, ValueError, TypeError, KeyError):
        return ""
    return sig if isinstance(sig, str) and len(sig) <= 100 else ""


def release_keys(folder: Path) -> tuple[str, ...]:
    """Public keys that came with the app in `folder`: whose releases it takes. The file is one of
    those that the build's own signature covers."""
    try:
        given = cast(list[Any], json.loads((folder / KEYS).read_bytes()[:4096]))
        return tuple(one for one in given if isinstance(one, str) and len(one) == 43)
    except (OSError, ValueError, TypeError):
        return ()


def _unlisted(here: dict[str, tuple[int, str]] | None) -> Build:
    """A checkout, or a build that nobody released: named by its files alone."""
    name = this_platform()
    found = None if here is None else Manifest(APP_VERSION, name, here).digest
    return Build(version=APP_VERSION, platform=name, found=found)

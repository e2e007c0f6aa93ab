"""Settings that whoever looks after this computer sets for everybody on it.

In one JSON file; on Windows and macOS what a group policy or a profile sets counts before it.
One rule: a source that does not fit is refused whole, with its line and what is expected there, and
the last one that fitted goes on counting; no source is no settings.
"""

import contextlib
import difflib
import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from platformdirs import user_data_path
from pydantic import ValidationError

from client.settings import Settings

MOST_BYTES = 64 * 1024
REGISTRY = r"Software\Policies\Invigil"
"""Below HKEY_LOCAL_MACHINE, which only administrators write: what a group policy sets."""
INSTALLED = r"Software\Invigil\Settings"
"""What the MSI was given on its command line; a group policy counts before it."""
DOMAIN = "com.invigil.client"
"""On macOS: the app's identifier, and the domain of its managed preferences."""
LAST_GOOD = "managed.last-good.json"
"""In the app's usual data folder, whatever the settings say about that folder."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is refused."""

    line: int
    """From 1; 0 where it is the whole file."""
    message: str
    expected: str


@dataclass(frozen=True, slots=True)
class Managed:
    """What is set, and where from."""

    path: Path
    given: Mapping[str, Any] = field(default_factory=dict)
    fault: Fault | None = None
    last_good: bool = False
    """Whether `given` is of an earlier file, because the present one does not fit."""
    above: frozenset[str] = frozenset()
    """Which of `given` the system's own policy set, not the file."""

    def sentence(self) -> str:
        """What is wrong and what counts meanwhile; empty where nothing is."""
        if self.fault is None:
            return ""
        where = f", line {self.fault.line}" if self.fault.line else ""
        counts = "the last settings that fitted count" if self.last_good else "none of it counts"
        return (
            f"{self.path}{where}: {self.fault.message}. Expected: {self.fault.expected}. "
            f"Until it is mended {counts}."
        )


def place() -> Path:
    """Where the file of this system lies; only its administrators may write there."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Invigil" / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Invigil/policy.json")
    return Path("/etc/invigil/policy.json")


def here() -> Managed:
    """What is managed on this computer: the file, and before it the system's own policies."""
    folder = user_data_path("Invigil", appauthor=False)
    return joined(read(place(), folder), system_policies())


def joined(file: Managed, above: Managed) -> Managed:
    """Each value of `above` counts before the file's; one fault is told, the upper one first."""
    if not above.given and above.fault is None:
        return file
    first = above if above.fault is not None else file
    both = {**file.given, **above.given}
    return Managed(first.path, both, first.fault, file.last_good, frozenset(above.given))


def system_policies() -> Managed:
    """Windows' group policy or macOS' profile; nothing elsewhere, where the file is all."""
    if sys.platform == "win32":
        return told_by(Path("HKEY_LOCAL_MACHINE") / REGISTRY, _registry())
    if sys.platform == "darwin":
        path = Path("/Library/Managed Preferences") / f"{DOMAIN}.plist"
        return told_by(path, preferences(path))
    return Managed(place())


def told_by(path: Path, values: "Mapping[str, Any] | Fault") -> Managed:
    """Values that came without lines, refused whole like a file's. There is no last good one:
    the system keeps what it was given."""
    if isinstance(values, Fault):
        return Managed(path, fault=values)
    checked = check(json.dumps(dict(values), default=str).encode())
    if isinstance(checked, Fault):
        return Managed(path, fault=Fault(0, checked.message, checked.expected))
    return Managed(path, checked)


def preferences(path: Path) -> "Mapping[str, Any] | Fault":
    """Managed preferences of macOS; its own keys there (`Payload…`) are not ours."""
    import plistlib  # only on macOS: a start elsewhere does without its XML parser

    try:
        found = plistlib.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        return Fault(0, f"it cannot be read ({error.strerror})", "a file that everybody may read")
    except Exception as error:  # the parser raises whatever a broken file leads it to
        return Fault(0, f"no property list ({type(error).__name__})", "a profile of settings")
    if not isinstance(found, dict):
        return Fault(0, "no dictionary", "a profile of settings")
    given = cast(dict[str, Any], found)
    return {str(name): one for name, one in given.items() if not str(name).startswith("Payload")}


def _registry() -> "Mapping[str, Any]":
    """Windows only."""
    return layered(_values(INSTALLED), _values(REGISTRY))


def layered(installed: Mapping[str, Any], policy: Mapping[str, Any]) -> dict[str, Any]:
    """Both keys' values, the policy's before the MSI's. Of the MSI's an empty one was not given."""
    return {name: one for name, one in installed.items() if one != ""} | dict(policy)


def _values(key: str) -> "Mapping[str, Any]":
    """Windows only: every value of a key; empty where there is no such key."""
    import winreg

    found: dict[str, Any] = {}
    with (
        contextlib.suppress(OSError),  # no such key, or no further value
        winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened,  # pyright: ignore
    ):
        while True:
            name, value, _ = winreg.EnumValue(opened, len(found))  # pyright: ignore
            found[str(name)] = value
    return found


def read(path: Path, folder: Path, *, trial: bool = False) -> Managed:
    """The file's settings; `folder`: where the last good ones are kept, but for a trial's."""
    kept = folder / LAST_GOOD
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Managed(path)
    except OSError as error:
        told = f"it cannot be read ({error.strerror})"
        return _refused(path, kept, Fault(0, told, "a file that everybody may read"))
    checked = check(raw)
    if isinstance(checked, Fault):
        return _refused(path, kept, checked)
    if not trial:
        _keep(kept, raw)
    return Managed(path, checked)


def check(raw: bytes) -> dict[str, Any] | Fault:
    """The settings in a file, or why they do not count. Pure."""
    if len(raw) > MOST_BYTES:
        return Fault(0, f"it has {len(raw)} bytes", f"at most {MOST_BYTES}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Fault(line, "a byte that is not UTF-8", "text saved as UTF-8")
    twice: list[str] = []
    try:
        given = json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, twice))
    except json.JSONDecodeError as error:
        return Fault(error.lineno, f"no JSON ({error.msg})", 'lines like "allow_http": false')
    except RecursionError:
        return Fault(0, "it is nested too deeply", "one object with settings")
    if not isinstance(given, dict):
        return Fault(1, "no object", 'one object, such as {"language": "de"}')
    if twice:
        line = _lines(text, twice[0])[-1]
        return Fault(line, f"{twice[0]!r} stands twice", "each setting once")
    for name in given:
        if name not in Settings.model_fields:
            near = difflib.get_close_matches(name, Settings.model_fields, n=1)
            known = ", ".join(Settings.model_fields)
            expected = f"{near[0]!r}?" if near else f"one of {known}"
            return Fault(_lines(text, name)[0], f"no setting is called {name!r}", expected)
    try:
        Settings.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        message = f"{name!r} does not fit: {first['msg']}"
        return Fault(_lines(text, name)[0], message, expected_of(name))
    return given


def expected_of(name: str) -> str:
    """Which values a setting takes, in words."""
    kind = {
        "data_dir": "a folder, as text",
        "server_url": 'an address such as "https://jobs.example.com"',
        "update_url": 'an address such as "https://files.example.com/invigil/release.json"',
        "language": 'a language code such as "de"',
        "allow_http": "true or false",
    }.get(name)
    if kind is not None:
        return kind
    metadata = Settings.model_fields[name].metadata
    low = next((f"more than {one.gt}" for one in metadata if hasattr(one, "gt")), "")
    low = low or next((f"{one.ge} or more" for one in metadata if hasattr(one, "ge")), "")
    high = next((f"{one.le} at most" for one in metadata if hasattr(one, "le")), "")
    return "a number of seconds, " + ", ".join(part for part in (low, high) if part)


def _object(pairs: list[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            twice.append(name)
        found[name] = value
    return found


def _lines(text: str, name: str) -> list[int]:
    """On which lines a name stands as a key."""
    key = re.compile(re.escape(json.dumps(name)) + r"\s*:")
    plain = re.compile(re.escape(json.dumps(name, ensure_ascii=False)) + r"\s*:")
    found = [match.start() for match in (*key.finditer(text), *plain.finditer(text))]
    return sorted({text.count("\n", 0, at) + 1 for at in found}) or [0]


def _refused(path: Path, kept: Path, fault: Fault) -> Managed:
    try:
        before = check(kept.read_bytes())
    except OSError:
        return Managed(path, fault=fault)
    if isinstance(before, Fault):
        return Managed(path, fault=fault)
    return Managed(path, before, fault, last_good=True)


def _keep(kept: Path, raw: bytes) -> None:
    """Best effort: without a place for it there is only no last good one."""
    try:
        if kept.exists() and kept.read_bytes() == raw:
            return
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = kept.with_name(kept.name + ".new")
        fresh.write_bytes(raw)
        os.replace(fresh, kept)
    except OSError:
        return

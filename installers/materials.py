"""What a built folder is made of: a bill of materials (CycloneDX 1.6) and the licences.

One rule: a file counts for the package whose installed files it came from; a file that nobody
claims is named as such and never left out.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

LICENCE = re.compile(r"^(licen[cs]e|copying|notice|authors|third.?party)", re.IGNORECASE)
COMMON = Path("/usr/share/common-licenses")
"""Debian's own copies of licences that need no holder's name in them."""
_COMMON = (
    (re.compile(r"\bApache[ -]?(Software|2|License)", re.IGNORECASE), ("Apache-2.0",)),
    (re.compile(r"\bLGPL-3"), ("LGPL-3", "GPL-3")),
)
"""The LGPL is an addition to the GPL: both belong together."""
_EXPRESSION = re.compile(r"^[A-Za-z0-9.+\-() ]{1,120}$")


@dataclass(frozen=True, slots=True)
class Part:
    """One package of which something is in the folder."""

    name: str
    version: str
    purl: str
    licence: str = ""
    texts: tuple[Path, ...] = field(default=(), compare=False)
    """Files that hold its licence."""


@dataclass(frozen=True, slots=True)
class Materials:
    """All parts, and the files that no package claims."""

    parts: tuple[Part, ...]
    unclaimed: tuple[str, ...]


def python_parts() -> dict[Path, Part]:
    """Every installed file of this environment and the distribution that brought it."""
    claimed: dict[Path, Part] = {}
    for found in distributions():
        part = _python(found)
        for file in found.files or ():
            claimed[Path(str(found.locate_file(file))).resolve()] = part
    return claimed


def debian_parts(files: Iterable[Path]) -> dict[Path, Part]:
    """The system's own libraries among `files` and the Debian packages that brought them."""
    asked = sorted({str(file) for file in files})
    if not asked or shutil.which("dpkg-query") is None:
        return {}
    # A merged /usr: dpkg knows some libraries by their place before the merge.
    named = [*asked, *(file.removeprefix("/usr") for file in asked if file.startswith("/usr/"))]
    told = subprocess.run(
        ["dpkg-query", "-S", *named], capture_output=True, text=True, check=False
    ).stdout
    owners = dict(owned(told))
    details = _debian_details(sorted(set(owners.values())))
    found: dict[Path, Part] = {}
    for file in asked:
        owner = owners.get(file) or owners.get(file.removeprefix("/usr"))
        if owner in details:
            found[Path(file)] = details[owner]
    return found


def owned(told: str) -> list[tuple[str, str]]:
    """`(file, package)` of each line of `dpkg-query -S`; diversions are no owners."""
    lines = (line for line in told.splitlines() if not line.startswith("diversion"))
    rows = (line.rpartition(": ") for line in lines)
    return [(file, packages.split(",")[0].strip()) for packages, _, file in rows if packages]


def materials(sources: Sequence[Path], claimed: Mapping[Path, Part]) -> Materials:
    """Which parts the `sources` of the folder's files belong to."""
    parts = {claimed[source] for source in sources if source in claimed}
    unclaimed = sorted({source.name for source in sources if source not in claimed})
    return Materials(
        tuple(sorted(parts, key=lambda each: (each.purl, each.name))), tuple(unclaimed)
    )


def bill(of: Materials, *, version: str, timestamp: str) -> dict[str, Any]:
    """CycloneDX 1.6; without a serial number, so that two builds of one commit are the same."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": timestamp,
            "component": {"type": "application", "name": "invigil", "version": version},
        },
        "components": [_component(part) for part in of.parts],
        "properties": [
            {"name": "invigil:file-of-no-package", "value": name} for name in of.unclaimed
        ],
    }


def keep_licences(of: Materials, folder: Path) -> list[str]:
    """Copies every licence text to `folder`/PART; the names of parts that brought none."""
    without: list[str] = []
    for part in of.parts:
        for number, text in enumerate(part.texts or common(part.licence)):
            there = folder / f"{part.name}-{part.version}".replace(":", "_") / text.name
            if there.exists():  # several texts of one name: each is kept
                there = there.with_name(f"{number}-{text.name}")
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, there)
        if not (part.texts or common(part.licence)):
            without.append(part.name)
    return without


def common(licence: str) -> tuple[Path, ...]:
    """Texts for a part that brings none, where its licence names one that is the same for all."""
    names = next((names for form, names in _COMMON if form.search(licence)), ())
    return tuple(COMMON / name for name in names if (COMMON / name).is_file())


def write(of: dict[str, Any], path: Path) -> None:
    """JSON, the same bytes for the same content."""
    path.write_text(json.dumps(of, indent=1, sort_keys=True) + "\n", "utf-8")


def _python(found: Distribution) -> Part:
    told = found.metadata.json
    name, version = str(told["name"]), str(told["version"])
    licence = str(told.get("license_expression") or told.get("license") or "")
    if not _EXPRESSION.match(licence):
        kinds = [each for each in told.get("classifier") or () if each.startswith("License ::")]
        licence = kinds[0].rpartition(":: ")[2] if kinds else ""
    texts = [
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        # In the package's notes, or in its own first folder, as ONNX Runtime has it.
        if LICENCE.match(file.name)
        and (".dist-info" in str(file) or len(file.parts) == 2)
        and file.suffix not in (".py", ".pyi", ".pyc")
    ]
    purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version}"
    return Part(name, version, purl, licence, tuple(text for text in texts if text.is_file()))


def _debian_details(packages: Sequence[str]) -> dict[str, Part]:
    if not packages:
        return {}
    form = "${binary:Package} ${Package} ${Version}\n"
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", form, *packages], capture_output=True, text=True, check=False
    ).stdout
    found: dict[str, Part] = {}
    for line in told.splitlines():
        full, name, version = line.split(" ")
        text = Path("/usr/share/doc") / name / "copyright"
        part = Part(
            name,
            version,
            f"pkg:deb/debian/{name}@{version}",
            texts=(text,) if text.is_file() else (),
        )
        found |= {full: part, name: part}
    return found


def _component(part: Part) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": "library",
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "bom-ref": part.purl,
    }
    if part.licence:
        row["licenses"] = [{"license": {"name": part.licence}}]
    return row

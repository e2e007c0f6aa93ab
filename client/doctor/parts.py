"""What the doctor tells, part by part: each gathered for itself, so that one that breaks is named
and the others are still told.

One rule: a part is made of chosen fields; names of devices, people and files are in none of them,
and of interviews only numbers are told.
"""

import json
import locale
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from client import explain, logs, managed
from client.attest.here import build
from client.attest.manifest import root
from client.doctor.known import Known
from client.doctor.scrub import Scrubber
from client.settings import Settings
from shared.version import APP_VERSION, PROTOCOL

LIBRARIES = (
    "PySide6-Essentials",
    "opencv-python-headless",
    "mediapipe",
    "onnxruntime",
    "numpy",
    "sounddevice",
    "av",
    "httpx",
    "cryptography",
    "truststore",
    "aiortc",
    "faster-whisper",
    "ctranslate2",
    "pydantic",
)
MAX_LOG_LINES = 4_000
MEASURED = ("network", "clock", "disk", "models", "light", "pace")
"""Probes whose finding is a figure; the others' names a device."""
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
_LOG_FIELDS = {
    "at": (int, float),
    "level": str,
    "from": str,
    "text": str,
    "error": str,
    "lost": int,
}


@dataclass(frozen=True, slots=True)
class Patient:
    """Whom the doctor looks at."""

    settings: Settings
    given: managed.Managed
    known: Known
    environ: Mapping[str, str]
    preflight: Callable[[], Iterable[Any]] | None = None
    """Tries the computer (`probes.run`); None where that is left out."""


Part = Callable[[Patient, Scrubber], Any]


def versions(patient: Patient, scrub: Scrubber) -> Any:
    """The app's, and those of the libraries that most trouble comes from."""
    return {
        "app": APP_VERSION,
        "protocol": PROTOCOL,
        "packaged": bool(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "libraries": {name: library_version(name) for name in LIBRARIES},
    }


def files_of_the_app(patient: Patient, scrub: Scrubber) -> Any:
    """Whether the app's files are those that were released."""
    found = build()
    return {
        "platform": found.platform,
        "listed": found.files,
        "released": (found.released or "")[:12],
        "found": (found.found or "")[:12],
        "signed": bool(found.sig),
        "changed": found.changed_count,
        "changed_files": list(found.changed),
    }


def models(patient: Patient, scrub: Scrubber) -> Any:
    """Each model of the manifest, hashed: whole, wrong or missing."""
    from client.models.store import default_store

    store = default_store()
    rows: list[dict[str, Any]] = []
    for model in store.models:
        found = store.find(model.name)
        rows.append(
            {
                "model": model.name,
                "required": model.required,
                "state": "ok" if found else "wrong" if store.candidates(model.name) else "not here",
                "version": found.version if found else "",
                "sha256": found.sha256[:12] if found else "",
            }
        )
    return rows


def policy(patient: Patient, scrub: Scrubber) -> Any:
    """The rules of the newest interview, or the defaults; and the managed file's fault, if any."""
    grant, fault = explain.newest(patient.settings.spools, "")
    rows = (
        *explain.policy_rows(grant),
        *explain.setting_rows(patient.settings, patient.given, patient.environ),
    )
    return {
        "of_an_interview": grant is not None,
        "cannot_be_read": bool(fault),
        "managed_file": scrub.text(patient.given.sentence()) or "fits, or is not there",
        "precedence": list(explain.PRECEDENCE),
        "fields": [
            {"part": row.part, "name": row.name, "value": row.value, "from": row.source}
            for row in rows
        ],
    }


def devices(patient: Patient, scrub: Scrubber) -> Any:
    """How many there are of which kind; their names often are a person's."""
    return {
        kind: {"could_not_be_listed": found} if isinstance(found, str) else _counted(found)
        for kind, found in patient.known.kinds.items()
    }


def interviews(patient: Patient, scrub: Scrubber) -> Any:
    """What is saved on this computer: counts only."""
    return [
        {
            "number": number,
            "state": one.state,
            "rows_not_sent": one.rows_behind,
            "kilobytes": one.bytes // 1000,
            "days_old": one.days,
        }
        for number, one in enumerate(patient.known.spools, 1)
    ]


def system(patient: Patient, scrub: Scrubber) -> Any:
    """The computer, without its name and without a number that only it has."""
    folder = patient.settings.data_dir
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return {
        "system": platform.system(),
        "release": platform.release(),
        "distribution": _distribution(),
        "c_library": " ".join(platform.libc_ver()),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
        "memory_mb": _memory_mb(),
        "free_mb": shutil.disk_usage(folder).free // 1_000_000,
        "language": (locale.getlocale()[0] or "")[:20],
        "utc_offset_s": time.localtime().tm_gmtoff,
        "session": patient.environ.get("XDG_SESSION_TYPE", ""),
        "desktop": patient.environ.get("XDG_CURRENT_DESKTOP", ""),
        "qt_platform": patient.environ.get("QT_QPA_PLATFORM", ""),
        "variables_set": sorted(name for name in patient.environ if name.startswith("INVIGIL_")),
        "proxies_set": sorted(
            name for name in PROXIES if patient.environ.get(name, patient.environ.get(name.lower()))
        ),
    }


def readiness(patient: Patient, scrub: Scrubber) -> Any:
    """Each thing that was tried on this computer."""
    if patient.preflight is None:
        return "left out"
    return [
        {
            "probe": line.probe,
            "outcome": line.outcome,
            "found": line.found if line.probe in MEASURED else "",
            "cause": line.cause,
            "cure": line.cure,
            "spent_ms": line.spent_ms,
        }
        for line in patient.preflight()
    ]


PARTS: Mapping[str, Part] = {
    "versions": versions,
    "files": files_of_the_app,
    "system": system,
    "devices": devices,
    "models": models,
    "policy": policy,
    "interviews": interviews,
    "preflight": readiness,
}


def log_lines(data_dir: Path, scrub: Scrubber) -> Iterator[str]:
    """The last lines of the app's log, oldest first: only fields that the app writes."""
    rows: list[str] = []
    for path in reversed(logs.files(data_dir)):
        rows += path.read_text("utf-8", errors="replace").splitlines()
    for row in rows[-MAX_LOG_LINES:]:
        kept = _log_row(row)
        yield json.dumps(scrub.value(kept), ensure_ascii=False)


def _log_row(text: str) -> dict[str, Any]:
    try:
        given = json.loads(text)
        row = {
            name: given[name]
            for name, kind in _LOG_FIELDS.items()
            if isinstance(given.get(name), kind)
        }
    except (ValueError, AttributeError, RecursionError):
        return {"level": "?", "text": "a line that the app did not write"}
    row["given"] = [logs.safe(one) for one in _list(given.get("given"))]
    row["in"] = [one for one in _list(given.get("in")) if isinstance(one, str)]
    return row


def _list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else []


def _counted(kinds: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def library_version(name: str) -> str:
    """Of the installed package, or of the packaged app's bill of materials."""
    try:
        return version(name)
    except PackageNotFoundError:
        return _billed().get(_plain(name), "not here")


def _billed() -> dict[str, str]:
    try:
        bill = json.loads((root() / "sbom.cdx.json").read_text("utf-8"))
        return {_plain(one["name"]): one["version"] for one in bill["components"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        return platform.platform(terse=True)


def _memory_mb() -> int:
    import psutil

    return psutil.virtual_memory().total // 1_000_000

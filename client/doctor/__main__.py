"""`invigil doctor [--out FILE] [--no-preflight] [--server URL] [--show]`: one file for support.

One rule: it sends nothing, changes nothing, and leaves an interview that is open alone.
"""

import argparse
import json
import logging
import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from client import logs, managed
from client.doctor import known, parts
from client.doctor.archive import README, NotWritten, write
from client.doctor.scrub import Scrubber
from client.settings import Settings, load

Show = Callable[[str], None]


def main(
    arguments: Sequence[str] | None = None,
    settings: Settings | None = None,
    show: Show = print,
    of: "dict[str, parts.Part] | None" = None,
) -> int:
    """Looks, writes and says so; the exit status."""
    parser = argparse.ArgumentParser(
        prog="invigil doctor",
        description="Writes one file for support. Nothing is sent; names, answers, keys and links "
        "are left out.",
        epilog="Exit status: 0 written, 3 written but a part could not be looked at (said), "
        "1 not written (said why), 2 usage.",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="else in this folder")
    parser.add_argument("--server", help="address of a server, to try whether it is reached")
    parser.add_argument("--no-preflight", action="store_true", help="try nothing: takes a second")
    parser.add_argument("--show", action="store_true", help="print the report, write no file")
    asked = parser.parse_args(arguments)
    # What goes wrong while looking is a line of the report; the terminal stays readable.
    logger = logging.getLogger("client")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        return _looked(asked, settings, show, dict(parts.PARTS) if of is None else of)
    finally:
        logger.setLevel(level)


def _looked(
    asked: argparse.Namespace, settings: Settings | None, show: Show, of: "dict[str, parts.Part]"
) -> int:
    given = managed.here()
    settings = settings or load(given=given.given)
    # First, because it says whether an interview is open: its camera is not taken away.
    there = known.look(settings.spools)
    trying = not asked.no_preflight and not there.open_now
    if there.open_now:
        show("An interview is open: camera and microphone are not tried.")
    patient = parts.Patient(
        settings,
        given,
        there,
        os.environ,
        (lambda: _tried(settings, asked.server or settings.server_url or "")) if trying else None,
    )
    scrub = Scrubber(there.names, there.devices, there.secrets, _keep())
    report, broken = _gathered(patient, scrub, of, show)
    try:
        log_text = "".join(f"{line}\n" for line in parts.log_lines(settings.data_dir, scrub))
    except OSError as error:
        log_text = ""
        broken.append("log")
        show(f"log: could not be read ({error.strerror})")
    text = json.dumps(report, indent=1, ensure_ascii=False) + "\n"
    if asked.show:
        show(text)
        return 3 if broken else 0
    path = asked.out or Path(f"invigil-doctor-{datetime.now().astimezone():%Y%m%d-%H%M%S}.zip")
    try:
        write(path.absolute(), {"README.txt": README, "report.json": text, "log.jsonl": log_text})
    except NotWritten as error:
        print(error, file=sys.stderr)
        return 1
    show(f"Written: {path} ({path.stat().st_size // 1000 + 1} kB). Read it, then send it yourself.")
    return 3 if broken else 0


def _gathered(
    patient: parts.Patient, scrub: Scrubber, of: "dict[str, parts.Part]", show: Show
) -> tuple[dict[str, Any], list[str]]:
    """The report, and its list of what could not be looked at: what is added later is in both."""
    report: dict[str, Any] = {"format": 1, "made_at": datetime.now().astimezone().isoformat()[:19]}
    broken: list[str] = []
    for name, part in of.items():
        try:
            report[name] = scrub.value(part(patient, scrub))
            show(f"{name}: looked at")
        except Exception as error:  # whatever is wrong is what support wants to know
            broken.append(name)
            report[name] = {
                "could_not_be_looked_at": type(error).__name__,
                "in": logs.frames(error.__traceback__),
            }
            show(f"{name}: could not be looked at ({type(error).__name__})")
    report["could_not_be_looked_at"] = broken
    return report, broken


def _tried(settings: Settings, server: str) -> Any:
    from client.preflight import probes
    from client.preflight import report as readiness

    return probes.run(
        probes.Asked(
            settings.data_dir, server, (lambda: readiness.reach(server)) if server else None
        )
    )


def _keep() -> frozenset[str]:
    """Texts of ours, and of the system's makers, that only look like a secret."""
    from client.models import manifest

    shipped = manifest.bundled()
    sources = [source for model in shipped for source in model.sources]
    return frozenset(
        (
            platform.release(),
            *(model.name for model in shipped),
            *(source.version for source in sources),
            *parts.LIBRARIES,
            *(parts.library_version(name) for name in parts.LIBRARIES),
        )
    )


if __name__ == "__main__":
    sys.exit(main())

"""`python -m installers.client`: the app's folder, what it is made of, its archive and its sizes.

Runs in the build's own environment (`requirements/build.txt`); `python3 dev.py build client` makes
that and calls this. One rule: one commit makes the same bytes, wherever and however often.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from client.attest.__main__ import main as attest
from client.attest.here import KEYS
from client.models.profiles import PROFILES
from client.spool.keys import SigningKey
from installers.commit import ROOT, epoch
from installers.materials import bill, debian_parts, keep_licences, materials, python_parts, write
from shared.version import APP_VERSION

STRIPPED = (
    "ctranslate2/_ext.*.so",
    "ctranslate2.libs/libctranslate2*.so*",
    "mediapipe/tasks/c/libmediapipe.so",
    "tokenizers/tokenizers.*.so",
    "cryptography/hazmat/bindings/_rust.*.so",
)
"""Libraries that come with a symbol table nobody reads: 110 MB of it, 67 in ctranslate2's `_ext`.
Named one by one: stripping everything breaks NumPy's (DESIGN.md)."""
BARS_MB = {False: (600, 175), True: (780, 250)}
"""Without and with speech to text: unpacked, and as archive."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds; 0 where the folder and the archive are there."""
    parser = argparse.ArgumentParser(prog="python -m installers.client")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "client")
    parser.add_argument("--profile", choices=("none", *PROFILES), default="none")
    parser.add_argument("--no-speech", action="store_true", help="without faster-whisper")
    parser.add_argument("--no-archive", action="store_true")
    parser.add_argument("--tryout", action="store_true", help="also the program that tries it out")
    parser.add_argument("--key", type=Path, metavar="FILE", help="sign with this release key")
    parser.add_argument(
        "--trust", action="append", default=[], metavar="KEY", help="a further public key: the next"
    )
    options = parser.parse_args(arguments)
    out, speech = options.out.absolute(), not options.no_speech
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    models = _models(out, PROFILES.get(options.profile, ()))
    sources = _pyinstaller(out, speech=speech, models=models, tryout=options.tryout)
    app = out / "invigil"
    _strip(app)
    _materials(sources, app)
    if options.key:
        keys = [SigningKey.load(options.key).public, *options.trust]
        (app / KEYS).write_text(json.dumps(keys) + "\n", "utf-8")
    # Last, because it lists all that is there.
    listed = attest(["list", str(app)])
    if options.key and not listed:
        listed = attest(["sign", str(app), "--key", str(options.key)])
    if listed:
        return listed
    if options.tryout:
        _tryout(app, out / "tryout")
    report = {"version": APP_VERSION, "speech": speech, "profile": options.profile}
    report |= {"unpacked_mb": round(_size(app) / 1e6, 1)}
    if sys.platform == "linux" and not options.no_archive:  # the others' packages take the folder
        report |= {"archive_mb": round(_archive(app, out).stat().st_size / 1e6, 1)}
    (out / "report.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    unpacked, archive = BARS_MB[speech]
    print(f"{app}: {report['unpacked_mb']} MB (aim {unpacked})")
    if "archive_mb" in report:
        print(f"archive: {report['archive_mb']} MB (aim {archive})")
    return 0


def _models(out: Path, names: Sequence[str]) -> Path | None:
    """A folder with the bundled models, or None."""
    if not names:
        return None
    from client.models.bundle import bundle
    from client.models.store import default_store

    folder = out / "models"
    for why in bundle(default_store(), names, folder):
        print(f"left out: {why}", file=sys.stderr)
    return folder


def _pyinstaller(out: Path, *, speech: bool, models: Path | None, tryout: bool) -> list[Path]:
    """Runs it; the files that went into the folder."""
    told = out / "sources.json"
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "1",
        "INVIGIL_BUILD_SPEECH": "1" if speech else "0",
        "INVIGIL_BUILD_MODELS": str(models or ""),
        "INVIGIL_BUILD_SOURCES": str(told),
        "INVIGIL_BUILD_TRYOUT": "1" if tryout else "",
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(out / "work")]
    subprocess.run([*command, str(ROOT / "build_client.spec")], env=environment, check=True)
    return [Path(path).resolve() for path in json.loads(told.read_text("utf-8"))]


def _materials(sources: Sequence[Path], app: Path) -> None:
    python = python_parts()
    system = debian_parts(
        source for source in sources if source not in python and not source.is_relative_to(ROOT)
    )
    ours = [source for source in sources if not source.is_relative_to(ROOT)]
    of = materials(ours, python | system)
    when = datetime.fromtimestamp(epoch(), UTC).isoformat().replace("+00:00", "Z")
    write(bill(of, version=APP_VERSION, timestamp=when), app / "sbom.cdx.json")
    without = keep_licences(of, app / "licences")
    if without:
        print(f"no licence text in the packages of: {', '.join(without)}", file=sys.stderr)


def _strip(app: Path) -> None:
    if sys.platform != "linux":
        return
    for pattern in STRIPPED:
        for file in (app / "_internal").glob(pattern):
            subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)


def _tryout(app: Path, folder: Path) -> None:
    """The same folder by hard links, with the program that tries it, and Qt's test module."""
    import PySide6

    whole = folder.with_name("whole")
    shutil.copytree(app, whole, copy_function=os.link, symlinks=True)
    shutil.copy2(folder / "tryout", whole)
    qt = Path(PySide6.__file__).parent
    for file in (*qt.glob("QtTest.*"), *(qt / "Qt" / "lib").glob("libQt6Test.so.6")):
        if file.suffix != ".pyi":
            shutil.copy2(file, whole / "_internal" / "PySide6" / file.relative_to(qt))
    shutil.rmtree(folder)
    whole.rename(folder)


def _archive(app: Path, out: Path) -> Path:
    """A .tar.zst in which nothing depends on who packed it, or when."""
    path = out / f"invigil-{APP_VERSION}-{sys.platform}.tar.zst"
    command = ["tar", "--sort=name", f"--mtime=@{epoch()}", "--owner=0", "--group=0"]
    command += ["--numeric-owner", "--mode=u+rwX,go+rX,go-w", "-C", str(out)]
    command += ["-I", "zstd -T0 -19", "-cf", str(path), app.name]
    subprocess.run(command, check=True)
    return path


def _size(folder: Path) -> int:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    sys.exit(main())

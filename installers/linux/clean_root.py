"""`python -m installers.linux.clean_root DEB --root DIR [--upgrade DEB] [--mirror URL]`: a package
is installed, run, upgraded and purged in a fresh Debian, as root on Debian.

One rule: what is there after the purge is compared with what was there before the installation,
file by file; each step says what it found, and the first that fails ends it.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

APART = ("proc", "sys", "dev", "tmp", "run", "root", "home", "var/cache", "var/log", "var/lib/apt")
"""The system's own, and other programs' notes."""
PACKAGE_NOTES = ("var/lib/dpkg",)
PERSON = "candidate"
POLICY = '{\n  "language": "de"\n}\n'
STARTS_WITHIN_S = 60.0


class Failed(Exception):
    """A step did not find what has to be there; the text says what."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Does it all; 0 where every step held."""
    parser = argparse.ArgumentParser(prog="python -m installers.linux.clean_root")
    parser.add_argument("deb", type=Path)
    parser.add_argument("--upgrade", type=Path, metavar="DEB", help="a newer one")
    parser.add_argument("--root", type=Path, required=True, help="made if it is not there")
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--mirror", default="", help="else debootstrap's own")
    options = parser.parse_args(arguments)
    root = options.root.absolute()
    try:
        made(root, options.suite, options.mirror)
        with mounted(root):
            through(root, options.deb, options.upgrade)
    except Failed as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    return 0


def made(root: Path, suite: str, mirror: str) -> None:
    """A minimal Debian in `root`, with the programs that are asked about the package."""
    if (root / "etc/debian_version").exists():
        return
    command = ["debootstrap", "--variant=minbase", "--include=ca-certificates", suite, str(root)]
    done = subprocess.run([*command, *([mirror] if mirror else [])], check=False)
    if done.returncode:
        raise Failed("debootstrap made no root")


@contextmanager
def mounted(root: Path) -> Iterator[None]:
    """/proc, /dev and /sys inside, for as long as it takes."""
    there = [("proc", "-t", "proc", "proc"), ("sys", "--bind", "/sys"), ("dev", "--bind", "/dev")]
    try:
        for name, *how in there:
            subprocess.run(["mount", *how, str(root / name)], check=True)
        yield
    finally:
        for name, *_ in reversed(there):
            subprocess.run(["umount", "--lazy", str(root / name)], check=False)


def through(root: Path, deb: Path, newer: Path | None) -> None:
    """Install, run, upgrade, purge."""
    depends = [one.split(" ")[0] for one in _field(deb, "Depends").split(", ")]
    _must(root, "apt-get", "update", "-qq")
    # First what it depends on, so that the comparison is about this package alone.
    _must(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *depends)
    if not (root / "home" / PERSON).exists():
        _must(root, "useradd", "-m", PERSON)
    if _inside(root, "dpkg-query", "-W", "invigil").returncode == 0:  # of a trial that failed
        _must(root, "apt-get", "purge", "-y", "-qq", "invigil")
    before = listing(root)
    _installed(root, deb)
    _runs(root)
    (root / "etc/invigil").mkdir(exist_ok=True)
    (root / "etc/invigil/policy.json").write_text(POLICY, "utf-8")
    told = json.loads(_must(root, "invigil", "policy", "explain", "--json"))
    fields = {(one["part"], one["name"]): one for one in told["fields"]}
    language = fields["settings", "language"]
    if (language["value"], language["source"]) != ("de", "managed file"):
        raise Failed(f"the managed file does not count: {language}")
    _say("the managed file counts")
    if newer is not None:
        _upgraded(root, newer)
    _must(root, "apt-get", "purge", "-y", "-qq", "invigil")
    differ = differences(before, listing(root))
    if differ:
        raise Failed(f"the purge leaves {len(differ)} differences: {', '.join(differ[:20])}")
    kept = root / "home" / PERSON / ".local/share/Invigil"
    _say(
        f"purged: 0 files left, 0 changed of {len(before)}; the person's own stay: {kept.exists()}"
    )


def listing(root: Path) -> dict[str, str]:
    """A hash by path, of every file outside of `APART`; dpkg's notes by what they name."""
    found: dict[str, str] = {}
    for at, folders, names in os.walk(root):
        place = Path(at).relative_to(root).as_posix()
        folders[:] = [
            one
            for one in folders
            if f"{place}/{one}".removeprefix("./") not in (*APART, *PACKAGE_NOTES)
        ]
        for name in [*names, *(one for one in folders if (Path(at) / one).is_symlink())]:
            path = Path(at) / name
            if path.is_symlink():
                found[f"{place}/{name}"] = f"-> {os.readlink(path)}"
            elif path.is_file():
                found[f"{place}/{name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
        if not names and not folders:
            found[f"{place}/"] = "folder"
    notes = (root / "var/lib/dpkg/info").glob("invigil.*")
    return found | {f"var/lib/dpkg/info/{path.name}": "" for path in notes}


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Paths that are only in one of both, or differ."""
    both = before.keys() | after.keys()
    return sorted(path for path in both if before.get(path) != after.get(path))


def _installed(root: Path, deb: Path) -> None:
    shutil.copy2(deb, root / "tmp" / deb.name)
    _must(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{deb.name}")
    if told := _must(root, "dpkg", "--verify", "invigil").strip():
        raise Failed(f"dpkg finds changed files: {told}")
    links = (root / "usr/share/applications/mimeinfo.cache").read_text("utf-8")
    if "x-scheme-handler/invigil=invigil.desktop;" not in links:
        raise Failed("invigil: links have no program")
    _say(f"installed {_field(deb, 'Version')}, every file as packed, invigil: links open it")


def _runs(root: Path) -> None:
    for command in (["--help"], ["policy", "explain"], ["doctor", "--no-preflight", "--show"]):
        _must(root, "invigil", *command, person=True)
    report = json.loads(
        "{"
        + _must(root, "invigil", "doctor", "--no-preflight", "--show", person=True).partition(
            "\n{"
        )[2]
    )
    files = report["files"]
    if files["changed"] or not files["listed"] or report["could_not_be_looked_at"]:
        raise Failed(f"the doctor finds: {files} {report['could_not_be_looked_at']}")
    _say(f"runs as an ordinary person; {files['listed']} files are the released ones")
    with _window(root):
        _say("its window's process runs (offscreen)")


def _upgraded(root: Path, newer: Path) -> None:
    shutil.copy2(newer, root / "tmp" / newer.name)
    command = ("dpkg", "-i", f"/tmp/{newer.name}")
    with _window(root) as process:
        refused = _inside(root, *command)
        if refused.returncode == 0 or "perhaps an interview" not in refused.stderr:
            raise Failed("the package was exchanged under a running app")
        if process.poll() is not None:
            raise Failed("the running app was ended by the upgrade")
        _say("an upgrade under a running app is refused, and the app goes on")
        if _inside(root, "dpkg", "--remove", "invigil").returncode == 0:
            raise Failed("the package was removed under a running app")
        _say("so is its removal")
    _must(root, *command)
    version = _must(root, "dpkg-query", "-W", "-f", "${Version}", "invigil")
    if version != _field(newer, "Version"):
        raise Failed(f"after the upgrade there is {version}")
    if (root / "etc/invigil/policy.json").read_text("utf-8") != POLICY:
        raise Failed("the upgrade changed the managed file")
    _must(root, "invigil", "--help", person=True)
    _say(f"upgraded to {version}; the managed file stays")


@contextmanager
def _window(root: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The app with a window that nobody sees, running; ended afterwards."""
    command = ["chroot", f"--userspec={PERSON}", str(root), "/usr/bin/env", "-i"]
    command += [
        f"HOME=/home/{PERSON}",
        "PATH=/usr/bin:/bin",
        "QT_QPA_PLATFORM=offscreen",
        "LANG=C.UTF-8",
    ]
    log = root / "tmp" / "invigil.log"
    with log.open("wb") as file:
        process = subprocess.Popen([*command, "invigil"], stdout=file, stderr=file)
        try:
            until = time.monotonic() + STARTS_WITHIN_S
            data = root / "home" / PERSON / ".local/share/Invigil"
            while not (data / "logs/invigil.jsonl").exists() and time.monotonic() < until:
                time.sleep(0.2)
            time.sleep(5)
            if process.poll() is not None:
                raise Failed(f"the app ended with {process.returncode}: {log.read_text()[-2000:]}")
            yield process
        finally:
            process.terminate()
            process.wait(30)


def _field(deb: Path, name: str) -> str:
    done = subprocess.run(["dpkg-deb", "-f", deb, name], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _inside(root: Path, *command: str, person: bool = False) -> "subprocess.CompletedProcess[str]":
    who = [f"--userspec={PERSON}"] if person else []
    home = f"/home/{PERSON}" if person else "/root"
    environment = {"HOME": home, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    environment |= {"DEBIAN_FRONTEND": "noninteractive"}
    environment |= {k: v for k, v in os.environ.items() if k.lower().endswith("_proxy")}
    return subprocess.run(
        ["chroot", *who, str(root), *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def _must(root: Path, *command: str, person: bool = False) -> str:
    done = _inside(root, *command, person=person)
    if done.returncode:
        raise Failed(f"`{' '.join(command)}` ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def _say(what: str) -> None:
    print(f"ok  {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

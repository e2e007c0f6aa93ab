"""`python -m installers.linux.deb FOLDER --out DIR`: the built app as a Debian package.

One rule: the folder goes in as it was built, every byte of it; what the system has to be told
(menu, `invigil:` links, AppArmor) is told by the package's scripts and taken back by them.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installers.commit import epoch
from shared.version import APP_VERSION

HERE = Path(__file__).parent
PACKAGE = "invigil"
APP = Path("usr/lib/invigil")
DEPENDS = (
    "libc6 (>= 2.36)",
    "libportaudio2",
    "libegl1",
    "libgl1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libdbus-1-3",
    "libfontconfig1",
    "desktop-file-utils",
    "x11-xkb-utils",
)
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")
LEVEL = 19
RECOMMENDS = ("espeak-ng", "fonts-dejavu-core | fonts-noto-core", "pulseaudio | pipewire-pulse")


def control(version: str, installed_kb: int, architecture: str = "amd64") -> str:
    """The package's control file."""
    return (
        f"Package: {PACKAGE}\n"
        f"Version: {version}\n"
        f"Architecture: {architecture}\n"
        "Maintainer: Invigil <support@invigil.example>\n"
        f"Installed-Size: {installed_kb}\n"
        f"Depends: {', '.join(DEPENDS)}\n"
        f"Recommends: {', '.join(RECOMMENDS)}\n"
        "Section: education\n"
        "Priority: optional\n"
        "Description: takes remote technical interviews\n"
        " The candidate's app of Invigil. It shows what it watches and what leaves the computer,\n"
        " and gives back everything that it holds when the interview ends.\n"
    )


def build(
    folder: Path, out: Path, *, version: str = APP_VERSION, epoch: int, level: int = LEVEL
) -> Path:
    """The .deb of the built app in `folder`; raises FileNotFoundError where that is none.

    `level`: of zstd, 1 to 19; lower ones are for packages that are only tried.
    """
    if not (folder / PACKAGE).is_file():
        raise FileNotFoundError(f"{folder} holds no program `{PACKAGE}`: build the app first")
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{PACKAGE}_{version}_amd64.deb"
    with tempfile.TemporaryDirectory(prefix="invigil-deb-", dir=out) as name:
        root = Path(name) / "root"
        _lay_out(folder, root)
        size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file())
        debian = root / "DEBIAN"
        debian.mkdir()
        (debian / "control").write_text(control(version, (size + 1023) // 1024), "utf-8")
        (debian / "conffiles").write_text("/etc/apparmor.d/invigil\n", "utf-8")
        (debian / "md5sums").write_text(_sums(root), "utf-8")
        for script in SCRIPTS:
            shutil.copyfile(HERE / script, debian / script)
            (debian / script).chmod(0o755)
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", f"-z{level}", "--build"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
        subprocess.run([*command, str(root), str(path)], check=True, env=environment)
    return path


def _lay_out(folder: Path, root: Path) -> None:
    _copied(folder, root / APP)
    for source, there, mode in (
        ("invigil.desktop", "usr/share/applications/invigil.desktop", 0o644),
        ("apparmor", "etc/apparmor.d/invigil", 0o644),
        ("copyright", f"usr/share/doc/{PACKAGE}/copyright", 0o644),
        ("invigil.svg", "usr/share/icons/hicolor/scalable/apps/invigil.svg", 0o644),
    ):
        path = root / there
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / source, path)
        path.chmod(mode)
    program = root / "usr/bin" / PACKAGE
    program.parent.mkdir(parents=True)
    program.symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    for each in root.rglob("*"):
        if each.is_dir():
            each.chmod(0o755)


def _sums(root: Path) -> str:
    """For `dpkg --verify`: whether a file was changed since."""
    lines: list[str] = []
    for file in sorted(root.rglob("*")):
        relative = file.relative_to(root).as_posix()
        if file.is_file() and not file.is_symlink() and not relative.startswith("DEBIAN/"):
            with file.open("rb") as opened:
                # The package format's own hash; against changes on purpose stands build.sig.
                digest = hashlib.file_digest(opened, "md5").hexdigest()
            lines.append(f"{digest}  {relative}\n")
    return "".join(lines)


def _copied(folder: Path, there: Path) -> None:
    """By hard links where the file system allows: the folder has hundreds of megabytes."""
    try:
        shutil.copytree(folder, there, symlinks=True, copy_function=os.link)
    except OSError:
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(folder, there, symlinks=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds one package and says where it is."""
    parser = argparse.ArgumentParser(prog="python -m installers.linux.deb")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default=APP_VERSION)
    parser.add_argument("--level", type=int, default=LEVEL, help="of zstd; 3 to try a package")
    options = parser.parse_args(arguments)
    try:
        made = build(
            options.folder.absolute(),
            options.out.absolute(),
            version=options.version,
            epoch=epoch(),
            level=options.level,
        )
    except (FileNotFoundError, LookupError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The processes of this computer: from `/proc` on Linux, by psutil elsewhere.

One rule: a file is hashed only where its size is a denied file's, and once; so a look at thousands
of processes stays cheap. psutil would ask Linux for each process several times: 5,000 of them took
it longer than the time between two looks.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from client.lockdown.probes.processes import Brief, Process
from client.lockdown.probes.scan import Listing, ProcessReader
from client.preflight.programs import Blocked, BlockedFile, plain_name

MOST_BYTES = 512_000_000
"""Larger executables are not hashed: none of the list comes near."""
COMMAND_BYTES = 4096
"""As much of a command line as says what runs."""


def process_reader() -> ProcessReader:
    """The one for this system."""
    return ProcReader() if sys.platform == "linux" else PsutilReader()


class Hashes:
    """SHA-256 of files, each once as long as it does not change."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int, int], str] = {}

    def of(self, path: str | Path, sizes: frozenset[int] | None = None) -> BlockedFile | None:
        """None where it cannot be read, or has none of the sizes."""
        try:
            stat = os.stat(path)
            if sizes is not None and stat.st_size not in sizes:
                return None
            if not 0 < stat.st_size <= MOST_BYTES:
                return None
            key = (stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_size)
            if key not in self._known:
                with open(path, "rb") as file:
                    self._known[key] = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None
        return BlockedFile(size=stat.st_size, sha256=self._known[key])


def with_installed(listed: Iterable[Blocked], hashes: Hashes) -> tuple[Blocked, ...]:
    """The list, each program with the file that is on this computer's path added: a copy of it
    under another name is then found by its content."""
    known: list[Blocked] = []
    for one in listed:
        added = tuple(
            file
            for pattern in one.processes
            if not pattern.endswith("*")
            and (path := shutil.which(pattern)) is not None
            # A link to a launcher of many programs would make all of them this one.
            and plain_name(os.path.realpath(path)) == pattern
            and (file := hashes.of(path)) is not None
        )
        known.append(one.model_copy(update={"files": (*one.files, *added)}))
    return tuple(known)


class ProcReader:
    """Linux, from the kernel's files; `root` is another folder in tests."""

    def __init__(self, root: Path = Path("/proc")) -> None:
        self._root = str(root)
        self._hashes = Hashes()

    def listing(self) -> Listing | None:
        """One short read for each process; those that end meanwhile are left out."""
        try:
            names = os.listdir(self._root)
        except OSError:
            return None
        found = tuple(
            brief
            for name in names
            if name.isdigit() and (brief := self._brief(int(name))) is not None
        )
        # Where /proc hides what others run, it also hides the first process of all.
        return Listing(found, whole=any(one.pid == 1 for one in found))

    def detail(self, pid: int, sizes: frozenset[int]) -> Process | None:
        """Command line, file, and its hash where that may be a denied one's."""
        brief = self._brief(pid)
        if brief is None:
            return None
        folder = f"{self._root}/{pid}"
        try:
            path = os.readlink(f"{folder}/exe").removesuffix(" (deleted)")
        except OSError:
            path = ""
        try:
            with open(f"{folder}/cmdline", "rb") as file:
                raw = file.read(COMMAND_BYTES)
        except OSError:
            raw = b""
        command = tuple(os.fsdecode(each) for each in raw.rstrip(b"\0").split(b"\0")) if raw else ()
        # By the link in /proc: it opens the file that runs, also one that was deleted since.
        known = self._hashes.of(f"{folder}/exe", sizes) if path and sizes else None
        return Process(brief.name, path, command, sha256="" if known is None else known.sha256)

    def installed(self, listed: tuple[Blocked, ...]) -> tuple[Blocked, ...]:
        """From the path of this process."""
        return with_installed(listed, self._hashes)

    def _brief(self, pid: int) -> Brief | None:
        try:
            file = os.open(f"{self._root}/{pid}/stat", os.O_RDONLY)
        except OSError:
            return None
        try:
            raw = os.read(file, 1024)
        except OSError:
            return None
        finally:
            os.close(file)
        return parse_stat(pid, raw)


def parse_stat(pid: int, raw: bytes) -> Brief | None:
    """`/proc/PID/stat`: the name stands in brackets and may hold brackets and spaces itself."""
    before, _, name = raw.partition(b"(")
    name, closing, rest = name.rpartition(b")")
    fields = rest.split()
    if not before or not closing or len(fields) < 20:
        return None
    try:
        return Brief(pid, int(fields[19]), os.fsdecode(name), int(fields[1]))
    except ValueError:
        return None


class PsutilReader:
    """Windows and macOS, by psutil. Runs on Linux too, where its tests are."""

    def __init__(self) -> None:
        self._hashes = Hashes()

    def listing(self) -> Listing | None:
        """psutil keeps what it read of a process as long as that process lives."""
        import psutil

        asked = ["pid", "name", "create_time", "ppid"]
        found = tuple(
            Brief(
                one.info["pid"],
                round((one.info["create_time"] or 0) * 1000),
                one.info["name"] or "",
                one.info["ppid"] or 0,
            )
            for one in psutil.process_iter(asked)
        )
        return Listing(found, whole=True) if found else None

    def detail(self, pid: int, sizes: frozenset[int]) -> Process | None:
        """What the system denies to this process stays empty."""
        import psutil

        try:
            process = psutil.Process(pid)
            told = process.as_dict(["name", "exe", "cmdline"], ad_value=None)
        except psutil.Error:
            return None
        path = told["exe"] or ""
        known = self._hashes.of(path, sizes) if path and sizes else None
        return Process(
            told["name"] or "",
            path,
            tuple(told["cmdline"] or ()),
            original_name(path) if sys.platform == "win32" and path else "",
            "" if known is None else known.sha256,
        )

    def installed(self, listed: tuple[Blocked, ...]) -> tuple[Blocked, ...]:
        """From the path of this process."""
        return with_installed(listed, self._hashes)


if sys.platform == "win32":

    def original_name(path: str) -> str:
        """The name that a file's maker built into it; empty where there is none. Not run here."""
        import ctypes
        from ctypes import wintypes

        version = ctypes.windll.version
        size = version.GetFileVersionInfoSizeW(path, None)
        block = ctypes.create_string_buffer(size)
        if not size or not version.GetFileVersionInfoW(path, 0, size, block):
            return ""
        value, length = ctypes.c_void_p(), wintypes.UINT()
        # The languages first: the name stands below one of them.
        if not version.VerQueryValueW(
            block, "\\VarFileInfo\\Translation", ctypes.byref(value), ctypes.byref(length)
        ):
            return ""
        pairs = ctypes.cast(value, ctypes.POINTER(ctypes.c_ushort * (length.value // 2)))
        language = f"{pairs.contents[0]:04x}{pairs.contents[1]:04x}"
        wanted = f"\\StringFileInfo\\{language}\\OriginalFilename"
        if not version.VerQueryValueW(block, wanted, ctypes.byref(value), ctypes.byref(length)):
            return ""
        return ctypes.wstring_at(value.value or 0, max(0, length.value - 1)) if value.value else ""

else:

    def original_name(path: str) -> str:
        """Only Windows' files carry one."""
        return ""

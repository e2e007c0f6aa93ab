"""Which denied programs run, also renamed, wrapped in an interpreter, or as another's child.

Pure. One rule: a name fits whole (or by its start, where the list says so), never as a part of a
word, and what is told is the listed program and how it was found: no paths, no command lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from client.lockdown.probes.answer import Answer, ok, unknown, violation
from client.preflight.programs import Blocked, Does, plain_name

How = Literal["name", "path", "original name", "command line", "file", "parent"]

INTERPRETERS = ("python", "pypy", "perl", "ruby", "node", "java", "mono", "dotnet", "wine", "sh")
SHELLS = ("bash", "dash", "zsh", "ksh", "fish", "wscript", "cscript", "powershell", "pwsh")
SCRIPTS = (".py", ".pyw", ".pl", ".rb", ".js", ".mjs", ".jar", ".sh", ".exe", ".dll", ".ps1")
CODE = ("-c", "-e", "-lc", "-ic", "/c", "-command", "-encodedcommand")
FOLDER_CHARS = 6
"""Shortest listed name that is looked for among folders: `obs` and `zoom` are everyday words."""
_WORDS = {
    "name": "by its name",
    "path": "by its folder",
    "original name": "by its original name",
    "command line": "by its command line",
    "file": "by its file, under another name",
    "parent": "started by it",
}


@dataclass(frozen=True, slots=True)
class Brief:
    """What one look tells of every process."""

    pid: int
    started: int
    """Grows with time; with the pid it names one process for ever. In the system's own unit."""
    name: str
    parent: int


@dataclass(frozen=True, slots=True)
class Process:
    """A process as the system tells of it; empty where it does not."""

    name: str
    path: str = ""
    command: tuple[str, ...] = ()
    """Its arguments, the program first."""
    original: str = ""
    """The name that its maker built into the file (Windows)."""
    sha256: str = ""
    """Of the file; only where its size is a denied file's."""


@dataclass(frozen=True, slots=True)
class Found:
    """A listed program."""

    program: str
    how: How


class Denied:
    """The list, arranged so that asking costs the same however long it is."""

    def __init__(self, listed: Sequence[Blocked]) -> None:
        pairs = [(pattern, one.name) for one in reversed(listed) for pattern in one.processes]
        files = [(file, one.name) for one in listed for file in one.files]
        self._whole = {pattern: name for pattern, name in pairs if not pattern.endswith("*")}
        self._starts = {pattern[:-1]: name for pattern, name in pairs if pattern.endswith("*")}
        self._beginnings = tuple(self._starts)
        self._files = {file.sha256: name for file, name in files}
        self._does: dict[str, Does] = {one.name: one.does for one in reversed(listed)}
        self.sizes = frozenset(file.size for file, _ in files)
        """Bytes: of the files that are known by their content."""

    def match(self, process: Process) -> Found | None:
        """The listed program that this process is; None where it is none."""
        names: tuple[tuple[How, tuple[str, ...]], ...] = (
            ("name", (process.name, process.path)),
            ("original name", (process.original,)),
            ("command line", spoken(process.command)),
        )
        for how, known in names:
            for name in known:
                if name and (program := self._named(plain_name(name))):
                    return Found(program, how)
        if process.sha256 in self._files:
            return Found(self._files[process.sha256], "file")
        for folder in process.path.replace("\\", "/").lower().split("/")[:-1]:
            if len(folder) >= FOLDER_CHARS and (program := self._named(folder, FOLDER_CHARS)):
                return Found(program, "path")
        return None

    def does(self, program: str) -> Does:
        """Why a listed program is listed."""
        return self._does[program]

    def _named(self, name: str, least: int = 0) -> str:
        """`least`: characters that a beginning must have to count."""
        if name in self._whole:
            return self._whole[name]
        if name.startswith(self._beginnings):
            fitting = [each for each in self._beginnings if name.startswith(each)]
            longest = max(fitting, key=len)
            return self._starts[longest] if len(longest) >= least else ""
        return ""


def spoken(command: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a command line that say what runs: the program, and an interpreter's script."""
    if not command:
        return ()
    first = plain_name(command[0]).rstrip("0123456789.")
    if first not in (*INTERPRETERS, *SHELLS) and not first.startswith("wine"):
        return (command[0],)
    for each in command[1:]:
        if each.lower() in CODE:
            break  # the next one is a text in its language, no file
        if each and not each.startswith("-"):
            return (command[0], _bare(plain_name(each)))
    return (command[0],)


def _bare(name: str) -> str:
    ending = next((each for each in SCRIPTS if name.endswith(each)), "")
    return name.removesuffix(ending)


def judge(found: Iterable[Found], *, whole: bool) -> Answer:
    """`whole`: whether the system told of everybody's processes."""
    said = sorted({f"{one.program} ({_WORDS[one.how]})" for one in found})
    if said:
        return violation("processes", *said)
    if not whole:
        return unknown("processes", "this system hides other people's programs")
    return ok("processes")


def unreadable() -> Answer:
    """No list of processes was to be had."""
    return unknown("processes", "the running programs cannot be listed")

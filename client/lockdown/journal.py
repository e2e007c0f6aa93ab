"""What has been changed on this computer and how it is set back, on disk before it is changed.

Standard library only: the watchdog reads it too. One rule: a line that is not whole was never
acted upon, because a measure acts only after its line is on the disk.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

NAME = "lockdown.jsonl"
"""In the app's data folder."""


@dataclass(frozen=True, slots=True)
class Undo:
    """How one change is set back."""

    kind: str
    """A name in `undoing.UNDOINGS`."""
    given: Mapping[str, Any]
    """What that needs: JSON."""
    boot: str = ""
    """The boot that the change dies with; empty: it outlives a reboot."""
    by: str = ""
    """The `Journal.owner` that noted it."""


class Journal:
    """One file; any process may open it, one at a time writes or sets things back."""

    def __init__(self, path: Path, owner: str = "") -> None:
        self.path = path
        self.owner = owner
        """Stands in what is noted from now on: a watchdog that is late sets back its own app's
        changes, and not those of the app that was started since."""

    def note(self, undo: Undo) -> int:
        """The number of the undo, which is on the disk now; raises OSError where it cannot be."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._alone():
            number = max((number for number, _ in self.pending()), default=0) + 1
            row = {"n": number, "kind": undo.kind, "given": dict(undo.given), "boot": undo.boot}
            self._append({**row, "by": self.owner})
        return number

    def done(self, number: int) -> None:
        """That one is set back; an empty journal is no file."""
        with self._alone():
            self._done(number)

    def restore(
        self, undoings: Mapping[str, Callable[..., None]], boot: str, by: str | None = None
    ) -> list[str]:
        """Sets everything back, the newest first; the kinds that failed, which stay here.

        `boot`: of now; what died with an earlier boot is only ticked off. `by`: of that owner only.
        """
        if not self.path.exists():
            return []
        failed: list[str] = []
        with self._alone():
            for number, undo in self.pending():
                if by is not None and undo.by != by:
                    continue
                if not undo.boot or undo.boot == boot:
                    try:
                        undoings[undo.kind](**undo.given)
                    except Exception:  # one that fails must not keep the others
                        failed.append(undo.kind)
                        continue
                self._done(number)
            if not self.pending():
                self.path.unlink(missing_ok=True)
        return failed

    def pending(self) -> tuple[tuple[int, Undo], ...]:
        """What is to be set back, the newest first; nothing where the file cannot be read."""
        try:
            lines = self.path.read_bytes().split(b"\n")[:-1]
        except OSError:
            return ()
        open_: dict[int, Undo] = {}
        for line in lines:
            with contextlib.suppress(ValueError, KeyError, TypeError):
                row = json.loads(line)
                if row.get("done"):
                    open_.pop(row["n"], None)
                else:
                    of, by = row.get("boot", ""), row.get("by", "")
                    open_[row["n"]] = Undo(row["kind"], row["given"], of, by)
        return tuple(sorted(open_.items(), reverse=True))

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Holds other processes off meanwhile; waits for them."""
        with self.path.with_suffix(".lock").open("a+b") as file:
            _lock(file)
            yield

    def _done(self, number: int) -> None:
        if all(other == number for other, _ in self.pending()):
            self.path.unlink(missing_ok=True)
        else:
            self._append({"n": number, "done": True})

    def _append(self, row: Mapping[str, Any]) -> None:
        new = not self.path.exists()
        with self.path.open("ab") as file:
            if not new and not _ends_whole(self.path):
                file.write(b"\n")
            file.write(json.dumps(row).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if new and sys.platform != "win32":
            folder = os.open(self.path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        if file.tell() == 0:
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)

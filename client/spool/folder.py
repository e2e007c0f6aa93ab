"""All interviews saved on this machine: finding, resuming and beginning them.

One rule: looking never changes anything, and a damaged spool is shown, not hidden.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from client.errors import KeyUnreachable, SpoolBusy, SpoolError, SpoolMissing
from client.spool import keystore
from client.spool.database import FILE_NAME
from client.spool.keys import SigningKey
from client.spool.store import Spool
from shared.session import Grant


@dataclass(frozen=True, slots=True)
class Found:
    """One saved interview in a `SpoolFolder`."""

    folder: Path
    state: Literal["unfinished", "finished", "busy", "damaged"]
    title: str = ""
    """The paper's title, where it can be read."""
    rows_behind: int = 0
    """Rows that the server has not acknowledged."""
    message: str = ""
    """What to tell the person where it is busy or damaged."""


class SpoolFolder:
    """All interviews on this machine, one folder each under `root`."""

    def __init__(self, root: Path, store: keystore.Store | None = None) -> None:
        """`store`: where signing keys are kept; None: in files."""
        self._root = root
        self._store = store
        root.mkdir(parents=True, exist_ok=True, mode=0o700)

    def signing_key(self, invite_hash: str) -> SigningKey:
        """The key for claiming one invite (by `shared.ids.token_hash`): always the same one.

        Waits for the system's key store; raises KeyUnreachable where that has it and is locked.
        """
        file = self._key_file(invite_hash)
        try:
            try:
                return SigningKey.load_or_make(file, self._store)
            except keystore.KeyGone:
                # Whoever claims with another key is another machine, and the server says what then.
                self.give_up_key(invite_hash)
                return SigningKey.load_or_make(file, self._store)
        except keystore.StoreUnusable as error:
            raise KeyUnreachable(self._root, str(error)) from error

    def give_up_key(self, invite_hash: str) -> None:
        """The next claim of this invite begins a new segment, because this one's spool is damaged.

        The damaged spool keeps its own copy of the key beside its file.
        """
        self._key_file(invite_hash).unlink(missing_ok=True)

    def _key_file(self, invite_hash: str) -> Path:
        return self._root / "keys" / f"{invite_hash[:32]}.key"

    def open_or_create(self, grant: Grant, signing_key: SigningKey) -> Spool:
        """The spool of this session and segment, gone on with or begun.

        Raises as `Spool.open` and `Spool.create` do.
        """
        folder = self._root / f"{grant.session}-{grant.segment}"
        try:
            spool = Spool.open(folder)
        except SpoolMissing:
            return Spool.create(folder, grant, signing_key)
        spool.renew(grant)
        return spool

    def found(self) -> tuple[Found, ...]:
        """Every saved interview, newest first, damaged and busy ones included."""
        folders = [path.parent for path in self._root.glob(f"*/{FILE_NAME}")]
        folders.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
        looked = (_look(folder) for folder in folders)
        return tuple(one for one in looked if one is not None)

    def unfinished(self) -> tuple[Path, ...]:
        """Folders to resume, newest first."""
        return tuple(one.folder for one in self.found() if one.state == "unfinished")


def _look(folder: Path) -> Found | None:
    try:
        with Spool.open(folder) as spool:
            return Found(
                folder,
                "finished" if spool.finished else "unfinished",
                title=spool.grant.title,
                rows_behind=spool.backlog().rows,
            )
    except SpoolMissing:
        return None
    except SpoolBusy as error:
        return Found(folder, "busy", message=error.message)
    except SpoolError as error:
        return Found(folder, "damaged", message=error.message)

"""Sealed content on disk under its own address.

One rule: a blob's file is complete and on the medium before any row may name it; its address is
the SHA-256 of the sealed bytes, so a file can always be checked against its name.
"""

from pathlib import Path

from client.errors import SpoolDamaged
from client.spool.files import sweep_partial, write_whole
from shared.ids import Sha256, sha256_hex


class BlobFiles:
    """The folder of sealed blobs of one spool."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        sweep_partial(folder)

    def write(self, sealed: bytes) -> Sha256:
        """Stores `sealed` and answers its address; raises DiskFull or OSError."""
        address = sha256_hex(sealed)
        path = self._folder / address
        if not path.exists():
            write_whole(path, sealed)
        return address

    def read(self, address: str) -> bytes:
        """The sealed bytes; raises SpoolDamaged where the file is gone or was changed."""
        try:
            sealed = (self._folder / address).read_bytes()
        except FileNotFoundError:
            raise SpoolDamaged(self._folder, f"blob {address} is gone") from None
        if sha256_hex(sealed) != address:
            raise SpoolDamaged(self._folder, f"blob {address} was changed")
        return sealed

    def addresses(self) -> set[str]:
        """Addresses of all complete files."""
        return {path.name for path in self._folder.iterdir() if len(path.name) == 64}

    def remove(self, address: str) -> None:
        """Deletes a file that no row can name."""
        (self._folder / address).unlink(missing_ok=True)

"""The prepared sound of the questions beside the record: sealed until the start brings its key.

One rule: nothing depends on it; a file that does not open is removed, and may be fetched again.
"""

from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from client.spool.files import write_whole
from client.spool.sealing import NONCE_BYTES, from_key32
from client.spool.store import Spool
from shared import spoken

FILE_NAME = "spoken.sealed"


def keep(spool: Spool, sealed: bytes) -> None:
    """Puts it beside the record; raises DiskFull, OSError."""
    write_whole(_place(spool), sealed)


def is_held(spool: Spool) -> bool:
    """Whether it is here, opened or not."""
    return _place(spool).is_file()


def sound_of(spool: Spool, text: str) -> bytes:
    """The prepared sound of a question's text, as it was encoded.

    Raises ValueError where it does not open, OSError where nothing is here, KeyError where the
    text was not prepared. Read anew for each question: megabytes that are heard once an hour need
    not stay in memory.
    """
    started = spool.started
    if started is None or started.spoken_key is None:
        raise ValueError("the start has brought no key for it")
    sealed = _place(spool).read_bytes()
    try:
        plain = AESGCM(from_key32(started.spoken_key)).decrypt(
            sealed[:NONCE_BYTES],
            sealed[NONCE_BYTES:],
            spoken.spoken_context(spool.grant.session),
        )
        lines = spoken.unpack(plain)
    except (InvalidTag, ValueError) as error:
        _place(spool).unlink(missing_ok=True)
        raise ValueError("the prepared sound does not open") from error
    return lines[spoken.address(text)]


def _place(spool: Spool) -> Path:
    return spool.folder / FILE_NAME

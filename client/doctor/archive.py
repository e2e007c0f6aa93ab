"""The file that is sent: a zip that a person can open and read before it leaves.

One rule: it appears under its name only whole, readable by its owner alone; where it cannot be
written the error says what to do.
"""

import errno
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

README = """This file was made by `invigil doctor` for whoever helps you with Invigil.

report.json   versions, the app's files and models with the first digits of their hashes, settings
              and rules with where they come from, kinds of devices, what was tried on this
              computer, and how many interviews are saved here (numbers only)
log.jsonl     the app's last log lines: texts of the app's own, numbers and names of errors

Left out: names, addresses, files, answers, recordings, pictures, keys, links and tokens. What was
taken out of a text leaves a mark such as ‹name›. You can open both and read all that is in them.
Nothing is sent by itself.
"""


class NotWritten(Exception):
    """The file could not be written; the text says why and what to do."""


def write(path: Path, members: Mapping[str, str]) -> None:
    """Puts the texts into a zip at `path`; raises NotWritten and leaves nothing behind."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise NotWritten(why(error, path)) from error
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
                for member, text in members.items():
                    packed.writestr(member, text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
    except OSError as error:
        raise NotWritten(why(error, path)) from error
    finally:
        fresh.unlink(missing_ok=True)


def why(error: OSError, path: Path) -> str:
    """What is wrong and what to do, as one sentence or two. Pure."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            cure = "The disk is full: free some space, or name another place with --out."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            cure = "You may not write there: name a folder of your own with --out."
        case errno.ENOENT | errno.ENOTDIR:
            cure = "There is no such folder: make it, or name another place with --out."
        case errno.EISDIR:
            cure = "That is a folder: name a file with --out."
        case _:
            cure = f"The system says: {error.strerror}. Name another place with --out."
    return f"{path} was not written. {cure}"

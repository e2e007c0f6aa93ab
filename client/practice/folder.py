"""Where a practice interview lies while it runs.

One rule: nothing of it outlives it. The folder is removed when the practice ends; one that a power
cut left is removed at the next start, unless a practice in another process still holds it.
"""

import logging
import shutil
from pathlib import Path

from client.spool.lock import FileLock
from shared.ids import new_id

LOCK_FILE = "practice.lock"

log = logging.getLogger(__name__)


class PracticeFolder:
    """A folder of its own below `data_dir`, mode 0700; raises OSError where it cannot be made."""

    def __init__(self, data_dir: Path) -> None:
        self.path = _home(data_dir) / new_id()
        self.path.mkdir(mode=0o700, parents=True)
        self._lock = FileLock(self.path / LOCK_FILE)
        self._lock.acquire()

    def remove(self) -> None:
        """Removes everything; again is harmless."""
        self._lock.release()
        _remove(self.path)


def sweep(data_dir: Path) -> None:
    """Removes what practices that were cut off have left; never raises."""
    for folder in _home(data_dir).glob("*"):
        lock = FileLock(folder / LOCK_FILE)
        try:
            ours = lock.acquire()
        except OSError as error:
            log.info("an old practice cannot be looked at: %s", error.strerror)
            continue
        lock.release()
        if ours:
            _remove(folder)


def _home(data_dir: Path) -> Path:
    return data_dir / "practice"


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("a practice's folder cannot be removed: %s", error.strerror)

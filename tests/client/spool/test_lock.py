"""Who holds a spool, and from when on nobody does."""

import subprocess
import sys
from pathlib import Path

import pytest

from client.spool.lock import FileLock

ROOT = Path(__file__).parents[3]
_FORKED = """
import os, sys
from pathlib import Path
from client.spool.lock import FileLock

path = Path(sys.argv[1])
lock = FileLock(path)
assert lock.acquire()
begin, go_on = os.pipe()
child = os.fork()
if child == 0:
    os.read(begin, 1)  # as between fork and exec: every open file is the child's too
    os._exit(0)
lock.release()
print(FileLock(path).acquire())
os.write(go_on, b".")
os.waitpid(child, 0)
"""


def test_a_lock_is_for_one_and_free_once_it_was_given_back(tmp_path: Path):
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert one.acquire()
    assert not other.acquire()
    one.release()
    one.release()
    assert other.acquire()
    other.release()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")
def test_a_program_that_is_just_being_started_does_not_keep_a_lock_that_was_given_back(
    tmp_path: Path,
):
    done = subprocess.run(
        [sys.executable, "-c", _FORKED, tmp_path / "lock"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("True\n", "")

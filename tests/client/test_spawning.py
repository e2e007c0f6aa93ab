"""What runs beside the app when it starts a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_ONE_CHILD = """
import os, sys
import psutil
from client import spawning

def double(pipe):
    pipe.send(2 * pipe.recv())
    pipe.recv()

if __name__ == "__main__":
    context = spawning.context()
    ours, theirs = context.Pipe()
    child = context.Process(target=double, args=(theirs,))
    child.start()
    theirs.close()
    ours.send(21)
    print(ours.recv(), len(psutil.Process().children(recursive=True)))
    ours.send(None)
    child.join()
    print(child.exitcode)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there multiprocessing starts no tracker")
def test_a_child_runs_and_is_the_only_one(tmp_path) -> None:
    script = tmp_path / "app.py"
    script.write_text(_ONE_CHILD)
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, script], env=environ, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["42 1", "0"]
    assert done.returncode == 0

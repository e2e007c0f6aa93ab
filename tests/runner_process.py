"""The real runner as a process of its own: what holds a program is tested where it really runs."""

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from server.sandbox.asking import OurRunner

ROOT = Path(__file__).resolve().parents[1]


@contextlib.contextmanager
def runner_process(*options: str) -> Iterator[tuple[OurRunner, str]]:
    """(a client, where it listens). Started by root it becomes nobody, as in production."""
    with tempfile.TemporaryDirectory(prefix="invigil-runner-") as name:
        place = f"unix:{name}/socket"
        command = [sys.executable, "-m", "server", "runner", "--listen", place, *options]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            assert said.startswith("Running code: python"), said
            client = OurRunner(place, "")
            yield client, place
            client.close()
        finally:
            process.terminate()
            assert process.wait(20) == 0
            process.stdout.close()

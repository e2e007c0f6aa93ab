"""A Redis of a test's own, which it may stop and start again on the same port."""

import socket
import subprocess
import time
from pathlib import Path


class RedisServer:
    """Keeps nothing on disk: a restart forgets everything."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"redis://127.0.0.1:{self._port}/0"

    def start(self) -> None:
        command = ["redis-server", "--bind", "127.0.0.1", "--port", str(self._port)]
        command += ["--save", "", "--appendonly", "no", "--dir", str(self._folder)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self._port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError("redis-server did not start")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def until(there, within_s: float = 20) -> None:
    """Waits for what another process or thread does."""
    deadline = time.monotonic() + within_s
    while not there():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)

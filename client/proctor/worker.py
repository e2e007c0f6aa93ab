"""The child process's entry, and as a command the recorder of observations (`recorder`).

One rule: importing it costs nothing, so the parent may; the libraries that see are imported in
the child, in `main`.
"""

import logging
import os
import signal
from multiprocessing.connection import Connection

from client import memory
from client.proctor.pipe import Checkpoint, ProctorConfig
from client.proctor.types import SourceSpec

ENVIRONMENT = {
    "GLOG_minloglevel": "2",
    "OPENCV_LOG_LEVEL": "ERROR",
    # NumPy's linear algebra keeps a thread for each core that spins after every product: the loop
    # detector's one product a frame took 3.7 to 8.5 ms of the processor with two, 0.3 with one.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
}
"""What the libraries read when they are first imported; what is set from outside stays."""

log = logging.getLogger(__name__)


def main(
    pipe: Connection, config: ProctorConfig, *, source: SourceSpec | None, checkpoint: Checkpoint
) -> None:
    """Watches until told to stop or until the parent's end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    prepare()
    try:
        from client.proctor.watch import Watch

        watch = Watch(pipe, config, checkpoint)
        try:
            watch.run(source)
        finally:
            watch.close()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        log.info("the parent is gone")
    except Exception:
        log.exception("the proctor's worker failed")
        raise SystemExit(1) from None


def prepare() -> None:
    """Before the libraries that see are imported."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    memory.keep_small()


if __name__ == "__main__":
    import sys

    prepare()
    from client.proctor import recorder

    sys.exit(recorder.main())

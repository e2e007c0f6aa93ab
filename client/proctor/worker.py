"""The child process's entry, and as a command the recorder of observations (`recorder`).

One rule: importing it costs nothing, so the parent may; the libraries that see are imported in
the child, in `main`.
"""

import logging
import os
import signal
from multiprocessing.connection import Connection

from client.proctor.pipe import Checkpoint, ProctorConfig
from client.proctor.types import SourceSpec

log = logging.getLogger(__name__)


def main(
    pipe: Connection, config: ProctorConfig, *, source: SourceSpec | None, checkpoint: Checkpoint
) -> None:
    """Watches until told to stop or until the parent's end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    os.environ.setdefault("GLOG_minloglevel", "2")
    os.environ.setdefault("OPENCV_LOG_LEVEL", "ERROR")
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


if __name__ == "__main__":
    import sys

    from client.proctor import recorder

    sys.exit(recorder.main())

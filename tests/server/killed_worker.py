"""A worker of its own that dies by SIGKILL the moment its message has arrived elsewhere.

One rule: whoever receives kills it before answering, so that the message is out and nothing here
knows of it.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from server.settings import Settings

_WORK = """
import sys
from datetime import datetime
from server import dispatch
from server.db import open_database
from server.keys import load_keys
from server.settings import read_settings
settings, now = read_settings(), datetime.fromisoformat(sys.argv[1])
database = open_database(settings)
errands = dispatch.errands(settings, database, load_keys(settings.data_dir))
dispatch.run_due(database, lambda: now, errands=errands)
"""


def work_and_die(
    settings: Settings, now: datetime, *, on_arrival: Callable[[Callable[[], None]], None]
) -> None:
    """Does what is due in another process until `on_arrival`'s call kills it."""
    told = settings.model_dump(exclude_defaults=True, mode="json")
    environ = {f"INVIGIL_{name.upper()}": str(value) for name, value in told.items()}
    environ |= {"DATABASE_URL": settings.database_url}
    running: list[int] = []
    on_arrival(lambda: os.kill(running[0], signal.SIGKILL))
    process = subprocess.Popen(
        [sys.executable, "-c", _WORK, now.isoformat()],
        env=os.environ | environ,
        cwd=Path(__file__).parents[2],
    )
    running.append(process.pid)
    ended = process.wait(60)
    assert ended == -signal.SIGKILL, f"it ended with {ended} before anything arrived"
    on_arrival(lambda: None)

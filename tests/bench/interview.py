"""A scripted interview of the real app, for benchmarks that watch it from outside.

One rule: the app runs in a child of its own, which says what it knows in lines of JSON; whoever
measures reads them, and the server beside it never counts as the app.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.candidate import Candidate, drive

_PATIENCE_S = 240.0


class Failed(Exception):
    """The interview did not come to its end, or cannot be had here."""


def watched(module: str, clip: Path, take: Callable[[dict[str, Any], int], None]) -> None:
    """Runs `python -m MODULE INVITE CLIP SOUND` through one interview; raises Failed.

    `take` gets each line as it comes, and the app's process id. `clip`: a recording, or a folder
    of pictures for `filmed`.
    """
    from tests.e2e import speech
    from tests.e2e.demo import Demo, end

    with tempfile.TemporaryDirectory(prefix="invigil-bench-") as name, Demo(Path(name)) as demo:
        try:
            sound = speech.recording(demo.folder, None)
        except SystemExit as reason:
            raise Failed(str(reason)) from reason
        environment = demo.environment()
        if not environment.get("DISPLAY"):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        command = [sys.executable, "-m", module, demo.seeded["invite_url"], str(clip), str(sound)]
        app: Any = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        demo.processes.append(app)
        began_s = time.monotonic()
        for line in app.stdout:
            if line.startswith("{"):
                take(json.loads(line), app.pid)
            if time.monotonic() - began_s > _PATIENCE_S:
                end(app)
                raise Failed("the scripted interview did not end")
        if app.wait(30):
            raise Failed("the scripted interview failed: its own words are above")


def attend(arguments: list[str], candidate: type[Candidate], stay_s: float) -> int:
    """The child: the app with this scripted candidate; the exit status."""
    # The app's own lock has no rich: with it, httpx loads its command line into the app.
    sys.modules["rich"] = None  # type: ignore[assignment]
    from client import app as client_app
    from client.proctor.types import Camera, Replay
    from client.settings import load
    from client.speech.microphone import ReplaySpec

    invite, clip, sound = arguments
    source = Camera(clip, "Film") if Path(clip).is_dir() else Replay(Path(clip))
    app = client_app.build(load(), camera=source, microphone=ReplaySpec(Path(sound)), invite=invite)
    options = argparse.Namespace(
        stay_s=stay_s, screenshots=None, resume=False, stop_in_answer=False
    )
    person = candidate(app, options)
    drive(app, person)
    status = app.run()
    for problem in person.told["problems"]:
        print(f"candidate: {problem}", file=sys.stderr)
    return 1 if person.told["problems"] else status


def tell(line: dict[str, Any]) -> None:
    """From the child to whoever measures."""
    os.write(1, (json.dumps(line) + "\n").encode())

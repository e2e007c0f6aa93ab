"""The scripted candidate's voice: a recording, or espeak-ng reading an answer.

One rule: the file it returns is audio that PyAV reads; where no voice can be had it says so.
"""

import shutil
import subprocess
from pathlib import Path

ANSWER = (
    "An index is a sorted copy of a column, so the database finds rows without scanning the whole "
    "table. Reads get faster. It costs extra storage, and every insert has to maintain it."
)


def recording(folder: Path, given: str | None) -> Path:
    """`given`, or a WAV made in `folder`; raises SystemExit when there is neither."""
    if given:
        path = Path(given)
        if not path.exists():
            raise SystemExit(f"demo: there is no recording at {given}; check the path")
        return path
    espeak = shutil.which("espeak-ng")
    if espeak is None:
        raise SystemExit("demo: please install espeak-ng, or give a recording with --speech")
    path = folder / "speech.wav"
    subprocess.run([espeak, "-s", "150", "-w", str(path), ANSWER], check=True)
    return path

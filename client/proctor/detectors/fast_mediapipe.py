"""Imports MediaPipe's face landmarker in a quarter of the time its own `__init__` takes.

MediaPipe 1.2.2 imports `matplotlib.pyplot` (1.3 of 2 s, and 60 MB) for `drawing_utils.py` alone
and `sounddevice` (19 MB of the system's sound) for a recorder; we call neither. One rule: nobody
else in the client imports mediapipe, so that the placeholders are gone again before anybody could
mistake them for the real ones.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_UNUSED = ("matplotlib", "matplotlib.pyplot", "sounddevice")


def load() -> tuple[Any, Any]:
    """The modules `(mediapipe, mediapipe.tasks.python.vision)`."""
    placed = [name for name in _UNUSED if name not in sys.modules]
    for name in placed:
        sys.modules[name] = ModuleType(name)
    try:
        import mediapipe
        from mediapipe.tasks.python import vision
    finally:
        for name in placed:
            del sys.modules[name]
    return mediapipe, vision


@contextmanager
def muted() -> Iterator[None]:
    """Nothing is written to the process's error output meanwhile, by native code either.

    For loading the sparse model: the same warning comes 46 times, and MediaPipe offers no level
    for it.
    """
    try:
        kept = os.dup(2)
    except OSError:  # a windowed app has no error output
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)

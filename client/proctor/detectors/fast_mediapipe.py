"""Imports MediaPipe's face landmarker in a quarter of the time its own `__init__` takes.

MediaPipe 1.2.2 imports `matplotlib.pyplot` (1.3 of 2 s, and 60 MB) for `drawing_utils.py` alone,
which we never call. One rule: nobody else in the client imports mediapipe, so that the
placeholders are gone again before anybody could mistake them for matplotlib.
"""

import sys
from types import ModuleType
from typing import Any

_UNUSED = ("matplotlib", "matplotlib.pyplot")


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

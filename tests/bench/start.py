"""How soon the candidate sees the window: process start to the first painting, warm.

One rule: the denominator is the same interpreter painting a bare Qt widget, alternating.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any

REPEATS = 5
TARGET_S = 1.5

OURS = """
import sys
from pathlib import Path
from client.app import build
from client.settings import Settings
app = build(Settings(data_dir=Path(sys.argv[1])))
def painted():
    print("painted", flush=True)
    app.quit(0)
app.window.painted.connect(painted)
sys.exit(app.run())
"""
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)
        app.exit(0)
app = QApplication([])
bare = Bare()
bare.showFullScreen()
sys.exit(app.exec())
"""


def run() -> list[dict[str, Any]]:
    """Seconds to the first painting."""
    with tempfile.TemporaryDirectory() as folder:
        _seconds(OURS, folder)  # warms the disk's cache
        _seconds(BARE, folder)
        pairs = [(_seconds(OURS, folder), _seconds(BARE, folder)) for _ in range(REPEATS)]
    ours = statistics.median(one for one, _ in pairs)
    bare = [other for _, other in pairs]
    denominator = statistics.median(bare)
    return [
        {
            "name": "start",
            "ours": ours,
            "denominator": denominator,
            "ratio": ours / denominator,
            "unit": "s",
            "repeats": REPEATS,
            "spread": (max(bare) - min(bare)) / denominator,
            "n": REPEATS,
            "target": f"<= {TARGET_S:g} s",
            "ok": ours <= TARGET_S,
        }
    ]


def _seconds(program: str, folder: str) -> float:
    environment = os.environ.copy()
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, folder], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - began
        process.wait(20)
    if line.strip() != "painted":
        raise RuntimeError("the window was never painted")
    return seconds

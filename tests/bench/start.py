"""How soon the candidate sees the window: process start to the first painting, warm.

One rule: the denominator is the same interpreter painting a bare Qt widget, alternating. Both
keep their bytecode in a folder of their own, as an installed app does, whatever this shell says.
The processor's seconds stand beside the wall's: they tell more while other programs run.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any

REPEATS = 7
TARGET_S = 1.5

OURS = """
import sys
import time
from pathlib import Path
from client.app import build
from client.settings import Settings
app = build(Settings(data_dir=Path(sys.argv[1])))
def painted():
    print("painted", time.process_time(), flush=True)
    app.quit(0)
app.window.painted.connect(painted)
sys.exit(app.run())
"""
BARE = """
import sys
import time
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        print("painted", time.process_time(), flush=True)
        app.exit(0)
app = QApplication([])
bare = Bare()
bare.showFullScreen()
sys.exit(app.exec())
"""


def run() -> list[dict[str, Any]]:
    """Seconds to the first painting: the wall's, then the processor's in that process."""
    with tempfile.TemporaryDirectory() as folder:
        _seconds(OURS, folder)  # fills the disk's cache and the bytecode's
        _seconds(BARE, folder)
        pairs = [(_seconds(OURS, folder), _seconds(BARE, folder)) for _ in range(REPEATS)]
    wall, busy = (
        _row(name, [ours[at] for ours, _ in pairs], [bare[at] for _, bare in pairs])
        for at, name in enumerate(("start", "start_cpu"))
    )
    return [wall | {"target": f"<= {TARGET_S:g} s", "ok": wall["ours"] <= TARGET_S}, busy]


def _row(name: str, ours: list[float], bare: list[float]) -> dict[str, Any]:
    middle, denominator = statistics.median(ours), statistics.median(bare)
    ratios = sorted(one / other for one, other in zip(ours, bare, strict=True))
    return {
        "name": name,
        "ours": middle,
        "denominator": denominator,
        "ratio": middle / denominator,
        "unit": "s",
        "repeats": REPEATS,
        "spread": (max(bare) - min(bare)) / denominator,
        "n": REPEATS,
        "interval": [round(ratios[0], 3), round(ratios[-1], 3)],
        "target": "",
        "ok": None,
    }


def _seconds(program: str, folder: str) -> tuple[float, float]:
    environment = os.environ | {"PYTHONPYCACHEPREFIX": os.path.join(folder, "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
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
    word, _, busy = line.strip().partition(" ")
    if word != "painted":
        raise RuntimeError("the window was never painted")
    return seconds, float(busy)

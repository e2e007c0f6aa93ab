"""How soon a server answers: process start to the first answer of /readyz, on SQLite.

One rule: the denominator is the same interpreter importing fastapi, sqlmodel and uvicorn,
alternating, both with bytecode as the environment keeps it (`server_start`), and both with warm
bytecode, as an installed server has it (`server_start_compiled`): where PYTHONDONTWRITEBYTECODE is
set, compiling is half of either. The database is there already: a restart, not a first start.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

REPEATS = 7
TARGET_S = 4.0
TARGET_RATIO = 2.0
TARGET_MB = 150
IMPORTS = "import fastapi, sqlmodel, uvicorn"
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
ROOT = Path(__file__).parents[2]


def run() -> list[dict[str, Any]]:
    """Seconds to the first answer, and the memory of the idle process."""
    with tempfile.TemporaryDirectory() as folder:
        start, memory = _measured("server_start", dict(os.environ), folder)
        kept = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
        kept["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "bytecode")
        compiled, _ = _measured("server_start_compiled", kept, folder)
    idle = {
        "name": "server_idle",
        "ours": memory,
        "unit": "MB PSS",
        "repeats": REPEATS,
        "target": f"< {TARGET_MB} MB",
        "ok": memory < TARGET_MB,
    }
    return [start, compiled, idle]


def _measured(name: str, environ: dict[str, str], folder: str) -> tuple[dict[str, Any], float]:
    """(the start's figure, the idle process's megabytes) with these environment variables."""
    _first_answer(folder, environ)  # makes the database, fills the disk's cache and the bytecode's
    _imports(environ)
    found = [(*_first_answer(folder, environ), _imports(environ)) for _ in range(REPEATS)]
    ours = statistics.median(seconds for seconds, _, _ in found)
    bare = statistics.median(seconds for _, _, seconds in found)
    spread = max(seconds for seconds, _, _ in found) - min(seconds for seconds, _, _ in found)
    memory = statistics.median(megabytes for _, megabytes, _ in found)
    start = {
        "name": name,
        "ours": ours,
        "denominator": bare,
        "ratio": ours / bare,
        "unit": "s",
        "repeats": REPEATS,
        "spread": spread,
        "target": f"<= {TARGET_S:g} s and <= {TARGET_RATIO:g} x",
        "ok": ours <= TARGET_S and ours <= TARGET_RATIO * bare,
    }
    return start, memory


def _first_answer(folder: str, environ: dict[str, str]) -> tuple[float, float]:
    """(seconds, megabytes of proportional set size once it has answered)."""
    begun = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "server", "run", "--port", "0"],
        env=environ | {"INVIGIL_DATA_DIR": folder, "DATABASE_URL": "", "REDIS_URL": ""},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        httpx.get(f"{address}/readyz", trust_env=False, timeout=20).raise_for_status()
        return time.perf_counter() - begun, _pss_mb(server.pid)
    finally:
        server.terminate()
        server.communicate()


def _imports(environ: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", IMPORTS], check=True, cwd=ROOT, env=environ)
    return time.perf_counter() - begun


def _pss_mb(pid: int) -> float:
    found = re.search(
        r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE
    )
    assert found is not None
    return int(found[1]) / 1000

"""How every ONNX model of the client is opened."""

import subprocess
import sys
from pathlib import Path

import pytest

from client.models import onnx
from client.proctor.hearing.vad import silero

_GROWN = """
import numpy as np
from client.models import onnx
from client.proctor.hearing.vad import silero

chunks, state = np.zeros((3000, 576), np.float32), np.zeros((1, 1, 128), np.float32)
kept = []


def private_kb():
    with open("/proc/self/smaps_rollup") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


for _ in range(2):
    kept.append(onnx.session(silero()))
    before = private_kb()
    kept[-1].run(None, {"input": chunks, "h": state, "c": state})
    print(private_kb() - before)
"""
"""Two sessions, each of which needs 29 MB for a minute and a half of sound."""


def test_no_session_spins_or_plans_or_keeps_a_memory_of_its_own():
    options = onnx.options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"
    assert options.get_session_config_entry("session.use_env_allocators") == "1"
    assert not options.enable_mem_pattern


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux says of its own memory")
@pytest.mark.skipif(silero() is None, reason="faster-whisper, which carries a model, is not here")
def test_a_second_session_works_in_the_memory_of_the_first():
    done = subprocess.run(
        [sys.executable, "-c", _GROWN], capture_output=True, text=True, check=True, timeout=60
    )
    first, second = (int(line) for line in done.stdout.split())
    assert first > 20_000
    assert second < first / 3
    assert not done.stderr


def test_a_file_that_is_no_model_is_refused(tmp_path: Path):
    path = tmp_path / "none.onnx"
    path.write_bytes(b"no model at all")
    with pytest.raises(RuntimeError, match="not an ONNX model"):
        onnx.session(path)

"""The one way in which the client opens an ONNX model.

One rule: one thread that does not spin, one memory for all, and no operator that costs more than it
must (`lighter`). ONNX Runtime's default pool takes
4 to 62 % of a core while it waits for calls (docs/benchmarks.md, `spin`), for no gain at our rates;
and each session of its own keeps what its largest call needed, though no two ever run at once.
"""

import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from client.models import lighter

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

log = logging.getLogger(__name__)


LARGEST = 16 * 1024 * 1024
"""Bytes of a file that is read for its operators; more would be held twice while it is opened."""


def session(model: Path | bytes) -> "InferenceSession":
    """An open model; raises RuntimeError where the file is no model that this version reads."""
    import onnxruntime

    _one_memory()
    try:
        return onnxruntime.InferenceSession(
            source(model), options(), providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # its errors share no base class but Exception
        raise RuntimeError(f"not an ONNX model that can be opened: {error}") from error


def source(model: Path | bytes) -> str | bytes:
    """What ONNX Runtime is given: the path, or the network where it was made lighter."""
    if isinstance(model, Path):
        if model.stat().st_size > LARGEST:
            return str(model)
        read = model.read_bytes()
    else:
        read = model
    try:
        light = lighter.without_prelu(read)
    except ValueError:
        light = read  # ONNX Runtime says what is wrong with it
    return str(model) if isinstance(model, Path) and light is read else light


def options() -> Any:
    """The `SessionOptions` with which every session is opened."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # A plan of all buffers at once needs 14 MB for the objects' network, the arena alone 10.
    options.enable_mem_pattern = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.use_env_allocators", "1")
    return options


def run(opened: "InferenceSession", given: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """The first output for one input; raises RuntimeError where the model will not run on it."""
    name = opened.get_inputs()[0].name
    try:
        return np.asarray(opened.run(None, {name: given})[0], dtype=np.float32)
    except Exception as error:  # as above
        raise RuntimeError(f"the ONNX model failed: {error}") from error


@cache
def _one_memory() -> None:
    """Once in a process: the arena that all sessions share."""
    import onnxruntime

    cpu = onnxruntime.OrtMemoryInfo(
        "Cpu", onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, onnxruntime.OrtMemType.DEFAULT
    )
    try:
        onnxruntime.create_and_register_allocator(cpu, None)  # pyright: ignore[reportArgumentType] # None: its defaults
    except Exception as error:  # as above; without one, every session keeps its own
        log.info("the ONNX sessions share no memory: %s", error)

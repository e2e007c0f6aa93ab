"""The one way in which the client opens an ONNX model.

One rule: one thread that does not spin. ONNX Runtime's default pool takes 4 to 62 % of a core
while it waits for calls (docs/benchmarks.md, `spin`), for no gain at our rates.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession


def session(model: Path | bytes) -> "InferenceSession":
    """An open model; raises RuntimeError where the file is no model that this version reads."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    source = model if isinstance(model, bytes) else str(model)
    try:
        return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors share no base class but Exception
        raise RuntimeError(f"not an ONNX model that can be opened: {error}") from error


def run(opened: "InferenceSession", given: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """The first output for one input; raises RuntimeError where the model will not run on it."""
    name = opened.get_inputs()[0].name
    try:
        return np.asarray(opened.run(None, {name: given})[0], dtype=np.float32)
    except Exception as error:  # as above
        raise RuntimeError(f"the ONNX model failed: {error}") from error

"""Makes the face model from a package that a package index has: our own `.task` bundle.

The wheel of `mediapipe==0.10.21` (Apache-2.0) holds the attention mesh and the short-range face
detector, but with outputs that today's FaceLandmarker does not read. This module joins them to
the one output it wants. One rule: the same wheel gives the same bytes, so the bundle's SHA-256
stands in the manifest. Runs where `ai-edge-litert` is installed (the `models` extra).
"""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from client.models import wheel
from client.models.errors import FetchError

_FLOAT32, _INT32 = 0, 2
_CONCATENATION, _RESHAPE, _PAD = 2, 22, 34
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_LOCAL_HEADER_BYTES = 30
_ALIGNMENT = 64
"""MediaPipe maps the stored files; aligned tensors are used in place instead of copied."""


def build(say: Callable[[str], None]) -> bytes:
    """Downloads the wheel by the machine's own package client and returns the bundle's bytes.

    `say` gets sentences about progress. Raises FetchError with what to do.
    """
    parts = wheel.parts(say)
    say("joining the mesh's outputs")
    return bundle(parts[wheel.SHORT_RANGE], parts[wheel.MESH])


def bundle(detector: bytes, mesh: bytes) -> bytes:
    """The `.task` zip, stored without compression so that MediaPipe maps it as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (
            ("face_detector.tflite", detector),
            ("face_landmarks_detector.tflite", join_outputs(mesh)),
        ):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.extra = _padding(out.tell() + _LOCAL_HEADER_BYTES + len(name))
            archive.writestr(entry, content)
    return out.getvalue()


def join_outputs(mesh: bytes) -> bytes:
    """The attention mesh with outputs `[1,1,1,1434]` (478 points xyz) and the face flag.

    Its irises are `[1,1,1,10]` (5 points xy): each gets z = 0 and is set behind the 468 points,
    the left one first. Raises FetchError where `ai-edge-litert` is not installed.
    """
    try:
        import flatbuffers
        from ai_edge_litert import schema_py_generated as schema
    except ImportError:
        raise FetchError(
            "Making the face model needs the package ai-edge-litert: "
            "install Invigil with its [models] extra, or give the finished file.",
            retryable=False,
        ) from None
    graph = _Graph(schema, schema.ModelT.InitFromPackedBuf(mesh, 0))
    irises = [
        graph.flatten_with_depth(graph.tensor_named(f"output_{side}_iris"), f"iris_{side}")
        for side in ("left", "right")
    ]
    graph.set_outputs(
        graph.join([graph.tensor_named("output_mesh_identity"), *irises], "mesh_and_irises"),
        graph.tensor_named("conv_faceflag"),
    )
    builder = flatbuffers.Builder(len(mesh))
    builder.Finish(graph.model.Pack(builder), b"TFL3")
    return bytes(builder.Output())


class _Graph:
    """The few edits needed on a TFLite flatbuffer; tensors are named by their index."""

    def __init__(self, schema: Any, model: Any) -> None:
        self.schema, self.model = schema, model
        self.main = model.subgraphs[0]
        self.codes: dict[int, int] = {}

    def tensor_named(self, name: str) -> int:
        for index, tensor in enumerate(self.main.tensors):
            if tensor.name == name.encode():
                return index
        raise FetchError(f"The wheel's face mesh has no output {name}.", retryable=False)

    def flatten_with_depth(self, iris: int, name: str) -> int:
        """`[1,1,1,10]` xy pairs -> `[1,1,1,15]` xyz triples with z = 0."""
        pairs = self._reshape(iris, [1, 5, 2], f"{name}_xy")
        triples = self._tensor(f"{name}_xyz", [1, 5, 3], _FLOAT32)
        paddings = self._constant(f"{name}_paddings", [[0, 0], [0, 0], [0, 1]])
        options = self.schema.PadOptionsT()
        self._operator(_PAD, [pairs, paddings], triples, ("PadOptions", options))
        return self._reshape(triples, [1, 1, 1, 15], name)

    def join(self, parts: list[int], name: str) -> int:
        width = sum(int(self.main.tensors[part].shape[-1]) for part in parts)
        joined = self._tensor(name, [1, 1, 1, width], _FLOAT32)
        options = self.schema.ConcatenationOptionsT()
        options.axis = 3
        self._operator(_CONCATENATION, parts, joined, ("ConcatenationOptions", options))
        return joined

    def set_outputs(self, *tensors: int) -> None:
        self.main.outputs = list(tensors)
        self.model.signatureDefs = None

    def _reshape(self, source: int, shape: list[int], name: str) -> int:
        target = self._tensor(name, shape, _FLOAT32)
        options = self.schema.ReshapeOptionsT()
        options.newShape = shape
        wanted = self._constant(f"{name}_shape", shape)
        self._operator(_RESHAPE, [source, wanted], target, ("ReshapeOptions", options))
        return target

    def _constant(self, name: str, values: Any) -> int:
        import numpy as np

        array = np.asarray(values, dtype="<i4")
        buffer = self.schema.BufferT()
        buffer.data = np.frombuffer(array.tobytes(), dtype=np.uint8)
        self.model.buffers.append(buffer)
        return self._tensor(name, list(array.shape), _INT32, len(self.model.buffers) - 1)

    def _tensor(self, name: str, shape: list[int], kind: int, buffer: int = 0) -> int:
        tensor = self.schema.TensorT()
        tensor.name, tensor.shape, tensor.type, tensor.buffer = name, shape, kind, buffer
        self.main.tensors.append(tensor)
        return len(self.main.tensors) - 1

    def _operator(self, code: int, inputs: list[int], output: int, options: Any) -> None:
        operator = self.schema.OperatorT()
        operator.opcodeIndex = self._code(code)
        operator.inputs, operator.outputs = inputs, [output]
        operator.builtinOptionsType = getattr(self.schema.BuiltinOptions, options[0])
        operator.builtinOptions = options[1]
        self.main.operators.append(operator)

    def _code(self, builtin: int) -> int:
        """Index of the operator code, reusing the model's own version where it has one."""
        for index, known in enumerate(self.model.operatorCodes):
            if max(known.builtinCode, known.deprecatedBuiltinCode) == builtin:
                return index
        code = self.schema.OperatorCodeT()
        code.builtinCode = code.deprecatedBuiltinCode = builtin
        code.version = 1
        self.model.operatorCodes.append(code)
        return len(self.model.operatorCodes) - 1


def _padding(offset: int) -> bytes:
    """An extra field (id 0xd935, as Android's zipalign writes) that ends at an aligned offset."""
    filler = -(offset + 4) % _ALIGNMENT
    return b"\x35\xd9" + filler.to_bytes(2, "little") + bytes(filler)

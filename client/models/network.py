"""An ONNX network as messages: its constants, its nodes, and how new ones are written.

One rule: it knows the format (onnx.proto3's field numbers) and nothing of what is changed or why.
"""

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from client.models.wire import FIXED32, VARINT, Message

_GRAPH = 7
NODE, INITIALIZER, INPUT, OUTPUT, VALUE_INFO = 1, 5, 11, 12, 13
_NODE_INPUT, _NODE_OUTPUT, _NODE_OP, _NODE_ATTRIBUTE = 1, 2, 4, 5
_ATTRIBUTE_NAME, _ATTRIBUTE_FLOAT, _ATTRIBUTE_INT, _ATTRIBUTE_TENSOR = 1, 2, 3, 5
_ATTRIBUTE_INTS, _ATTRIBUTE_KIND = 8, 20
_KIND_FLOAT, _KIND_INT, _KIND_INTS = 1, 2, 7
_TENSOR_DIM, _TENSOR_TYPE, _TENSOR_NAME, _TENSOR_RAW = 1, 2, 8, 9
_FLOAT = 1
_TYPES = {_FLOAT: "<f4", 7: "<i8", 10: "<f2"}

Numbers = NDArray[Any]


class Node:
    """One operator, to be read."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.operator = message.text(_NODE_OP)
        self.given = [name.decode(errors="replace") for name in message.every(_NODE_INPUT)]
        self.said = [name.decode(errors="replace") for name in message.every(_NODE_OUTPUT)]

    def attribute(self, name: str) -> Message | None:
        """None where it has none of this name."""
        found = map(Message.of, self.message.every(_NODE_ATTRIBUTE))
        return next((each for each in found if each.text(_ATTRIBUTE_NAME) == name), None)

    def ints(self, name: str) -> list[int]:
        """Of an attribute; empty where it is not there."""
        found = self.attribute(name)
        if found is None:
            return []
        return found.numbers(_ATTRIBUTE_INTS) or [found.number(_ATTRIBUTE_INT)]


class Network:
    """A whole model, taken apart; raises ValueError where the bytes are no ONNX model."""

    def __init__(self, model: bytes) -> None:
        self._whole = Message.of(model)
        graph = next(self._whole.every(_GRAPH), None)
        if graph is None:
            raise ValueError("not an ONNX model: it holds no network")
        self._graph = Message.of(graph)
        self.nodes = [Node(Message.of(data)) for data in self._graph.every(NODE)]
        self.inputs = [Message.of(data) for data in self._graph.every(INPUT)]
        self.outputs = [Message.of(data) for data in self._graph.every(OUTPUT)]
        tensors = map(Message.of, self._graph.every(INITIALIZER))
        self._tensors = {tensor.text(_TENSOR_NAME): tensor for tensor in tensors}
        self._makers = {name: node for node in self.nodes for name in node.said}

    def maker(self, name: str) -> Node | None:
        """The node that computes it."""
        return self._makers.get(name)

    def askers(self, name: str) -> list[Node]:
        """The nodes that read it."""
        return [node for node in self.nodes if name in node.given]

    def constant(self, name: str) -> Numbers | None:
        """Floats and integers that are written down, also by way of Cast and Identity, as float32
        or int64; None for what is computed or kept in another form than raw numbers."""
        tensor, maker = self._tensors.get(name), self._makers.get(name)
        if tensor is None and maker is not None:
            if maker.operator in ("Cast", "Identity") and maker.given:
                return self.constant(maker.given[0])
            value = maker.attribute("value") if maker.operator == "Constant" else None
            tensor = Message.of(next(value.every(_ATTRIBUTE_TENSOR), b"")) if value else None
        if tensor is None:
            return None
        kind, raw = _TYPES.get(tensor.number(_TENSOR_TYPE)), next(tensor.every(_TENSOR_RAW), None)
        if kind is None or raw is None:
            return None
        numbers = np.frombuffer(raw, kind).reshape(tensor.numbers(_TENSOR_DIM))
        return numbers.astype(np.int64 if kind == "<i8" else np.float32)

    def changed(self, parts: dict[int, list[tuple[int, bytes]]]) -> bytes:
        """The model with others in place of some nodes, by the node's place: (field, message) each.

        What nothing asks for any more is left out: constants, and nodes that only fed others.
        """
        graph, place = Message(), 0
        for number, wire, value in self._graph.fields:
            if number != NODE:
                graph.fields.append((number, wire, value))
                continue
            for part in parts.get(place, [(NODE, value if isinstance(value, bytes) else b"")]):
                graph.put(*part)
            place += 1
        return self._closed(_living(graph))

    def described(self, inputs: Sequence[bytes], outputs: Sequence[bytes]) -> bytes:
        """The model with others of its inputs' and outputs' descriptions, and none in between."""
        graph = Message(
            [each for each in self._graph.fields if each[0] not in (INPUT, OUTPUT, VALUE_INFO)]
        )
        for number, messages in ((INPUT, inputs), (OUTPUT, outputs)):
            for message in messages:
                graph.put(number, message)
        return self._closed(graph)

    def _closed(self, graph: Message) -> bytes:
        whole = Message(list(self._whole.fields))
        whole.replace(_GRAPH, graph.encoded())
        return whole.encoded()


def node(operator: str, given: Sequence[str], said: str, *attributes: bytes) -> bytes:
    """A new operator with one output."""
    message = Message()
    for name in given:
        message.put(_NODE_INPUT, name.encode())
    message.put(_NODE_OUTPUT, said.encode())
    message.put(_NODE_OP, operator.encode())
    for attribute in attributes:
        message.put(_NODE_ATTRIBUTE, attribute)
    return message.encoded()


def attribute(name: str, value: float | int | Sequence[int]) -> bytes:
    """A float, an int, or several ints, none below 0."""
    message = Message()
    message.put(_ATTRIBUTE_NAME, name.encode())
    if isinstance(value, float):
        message.put(_ATTRIBUTE_FLOAT, struct.pack("<f", value), FIXED32)
        kind = _KIND_FLOAT
    elif isinstance(value, int):
        message.put(_ATTRIBUTE_INT, value, VARINT)
        kind = _KIND_INT
    else:
        for each in value:
            message.put(_ATTRIBUTE_INTS, each, VARINT)
        kind = _KIND_INTS
    message.put(_ATTRIBUTE_KIND, kind, VARINT)
    return message.encoded()


def tensor(name: str, numbers: Numbers) -> bytes:
    """A new constant of float32."""
    message = Message()
    for size in numbers.shape:
        message.put(_TENSOR_DIM, size, VARINT)
    message.put(_TENSOR_TYPE, _FLOAT, VARINT)
    message.put(_TENSOR_NAME, name.encode())
    message.put(_TENSOR_RAW, numbers.astype("<f4").tobytes())
    return message.encoded()


def _living(graph: Message) -> Message:
    """Without nodes and constants that nothing asks for. Nodes stand behind those they ask."""
    wanted = {Message.of(data).text(1) for data in graph.every(OUTPUT)}
    kept: list[tuple[int, int, int | bytes]] = []
    for field in reversed(graph.fields):
        if field[0] == NODE and isinstance(field[2], bytes):
            one = Node(Message.of(field[2]))
            if not wanted.intersection(one.said):
                continue
            wanted.update(one.given)
        kept.append(field)
    return Message(
        [
            field
            for field in reversed(kept)
            if field[0] != INITIALIZER
            or not isinstance(field[2], bytes)
            or Message.of(field[2]).text(_TENSOR_NAME) in wanted
        ]
    )

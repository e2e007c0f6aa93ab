"""Changes an ONNX network as it is opened, so that the same numbers cost less.

Pure. One rule: what comes out is the same but for rounding, on every input; what is not built as
expected stays as it was. The file keeps its SHA-256: nothing is written.
"""

from collections.abc import Sequence

import numpy as np

from client.models.network import (
    INITIALIZER,
    NODE,
    Network,
    Node,
    attribute,
    node,
    tensor,
)
from client.models.wire import BYTES, Message

# Field numbers of onnx.proto3's descriptions of inputs.
_TYPE, _TENSOR, _SHAPE, _DIM, _DIM_VALUE, _DIM_NAME = 2, 1, 2, 1, 1, 2

Parts = list[tuple[int, bytes]]


def without_prelu(model: bytes) -> bytes:
    """PRelu in forms that ONNX Runtime computes without leaving its own layout of pictures.

    One slope for all channels is LeakyRelu, which becomes a part of the convolution before it.
    Slopes a up to 1, one for each channel, are x + relu((a - 1) x), whose product is a convolution
    of one pixel. Raises ValueError where the bytes are no ONNX model.
    """
    network = Network(model)
    parts = {
        place: found
        for place, each in enumerate(network.nodes)
        if each.operator == "PRelu" and (found := _of_prelu(network, each)) is not None
    }
    return network.changed(parts) if parts else model


def of_any_size(model: bytes, height: int, width: int) -> bytes:
    """The network for pictures (n, c, any height, any width), where its file names one size.

    Whether it really follows its input's size is for the caller to try: a network that only
    convolves does. Raises ValueError where the bytes are no ONNX model, or one of another size.
    """
    network = Network(model)
    inputs = [_of_any_size(each, [height, width]) for each in network.inputs]
    outputs = [_of_any_size(each, None) for each in network.outputs]
    return network.described(inputs, outputs)


def without_focus(model: bytes) -> bytes:
    """A convolution of 6 by 6 in steps of 2 in place of YOLOX's first two layers.

    They take the picture apart into its odd and even rows and columns, and convolve the four by
    3 by 3: the same products. Raises ValueError where the bytes are no ONNX model.
    """
    network = Network(model)
    for place, each in enumerate(network.nodes):
        joined = network.maker(each.given[0]) if each.operator == "Conv" else None
        if joined is None or joined.operator != "Concat":
            continue
        quarters = [_quarter(network, name) for name in joined.given]
        weights = network.constant(each.given[1])
        if None in quarters or weights is None or not _is_plain(each):
            return model
        pictures = {name for name, _, _ in filter(None, quarters)}
        if len(pictures) != 1 or weights.shape[1:] != (3 * len(quarters), 3, 3):
            return model
        wide = np.zeros((len(weights), 3, 6, 6), np.float32)
        for number, (_, down, across) in enumerate(filter(None, quarters)):
            wide[:, :, down::2, across::2] = weights[:, 3 * number : 3 * number + 3]
        name = f"{each.said[0]}/weights"
        how = (attribute("strides", [2, 2]), attribute("pads", [2] * 4))
        given = [*pictures, name, *each.given[2:]]
        conv: Parts = [(INITIALIZER, tensor(name, wide))]
        conv.append((NODE, node("Conv", given, each.said[0], *how)))
        return network.changed({place: conv})
    return model


def of_kinds(model: bytes, kinds: Sequence[int], every: int) -> bytes:
    """Of a detector of `every` kinds one that says these only, in this order.

    Its last convolutions, of one pixel, say the kinds. Raises ValueError where the bytes are no
    ONNX model.
    """
    network, parts = Network(model), dict[int, Parts]()
    for place, each in enumerate(network.nodes):
        if each.operator != "Conv":
            continue
        constants = [network.constant(name) for name in each.given[1:]]
        rows = [one[list(kinds)] for one in constants if one is not None and len(one) == every]
        if not rows:
            continue
        behind = [asker.operator for asker in network.askers(each.said[0])]
        if len(rows) < len(constants) or rows[0].shape[2:] != (1, 1) or behind != ["Sigmoid"]:
            return model
        names = [f"{each.said[0]}/kinds {number}" for number in range(len(constants))]
        parts[place] = [
            *((INITIALIZER, tensor(*pair)) for pair in zip(names, rows, strict=True)),
            (NODE, node("Conv", [each.given[0], *names], each.said[0])),
        ]
    return network.changed(parts) if parts else model


def _of_prelu(network: Network, prelu: Node) -> Parts | None:
    """What stands in place of it; None where it stays."""
    (given, slopes), (said, *_) = prelu.given, prelu.said
    slope = network.constant(slopes)
    if slope is None:
        return None
    if slope.size == 1:
        alpha = attribute("alpha", float(slope.ravel()[0]))
        return [(NODE, node("LeakyRelu", [given], said, alpha))]
    if slope.ndim != 3 or slope.shape[1:] != (1, 1) or not (slope <= 1).all():
        return None
    weights, product, rest = f"{said}/slopes", f"{said}/product", f"{said}/rest"
    return [
        (INITIALIZER, tensor(weights, (slope - 1).reshape(-1, 1, 1, 1))),
        (NODE, node("Conv", [given, weights], product, attribute("group", len(slope)))),
        (NODE, node("Relu", [product], rest)),
        (NODE, node("Add", [given, rest], said)),
    ]


def _is_plain(conv: Node) -> bool:
    """Whether it is a convolution of 3 by 3 that keeps the size."""
    return (
        conv.ints("pads") == [1] * 4
        and conv.ints("strides") in ([], [1, 1])
        and conv.ints("dilations") in ([], [1, 1])
        and conv.ints("group") in ([], [1])
        and conv.attribute("auto_pad") is None
    )


def _quarter(network: Network, name: str) -> tuple[str, int, int] | None:
    """(picture, first row, first column) of every second row and column of a picture."""
    first: dict[int, int] = {}
    while len(first) < len(("rows", "columns")):
        each = network.maker(name)
        if each is None or each.operator != "Slice" or len(each.given) != len("abcde"):
            return None
        starts, ends, axes, steps = (network.constant(one) for one in each.given[1:])
        if starts is None or ends is None or axes is None or steps is None:
            return None
        if set(steps.tolist()) != {2} or (ends < 2**31 - 1).any():
            return None
        first |= dict(zip(axes.tolist(), starts.tolist(), strict=True))
        name = each.given[0]
    if set(first) != {2, 3} or not set(first.values()) <= {0, 1}:
        return None
    return name, first[2], first[3]


def _of_any_size(info: Message, size: list[int] | None) -> bytes:
    """An input without its height and width, which must be `size`; an output without any."""
    kind = Message.of(next(info.every(_TYPE), b""))
    described = Message.of(next(kind.every(_TENSOR), b""))
    shape = Message.of(next(described.every(_SHAPE), b""))
    dims = [Message.of(dim) for dim in shape.every(_DIM)]
    if size is None:
        dims = [Message() for _ in dims]
    elif [dim.number(_DIM_VALUE) for dim in dims[2:]] == size:
        dims[2:] = [Message([(_DIM_NAME, BYTES, name)]) for name in (b"height", b"width")]
    else:
        given = [dim.number(_DIM_VALUE) for dim in dims]
        raise ValueError(f"expected an input of {size} at its end, got {given}")
    said = Message()
    for dim in dims:
        said.put(_DIM, dim.encoded())
    described.replace(_SHAPE, said.encoded())
    kind.replace(_TENSOR, described.encoded())
    info.replace(_TYPE, kind.encoded())
    return info.encoded()
